import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let commune: string;
let other: string;
let person: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const given = givenCommendations(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
  other = await units.establish({ name: 'Xã B' });
  const input = { unitId: commune, name: 'Cá nhân A', post: { unitId: commune, title: 'Trưởng thôn', validFrom: '2020-01-01' } };
  person = (await given.send(registry.as.boardStaff, 'recordPerson', input, 'person { id }')).person.id;
});
afterAll(() => registry.close());

const DAY = '2025-08-01';

describe('one achievement', () => {
  it('is rewarded once by one form: the second is refused, and the earlier decision is named', async () => {
    const line = given.line({ personId: person, name: null, reason: 'Vận động hiến đất' });
    const { rows } = await given.grant(commune, DAY, [line], { number: '07/QĐ-UBND' });
    expect(rows[0].recipient).toEqual({ kind: 'INDIVIDUAL', name: 'Cá nhân A', post: 'Trưởng thôn', unit: 'Xã Xã A' });
    const { refused } = await given.tryToGrant(commune, '2025-08-02', [{ ...line, reason: 'Vận động  hiến đất' }]);
    expect(refused).toEqual([
      {
        code: 'COMMENDATION_GIVEN_ALREADY',
        field: 'recipients.0.form',
        message:
          '“Cá nhân A” đã được tặng Giấy khen cho thành tích này (07/QĐ-UBND, 1/8/2025). Một thành tích không được tặng nhiều lần một hình thức (152/2025/NĐ-CP, Điều 4): hãy bỏ dòng này, hoặc ghi rõ thành tích và thời gian khác.',
      },
    ]);
  });

  it('is refused without the earlier decision or paper where that is out of reach', async () => {
    const stranger = await askerWith(registry, 'lãnh đạo xã B', { role: 'leader', unitId: fromGlobalId(other)!.id });
    const line = (name: string): object => given.line({ name, unitId: commune, reason: 'Vận động góp công' });
    await given.grant(commune, DAY, [line('Cá nhân K')], { number: '77/QĐ-UBND' });
    const paper = { issuerId: commune, form: 'GIAY_KHEN', kind: 'INDIVIDUAL', unitId: commune, reason: 'Vận động góp công' };
    expect((await given.past({ ...paper, name: 'Cá nhân L', source: 'Sổ mật' })).refused).toEqual([]);
    for (const name of ['Cá nhân K', 'Cá nhân L']) {
      const { refused } = await given.tryToGrant(other, '2025-08-02', [line(name)], { by: stranger });
      expect(refused).toMatchObject([{ code: 'COMMENDATION_GIVEN_ALREADY', field: 'recipients.0.form' }]);
      expect(refused[0].message).toContain(`“${name}” đã được tặng Giấy khen cho thành tích này (quyết định ngoài phạm vi của bạn)`);
      expect((await given.tryToGrant(commune, '2025-08-02', [line(name)])).refused[0].message).toMatch(/77\/QĐ-UBND|Sổ mật/);
    }
  });

  it('of a model is the same in other words; of another time it is another one', async () => {
    const modelId = await models.draft(commune);
    const line = (more: object): object => given.line({ kind: 'COLLECTIVE', name: null, modelId, ...more });
    const { rows } = await given.grant(commune, DAY, [line({ reason: 'Mô hình hay', periodFrom: '2024-01-01', periodTo: '2024-12-31' })]);
    expect(rows[0]).toMatchObject({ recipient: { name: 'Xã Xã A', unit: null }, unit: { id: commune } });
    const again = line({ reason: 'Nói khác đi', periodFrom: '2024-12-31', periodTo: '2025-06-30' });
    expect(given.codes(await given.tryToGrant(commune, DAY, [again]))).toEqual([['COMMENDATION_GIVEN_ALREADY', 'recipients.0.form']]);
    await given.grant(commune, DAY, [line({ reason: 'Mô hình hay', periodFrom: '2025-01-01', periodTo: '2025-06-30' })]);
  });

  it('may have a title and a form, and the form again once the first was revoked', async () => {
    const line = given.line({ name: 'Cá nhân C', unitId: commune, reason: 'Một việc' });
    const { rows } = await given.grant(commune, DAY, [line, { ...line, form: 'LAO_DONG_TIEN_TIEN' }]);
    expect(rows.map(({ money }: any) => money.amount)).toEqual([710_000, 710_000]);
    const { commendation } = await given.revoke(rows[0].id, 1, { on: '2026-01-05' });
    expect(commendation.state).toBe('REVOKED');
    const { rows: anew } = await given.grant(commune, '2026-02-01', [line]);
    const { refused } = await given.takeBack('takeBackRevocation', rows[0].id, 2, registry.as.leader);
    expect(refused[0].code).toBe('COMMENDATION_GIVEN_ALREADY');
    expect((await given.remove(anew[0].id, 1)).refused).toEqual([]);
    expect((await given.takeBack('takeBackRevocation', rows[0].id, 2, registry.as.leader)).commendation.state).toBe('IN_FORCE');
  });

  it('is given once also by 64 who grant it at the same moment', async () => {
    const line = given.line({ name: 'Cá nhân D', unitId: commune, reason: 'Một lần thôi' });
    const answers = await Promise.all(Array.from({ length: 64 }, () => given.tryToGrant(commune, DAY, [line])));
    expect(answers.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
    const codes = answers.flatMap(({ refused }) => refused.map(({ code }: any) => code));
    expect(new Set(codes)).toEqual(new Set(['COMMENDATION_GIVEN_ALREADY']));
    expect(await given.list({ recipient: 'Cá nhân D' })).toHaveLength(1);
  });
});

describe('a line is refused', () => {
  const refused = async (more: object, on = DAY): Promise<[string, string][]> =>
    given.codes(await given.tryToGrant(commune, on, [given.line({ name: 'Cá nhân E', reason: `Việc ${JSON.stringify(more)}`, ...more })]));

  it('for a household without a head, for nobody, for a form of others, and with both a name and a number', async () => {
    expect(await refused({ kind: 'HOUSEHOLD', name: null, unitId: commune })).toEqual([
      ['COMMENDATION_HOUSEHOLD_NEEDS_HEAD', 'recipients.0.name'],
    ]);
    expect(await refused({ name: null, unitId: commune })).toEqual([['COMMENDATION_NEEDS_RECIPIENT', 'recipients.0.name']]);
    expect(await refused({ form: 'LAO_DONG_TIEN_TIEN', kind: 'COLLECTIVE' })).toEqual([['COMMENDATION_NOT_FOR_KIND', 'recipients.0.kind']]);
    expect(await refused({ count: 5 })).toEqual([['COMMENDATION_NAMED_AND_COUNTED', 'recipients.0.count']]);
  });

  it('for 0 and for -1 recipients', async () => {
    for (const count of [0, -1]) expect(await refused({ name: null, count })).toEqual([['INPUT_INVALID', 'recipients.0.count']]);
  });

  it('for a unit that had ended on the day, and for an achievement that ends before it begins', async () => {
    const ended = await units.establish({ name: 'Xã đã hết' });
    await units.apply({ effective: '2025-07-01', changes: [{ merge: { unitIds: [ended], intoId: other } }] });
    const codes = await refused({ kind: 'COLLECTIVE', name: null, unitId: ended });
    expect(codes).toEqual([['COMMENDATION_UNIT_ENDED', 'recipients.0.unitId']]);
    expect(await refused({ periodFrom: '2025-02-01', periodTo: '2025-01-01' })).toEqual([
      ['COMMENDATION_PERIOD_BACKWARDS', 'recipients.0.periodTo'],
    ]);
  });

  it('for a decision in the future, with a number that is taken, or that is a plan; and nothing of it is written', async () => {
    const codesOf = async (on: string, more: object): Promise<string[]> =>
      given.codes(await given.tryToGrant(commune, on, [given.line({ name: 'Cá nhân G' })], more)).map(([code]) => code);
    expect(await codesOf('2099-01-01', { receivedOn: '2098-01-01' })).toEqual(['DECISION_IN_FUTURE']);
    await given.grant(commune, DAY, [given.line({ name: 'Cá nhân H' })], { number: '15/QĐ-UBND' });
    for (const number of ['15/QĐ-UBND', '15 / qđ-ubnd', '015/QĐ-UBND'])
      expect(await codesOf(DAY, { number })).toEqual(['DECISION_NUMBER_TAKEN']);
    const plan = await models.decision(commune, { kind: 'PLAN', number: '3/KH', issuedOn: DAY });
    expect(await codesOf(DAY, { decisionId: plan })).toEqual(['COMMENDATION_DECISION_OF_OTHER_KIND']);
    expect(await given.list({ recipient: 'Cá nhân G' })).toEqual([]);
  });
});

it('who does not see a commendation is answered as if there were none, also where it could not be removed', async () => {
  const [reason, presentedOn] = ['Việc khác', '2025-09-01'];
  const { commendation: list } = await given.past({ unitId: other, form: 'GIAY_KHEN', count: 2, reason, presentedOn });
  const { commendation } = await given.complete(list.id, 1, [{ name: 'Cá nhân Z' }]);
  const { rows } = await given.grant(other, DAY, [given.line({ name: 'Cá nhân Z', unitId: other })]);
  const by = await askerWith(registry, 'staff', { role: 'boardStaff', unitId: fromGlobalId(commune)!.id });
  for (const { id } of [commendation.names[0], rows[0]]) {
    expect(await given.one(id)).not.toBeNull();
    expect(given.codes(await given.remove(id, 1, by))).toEqual([['COMMENDATION_NOT_FOUND', '']]);
  }
});
