import type { ChildProcess } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { SUPERUSER } from '../src/platform/database/embedded/cluster.js';
import { openBenchDatabase, type BenchDatabase } from './bench.database.js';
import { certificateLines } from './certificates.js';
import { readOptions, type Options } from './bench.options.js';
import { DOCUMENTS, bodyOf, documentOf, strangerOf } from './documents.js';
import { measure, type Contender, type Figures } from './measure.js';
import { PEER_DOCUMENTS, arePeersInstalled, checkPeer, peerBody, startPeers, type RunningPeer } from './peers.js';
import { largestBackend, startLoad, startServer, stopped, type Running } from './process.meter.js';
import { startRegistry } from './registry.process.js';
import { goals, heading, lineText, type Line } from './report.js';
import { workloadsOver, type Workload } from './workloads.js';
import { WRITES, rowsOf, writeQuestions, type WriteQuestion } from './writes.js';

/** How many people enter and decide at once. */
const WRITERS = 8;
/** Node compiles what it runs often, until a command has run some two thousand times: what is measured is a server that has been up for a while. */
const WARM_UP_OF_WRITES_MS = 15_000;
const FLOOR = [...process.execArgv, join(import.meta.dirname, 'floor.server.ts')];

/** Everything that runs while one size is measured. */
interface Bench {
  readonly models: number;
  readonly database: BenchDatabase;
  readonly registry: Running;
  readonly floor: Running;
  readonly peers: readonly RunningPeer[];
  readonly load: ChildProcess;
}

async function benchSize(models: number, options: Options, lines: Line[]): Promise<void> {
  const database = await openBenchDatabase(models, options.peers);
  const { dataDir, server } = database;
  const registry = await startRegistry(dataDir, { TRUSTED_DOCUMENTS: DOCUMENTS }, options.nodeArguments);
  const floor = await startServer([process.execPath, ...FLOOR], { FLOOR_DATABASE: JSON.stringify(server.address) });
  const peers = options.peers ? await startPeers(server.address) : [];
  const load = startLoad(join(import.meta.dirname, 'load.process.ts'));
  const bench = { models, database, registry, floor, peers, load };
  try {
    const client = new pg.Client({ ...server.address, user: SUPERUSER });
    await client.connect();
    const all = await workloadsOver(client, models, async (document, variables) => {
      const { models: page } = await askRegistry<{ models: { pageInfo: { endCursor: string } } }>(bench, documentOf(document), variables);
      return page.pageInfo.endCursor;
    });
    for (const workload of all.filter(one => isAsked(one, options))) {
      await checkAnswers(bench, workload);
      for (const connections of options.connections) await benchWorkload(bench, workload, connections, options, lines);
    }
    const wanted = (name: string): boolean => !options.peers && isNamed(name, options.only);
    if (wanted('certificates')) {
      const bodies = all.find(({ name }) => name === 'detail')!.variables.map(given => bodyOf(documentOf('detail'), given));
      for (const line of await certificateLines(client, { port: registry.port, token: database.token, bodies })) console.log(line);
    }
    if (WRITES.some(wanted)) {
      for (const write of await writeQuestions(client)) if (wanted(write.name)) await benchWrite(bench, client, write, options, lines);
    }
    await client.end();
    console.log(
      `largest PostgreSQL backend: ${largestBackend(server.folder).toFixed(0)} MB of its own; load of the machine ${loadavg()[0]!.toFixed(1)}\n`,
    );
  } finally {
    await Promise.all([...[registry, floor, ...peers].map(running => running.stop()), stopped(load)]);
    await server.release();
  }
}

const isAsked = ({ name, document }: Workload, { only, peers }: Options): boolean =>
  isNamed(name, only) && (peers ? PEER_DOCUMENTS.includes(document) : document !== 'newest');
const isNamed = (name: string, only: Options['only']): boolean => only?.some(begin => name.startsWith(begin)) ?? true;

async function benchWorkload(bench: Bench, workload: Workload, connections: number, options: Options, lines: Line[]): Promise<void> {
  const { registry, floor, peers, database, load, models } = bench;
  const document = documentOf(workload.document);
  const common = { token: database.token, path: '/graphql', port: registry.port, unseen: false, once: false };
  const bodies = (text: string): string[] => workload.variables.map(variables => bodyOf(text, variables));
  const all: Contender[] = [
    { name: 'floor', pid: floor.pid, order: { ...common, port: floor.port, path: `/${workload.document}`, bodies: bodies(document) } },
    { name: 'trusted', pid: registry.pid, order: { ...common, bodies: bodies(document) } },
    { name: 'any', pid: registry.pid, order: { ...common, bodies: bodies(strangerOf(document)) } },
    // Its answers are its own: children that lie elsewhere are not there for it.
    ...(workload.inProvince
      ? [{ name: 'province', pid: registry.pid, order: { ...common, token: database.provinceToken, bodies: bodies(document) } }]
      : []),
    { name: 'never seen', pid: registry.pid, order: { ...common, bodies: bodies(strangerOf(document)), unseen: true } },
    ...peers.flatMap(peer => {
      const order = { ...common, port: peer.port, bodies: workload.variables.map(given => peerBody(peer, workload.document, given)) };
      return [
        { name: peer.name, pid: peer.pid, order },
        { name: `${peer.name}, never seen`, pid: peer.pid, order: { ...order, unseen: true } },
      ];
    }),
  ];
  const contenders = all.filter(({ name }) => name === 'floor' || (options.ways?.includes(name) ?? true));
  const figures = await measure(load, database.server.folder, contenders, connections, options.effort);
  tell(contenders, figures, { models, workload: workload.name, connections }, lines);
}

