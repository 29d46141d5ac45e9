import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { finderWith, searchFinder } from '../../src/insight/search/search.finder.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { allHits, givenTitles } from './search.asker.js';
import { TITLE_QUERIES, neighbourTitles } from './title-queries.js';

const SEARCH = `query ($text: String!) { search(filter: { text: $text }, first: 5) { nodes { ... on EmulationModel { title } } } }`;

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  const known = await registry.as.reader.get('{ models(first: 100) { nodes { title } } }');
  const there = new Set(known.models.nodes.map((model: { title: string }) => model.title));
  await givenTitles(registry, [...TITLE_QUERIES.map(({ title }) => title).filter(title => !there.has(title)), ...neighbourTitles()]);
}, 240_000);
afterAll(() => registry.close());

const pairs = TITLE_QUERIES.flatMap(({ title, queries }) => queries.map(query => [query, title] as const));

it('there are more than a hundred pairs among more than two thousand titles', async () => {
  expect(pairs.length).toBeGreaterThanOrEqual(100);
  const { models } = await registry.as.reader.get('{ models { totalCount } }');
  expect(models.totalCount).toBeGreaterThanOrEqual(2_000);
});

describe.each(['NFC', 'NFD'])('typed in %s', form => {
  it.each(pairs)('“%s” finds “%s” among the first five', async (query, title) => {
    const { search } = await registry.as.reader.get(SEARCH, { text: query.normalize(form) });
    expect(search.nodes.map((node: { title?: string }) => node.title)).toContain(title);
  });
});

describe('however names are looked up, the same things are found in the same order', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = await connect(registry.database.where);
    await client.query('vacuum analyze emulation_model');
  });
  afterAll(() => client.end());

  const limits = { exactTotalLimit: 10_000, facetLimit: 2_000 };
  const WAYS = {
    'as if every word were a common one': finderWith({ ...limits, lookupLimit: 0, indexLimit: 0, scanLimit: 1_000_000 }),
    'as if every word were a common one, met within a few names only': finderWith({
      ...limits,
      lookupLimit: 0,
      indexLimit: 1_000_000,
      scanLimit: 40,
    }),
    'as if some were common': finderWith({ ...limits, lookupLimit: 150, indexLimit: 300, scanLimit: 300 }),
  };
  const TEXTS = (
    'dan van kheo|Dân vận khéo|cán bộ|Hiệp Đức|cong dan|dan cong|moi truong dan van|van kheo moi|bao ve moi tr|' +
    'hoà giải|TTHC|que|tổ tự quản|dan van kheo o que son|xay dung nong thon moi o hiep duc|an toan que|dan vna kheo'
  ).split('|');

  it.each(Object.keys(WAYS).flatMap(way => TEXTS.map(text => [way, text] as const)))(
    '%s: “%s”',
    async (way, text) => {
      const usual = await allHits(searchFinder, client, { text }, 100);
      expect(usual.length).toBeGreaterThan(0);
      expect(await allHits(WAYS[way as keyof typeof WAYS], client, { text }, 90)).toEqual(usual);
    },
    60_000,
  );
});
