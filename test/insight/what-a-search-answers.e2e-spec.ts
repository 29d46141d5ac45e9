import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { TITLES, givenTitles, searchAsker } from './search.asker.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
const { search, names } = searchAsker(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  await givenTitles(registry, TITLES);
});
afterAll(() => registry.close());

describe('what is found can be counted', () => {
  const FACETS = `query ($filter: SearchFilter!) { search(filter: $filter, asOf: "2022-10-13") { totalCount facets {
    type { complete values { value label count } } subjectKind { values { value label count } } state { values { value count } }
    unit { values { value label count } } sector { values { value } } } } }`;
  const facetsOf = async (filter: object): Promise<any> => (await registry.as.reader.get(FACETS, { filter })).search;

  it('by type, subject, state, and by the units below', async () => {
    const { totalCount, facets } = await facetsOf({ text: 'dan van kheo' });
    expect(facets.type).toEqual({ complete: true, values: [{ value: 'MODEL', label: 'Mô hình', count: totalCount }] });
    expect(facets.subjectKind.values).toEqual([
      { value: 'COLLECTIVE', label: 'Tập thể', count: 2 },
      { value: 'INDIVIDUAL', label: 'Cá nhân', count: 1 },
    ]);
    expect(facets.state.values).toEqual([{ value: 'RECEIVED', count: 3 }]);
    expect(facets.unit.values).toMatchObject([{ label: 'Tỉnh Quảng Nam', count: 3 }]);
    expect(facets.sector.values).toEqual([]);
  });

  it('where each count is what the search finds with that value', async () => {
    const district = await units.find('Quế Sơn', '2022-10-13');
    for (const text of ['dan van kheo', 'que', 'thu tuc hanh chinh']) {
      const { facets } = await facetsOf({ text, unitId: district });
      for (const { value, count } of facets.unit.values) expect((await facetsOf({ text, unitId: value })).totalCount).toBe(count);
      for (const { value, count } of facets.type.values)
        expect((await facetsOf({ text, unitId: district, types: [value] })).totalCount).toBe(count);
      for (const { value, count } of facets.subjectKind.values)
        expect((await facetsOf({ text, unitId: district, subjectKind: [value] })).totalCount).toBe(count);
    }
  });
});

describe('a page', () => {
  const BOTH = `fragment F on SearchConnection { total: totalCount many: totalCountAtLeast info: pageInfo { more: hasNextPage end: endCursor }
    rows: edges { place: cursor how: step what: matched it: node { kind: __typename ... on Unit { n: name p: path } ... on EmulationModel { t: title unit { fullName } } } }
    only: nodes { ... on Node { id } } facets { t: type { v: values { c: count l: label __typename } complete } } __typename }`;

  it('is the same as text and by graphql-js, whatever its fields are called', async () => {
    const ask = (more: string): Promise<any> =>
      registry.as.reader.get(`query ($text: String!) { search(filter: { text: $text }, first: 7) { ...F } ${more} } ${BOTH}`, {
        text: 'que son',
      });
    const fast = await ask('');
    const { me: _, ...slow } = await ask('me { name }');
    expect(slow).toEqual(fast);
    expect(fast.search.rows.length).toBe(7);
  });

  it('shows undeclared fields of what it finds, too', async () => {
    const { search: found } = await registry.as.reader.get(
      '{ search(filter: { text: "mot cua" }) { nodes { ... on EmulationModel { title actions { name } } } } }',
    );
    expect(found.nodes[0].actions.length).toBeGreaterThan(0);
  });

  it('costs the same statements for one hit and for a hundred', async () => {
    const runner = registry.registry.app.get(QueryRunner);
    const cost = async (first: number): Promise<number> => {
      const before = runner.sent.statements;
      await registry.as.reader.get(
        'query ($first: Int!) { search(filter: { text: "que" }, first: $first) { totalCount edges { step node { ... on Unit { path parent { name } } ... on EmulationModel { title unit { path } } } } } }',
        { first },
      );
      return runner.sent.statements - before;
    };
    const twenty = await cost(20);
    expect(await cost(100)).toBe(twenty);
    expect(await cost(1)).toBeLessThanOrEqual(twenty);
    expect(twenty).toBeLessThan(12);
  });

  it('holds nothing that is in the trash', async () => {
    expect(await names('Nuôi ca lốc')).toContain('Nuôi ca lốc');
    await registry.registry.source.query(`update emulation_model set trashed_at = now() where title = 'Nuôi ca lốc'`);
    expect(await names('Nuôi ca lốc')).toEqual(['Nuôi cá lóc']);
  });

  it('finds by a model’s code', async () => {
    const { models } = await registry.as.reader.get('{ models(filter: { text: "căn cước" }) { nodes { code title } } }');
    const [{ code, title }] = models.nodes;
    expect((await search(code.toLowerCase())).edges[0]).toMatchObject({ step: 'EXACT', node: { title } });
  });
});

describe('what cannot be searched for', () => {
  it.each([
    ['one letter', 'q', 'ít nhất hai chữ'],
    ['one letter with marks and signs', ' “ổ” ', 'ít nhất hai chữ'],
    ['five thousand letters', 'a'.repeat(5_000), 'dài nhất 200 ký tự'],
    ['only signs', '… “!” — ?', 'không chỉ dấu câu'],
    ['nothing', '', 'chữ hoặc số'],
    ['control characters', 'que\u0000son', 'ký tự điều khiển'],
  ])('%s is refused with a sentence, before anything is read', async (_, text, sentence) => {
    const runner = registry.registry.app.get(QueryRunner);
    const before = runner.sent.statements;
    const { errors, status } = await registry.as.reader.ask('query ($text: String!) { search(filter: { text: $text }) { totalCount } }', {
      text,
    });
    expect(status).toBe(400);
    expect(errors![0]!.message).toContain(sentence);
    expect(errors![0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', field: ['search', 'filter', 'text'] });
    expect(runner.sent.statements).toBe(before);
  });

  it('has no danger in it: signs of patterns and of questions stand for nothing', async () => {
    for (const text of ['%%%xy', 'xy_cd\\', `'; drop table unit; --`, 'xa:* | b & !c', "d'or <-> x"]) {
      expect((await search(text)).edges.map(({ step }) => step)).not.toContain('EXACT');
      expect(
        (await registry.as.reader.ask('query ($text: String!) { models(filter: { text: $text }) { totalCount } }', { text })).errors,
      ).toBeUndefined();
    }
  });

  it('a cursor of another search, a forged one and a wrong unit are refused', async () => {
    const { pageInfo } = await search('tu quan', { first: 1 });
    for (const variables of [
      { filter: { text: 'que son' }, after: pageInfo.endCursor },
      { filter: { text: 'tu quan', types: ['MODEL'] }, after: pageInfo.endCursor },
      { filter: { text: 'tu quan' }, after: 'x' },
    ]) {
      const { errors } = await registry.as.reader.ask(
        'query ($filter: SearchFilter!, $after: String) { search(filter: $filter, after: $after) { totalCount nodes { __typename } } }',
        variables,
      );
      expect(errors![0]!.extensions).toMatchObject({ code: 'CURSOR_INVALID', field: ['after'] });
    }
    const { errors } = await registry.as.reader.ask('{ search(filter: { text: "que son", unitId: "x" }) { totalCount } }');
    expect(errors![0]!.extensions).toMatchObject({ code: 'ID_INVALID', field: ['filter', 'unitId'] });
  });

  it('nobody searches without signing in', async () =>
    expect((await registry.as.nobody.ask('{ search(filter: { text: "que son" }) { totalCount } }')).status).toBe(401));
});
