import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isObjectType, type GraphQLField, type GraphQLOutputType } from 'graphql';
import { Fallbacks } from '../../src/platform/views/fallbacks.js';
import { Planner } from '../../src/platform/views/planner.js';
import { showOf } from '../../src/platform/views/root-plan.js';
import { openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let reader: Asker;
beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  reader = registry.as.reader;
});
afterAll(() => registry.close());

const TABLE = `statistics(rows: [{ by: YEAR }, { by: SECTOR }], columns: [{ by: STATE }], measures: [MODELS, AVERAGE_SCORE], basis: RESTATED) {
  __typename asOf basis notes residuals { list value filter reason }
  rows { values { key label complete reason } } head: columns { values { label } }
  cells { row column measure number: value amount unknown share previous change list filter ...More }
}`;
const MORE = `fragment More on StatisticsCell { value @include(if: true) share @skip(if: true) }`;

/** Written at once if the planner has written the answer. */
async function asked(document: string): Promise<{ readonly answer: any; readonly atOnce: boolean }> {
  const text = jest.spyOn(registry.registry.app.get(Planner), 'text');
  const answer = await reader.get(document);
  const atOnce = text.mock.calls.length > 0;
  text.mockRestore();
  return { answer, atOnce };
}

it('a table is written at once, and as graphql-js would answer it', async () => {
  const { answer, atOnce } = await asked(`{ ${TABLE} } ${MORE}`);
  expect(atOnce).toBe(true);
  expect(answer.statistics.cells.some(({ number }: any) => number > 0)).toBe(true);
  // A field that a resolver answers leaves the whole document to graphql-js.
  const slowly = await asked(`{ ${TABLE} overview(unitId: "${await anyUnit()}", year: 2025) { year } } ${MORE}`);
  expect(slowly.atOnce).toBe(false);
  expect(JSON.stringify(answer.statistics)).toBe(JSON.stringify(slowly.answer.statistics));
});

it('a refusal is answered at its field, and is no fault', async () => {
  const { units } = await reader.get(`{ units(first: 100, asOf: "2024-01-01") { nodes { id kind } } }`);
  const ended = units.nodes.find(({ kind }: any) => kind === 'HUYEN').id;
  const table = `statistics(rows: [{ by: UNIT, childrenOf: "${ended}" }], measures: [MODELS], basis: RESTATED) { asOf }`;
  const { errors } = await reader.ask(`{ lost: ${table} }`);
  expect(errors).toEqual([
    expect.objectContaining({ path: ['lost'], extensions: expect.objectContaining({ code: 'STATISTICS_UNIT_NOT_IN_FORCE' }) }),
  ]);
  expect(registry.registry.app.get(Fallbacks).faults).toBe(0);
});

const anyUnit = async (): Promise<string> => (await reader.get(`{ units(first: 1) { nodes { id } } }`)).units.nodes[0].id;

/** Nest gives every field a resolver; that of a field without a method is called so. */
const isPlain = ({ resolve }: GraphQLField<unknown, unknown>): boolean => resolve === undefined || resolve.name === 'rootFieldResolver';

function fieldsBelow(type: GraphQLOutputType, seen = new Set<string>()): GraphQLField<unknown, unknown>[] {
  const named = getNamedType(type);
  if (!isObjectType(named) || seen.has(named.name)) return [];
  seen.add(named.name);
  return Object.values(named.getFields()).flatMap(field => [field, ...fieldsBelow(field.type, seen)]);
}

it('no field below a root field that is written at once has a resolver', () => {
  const { schema } = registry.registry.app.get(GraphQLSchemaHost);
  const roots = schema.getQueryType()!.getFields();
  const made = Object.values(roots).filter(field => showOf(field)?.kind === 'made');
  expect(made.map(({ name }) => name)).toContain('statistics');
  expect(made.flatMap(({ type }) => fieldsBelow(type)).filter(field => !isPlain(field))).toEqual([]);
  // The check finds such fields where there are some.
  expect(fieldsBelow(roots.overview!.type).filter(field => !isPlain(field))).not.toEqual([]);
});
