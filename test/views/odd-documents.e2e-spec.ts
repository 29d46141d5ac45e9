import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { parse, type GraphQLSchema } from 'graphql';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { forced, withoutForced } from './forced.document.js';
import { HttpDoor, type DoorAnswer } from './http.door.js';

let registry: TestRegistry;
let schema: GraphQLSchema;
let door: HttpDoor;
beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  ({ schema } = registry.registry.app.get(GraphQLSchemaHost));
  door = await HttpDoor.open(registry.registry.app);
});
afterAll(() => registry.close());

const ask = (query: string, variables: Record<string, unknown> = {}, operationName?: string): Promise<DoorAnswer> =>
  door.ask({ query, variables, operationName });

/** The same document, answered by graphql-js. */
const askForced = (query: string, variables: Record<string, unknown> = {}, operationName?: string): Promise<DoorAnswer> =>
  ask(forced(schema, parse(query), operationName, true), variables, operationName);

/** The data’s text as the fast way writes it, which graphql-js must agree to. */
async function written(query: string, variables?: Record<string, unknown>, operationName?: string): Promise<string> {
  const told = await ask(query, variables, operationName);
  expect(told.answered.errors).toEqual([]);
  expect(JSON.stringify(withoutForced((await askForced(query, variables, operationName)).answered.data))).toBe(told.written);
  return told.written!;
}

describe('a selection of which nothing is left', () => {
  it.each([
    ['at the root', '{ units @skip(if: true) { totalCount } }', '{}'],
    ['of a page', '{ units { totalCount @include(if: false) } }', '{"units":{}}'],
    ['of a list', '{ sectors(first: 2) { nodes { id @skip(if: true) } } }', '{"sectors":{"nodes":[{},{}]}}'],
  ])('%s is an empty object', async (_, query, text) => expect(await written(query)).toBe(text));
});

describe('names', () => {
  it('that mean something to JavaScript or to JSON are names like any other', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'toJSON', 'then', 'hasOwnProperty', '__typename'];
    const fields = names.map(name => `${name}: name`).join(' ');
    const text = await written(`{ __proto__: sectors(first: 1) { nodes { ${fields} } } }`);
    expect(Object.keys(Object.getOwnPropertyDescriptor(JSON.parse(text), '__proto__')!.value.nodes[0])).toEqual(names);
  });

  it('of types are told of every object, under any name', async () => {
    const text = await written('{ __typename a: __typename themes(first: 1) { __typename edges { b: __typename node { __typename } } } }');
    expect(text).toMatch(
      /^{"__typename":"Query","a":"Query","themes":{"__typename":"ThemeConnection","edges":\[{"b":"ThemeEdge","node":{"__typename":"Theme"}}]}}$/,
    );
  });
});