function tell(
  contenders: readonly Contender[],
  figures: readonly Figures[],
  what: Pick<Line, 'models' | 'workload' | 'connections'>,
  lines: Line[],
): void {
  for (const [i, { name }] of contenders.entries()) {
    const line = { ...what, way: name, figures: figures[i]!, ratio: figures[i]!.perSecond / figures[0]!.perSecond };
    lines.push(line);
    console.log(lineText(line));
  }
}

/** Last of all, because the data are others afterwards. */
async function benchWrite(bench: Bench, client: pg.Client, write: WriteQuestion, options: Options, lines: Line[]): Promise<void> {
  const { registry, floor, database, load, models } = bench;
  const common = { token: database.writingToken, unseen: false, once: true };
  const contenders: Contender[] = [
    { name: 'floor', pid: floor.pid, order: { ...common, port: floor.port, path: `/${write.name}`, bodies: write.bodies() } },
    { name: 'trusted', pid: registry.pid, order: { ...common, port: registry.port, path: '/graphql', bodies: write.bodies() } },
  ];
  const written: (readonly number[])[] = [];
  for (const { order } of contenders) {
    const before = await rowsOf(client, write);
    await ask(`http://127.0.0.1:${order.port}${order.path}`, database.writingToken, order.bodies[0]!);
    written.push((await rowsOf(client, write)).map((count, i) => count - before[i]!));
  }
  if (!isDeepStrictEqual(written[0], written[1])) throw new Error(`${write.name}: the floor writes other rows: ${JSON.stringify(written)}`);
  const fresh = contenders.map(({ order, ...one }) => ({ ...one, order: { ...order, bodies: order.bodies.slice(1) } }));
  const effort = { ...options.effort, warmUp: options.quick ? options.effort.warmUp : WARM_UP_OF_WRITES_MS };
  const figures = await measure(load, database.server.folder, fresh, WRITERS, effort);
  tell(fresh, figures, { models, workload: write.name, connections: WRITERS }, lines);
}

/** The floor and the registry must say the same, byte for byte, whatever is asked, and the peers the same facts; otherwise nothing is compared. */
async function checkAnswers(bench: Bench, { document, variables, name }: Workload): Promise<void> {
  for (const given of variables) {
    for (const text of [documentOf(document), strangerOf(documentOf(document))]) {
      const answers = [await askRegistry(bench, text, given), await askFloor(bench, document, text, given)].map(data =>
        JSON.stringify(data),
      );
      if (answers[0] !== answers[1])
        throw new Error(`${name}: the floor answers otherwise to ${JSON.stringify(given)}:\n${answers.join('\n')}`);
    }
    for (const peer of bench.peers) {
      checkPeer(peer, document, await askPeer(bench, peer, document, given), await askFloor(bench, document, documentOf(document), given));
    }
  }
}

const askRegistry = <Data>({ registry, database }: Bench, document: string, variables: object): Promise<Data> =>
  ask<Data>(`http://127.0.0.1:${registry.port}/graphql`, database.token, bodyOf(document, variables as Record<string, unknown>));

const askFloor = <Data>({ floor, database }: Bench, path: string, document: string, variables: object): Promise<Data> =>
  ask<Data>(`http://127.0.0.1:${floor.port}/${path}`, database.token, bodyOf(document, variables as Record<string, unknown>));

const askPeer = ({ database }: Bench, peer: RunningPeer, document: string, variables: Workload['variables'][number]): Promise<unknown> =>
  ask(`http://127.0.0.1:${peer.port}/graphql`, database.token, peerBody(peer, document, variables));

async function ask<Data>(url: string, token: string, body: string): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const options = readOptions(process.argv.slice(2));
if (options.peers && !arePeersInstalled()) {
  console.error('The peers are not installed: run `npm ci` in bench/peers.');
  process.exit(1);
}
const lines: Line[] = [];
const started = performance.now();
console.log(heading());
for (const models of options.sizes) await benchSize(models, options, lines);
for (const goal of goals(lines)) console.log(goal);
console.log(`in ${((performance.now() - started) / 1000).toFixed(0)} s`);
