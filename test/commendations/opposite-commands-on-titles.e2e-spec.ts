import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenCommendations } from './given-commendations.js';

const PAIRS = 16;

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const given = givenCommendations(() => registry);
const [LOWER, HIGHER] = ['LAO_DONG_TIEN_TIEN', 'CHIEN_SI_THI_DUA_CO_SO'] as const;

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
});
afterAll(() => registry.close());

const title = (form: string, name: string | null, more: object = {}): object =>
  given.line({ form, name, reason: form, periodFrom: '2025-01-01', periodTo: '2025-12-31', ...more });
const grant = async (form: string, name: string | null, more: object = {}): Promise<any> =>
  (await given.grant(commune, '2026-01-15', [title(form, name, more)])).rows[0];
const each = <T>(make: (n: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: PAIRS }, (_, n) => make(n)));
const codesOf = (answers: readonly any[]): string[] => [...new Set(answers.flatMap(({ refused }) => refused.map(({ code }: any) => code)))];

it('two titles whose recipients change their names with each other are both corrected', async () => {
  const pairs = await each(async n => [await grant(LOWER, `Cá nhân A${n}`), await grant(HIGHER, `Cá nhân B${n}`)]);
  const correct = (id: string, name: string): Promise<any> =>
    given.send(registry.as.boardStaff, 'correctCommendation', { id, expectedVersion: 1, name, reason: 'In nhầm' }, 'commendation { id }');
  const answers = await Promise.all(pairs.flatMap(([a, b], n) => [correct(a.id, `Cá nhân B${n}`), correct(b.id, `Cá nhân A${n}`)]));
  // Each can find the other's money changed meanwhile, and is then asked to look again.
  expect(codesOf(answers).filter(code => code !== 'STALE_VERSION')).toEqual([]);
});

it('two lists that are completed with each other’s names at one moment both take them', async () => {
  const lists = await each(async n => {
    const made = [await grant(LOWER, null, { count: 2, reason: `Một ${n}` }), await grant(HIGHER, null, { count: 2, reason: `Hai ${n}` })];
    for (const [index, { id }] of made.entries()) await given.complete(id, 1, [{ name: `Tên ${index} của ${n}` }]);
    return made;
  });
  const answers = await Promise.all(
    lists.flatMap(([a, b], n) => [
      given.complete(a.id, 2, [{ name: `Tên 1 của ${n}` }]),
      given.complete(b.id, 2, [{ name: `Tên 0 của ${n}` }]),
    ]),
  );
  expect(codesOf(answers)).toEqual([]);
  for (const { id } of lists.flat()) expect(await given.one(id)).toMatchObject({ count: 0, statedCount: 2 });
});

it('a name is taken back from a list while the list is completed: each is done, or finds that it changed', async () => {
  const lists = await each(async n => {
    const paper = { issuerId: commune, form: LOWER, kind: 'INDIVIDUAL', reason: `Sổ ${n}`, count: 3, presentedOn: '2025-06-01' };
    const { commendation } = await given.past(paper);
    return (await given.complete(commendation.id, 1, [{ name: `Người ${n}` }])).commendation;
  });
  const { boardStaff } = registry.as;
  const answers = await Promise.all(
    lists.flatMap(({ id, names }, n) => [
      given.complete(id, 2, [{ name: `Người  ${n}` }, { name: `Người khác ${n}` }]),
      given.takeBack('takeBackCompletion', names[0].id, names[0].version, boardStaff),
    ]),
  );
  expect(codesOf(answers).filter(code => !['STALE_VERSION', 'COMMENDATION_GIVEN_ALREADY'].includes(code))).toEqual([]);
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});

it('two titles of one recipient are revoked and stand again at one moment, in any order', async () => {
  const pairs = await each(async n => [await grant(LOWER, `Cá nhân C${n}`), await grant(HIGHER, `Cá nhân C${n}`)]);
  for (const { id } of pairs.flat()) await given.revoke(id, (await given.one(id)).version);
  const versions = new Map(await Promise.all(pairs.flat().map(async ({ id }) => [id, (await given.one(id)).version] as const)));
  const again = (id: string): Promise<any> => given.takeBack('takeBackRevocation', id, versions.get(id)!, registry.as.leader);
  const answers = await Promise.all(pairs.flatMap(([a, b], n) => (n % 2 ? [again(a.id), again(b.id)] : [again(b.id), again(a.id)])));
  expect(codesOf(answers).filter(code => code !== 'STALE_VERSION')).toEqual([]);
  for (const [a, b] of pairs) {
    const rows = await Promise.all([given.one(a.id), given.one(b.id)]);
    if (rows.every(({ state }) => state === 'IN_FORCE')) expect(rows.map(({ money }) => money.amount)).toEqual([710_000, null]);
  }
});
