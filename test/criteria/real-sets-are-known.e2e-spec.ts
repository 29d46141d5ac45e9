import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { illustrativeSet } from '../../src/features/criteria/known-sets/point-sets.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { codesOf, givenCriteria } from './given-criteria.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ example: true })));
afterAll(() => registry.close());
const criteria = givenCriteria(() => registry);

const known = async (): Promise<any[]> => {
  const { criteriaSets } = await registry.as.reader.get<any>(
    `{ criteriaSets(first: 10) { nodes { id name illustrative act { issuer } versions { state incompleteness findings { severity } } } } }`,
  );
  return criteriaSets.nodes;
};
const named = async (word: string): Promise<any> => {
  const { criteriaSets } = await registry.as.reader.get<any>(
    `query ($text: String!) { criteriaSets(first: 1, filter: { text: $text }) { nodes { graded issuer { id } act { number date issuer }
       versions { id number state signedOn scoredFrom scoring maximum findings { code } groups { code maximum }
         grades { code lower { at inclusive } upper { at } conditions { kind } } } } } }`,
    { text: word },
  );
  return criteriaSets.nodes[0];
};

it('the five real sets are loaded with their acts and marks, and stay drafts because something of each is missing', async () => {
  const real = (await known()).filter(({ illustrative }) => !illustrative);
  expect(real).toHaveLength(5);
  for (const { versions, act } of real) {
    expect(act.issuer).not.toBeNull();
    for (const { state, incompleteness, findings } of versions) {
      expect([state, incompleteness !== null]).toEqual(['DRAFT', true]);
      expect(findings.filter(({ severity }: any) => severity === 'FAULT')).toEqual([]);
    }
  }
});

it('Cần Thơ is what its act says', async () => {
  const { act, graded, versions } = await named('công tác dân vận và thực hiện dân chủ');
  expect({ act, graded }).toEqual({
    act: { number: '2579/QĐ-UBND', date: '2025-11-21', issuer: 'Ủy ban nhân dân thành phố Cần Thơ' },
    graded: 'UNIT_YEAR',
  });
  expect(versions[0]).toMatchObject({ signedOn: '2025-11-21', scoredFrom: '2026', scoring: 'POINTS', maximum: '100' });
  expect(versions[0].groups.map(({ maximum }: any) => maximum)).toEqual(['10', '90']);
  expect(versions[0].grades[1]).toEqual({
    code: 'TOT',
    lower: { at: '85', inclusive: true },
    upper: { at: '95' },
    conditions: [{ kind: 'NO_CRITERION_SCORED_ZERO' }],
  });
});

it('the illustrative set alone is published, and has no act', async () => {
  const { act, versions } = await named('minh họa');
  expect(act).toEqual({ number: null, date: null, issuer: null });
  expect(versions[0]).toMatchObject({ state: 'PUBLISHED', findings: [] });
});

it('sheets are tried under it: a zero from 85 points on fits no grade by the text', async () => {
  const { versions } = await named('minh họa');
  const ask = `query ($input: CriteriaTrialInput!) { criteriaSetTrial(input: $input) { total grade gradeCode decide counted problems { code field }
    explanation { steps text } } }`;
  const sheet = (...points: string[]) => ({
    scores: ['I.1', 'I.2', 'II.1', 'II.2', 'II.3', 'II.4'].map((code, i) => ({ code, points: points[i] })),
  });
  const tried = async (sheets: object[], more: object = {}): Promise<any> =>
    (await registry.as.reader.get<any>(ask, { input: { versionId: versions[0].id, sheets, ...more } })).criteriaSetTrial;
  const five = [sheet('4', '6', '28', '28', '18', '9'), sheet('4', '5', '26', '28', '18', '9')];
  expect(await tried(five)).toMatchObject({ total: '91.5', gradeCode: 'TOT', decide: false, counted: 2 });
  const reprimanded = await tried([sheet('4', '6', '30', '30', '20', '10')], { holds: ['KHIEN_TRACH'] });
  expect(reprimanded).toMatchObject({ total: '100', grade: 'Hoàn thành tốt' });
  expect(reprimanded.explanation.steps.at(-1)).toBe('“người đứng đầu hoặc cấp phó bị khiển trách” → hạ xuống “Hoàn thành tốt”.');
  const gap = await tried([sheet('0', '6', '30', '30', '20', '10')]);
  expect(gap).toMatchObject({ total: '96', grade: null, decide: true });
  expect(gap.explanation.text).toContain('không thuộc loại nào theo văn bản, cần quyết định');
  expect((await tried([sheet('4.5', '6', '30', '30', '20', '8,5')])).problems).toEqual([
    { code: 'SHEET_ABOVE_MAXIMUM', field: ['input', 'sheets', '0', 'I.1'] },
    { code: 'POINTS_NOT_READABLE', field: ['input', 'sheets', '0', 'II.4'] },
  ]);
});

