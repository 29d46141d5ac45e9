import { fork, type ChildProcess } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openBenchDatabase } from './bench.database.js';
import { DOCUMENTS, bodyOf, documentOf } from './documents.js';
import type { FloodOrder, FloodResult } from './flood.process.js';
import type { LoadOrder, LoadResult } from './load.process.js';
import { memoryOf, startLoad, stopped } from './process.meter.js';
import { quantile } from './measure.js';
import { startRegistry } from './registry.process.js';
import { workloadsOver } from './workloads.js';

/**
 * `npm run overload`: ten times the requests that the registry can sustain. Those that it takes must be answered as on a quiet day (p99 at most
 * three times as long), the others be asked to come back; it must neither end nor grow.
 */
const MODELS = 10_000;
const CLIENTS = 16;
const TIMES = 10;
const QUIET_SHARE = 0.1;
const SECONDS = { warmUp: 5, sustained: 5, quiet: 8, overload: 30 } as const;

const ordered = <Order, Result>(child: ChildProcess, order: Order): Promise<Result> =>
  new Promise(done => {
    child.once('message', (result: Result) => done(result));
    child.send(order as object);
  });

const { server, dataDir, token } = await openBenchDatabase(MODELS, false);
const client = new pg.Client({ ...server.address });
await client.connect();
const workloads = await workloadsOver(client, MODELS, () => Promise.resolve(''));
await client.end();
const { document, variables } = workloads.find(({ name }) => name === 'list')!;
const bodies = variables.filter(given => !('after' in given)).map(given => bodyOf(documentOf(document), given));

const registry = await startRegistry(dataDir, { TRUSTED_DOCUMENTS: DOCUMENTS });
const load = startLoad(join(import.meta.dirname, 'load.process.ts'));
const flood = fork(join(import.meta.dirname, 'flood.process.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
const line = (name: string, { accepted, refused, unsent, broken, lag }: FloodResult): void =>
  console.log(
    `${name}: ${accepted.length} answered (p50 ${quantile(accepted, 0.5).toFixed(1)}, p99 ${quantile(accepted, 0.99).toFixed(1)} ms), ` +
      `${refused.length} told to come back (p99 ${quantile(refused, 0.99).toFixed(1)} ms), ${unsent} not sent, ${broken} broken; the sender’s own lag p99 ${lag.toFixed(1)} ms`,
  );

let failed = false;
try {
  const common = { port: registry.port, token, bodies };
  const closed = (seconds: number): Promise<LoadResult> =>
    ordered<LoadOrder, LoadResult>(load, {
      ...common,
      path: '/graphql',
      unseen: false,
      once: false,
      connections: CLIENTS,
      milliseconds: seconds * 1_000,
    });
  const open = (perSecond: number, seconds: number, connections: number): Promise<FloodResult> =>
    ordered<FloodOrder, FloodResult>(flood, { ...common, perSecond, milliseconds: seconds * 1_000, connections });

  await closed(SECONDS.warmUp);
  const { requests, seconds } = await closed(SECONDS.sustained);
  const sustainable = requests / seconds;
  const quiet = await open(sustainable * QUIET_SHARE, SECONDS.quiet, 64);
  let memory = memoryOf(registry.pid);
  const watch = setInterval(() => (memory = Math.max(memory, memoryOf(registry.pid))), 200);
  const before = memory;
  const flooded = await open(sustainable * TIMES, SECONDS.overload, 400);
  clearInterval(watch);
  const after = await open(sustainable * QUIET_SHARE, SECONDS.quiet, 64);

  console.log(
    `sustainable with ${CLIENTS} clients: ${sustainable.toFixed(0)} requests a second; load of the machine ${loadavg()[0]!.toFixed(1)}`,
  );
  line(`quiet, ${(sustainable * QUIET_SHARE).toFixed(0)}/s`, quiet);
  line(`overload, ${(sustainable * TIMES).toFixed(0)}/s`, flooded);
  line('quiet again', after);
  // It begins at once: what was admitted before the server noticed is measured with the rest.
  const begun = flooded.accepted.slice(flooded.early);
  console.log(
    `of the first second: p99 ${quantile(flooded.accepted.slice(0, flooded.early), 0.99).toFixed(1)} ms; later: ${quantile(begun, 0.99).toFixed(1)} ms`,
  );
  const times = quantile(flooded.accepted, 0.99) / quantile(quiet.accepted, 0.99);
  console.log(
    `p99 of the accepted: ${times.toFixed(1)} times the quiet one (goal: 3); memory ${before.toFixed(0)} → ${memory.toFixed(0)} MB`,
  );
  failed = times > 3 || flooded.broken > 0 || after.broken > 0;
} finally {
  await Promise.all([registry.stop(), stopped(load), stopped(flood)]);
  await server.release();
}
process.exitCode = failed ? 1 : 0;
