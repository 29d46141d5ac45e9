import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isObjectType, type GraphQLField, type GraphQLOutputType } from 'graphql';
import { Database } from '../../src/platform/database/database.js';
import { StatementPool } from '../../src/platform/database/statement-pool.js';
import { newId, toGlobalId } from '../../src/shared/ids.js';
import { Fallbacks } from '../../src/platform/views/fallbacks.js';
import { Planner } from '../../src/platform/views/planner.js';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import { showOf } from '../../src/platform/views/root-plan.js';
import { connect } from '../support/test-server.js';
import { KeptCounts } from './kept-counts.js';
import { openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let reader: Asker;
let kept: KeptCounts;
beforeAll(async () => {
  registry = await openTestRegistry({ example: true, timeouts: { statement: 3, lock: 60, idleTransaction: 30 } });
  reader = registry.as.reader;
  kept = await KeptCounts.of(registry);
  await kept.count();
});
afterAll(async () => {
  await kept.release();
  await registry.close();
});

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

it('what is refused after it was counted is not counted again', async () => {
  const sent = (): number => registry.registry.app.get(QueryRunner).sent.statements;
  const ask = async (from: string): Promise<[statements: number, code: string | undefined]> => {
    const before = sent();
    const axes = `rows: [{ by: QUARTER, from: "${from}" }], columns: [{ by: SECTOR }, { by: STATE }]`;
    const { errors } = await reader.ask(`{ statistics(${axes}, measures: [MODELS, RECOGNISED]) { cells { value } } }`);
    return [sent() - before, errors?.[0]?.extensions?.code];
  };
  const [answered] = await ask('2025-01-01');
  const [refused, code] = await ask('1000-01-01');
  expect(code).toBe('STATISTICS_TOO_LARGE');
  expect(refused).toBeLessThanOrEqual(answered);
});

it('of several tables one that is refused leaves nothing going on, and the others are counted once', async () => {
  const table = `statistics(rows: [{ by: YEAR }], columns: [{ by: STATE }], measures: [AVERAGE_SCORE]) { cells { value } }`;
  const lost = `lost: statistics(rows: [{ by: UNIT, childrenOf: "${toGlobalId('Unit', newId())}" }], measures: [MODELS]) { asOf }`;
  const runner = registry.registry.app.get(QueryRunner);
  const sentFor = async (document: string): Promise<number> => {
    const before = runner.sent.statements;
    await reader.ask(document);
    return runner.sent.statements - before;
  };
  const good = ['a', 'b', 'c'].map(name => `${name}: ${table}`).join(' ');
  const whole = await sentFor(`{ ${good} }`);
  expect(await sentFor(`{ ${lost} ${good} }`)).toBeLessThanOrEqual(whole + 1);
  const { total, idle } = registry.registry.app.get(StatementPool).counts;
  expect(idle).toBe(total);
});

it('a statement over kept counts that is stopped is stopped once, and the client is told to come back', async () => {
  const holder = await connect(registry.database.where);
  await holder.query('begin; lock table event_count in access exclusive mode');
  const { status, errors } = await reader.ask(`{ statistics(rows: [{ by: YEAR }], measures: [MODELS]) { cells { value } } }`);
  await holder.query('rollback');
  await holder.end();
  expect([status, errors?.map(({ extensions }) => extensions.code)]).toEqual([503, ['TOO_SLOW']]);
  expect(registry.registry.app.get(Fallbacks).faults).toBe(0);
});

it('reading by ids leaves other statements to be planned for their values', async () => {
  const id = await anyUnit();
  for (let i = 0; i < 8; i++) await reader.get(`{ node(id: "${id}") { id } }`);
  const { rows } = registry.registry.app.get(Database);
  const found = await Promise.all(
    [1, 2, 3, 4].map(() => rows<{ mode: string }>(`select current_setting('plan_cache_mode') as mode, pg_sleep(0.02)`)),
  );
  expect(new Set(found.flat().map(({ mode }) => mode))).toEqual(new Set(['auto']));
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