it('a version goes out as a file and comes in as the same, and two versions are compared node by node', async () => {
  const { versions } = await named('minh họa');
  const { node } = await registry.as.reader.get<any>(`query ($id: ID!) { node(id: $id) { ... on CriteriaSetVersion { document } } }`, {
    id: versions[0].id,
  });
  expect(JSON.parse(node.document)).toEqual(illustrativeSet);
  const { criteriaSetVersion: draft } = await criteria.import(node.document, { intoSetOfId: versions[0].id });
  expect(draft).toMatchObject({ number: 2, state: 'DRAFT', document: node.document });
  const compare = `query ($a: ID!, $b: ID!) { criteriaSetComparison(beforeId: $a, afterId: $b) { kind path before after } }`;
  const compared = async (): Promise<any> =>
    (await registry.as.reader.get<any>(compare, { a: versions[0].id, b: draft.id })).criteriaSetComparison;
  expect(await compared()).toEqual([]);
  const { code, ...rest } = illustrativeSet.version.criteria[1]!;
  const changed = { ...illustrativeSet.version, criteria: [{ code, ...rest, text: 'Kế hoạch khác' }], act: null };
  expect(codesOf(await criteria.edit(draft, { ...changed, criteria: [{ ...changed.criteria[0]!, parentCode: null }] }))).toEqual([]);
  expect((await compared())[0]).toMatchObject({ kind: 'REMOVED', path: 'criteria.I' });
});

it('a file of another set, a broken file and a circle in a file are refused by their path', async () => {
  const { versions } = await named('minh họa');
  expect(codesOf(await criteria.import('{"format":'))).toEqual(['CRITERIA_DOCUMENT_NOT_JSON']);
  const file = (set: object, version: object): string =>
    JSON.stringify({ ...illustrativeSet, set: { ...illustrativeSet.set, ...set }, version: { ...illustrativeSet.version, ...version } });
  expect(codesOf(await criteria.import(file({ name: 'Bộ khác' }, {}), { intoSetOfId: versions[0].id }))).toEqual(['CRITERIA_SETS_DIFFER']);
  const [first, second] = illustrativeSet.version.criteria;
  const circle = [{ ...first!, parentCode: second!.code }, { ...second!, parentCode: first!.code }]; // prettier-ignore
  expect((await criteria.import(file({}, { criteria: circle }))).userErrors).toMatchObject([
    { code: 'CRITERION_BELOW_ITSELF', field: ['input', 'document', 'version', 'criteria', '0', 'parentCode'] },
    { code: 'CRITERION_BELOW_ITSELF' },
  ]);
  expect((await criteria.import(file({ name: 'a'.repeat(10_000) }, { places: 9 }))).userErrors).toMatchObject([
    { code: 'CRITERIA_FIELD_INVALID', field: ['input', 'document', 'set', 'name'] },
    { code: 'CRITERIA_FIELD_INVALID', field: ['input', 'document', 'version', 'places'] },
  ]);
});
