import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import pg from 'pg';
import { ADVISORY_LOCKS } from '../src/platform/database/advisory-locks.js';
import { SUPERUSER } from '../src/platform/database/embedded/cluster.js';
import { fromGlobalId, newId, toGlobalId } from '../src/shared/ids.js';
import { openBenchDatabase } from './bench.database.js';
import { COMMUNES, DISTRICTS, PROVINCES, unitId } from './data.shape.js';
import { bodyOf, DOCUMENTS, documentOf } from './documents.js';
import type { LoadOrder } from './load.process.js';
import { ordered, quantile } from './measure.js';
import { cpuOf, databaseCpu, startLoad, stopped } from './process.meter.js';
import { startRegistry } from './registry.process.js';
import { BENCH_PLACE, writeQuestions } from './writes.js';

/**
 * `npm run statistics`: what statistics of today cost, of units of each level and of the whole country, and whether they say what a count of the rows
 * says; then what a command pays for the counts that are kept, and whether 64 people who enter models in one province wait for one another.
 * MODELS=1000000 asks for more, ONLY=answers or ONLY=commands for one of both.
 */
const MODELS = Number(process.env.MODELS ?? 200_000);
const only = process.env.ONLY ?? '';
const WARM = 300;
const ASKED = 100;
/** The rows are counted anew for so many of the questions, of the country for one. */
const COMPARED = 5;
const BLOCKS = 4;
const BLOCK_MS = 4_000;
const [WRITERS, CROWD] = [8, 64];

interface Cell {
  readonly value: string;
}
interface Table {
  readonly cells: readonly Cell[];
}
type Variables = Readonly<Record<string, unknown>>;

const QUESTION = `query ($filter: ModelFilter, $rows: [StatisticsAxis!]!, $columns: [StatisticsAxis!]!, $measures: [StatisticsMeasure!]!, $basis: StatisticsBasis!) {
  statistics(filter: $filter, rows: $rows, columns: $columns, measures: $measures, basis: $basis) {
    asOf rows { values { key label } } columns { values { key } } cells { row column measure value filter } notes residuals { value } } }`;

const median = (values: readonly number[]): number => quantile(values, 0.5);

const { server, dataDir, token, writingToken } = await openBenchDatabase(MODELS, false);
const client = new pg.Client({ ...server.address, user: SUPERUSER });
await client.connect();
/** The ids of the units of these rows, as the API knows them. */
async function unitsOf(from: number, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`select ${unitId('i')} as id from generate_series($1::int, $2::int) i`, [
    from,
    from + count - 1,
  ]);
  return rows.map(({ id }) => toGlobalId('Unit', id));
}
const provinces = await unitsOf(1, PROVINCES);
const districts = await unitsOf(1 + PROVINCES, DISTRICTS);
const communes = await unitsOf(1 + PROVINCES + DISTRICTS, COMMUNES);

const BY_YEAR_AND_SECTOR = {
  rows: [{ by: 'YEAR' }, { by: 'SECTOR' }],
  columns: [{ by: 'STATE' }],
  measures: ['MODELS'],
  basis: 'RESTATED',
};
const ofUnit =
  (units: readonly string[]) =>
  (i: number): Variables => ({ ...BY_YEAR_AND_SECTOR, filter: { unitId: units[(i * 37) % units.length] } });
const FIVE = ['MODELS', 'MODELS_REGISTERED', 'RECOGNISED', 'OUTSTANDING', 'STOPPED'];
const pivot = (basis: string) => (): Variables => ({
  rows: [{ by: 'UNIT', level: 'PROVINCE' }],
  columns: [{ by: 'SECTOR' }],
  measures: FIVE,
  basis,
});
const QUESTIONS: readonly (readonly [name: string, goal: number, of: (i: number) => Variables])[] = [
  ['year × sector × state, the country', 20, () => BY_YEAR_AND_SECTOR],
  ['year × sector × state, a province', 20, ofUnit(provinces)],
  ['year × sector × state, a district', 20, ofUnit(districts)],
  ['year × sector × state, a commune', 20, ofUnit(communes)],
  ['63 provinces × 4 sectors × 5 measures', 300, pivot('RESTATED')],
  ['the same, as reported', 300, pivot('AS_REPORTED')],
];

