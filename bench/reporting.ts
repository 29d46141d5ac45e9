import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { SUPERUSER } from '../src/platform/database/embedded/cluster.js';
import { openBenchDatabase } from './bench.database.js';
import { modelId } from './data.shape.js';
import { memoryOf, type Running } from './process.meter.js';
import { quantile } from './measure.js';
import { startRegistry } from './registry.process.js';

/**
 * `npm run reporting`: what reporting clients cost. The feed: a thousand changes after a far cursor, at a tenth of the trail and at all of it. An
 * export of every model: the memory of the registry while it is written, and how long other requests take meanwhile. MODELS=1000000 asks for more.
 */
const MODELS = Number(process.env.MODELS ?? 200_000);
const QUIET_MS = 10_000;
const EVERY_MS = 50;
const PAGES = 10;
const ROUNDS = 15;

/** Makes the sealed trail as long as that: entries about the models, one after the other. Seals are not those of a real chain. */
async function extendTrail(client: pg.Client, length: number): Promise<void> {
  await client.query(`begin`);
  await client.query(`set local session_replication_role = replica`);
  await client.query(
    `with made as (
       insert into audit_entry (id, at, actor_kind, actor_name, action, object_type, object_id)
       select gen_random_uuid(), '2026-01-01', 'SYSTEM', 'bench', 'model.edited', 'EmulationModel', ${modelId(`1 + i % ${MODELS}`)}
         from generate_series((select coalesce(max(position), 0) + 1 from audit_seal), $1::bigint) i returning id)
     insert into audit_seal (position, entry_id, hash, sealed_at)
     select (select coalesce(max(position), 0) from audit_seal) + row_number() over (), id, sha256(id::text::bytea), '2026-01-01' from made`,
    [length],
  );
  await client.query(`select setval('audit_sealed_head', (select max(position) from audit_seal))`);
  await client.query(`commit`);
  await client.query(`analyze audit_entry, audit_seal`);
}

const { server, dataDir, token } = await openBenchDatabase(MODELS, false);
const client = new pg.Client({ ...server.address, user: SUPERUSER });
await client.connect();

async function ask<Data>(registry: Running, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(`http://127.0.0.1:${registry.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data;
}

const FEED = `query ($after: String) { changes(after: $after, types: ["EmulationModel"], first: 100) { changes { kind id version } cursor hasMore head } }`;

interface Feed {
  readonly changes: { readonly cursor: string; readonly head: string };
}

/** The times of reading a thousand changes at the end of a trail of this length. */
async function feedAt(registry: Running, length: number): Promise<number[]> {
  await extendTrail(client, length);
  const far = (await ask<Feed>(registry, FEED)).changes.head;
  await extendTrail(client, length + PAGES * 100);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    for (let page = 0, after = far; page < PAGES; page++) after = (await ask<Feed>(registry, FEED, { after })).changes.cursor;
    times.push(performance.now() - started);
  }
  return times.slice(3);
}

const LIST = `query ($after: String) { models(first: 20, after: $after, orderBy: TITLE) { nodes { id title state unit { name } } pageInfo { endCursor } } }`;

interface List {
  readonly models: { readonly pageInfo: { readonly endCursor: string } };
}

/** Asks for pages of a list, one every so often, until it is over. @returns how long each took. */
async function othersUntil(registry: Running, isOver: () => boolean | Promise<boolean>): Promise<number[]> {
  const times: number[] = [];
  for (let after: string | null = null; !(await isOver()); await pause(EVERY_MS)) {
    const started = performance.now();
    after = (await ask<List>(registry, LIST, { after })).models.pageInfo.endCursor;
    times.push(performance.now() - started);
  }
  return times;
}

const REQUEST = `mutation ($input: RequestExportInput!) { requestExport(input: $input) { export { id } userErrors { message } } }`;
const SHOWN = '{ myExports { id state rowCount size failure } }';
interface Shown {
  readonly id: string;
  readonly state: string;
  readonly rowCount: number | null;
  readonly size: string | null;
  readonly failure: string | null;
}
const EXPORTED = '{ models(orderBy: TITLE) { nodes { id title code state running unit { id name } sector { code } } } }';

const registry = await startRegistry(dataDir);
let failed = false;
try {
  for (const length of [MODELS / 10, MODELS]) {
    const times = await feedAt(registry, length);
    console.log(
      `feed, 1,000 changes in ${PAGES} pages after ${length} entries: p50 ${quantile(times, 0.5).toFixed(0)}, p95 ${quantile(times, 0.95).toFixed(0)} ms`,
    );
  }
  const end = Date.now() + QUIET_MS;
  await othersUntil(registry, () => Date.now() > end - QUIET_MS / 2);
  const quiet = await othersUntil(registry, () => Date.now() > end);
  const before = memoryOf(registry.pid);
  let memory = before;
  const watch = setInterval(() => (memory = Math.max(memory, memoryOf(registry.pid))), 100);
  const started = performance.now();
  const { requestExport } = await ask<{ requestExport: { export: { id: string } } }>(registry, REQUEST, {
    input: { question: EXPORTED, format: 'JSONL' },
  });
  const shown = async (): Promise<Shown> =>
    (await ask<{ myExports: Shown[] }>(registry, SHOWN)).myExports.find(({ id }) => id === requestExport.export.id)!;
  const meanwhile = await othersUntil(registry, async () => (await shown()).state !== 'WAITING');
  clearInterval(watch);
  const { state, rowCount, size, failure } = await shown();
  const seconds = (performance.now() - started) / 1_000;
  const times = quantile(meanwhile, 0.99) / quantile(quiet, 0.99);
  console.log(
    `export of ${MODELS} models: ${state}, ${rowCount} rows, ${(Number(size) / 1e6).toFixed(0)} MB in ${seconds.toFixed(0)} s ${failure ?? ''}`,
  );
  console.log(
    `memory of the registry: ${before.toFixed(0)} MB before, at most ${memory.toFixed(0)} MB, ${memoryOf(registry.pid).toFixed(0)} MB afterwards`,
  );
  console.log(
    `other requests: p50 ${quantile(quiet, 0.5).toFixed(1)} → ${quantile(meanwhile, 0.5).toFixed(1)} ms, p99 ${quantile(quiet, 0.99).toFixed(1)} → ${quantile(meanwhile, 0.99).toFixed(1)} ms: ` +
      `${times.toFixed(1)} times (goal: 3)`,
  );
  failed = rowCount !== MODELS || times > 3;
} finally {
  await registry.stop();
  await client.end();
  await server.release();
}
process.exitCode = failed ? 1 : 0;
