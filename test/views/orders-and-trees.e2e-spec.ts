import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import type pg from 'pg';
import { NO_SIGHT } from '../../src/platform/access/sight.js';
import type { Rights } from '../../src/platform/access/rights.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/sql.js';
import { StatementPool } from '../../src/platform/database/statement-pool.js';
import { Cursors } from '../../src/platform/graphql/cursor.js';
import { Planner } from '../../src/platform/views/planner.js';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import { Scopes } from '../../src/platform/views/scopes.js';
import { SHOWS } from '../../src/platform/views/shows.js';
import { many, tree, value } from '../../src/platform/views/view-fields.js';
import { view, type AnyView } from '../../src/platform/views/view.js';
import { visibleToAll } from '../../src/platform/views/visibility.js';
import { connect, testDatabase, type TestDatabase } from '../support/test-server.js';

/** What scores and criteria need of views: numbers that can be missing, and trees. A table of its own, because no chapter has them yet. */
const WIDE = 130;
const wide = Array.from({ length: WIDE }, (_, i) => `f${i}`);

const SCHEMA = `
  scalar Decimal scalar DateTime
  type Query { items(first: Int! = 20, after: String, orderBy: ItemOrder! = SCORE): ItemConnection! }
  enum ItemOrder { SCORE SCORE_DESC NAME }
  type ItemConnection { nodes: [Item!]! totalCount: Int! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Item { name: String! score: Decimal at: DateTime depth: Int! below: [Item!]! same: [Item!]! ${wide.map(f => `${f}: Int!`).join(' ')} }`;

const wideFields = Object.fromEntries(wide.map((name, i) => [name, value(row => sql`length(${row}.name) + ${i}`)]));

const itemView: AnyView = view<object, object, string>()('Item', {
  scope: visibleToAll('a test'),
  fields: {},
  pages: {
    name: value('name'),
    score: value('score'),
    at: value('at'),
    depth: value('depth'),
    below: tree(() => itemView, { table: sql`item`, parentColumn: sql`parent_id`, orderBy: row => sql`${row}.name collate vi_natural` }),
    same: many(() => itemView, {
      rows: (alias, id) => sql`(select *, 0 as depth from item i where i.id = ${id}) ${alias}`,
      orderBy: row => sql`${row}.id`,
    }),
    ...wideFields,
  },
  list: {
    rows: alias => sql`(select *, 0 as depth from item) ${alias}`,
    filter: {},
    order: {
      SCORE: { by: 'score', type: 'numeric', nullable: true },
      SCORE_DESC: { by: 'score', type: 'numeric', nullable: true, descending: true },
      NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' },
    },
  },
});

let database: TestDatabase;
let client: pg.Client;
let pool: StatementPool;
let ask: (query: string) => Promise<any>;

beforeAll(async () => {
  database = await testDatabase();
  client = await connect(database.where);
  pool = new StatementPool(database.where);
  await client.query(
    `create table item (id uuid primary key default gen_random_uuid(), parent_id uuid references item, name text not null, score numeric, at timestamptz)`,
  );
  await client.query(
    `insert into item (name, score, at) select 'Mục ' || i, case when i % 3 = 0 then null when i % 3 = 1 then 8.50 else i * 1.25 end, '2026-11-29T00:00:00.123456Z' from generate_series(1, 40) i`,
  );
  await client.query(`insert into item (name, score) values ('Lớn', 123456789012345678.901)`);
  const rows = { rows: async () => [{ value: 'secret' }], today: () => '2026-11-29' } as unknown as Database;
  const cursors = new Cursors(rows);
  await cursors.onModuleInit();
  const views = { views: [itemView], extensions: [] };
  const planner = new Planner(rows, cursors, new QueryRunner(pool), new Scopes(views, {} as Rights), views);
  const schema = buildSchema(SCHEMA);
  schema.getQueryType()!.getFields().items!.extensions = { [SHOWS]: { kind: 'page', view: itemView } };
  ask = async query => {
    const document = parse(query);
    const plan = planner.plan(
      schema,
      document,
      document.definitions[0] as OperationDefinitionNode,
      {},
      { breadths: new Map(), isPerson: false },
      false,
    );
    return JSON.parse(await planner.text(plan, {}, { sight: NO_SIGHT, language: 'vi' }));
  };
});
afterAll(async () => {
  await pool.end();
  await client.end();
  await database.drop();
});