describe('introspection', () => {
  it('is answered by graphql-js, beside fields of views as well as alone', async () => {
    const { answered } = await ask('{ __schema { queryType { name } } __type(name: "Unit") { kind } units { __typename } }');
    expect(answered).toEqual({
      data: { __schema: { queryType: { name: 'Query' } }, __type: { kind: 'OBJECT' }, units: { __typename: 'UnitConnection' } },
      errors: [],
    });
    expect((await ask('{ __schema { queryType { name } } }')).answered.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });
});

describe('a document of fifty operations', () => {
  const operations = Array.from({ length: 50 }, (_, i) => `query Q${i} { sectors(first: ${i + 1}) { ...page } }`);
  const document = `${operations.join(' ')} fragment page on SectorConnection { totalCount nodes { code } }`;

  it('answers the one that is named', async () => {
    for (const i of [0, 1, 3, 49]) {
      const { sectors } = JSON.parse(await written(document, {}, `Q${i}`));
      expect(sectors.nodes).toHaveLength(Math.min(i + 1, 4));
    }
  });

  it('answers none without a name', async () => {
    expect(await ask(document)).toMatchObject({ refused: true, status: 400 });
  });

  it('an operation may have a name that looks like introspection', async () => {
    expect(await written('query __schema { sectors { totalCount } } query IntrospectionQuery { __typename }', {}, '__schema')).toBe(
      '{"sectors":{"totalCount":4}}',
    );
  });
});

describe('what is wrong is refused whatever is selected beside it', () => {
  it.each([
    ['a cursor, of a count', '{ units(after: "x") { totalCount } }', 'CURSOR_INVALID'],
    ['a cursor, of nothing', '{ units(after: "x") { __typename } }', 'CURSOR_INVALID'],
    ['an id, of nothing', '{ models(filter: { unitId: "x" }) { __typename } }', 'ID_INVALID'],
    [
      'a cursor, of a nested count',
      '{ sectors(first: 1) { totalCount } units(first: 1) { nodes { children(after: "x") { totalCount } } } }',
      'CURSOR_INVALID',
    ],
  ])('%s', async (_, query, code) => {
    expect((await ask(query)).answered.errors).toMatchObject([{ code }]);
    expect((await askForced(query)).answered.errors).toMatchObject([{ code }]);
  });

  it('a page of 999 rows passes neither way, wherever it stands', async () => {
    const roots = ['units', 'unitEvents', 'sectors', 'themes', 'models'].map(name => `{ ${name}(first: 999) { totalCount } }`);
    const nested = [
      '{ units(first: 1) { nodes { children(first: 999) { totalCount } } } }',
      '{ models(first: 1) { nodes { children(first: 999) { totalCount } } } }',
      '{ node(id: "x") { ... on Unit { ...f } } } fragment f on Unit { children(first: 999) @skip(if: true) { totalCount } }',
    ];
    for (const query of [...roots, ...nested]) {
      for (const told of [await ask(query), await askForced(query)])
        expect(told).toMatchObject({ refused: true, status: 400, fields: ['INPUT_INVALID', expect.anything(), 'first'] });
    }
    const asked = await ask('query ($first: Int!) { units(first: $first) { totalCount } }', { first: 999 });
    expect(asked.fields[0]).toBe('INPUT_INVALID');
  });
});

describe('a thing that points to a thing that points to a thing', () => {
  it('a row made of columns is answered after the joins of a select are used up', async () => {
    const units = Array.from({ length: 12 }, (_, i) => `u${i}: unit { name }`).join(' ');
    await written(
      `{ models(first: 3) { nodes { ${units} village { name } form { aims } } } people(first: 1) { nodes { ${units} village { kind } } } }`,
    );
  });

  /** Three ways up at each step: 120 joins for four steps, which kept PostgreSQL planning for thirteen seconds; six steps ended the server. */
  const treeOf = (steps: number): string =>
    `{ units(first: 3, asOf: "2022-10-13") { nodes { ...F0 } } } fragment F${steps} on Unit { name } ${Array.from(
      { length: steps },
      (_, i) => `fragment F${i} on Unit { parent { ...F${i + 1} } territory { ...F${i + 1} } restated { ...F${i + 1} } }`,
    ).join(' ')}`;

  /** The most lateral joins that a select has by itself: PostgreSQL plans each select of its own, which is in parentheses of its own. */
  const mostJoinsOf = (text: string): number => {
    const open = [0];
    let most = 0;
    for (const [word] of text.matchAll(/[()]|left join lateral/g)) {
      if (word === '(') open.push(0);
      else if (word === ')') open.pop();
      else most = Math.max(most, ++open[open.length - 1]!);
    }
    return most;
  };

  it('is one statement of small selects', async () => {
    const sent = jest.spyOn(registry.registry.app.get(QueryRunner), 'send');
    await written(treeOf(4));
    const texts = sent.mock.calls.map(([, { text }]) => text);
    sent.mockRestore();
    expect(texts).toHaveLength(2); // `written` asks both executors.
    for (const text of texts) {
      expect(mostJoinsOf(text)).toBeGreaterThan(0);
      expect(mostJoinsOf(text)).toBeLessThanOrEqual(8);
    }
  });

  it('is one statement where it is no more than a screen shows', async () => {
    const runner = registry.registry.app.get(QueryRunner);
    const before = runner.sent.statements;
    await ask(treeOf(1));
    expect(runner.sent.statements - before).toBe(1);
  });
});
