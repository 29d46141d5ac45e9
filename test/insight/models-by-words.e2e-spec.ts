import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unmarked } from '../../src/shared/text.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenTitles } from './search.asker.js';

/** Enough that the first rows of the list are not all of it. */
const TITLES = Array.from({ length: 900 }, (_, i) => {
  const deed = i % 100 === 7 ? 'hiến đất mở đường' : i % 3 === 0 ? 'giữ gìn an ninh' : 'bảo vệ môi trường';
  return `Dân vận khéo ${deed} ${i === 450 ? 'diệt ốc bươu vàng ' : ''}khối ${i}`;
});
const WORDS = {
  'in every title': 'dan van kheo',
  'in every third': 'an ninh',
  'in nine titles': 'hiến đất',
  'in one title': 'oc buou vang',
  'in none': 'chưa ai viết',
};

let registry: TestRegistry;
/** Those of the example, too. */
let everyTitle: string[];
beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  await givenTitles(registry, TITLES);
  everyTitle = await listed({}, 'CODE');
}, 120_000);
afterAll(() => registry.close());

const PAGE = `query ($filter: ModelFilter!, $orderBy: ModelOrder!, $after: String) {
  models(filter: $filter, orderBy: $orderBy, first: 70, after: $after) { totalCount nodes { title } pageInfo { hasNextPage endCursor } }
}`;

/** All titles that the list shows, page by page. */
async function listed(filter: object, orderBy: string): Promise<string[]> {
  const titles: string[] = [];
  let page: { totalCount: number; nodes: { title: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  let after: string | null = null;
  do {
    page = (await registry.as.reader.get(PAGE, { filter, orderBy, after })).models;
    titles.push(...page.nodes.map(({ title }) => title));
    after = page.pageInfo.endCursor;
  } while (page.pageInfo.hasNextPage);
  expect(page.totalCount).toBe(titles.length);
  return titles;
}

const holding = (words: string): string[] =>
  everyTitle.filter(title =>
    unmarked(words)
      .split(' ')
      .every(word => unmarked(title).toLowerCase().split(' ').includes(word)),
  );

describe.each(Object.entries(WORDS))('models by words that are %s', (_, text) => {
  it.each(['ATTESTED_ON_DESC', 'TITLE', 'CODE_DESC', 'VILLAGE'])('are those that hold them, in the order %s', async orderBy => {
    const found = await listed({ text }, orderBy);
    expect(found.toSorted()).toEqual(holding(text).toSorted());
    // What is asked besides leads to another way of reading; it must keep the order.
    expect(await listed({ text, subjectKind: ['COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD'] }, orderBy)).toEqual(found);
  });
});

it('a search by words alone is planned once for all words; what is asked besides is planned for its values', async () => {
  const { pool } = registry.registry;
  const plansOf = async (begin: string): Promise<{ generic: boolean; custom: boolean }[]> => {
    const clients = await Promise.all(Array.from({ length: pool.counts.total }, () => pool.connect()));
    try {
      const asked = clients.map(client =>
        client.query<{ generic: boolean; custom: boolean }>(
          `select generic_plans > 0 as generic, custom_plans > 0 as custom from pg_prepared_statements where statement like '%' || $1 || '%'`,
          [begin],
        ),
      );
      return (await Promise.all(asked)).flatMap(({ rows }) => rows);
    } finally {
      for (const client of clients) client.release();
    }
  };
  for (let i = 0; i < 12; i++) {
    for (const text of Object.values(WORDS)) await listed({ text }, 'ATTESTED_ON_DESC');
  }
  const plans = await plansOf('offset 0');
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter(({ generic, custom }) => !generic || custom)).toEqual([]);
});
