import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let commune: string;
let person: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const given = givenCommendations(() => registry);
const DAY = '2026-01-15';

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
  await models.authority(commune, commune);
  const input = { unitId: commune, name: 'Cá nhân A', post: { unitId: commune, title: 'Trưởng thôn', validFrom: '2020-01-01' } };
  person = (await given.send(registry.as.boardStaff, 'recordPerson', input, 'person { id }')).person.id;
});
afterAll(() => registry.close());

const standAgain = (id: string, version: number): Promise<any> => given.takeBack('takeBackRevocation', id, version, registry.as.leader);

describe('a revocation that is taken back', () => {
  it('lets nothing stand whose decision is revoked', async () => {
    const { rows, decision } = await given.grant(commune, DAY, [given.line({ name: 'Cá nhân B' })]);
    const fall = { id: decision.id, expectedVersion: 1, on: '2026-05-05', ground: 'VIOLATION', reason: 'Sai quy định' };
    expect((await given.send(registry.as.leader, 'revokeDecision', fall, 'decision { id }')).refused).toEqual([]);
    expect(given.codes(await standAgain(rows[0].id, 2))).toEqual([['DECISION_NOT_IN_FORCE', '']]);
  });

  it('lets no name stand whose list is revoked', async () => {
    const { rows } = await given.grant(commune, DAY, [given.line({ name: null, count: 3, reason: 'Danh sách' })]);
    await given.complete(rows[0].id, 1, [{ name: 'Cá nhân C' }]);
    await given.revoke(rows[0].id, 2);
    const { names } = await given.one(rows[0].id);
    expect(given.codes(await standAgain(names[0].id, names[0].version))).toEqual([['COMMENDATION_REVOKED_ALREADY', '']]);
  });
});

describe('one achievement', () => {
  it('of a model is that of its person, who may be named as well', async () => {
    const modelId = await models.draft(commune, { subjectKind: 'INDIVIDUAL', personId: person });
    const line = given.line({ name: null, modelId });
    expect((await given.grant(commune, DAY, [line])).rows[0].recipient.name).toBe('Cá nhân A');
    const again = (name: string): Promise<any> => given.tryToGrant(commune, DAY, [{ ...line, name }]);
    expect(given.codes(await again('Cá  nhân a'))).toEqual([['COMMENDATION_GIVEN_ALREADY', 'recipients.0.form']]);
    expect((await again('Cá nhân D')).refused).toEqual([]);
  });
});

describe('of two titles of one decision for one time', () => {
  const title = (form: string, name: string): object => given.line({ form, name, periodFrom: '2025-01-01', periodTo: '2025-12-31' });
  const both = async (name: string): Promise<any[]> =>
    (await given.grant(commune, DAY, [title('LAO_DONG_TIEN_TIEN', name), title('CHIEN_SI_THI_DUA_CO_SO', name)])).rows;
  const amount = async (id: string): Promise<number> => (await given.one(id)).money.amount;

  it('the highest is paid, also where both are granted at one moment', async () => {
    const input = { number: '9/QĐ-UBND', issuedOn: DAY, issuerId: commune, kind: 'DECISION' };
    const { decision } = await given.send(registry.as.boardStaff, 'recordDecision', input, 'decision { id }');
    const names = Array.from({ length: 8 }, (_, n) => `Cá nhân ${n}`);
    const grants = names.flatMap(name =>
      ['LAO_DONG_TIEN_TIEN', 'CHIEN_SI_THI_DUA_CO_SO'].map(form =>
        given.grant(commune, DAY, [title(form, name)], { decisionId: decision.id }),
      ),
    );
    await Promise.all(grants);
    for (const recipient of names)
      expect((await given.list({ recipient })).map(({ money }) => money.amount).toSorted()).toEqual([0, 2_340_000]);
  });

  it('the lower is paid once the higher is removed', async () => {
    const [lower, higher] = await both('Cá nhân E');
    expect(await amount(lower.id)).toBe(0);
    expect((await given.remove(higher.id, 1)).refused).toEqual([]);
    expect(await amount(lower.id)).toBe(710_000);
  });

  it('the lower is paid once the higher is revoked, and is not once the higher stands again', async () => {
    const [lower, higher] = await both('Cá nhân F');
    await given.revoke(higher.id, 1);
    expect(await amount(lower.id)).toBe(710_000);
    expect((await standAgain(higher.id, 2)).commendation.money.amount).toBe(2_340_000);
    expect(await given.one(lower.id)).toMatchObject({ version: 3, money: { amount: 0, formula: lower.money.formula } });
  });
});
