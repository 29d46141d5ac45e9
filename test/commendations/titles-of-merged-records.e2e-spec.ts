import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const given = givenCommendations(() => registry);
const [LOWER, HIGHER] = ['LAO_DONG_TIEN_TIEN', 'CHIEN_SI_THI_DUA_CO_SO'];
const [FIRST, SECOND] = ['2026-01-15', '2026-02-15'];

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
});
afterAll(() => registry.close());

const person = async (name: string): Promise<string> =>
  (await given.send(registry.as.boardStaff, 'recordPerson', { unitId: commune, name }, 'person { id }')).person.id;
const title = (form: string, personId: string): object =>
  given.line({ form, name: null, personId, reason: form, periodFrom: '2025-01-01', periodTo: '2025-12-31' });
const grant = async (form: string, personId: string, on: string): Promise<any> =>
  (await given.grant(commune, on, [title(form, personId)])).rows[0];
const merge = (id: string, intoId: string, expectedVersion = 1): Promise<any> =>
  given.send(
    registry.as.boardStaff,
    'mergePerson',
    { id, intoId, expectedVersion, reason: 'Nhập hai lần' },
    'person { id }',
    'MergeRecordInput',
  );
/** Without the number of the decision, which differs from case to case. */
const moneyOf = async (id: string): Promise<object> => {
  const { amount, formula } = (await given.one(id)).money;
  return { amount, formula: formula.replace(/\d+\/QĐ-UBND/, 'N/QĐ-UBND') };
};

it.each([
  [LOWER, HIGHER, null],
  [HIGHER, LOWER, 0],
])(
  'the money of %s and then %s of two records of one person is, once they are merged, that of one person',
  async (first, second, amount) => {
    const name = `Cá nhân A ${first}`;
    const one = await person(name);
    const expected = [await grant(first!, one, FIRST), await grant(second!, one, SECOND)];
    for (const swapped of [false, true]) {
      const [kept, doubled] = [await person(name), await person(name)];
      const rows = [await grant(first!, kept, FIRST), await grant(second!, doubled, SECOND)];
      expect(rows.map(({ money }) => money.amount).toSorted((a, b) => a - b)).toEqual([710_000, 2_340_000]);
      expect((await (swapped ? merge(kept, doubled) : merge(doubled, kept))).refused).toEqual([]);
      for (const [index, { id }] of rows.entries()) expect(await moneyOf(id)).toEqual(await moneyOf(expected[index].id));
      expect((await given.one(rows[1].id)).money.amount).toBe(amount);
    }
  },
);

it('two records of which each was given one form for one achievement are not merged, and nothing changes', async () => {
  const [kept, doubled] = [await person('Cá nhân B'), await person('Cá nhân B')];
  const rows = [await grant(LOWER!, kept, FIRST), await grant(LOWER!, doubled, SECOND)];
  expect(given.codes(await merge(doubled, kept))).toEqual([['COMMENDATION_GIVEN_ALREADY', expect.anything()]]);
  for (const row of rows) expect(await given.one(row.id)).toMatchObject(row);
});

it('people who are merged while titles are granted to both are paid once, and nobody is told that the registry is busy', async () => {
  const pairs = await Promise.all(
    Array.from({ length: 8 }, async (_, n) => [await person(`Cá nhân ${n} cùng lúc`), await person(`Cá nhân ${n} cùng lúc`)] as const),
  );
  const answers = await Promise.all(
    pairs.flatMap(([kept, doubled]) => [
      given.tryToGrant(commune, FIRST, [title(LOWER!, kept)]),
      merge(doubled, kept),
      given.tryToGrant(commune, FIRST, [title(HIGHER!, doubled)]),
    ]),
  );
  const codes = new Set(answers.flatMap(({ refused }) => refused.map(({ code }: any) => code)));
  const overtaken = new Set(['COMMENDATION_PERSON_UNKNOWN', 'COMMENDATION_NEEDS_RECIPIENT', 'RECORD_MERGED', 'RECORD_GONE']);
  expect([...codes].filter(code => !overtaken.has(code))).toEqual([]);
  for (const [n] of pairs.entries()) {
    const amounts = (await given.list({ recipient: `Cá nhân ${n} cùng lúc` })).map(({ money }) => money.amount);
    expect([[710_000], [0, 2_340_000], [710_000, null]]).toContainEqual(amounts.toSorted((a, b) => (a ?? 1e9) - (b ?? 1e9)));
  }
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});
