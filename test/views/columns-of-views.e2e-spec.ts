import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import type pg from 'pg';
import { registryViews } from '../../src/app/views.js';
import { sql, type Sql } from '../../src/platform/database/sql.js';
import { expressionOf, type AnyView, type ViewField } from '../../src/platform/views/view.js';
import { fillAtRandom } from '../support/random-registry.js';
import { Random } from '../support/random.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';

let registry: TestRegistry;
let client: pg.Client;
let schema: GraphQLSchema;
beforeAll(async () => {
  registry = await openTestRegistry();
  await fillAtRandom(registry, new Random(11));
  client = await connect(registry.database.where);
  ({ schema } = registry.registry.app.get(GraphQLSchemaHost));
});
afterAll(async () => {
  await client.end();
  await registry.close();
});

const DAY = sql`date '2026-01-01'`;
const fieldsOf = ({ name, fields }: AnyView): [string, ViewField][] => [
  ...Object.entries(fields),
  ...registryViews.extensions.flatMap(({ type, fields: added = {} }) => (type === name ? Object.entries(added) : [])),
];

/** The rows of a view: of its own, of the lists within others, or of the view that it is a part of. */
function rowsOf(wanted: AnyView): Sql {
  if (wanted.byId) return wanted.byId(sql`t`, sql`null::uuid`, DAY);
  if (wanted.list) return wanted.list.rows(sql`t`, DAY);
  for (const above of registryViews.views) {
    for (const [, field] of fieldsOf(above)) {
      if (!('view' in field) || field.view() !== wanted) continue;
      if (field.kind === 'many') return field.rows(sql`t`, sql`null::uuid`, DAY);
      if (field.kind === 'part') return rowsOf(above);
      if (field.kind === 'one' && field.lateral)
        return sql`(select beside.* from ${rowsOf(above)} cross join lateral ${field.lateral(sql`beside`, sql`t`, DAY)}) t`;
    }
  }
  throw new Error(`Nothing shows a ${wanted.name}.`);
}

const NAMES = `select oid::int, typname from pg_type`;

/** A nested row is JSON: it carries these as a plain row does. A value of JSON is the same value inside JSON. */
const ALIKE = new Set(['uuid', 'text', 'date', 'int4', 'int2', 'bool', '_text', 'json', 'jsonb', 'unknown']);

describe('the columns of a view', () => {
  it('are of types that a nested row carries as a plain row does; decimals and moments are converted by their GraphQL type', async () => {
    const types = new Map((await client.query(NAMES)).rows.map(({ oid, typname }) => [oid, typname as string]));
    const wrong: string[] = [];
    let seen = 0;
    for (const view of registryViews.views) {
      const type = schema.getType(view.name);
      for (const [name, field] of fieldsOf(view)) {
        if (field.kind !== 'value') continue;
        const columns = field.columns.map(column => column(sql`t`, DAY));
        const { fields } = await client.query(`select ${columns.join(', ')} from ${rowsOf(view)} limit 0`);
        const shown = isObjectType(type) ? getNamedType(type.getFields()[name]!.type).name : '';
        const converted = field.compute ? undefined : { Decimal: 'numeric', DateTime: 'timestamptz' }[shown];
        for (const { dataTypeID } of fields) {
          seen++;
          const found = types.get(dataTypeID)!;
          if (!ALIKE.has(found) && found !== converted) wrong.push(`${view.name}.${name}: ${found}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(150);
  });

  it('that a list is ordered by hold a null only where the order says so', async () => {
    const wrong: string[] = [];
    for (const { name, list } of registryViews.views) {
      for (const [order, { by, nullable }] of Object.entries(list?.order ?? {})) {
        const { rows } = await client.query(
          `select from ${list!.rows(sql`t`, sql`date '2030-01-01'`)} where ${expressionOf(by)(sql`t`, DAY)} is null limit 1`,
        );
        if (rows.length > 0 && !nullable) wrong.push(`${name}.${order}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a list', () => {
  it('shows every row once, in every order, page by page', async () => {
    const query = schema.getQueryType()!.getFields();
    const lists = Object.values(query).filter(
      ({ args }) =>
        ['first', 'after', 'orderBy'].every(name => args.some(arg => arg.name === name)) &&
        !args.some(({ name, type }) => name === 'filter' && String(type).endsWith('!')),
    );
    expect(lists.length).toBeGreaterThan(8);
    for (const { name, args } of lists) {
      const orders = (
        getNamedType(args.find(arg => arg.name === 'orderBy')!.type) as unknown as { getValues(): { name: string }[] }
      ).getValues();
      for (const { name: order } of orders) {
        const asked = `orderBy: ${order}`;
        const counted = await registry.as.everyRole.ask(`{ ${name}(${asked}) { totalCount } }`);
        if (counted.errors) continue; // Some lists have no count, or want an argument more.
        const cursors: string[] = [];
        let after: string | null = null;
        do {
          const { [name]: page }: any = await registry.as.everyRole.get<any>(
            `query ($after: String) { ${name}(${asked}, first: 37, after: $after) { edges { cursor } pageInfo { hasNextPage endCursor } } }`,
            { after },
          );
          cursors.push(...page.edges.map(({ cursor }: { cursor: string }) => cursor));
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after !== null);
        expect([name, order, new Set(cursors).size]).toEqual([name, order, cursors.length]);
        expect([name, order, cursors.length]).toEqual([name, order, counted.data[name].totalCount]);
      }
    }
  }, 120_000);
});
