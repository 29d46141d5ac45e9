import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { illustrativeSet } from '../../src/features/criteria/known-sets/point-sets.js';
import { rowId } from '../movements/given-movements.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { SMALL, givenCriteria } from './given-criteria.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
const criteria = givenCriteria(() => registry);
let issuerId: string;
let otherId: string;
/** Staff and leader of the issuer, staff of another province, and somebody who reads everything. */
let askers: Record<'staff' | 'leader' | 'elsewhere' | 'reader', Asker>;
let setId: string;
let draftId: string;

beforeAll(async () => {
  registry = await openTestRegistry();
  issuerId = await units.establish({ name: 'Tỉnh Một', kind: 'TINH' });
  otherId = await units.establish({ name: 'Tỉnh Hai', kind: 'TINH' });
  const at = (name: string, role: 'boardStaff' | 'leader', unitId: string): Promise<Asker> =>
    askerWith(registry, name, { role, unitId: rowId(unitId) });
  askers = {
    staff: await at('staff', 'boardStaff', issuerId),
    leader: await at('leader', 'leader', issuerId),
    elsewhere: await at('elsewhere', 'boardStaff', otherId),
    reader: registry.as.reader,
  };
  const { criteriaSet } = await criteria.draft(SMALL, { name: 'Bộ tiêu chí Một', issuerId });
  setId = criteriaSet.id;
  draftId = criteriaSet.versions[0].id;
});
afterAll(() => registry.close());

const SEEN = `query ($set: ID!, $version: ID!) { criteriaSet(id: $set) { name versions { number } } node(id: $version) { id } criteriaSets { totalCount }
  issued: criteriaSets(filter: { issuerId: "ISSUER" }) { nodes { name } } }`;
const seen = (by: Asker): Promise<any> => by.get(SEEN.replace('ISSUER', issuerId), { set: setId, version: draftId });
const all = async (): Promise<any[]> => Promise.all(Object.values(askers).map(seen));
const compare = async (by: Asker): Promise<string | undefined> =>
  (await by.ask('query ($a: ID!) { criteriaSetComparison(beforeId: $a, afterId: $a) { kind } }', { a: draftId })).errors?.[0]?.extensions
    .code;

it('a draft is there for those who draft and publish it, and for nobody else, in any way of asking', async () => {
  const there = {
    criteriaSet: { name: 'Bộ tiêu chí Một', versions: [{ number: 1 }] },
    node: { id: draftId },
    criteriaSets: { totalCount: 1 },
    issued: { nodes: [{ name: 'Bộ tiêu chí Một' }] },
  };
  const absent = { criteriaSet: null, node: null, criteriaSets: { totalCount: 0 }, issued: { nodes: [] } };
  expect(await all()).toEqual([there, there, absent, absent]);
  expect(await Promise.all(Object.values(askers).map(compare))).toEqual([
    undefined,
    undefined,
    'CRITERIA_VERSION_NOT_FOUND',
    'CRITERIA_VERSION_NOT_FOUND',
  ]);
  const { errors } = await askers.elsewhere.ask(
    `mutation ($input: CopyCriteriaSetVersionInput!) { copyCriteriaSetVersion(input: $input) { userErrors { code } } }`,
    { input: { id: draftId } },
  );
  expect(errors![0]!.extensions.code).toBe('CRITERIA_VERSION_NOT_FOUND');
});

const correct = async (input: object, by: Asker = askers.staff): Promise<any> => {
  const { data, errors } = await by.ask(
    `mutation ($input: CorrectCriteriaSetInput!) { correctCriteriaSet(input: $input) { criteriaSet { name version issuer { id } history { action reason } }
      userErrors { code field } } }`,
    { input: { id: setId, reason: 'Ghi nhầm', ...input } },
  );
  return errors ? errors[0]!.extensions.code : data.correctCriteriaSet;
};

it('what is known of a set of others, published elsewhere, is for everybody', async () => {
  const { id } = await criteria.drafted({}, { name: 'Bộ tiêu chí nơi khác' });
  for (const by of Object.values(askers))
    expect(await by.get('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: { id } });
});

it('name and issuer of a set of which nothing is published are corrected, with a reason', async () => {
  expect(await correct({ expectedVersion: 1, name: 'Bộ tiêu chí chấm mô hình' })).toEqual({
    criteriaSet: {
      name: 'Bộ tiêu chí chấm mô hình',
      version: 2,
      issuer: { id: issuerId },
      history: [
        { action: 'criteriaSet.corrected', reason: 'Ghi nhầm' },
        { action: 'criteriaSet.drafted', reason: null },
      ],
    },
    userErrors: [],
  });
  expect((await correct({ expectedVersion: 1, name: 'X' })).userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
  // To hand it to another issuer takes the right there.
  expect(await correct({ expectedVersion: 2, issuerId: otherId })).toBe('OUT_OF_REACH');
  expect(await correct({ expectedVersion: 2, name: 'X' }, askers.elsewhere)).toBe('CRITERIA_SET_NOT_FOUND');
});

it('once it is published it is law: everybody sees it, a draft beside it stays hidden, and its name is not corrected', async () => {
  const { criteriaSetVersion, userErrors } = await criteria.publish({ id: draftId, version: 1 });
  expect(userErrors).toEqual([]);
  expect(criteriaSetVersion.state).toBe('PUBLISHED');
  await criteria.copy({ id: draftId });
  const versions = (await all()).map(({ criteriaSet }) => criteriaSet.versions.map(({ number }: any) => number));
  expect(versions).toEqual([[2, 1], [2, 1], [1], [1]]);
  expect((await correct({ expectedVersion: 2, name: 'X' })).userErrors).toMatchObject([
    { code: 'CRITERIA_SET_PUBLISHED', field: ['input', 'id'] },
  ]);
});

it('a file that is read twice as a new set is warned about', async () => {
  const read = async (): Promise<any> =>
    (
      await registry.as.boardStaff.get(
        `mutation ($input: ImportCriteriaSetInput!) { importCriteriaSet(input: $input) { criteriaSetVersion { set { id } } warnings { code ids field } userErrors { code } } }`,
        { input: { issuerId, document: JSON.stringify(illustrativeSet) } },
      )
    ).importCriteriaSet;
  const first = await read();
  expect([first.userErrors, first.warnings]).toEqual([[], []]);
  expect((await read()).warnings).toEqual([
    { code: 'LIKELY_DUPLICATE', ids: [first.criteriaSetVersion.set.id], field: ['input', 'document'] },
  ]);
});
