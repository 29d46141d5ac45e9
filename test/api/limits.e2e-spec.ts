import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import { openTestRegistry, type Answer, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let runner: QueryRunner;
beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  runner = registry.registry.app.get(QueryRunner);
});
afterAll(() => registry.close());

const repeated = (count: number, part: (i: number) => string): string => Array.from({ length: count }, (_, i) => part(i)).join(' ');

async function refusalOf(query: string, variables: Record<string, unknown> = {}): Promise<Answer['errors']> {
  const before = runner.sent.statements;
  const { data, errors, status } = await registry.as.reader.ask(query, variables);
  expect([status, data, runner.sent.statements - before]).toEqual([400, undefined, 0]);
  return errors;
}

describe('too much is refused before any statement is sent:', () => {
  it.each([
    ['depth', 13, `{ units { nodes { ${'parent { '.repeat(10)} name ${'} '.repeat(10)} } } }`],
    ['aliases', 31, `{ units { nodes { ${repeated(31, i => `a${i}: name`)} } } }`],
    ['aliases', 40, `{ units { nodes { ...f parent { ...f } } } } fragment f on Unit { ${repeated(20, i => `a${i}: name`)} }`],
    ['directives', 51, `{ units { nodes { ${repeated(51, () => '... @include(if: true) { name }')} } } }`],
    ['directives', 51, `{ units { nodes { ...f } } } fragment f on Unit { ${repeated(51, () => 'name @include(if: true)')} }`],
    ['pages', 21, `{ units { nodes { ${repeated(20, i => `a${i}: children(first: 1) { totalCount }`)} } } }`],
    [
      'pages',
      22,
      `{ units { nodes { ...f parent { ...f ...f } } } } fragment f on Unit { ${repeated(7, i => `a${i}: models { totalCount }`)} }`,
    ],
    ['roots', 21, `{ ${repeated(21, () => 'me { name }')} }`],
    ['roots', 24, `{ ...a ...a } fragment a on Query { ${repeated(12, () => 'me { name }')} }`],
    [
      'objects',
      310,
      `{ units { nodes { ${repeated(22, () => '...f')} } } } fragment f on Unit { ${repeated(14, () => 'parent { name }')} }`,
    ],
  ])('%s of %i', async (what, count, query) => {
    expect((await refusalOf(query))![0]!.extensions).toMatchObject({ code: 'QUERY_TOO_LARGE', params: { what, count } });
  });

  it('rows, whether the page sizes are in the document, in variables or in their defaults', async () => {
    const nested = (size: string): string =>
      `units(first: ${size}) { nodes { children(first: ${size}) { nodes { children(first: 2) { nodes { name } } } } } }`;
    for (const [query, variables] of [
      [`{ ${nested('60')} }`, {}],
      [`query ($n: Int!) { ${nested('$n')} }`, { n: 60 }],
      [`query ($n: Int! = 60) { ${nested('$n')} }`, {}],
    ] as const) {
      expect((await refusalOf(query, variables))![0]!.extensions).toMatchObject({ code: 'QUERY_TOO_COSTLY', params: { rows: 10_860 } });
    }
  });

  it('tokens', async () => {
    const [error] = (await refusalOf(`{ units { nodes { ${'name '.repeat(2_000)} } } }`))!;
    expect(error!.message).toContain('2000 từ');
  });

  it('fields that fragments multiply', async () => {
    const doubled = repeated(20, i => `fragment f${i} on Unit { ...f${i + 1} ...f${i + 1} }`);
    const [error] = (await refusalOf(`{ units { nodes { ...f0 } } } ${doubled} fragment f20 on Unit { name }`))!;
    expect(error!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('no limit is evaded by', () => {
  const costly = (head: string, alias = ''): string =>
    `${head} { ${alias}units(first: 60) { nodes { children(first: 60) { nodes { children(first: 2) { nodes { name } } } } } } }`;

  it.each([
    ['naming the operation “__schema”', costly('query __schema')],
    ['naming the operation “IntrospectionQuery”', costly('query IntrospectionQuery')],
    ['naming the field “__schema”', costly('query', '__schema: ')],
    ['a fragment named “__schema”', `${costly('query').slice(0, -1)} ...__schema } fragment __schema on Query { __typename }`],
    ['asking for introspection beside it', `${costly('query').slice(0, -1)} __schema { queryType { name } } }`],
    ['hiding it in fragments', `{ ...a } fragment a on Query { ... on Query { ...b } } fragment b on Query ${costly('')}`],
  ])('%s', async (_, query) => {
    expect((await refusalOf(query))![0]!.extensions).toBeDefined();
  });

  it('naming another operation than the one that is executed', async () => {
    const body = { query: `${costly('query A')} query B { me { name } }` };
    const ask = async (operationName?: string): Promise<any> =>
      (
        await fetch(`${registry.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...body, operationName }),
        })
      ).json();
    expect((await ask('A')).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect((await ask()).errors).toHaveLength(1);
    expect(await ask('B')).toMatchObject({ data: { me: null } });
  });
});

it('an operation within the limits is answered', async () => {
  const before = runner.sent.statements;
  await registry.as.reader.get('{ units(first: 1) { nodes { name } } }');
  expect(runner.sent.statements).toBe(before + 1);
});

it('an error about a value is short, however long the value', async () => {
  const query = 'query ($f: UnitFilter) { units(filter: $f) { totalCount } }';
  const answer = await registry.as.reader.ask(query, { f: { kind: ['x'.repeat(50_000)], text: { y: 'y'.repeat(40_000) } } });
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.errors).length).toBeLessThan(5_000);
});