describe('an order by a number that some rows do not have', () => {
  it.each(['SCORE', 'SCORE_DESC'])('%s shows every row once, whatever the size of the page, those without a number last', async order => {
    const direction = order === 'SCORE' ? 'asc' : 'desc';
    const { rows } = await client.query(`select name from item order by score ${direction} nulls last, id ${direction}`);
    for (const first of [1, 4, 41]) {
      const names: string[] = [];
      let after = '';
      for (let more = true; more;) {
        const { items } = await ask(
          `{ items(first: ${first}, orderBy: ${order} ${after}) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }`,
        );
        names.push(...items.nodes.map(({ name }: { name: string }) => name));
        expect(items.totalCount).toBe(41);
        more = items.pageInfo.hasNextPage;
        after = `after: "${items.pageInfo.endCursor}"`;
      }
      expect(names).toEqual(rows.map(({ name }) => name));
    }
  });
});

describe('a value within a list', () => {
  it('is what it is outside: a decimal keeps its digits, a moment is a moment', async () => {
    const { items } = await ask('{ items(first: 50, orderBy: NAME) { nodes { name score at same { name score at } } } }');
    for (const { same, ...item } of items.nodes) expect(same).toEqual([item]);
    expect(items.nodes.find(({ name }: any) => name === 'Lớn').score).toBe('123456789012345678.901');
    expect(items.nodes.find(({ name }: any) => name === 'Mục 1')).toMatchObject({ score: '8.50', at: '2026-11-29T00:00:00.123Z' });
  });

  it('is found among more columns than a function of PostgreSQL takes', async () => {
    const { items } = await ask(`{ items(first: 3) { nodes { name same { name ${wide.join(' ')} } } } }`);
    for (const { name, same } of items.nodes) {
      expect(same[0].name).toBe(name);
      expect(wide.map(field => same[0][field])).toEqual(wide.map((_, i) => name.length + i));
    }
  });
});

describe('a tree', () => {
  const add = async (name: string, above: string | null): Promise<void> => {
    await client.query(`insert into item (name, parent_id) values ($1, (select id from item where name = $2))`, [name, above]);
  };
  const below = async (name: string): Promise<[string, number][]> => {
    const { items } = await ask('{ items(first: 100) { nodes { name below { name depth } } } }');
    return items.nodes.find((item: any) => item.name === name).below.map((row: any) => [row.name, row.depth]);
  };

  it('is shown depth first, each row with its depth, children in Vietnamese order with numbers as numbers', async () => {
    for (const [name, above] of [
      ['Bộ', null],
      ['Nhóm 10', 'Bộ'],
      ['Nhóm 2', 'Bộ'],
      ['Tiêu chí b', 'Nhóm 2'],
      ['Tiêu chí a', 'Nhóm 2'],
      ['Ý 1', 'Tiêu chí a'],
    ] as const)
      await add(name, above);
    expect(await below('Bộ')).toEqual([
      ['Nhóm 2', 1],
      ['Tiêu chí a', 2],
      ['Ý 1', 3],
      ['Tiêu chí b', 2],
      ['Nhóm 10', 1],
    ]);
    expect(await below('Ý 1')).toEqual([]);
  });

  it('that has become a circle by hand ends', async () => {
    await add('Vòng 1', null);
    await add('Vòng 2', 'Vòng 1');
    await client.query(`update item set parent_id = (select id from item where name = 'Vòng 2') where name = 'Vòng 1'`);
    expect(await below('Vòng 1')).toEqual([['Vòng 2', 1]]);
  });
});