// Counting a million rows takes longer than a request may.
const registry = await startRegistry(dataDir, { TRUSTED_DOCUMENTS: DOCUMENTS, STATEMENT_TIMEOUT: '600' });

async function ask(variables: Variables): Promise<Table> {
  const response = await fetch(`http://127.0.0.1:${registry.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: QUESTION, variables }),
  });
  const text = await response.text();
  const { data } = JSON.parse(text) as { data?: { statistics: Table } };
  if (!data) throw new Error(text.slice(0, 500));
  return data.statistics;
}

/** The same as it is counted from the rows: what is kept is for another day meanwhile, and nobody may count it anew. */
async function fromRows(variables: Variables): Promise<{ table: Table; milliseconds: number }> {
  await client.query(`select pg_advisory_lock($1)`, [ADVISORY_LOCKS.eventCounting]);
  await client.query(`update counted_day set day = day - 1`);
  try {
    const started = performance.now();
    return { table: await ask(variables), milliseconds: performance.now() - started };
  } finally {
    await client.query(`update counted_day set day = day + 1`);
    await client.query(`select pg_advisory_unlock($1)`, [ADVISORY_LOCKS.eventCounting]);
  }
}

let failed = false;
async function measureAnswers(): Promise<void> {
  const load = startLoad(join(import.meta.dirname, 'load.process.ts'));
  const common = { port: registry.port, path: '/graphql', token, unseen: false, once: true, connections: 1, milliseconds: 60_000 };
  for (const [name, goal, of] of QUESTIONS) {
    const bodies = (count: number): string[] => Array.from({ length: count }, (_, i) => bodyOf(QUESTION, of(i)));
    await ordered(load, { ...common, bodies: bodies(WARM) });
    const [node, database] = [cpuOf(registry.pid), databaseCpu(server.folder)];
    const { latencies, failures } = await ordered(load, { ...common, bodies: bodies(ASKED) });
    const cpu = [cpuOf(registry.pid) - node, databaseCpu(server.folder) - database].map(ms => (ms / ASKED).toFixed(1));
    const p95 = quantile(latencies, 0.95);
    let differing = failures;
    const counted: number[] = [];
    const compared = of.length === 0 ? 1 : COMPARED;
    for (let i = 0; i < compared; i++) {
      const { table, milliseconds } = await fromRows(of(i));
      if (!isDeepStrictEqual(table, await ask(of(i)))) differing++;
      counted.push(milliseconds);
    }
    failed ||= p95 > goal || differing > 0;
    console.log(
      `${name}, ${(await ask(of(0))).cells.length} cells: p50 ${quantile(latencies, 0.5).toFixed(1)}, p95 ${p95.toFixed(1)} ms (goal ${goal}: ${p95 > goal ? 'MISSED' : 'met'}); ` +
        `node ${cpu[0]}, pg ${cpu[1]} ms; from the rows ${median(counted).toFixed(0)} ms, ${differing} of ${compared} differ`,
    );
  }
  await stopped(load);
}

const COUNTED = ['emulation_model', 'emulation_model_joint_owner', 'registration', 'model_step', 'recognition', 'model_fact'];
/** Whether commands note what is to be counted. */
const noteChanges = (how: 'enable' | 'disable'): Promise<unknown> =>
  client.query(
    COUNTED.flatMap(table =>
      ['inserted', 'deleted', 'updated'].map(change => `alter table ${table} ${how} trigger ${table}_uncounted_${change};`),
    ).join(' '),
  );
const countedSoFar = async (): Promise<void> => {
  for (let left = 1; left > 0; await pause(100)) {
    const { rows } = await client.query<{ left: number }>(`select count(*)::int as left from uncounted_model`);
    left = rows[0]!.left;
  }
};

interface Block {
  readonly rate: number;
  readonly cpu: number;
  readonly p95: number;
}

async function measureCommands(): Promise<void> {
  const load = startLoad(join(import.meta.dirname, 'load.process.ts'));
  const send = async (bodies: string[], connections: number, milliseconds: number): Promise<Block> => {
    const [node, database] = [cpuOf(registry.pid), databaseCpu(server.folder)];
    const order: LoadOrder = {
      port: registry.port,
      path: '/graphql',
      token: writingToken,
      bodies,
      unseen: false,
      once: true,
      connections,
      milliseconds,
    };
    const { requests, failures, seconds, latencies } = await ordered(load, order);
    if (failures > 0) throw new Error(`${failures} of ${requests} commands were refused.`);
    bodies.splice(0, requests);
    // Counting goes on every second: nearly all of it is in the block.
    const cpu = (cpuOf(registry.pid) - node + databaseCpu(server.folder) - database) / requests;
    await countedSoFar();
    return { rate: requests / seconds, cpu, p95: quantile(latencies, 0.95) };
  };
  try {
    for (const { name, bodies } of await writeQuestions(client)) {
      const left = [...bodies()];
      await send(left, WRITERS, 15_000);
      const kept: Block[] = [];
      const bare: Block[] = [];
      for (let block = 0; block < BLOCKS; block++) {
        for (const [how, blocks] of block % 2
          ? ([
              ['enable', kept],
              ['disable', bare],
            ] as const)
          : ([
              ['disable', bare],
              ['enable', kept],
            ] as const)) {
          await noteChanges(how);
          blocks.push(await send(left, WRITERS, BLOCK_MS));
        }
      }
      const cost = median(kept.map(({ cpu }) => cpu)) / median(bare.map(({ cpu }) => cpu)) - 1;
      failed ||= cost > 0.2;
      console.log(
        `${name}, ${WRITERS} clients: ${median(kept.map(({ rate }) => rate)).toFixed(0)} a second with counts, ${median(bare.map(({ rate }) => rate)).toFixed(0)} without; ` +
          `processor time ${median(kept.map(({ cpu }) => cpu)).toFixed(2)} and ${median(bare.map(({ cpu }) => cpu)).toFixed(2)} ms a command: ${(cost * 100).toFixed(0)} % (goal ≤ 20 %)`,
      );
    }
    await noteChanges('enable');
    await measureCrowd(send);
  } finally {
    await noteChanges('enable');
    await client.query(`insert into uncounted_model (model_id) select id from emulation_model where place = $1`, [BENCH_PLACE]);
    await countedSoFar();
    await stopped(load);
  }
}

/** Many clients who enter models of the same province. */
async function measureCrowd(send: (bodies: string[], connections: number, milliseconds: number) => Promise<Block>): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select c.unit_id as id from unit_span c join unit_span d on d.unit_id = c.parent_id where d.parent_id = $1 and c.code is not null`,
    [fromGlobalId(provinces[2]!)!.id],
  );
  const given = { subjectKind: 'COLLECTIVE', attestedOn: '2024-05-15', source: 'Báo cáo', place: BENCH_PLACE };
  const bodies = Array.from({ length: 12_000 }, (_, i) =>
    bodyOf(documentOf('enter'), {
      input: { ...given, title: `Cùng tỉnh ${i}`, unitId: toGlobalId('Unit', rows[i % rows.length]!.id), idempotencyKey: newId() },
    }),
  );
  const deadlocks = async (): Promise<number> =>
    (await client.query<{ n: number }>(`select deadlocks::int as n from pg_stat_database where datname = current_database()`)).rows[0]!.n;
  const before = await deadlocks();
  const one = await send(bodies, WRITERS, BLOCK_MS);
  const many = await send(bodies, CROWD, 2 * BLOCK_MS);
  const met = (await deadlocks()) - before;
  failed ||= met > 0;
  console.log(
    `enter, ${CROWD} clients in one province: ${many.rate.toFixed(0)} a second (${WRITERS} clients ${one.rate.toFixed(0)}), p95 ${many.p95.toFixed(0)} ms, ${met} deadlocks`,
  );
}

try {
  if (only !== 'commands') await measureAnswers();
  if (only !== 'answers') await measureCommands();
} finally {
  await registry.stop();
  await client.end();
  await server.release();
}
process.exitCode = failed ? 1 : 0;
