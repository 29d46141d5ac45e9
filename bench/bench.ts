import type { ChildProcess } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openBenchDatabase, type BenchDatabase } from './bench.database.js';
import { readOptions, type Options } from './bench.options.js';
import { DOCUMENTS, bodyOf, documentOf, strangerOf } from './documents.js';
import { measure, type Contender } from './measure.js';
import { PEER_DOCUMENTS, arePeersInstalled, checkPeer, peerBody, startPeers, type RunningPeer } from './peers.js';
import { largestBackend, startLoad, startServer, stopped, type Running } from './process.meter.js';
import { goals, heading, lineText, type Line } from './report.js';
import { workloadsOver, type Workload } from './workloads.js';

const root = join(import.meta.dirname, '..');
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
  const registry = await startServer([process.execPath, ...options.nodeArguments, join(root, 'dist/main.js')], {
    DATA_DIR: dataDir,
    EXAMPLE: 'off',
    PORT: '0',
    LOG_LEVEL: 'warn',
    TRUSTED_DOCUMENTS: DOCUMENTS,
    POINTS_PER_MINUTE: '1000000000',
  });
  const floor = await startServer([process.execPath, ...FLOOR], { FLOOR_DATABASE: JSON.stringify(server.address) });
  const peers = options.peers ? await startPeers(server.address) : [];
  const load = startLoad(join(import.meta.dirname, 'load.process.ts'));
  const bench = { models, database, registry, floor, peers, load };
  try {
    const client = new pg.Client({ ...server.address });
    await client.connect();
    const all = await workloadsOver(client, models, async (document, variables) => {
      const { models: page } = await askRegistry<{ models: { pageInfo: { endCursor: string } } }>(bench, documentOf(document), variables);
      return page.pageInfo.endCursor;
    });
    await client.end();
    for (const workload of all.filter(one => isAsked(one, options))) {
      await checkAnswers(bench, workload);
      for (const connections of options.connections) await benchWorkload(bench, workload, connections, options, lines);
    }
    console.log(
      `largest PostgreSQL backend: ${largestBackend(server.folder).toFixed(0)} MB of its own; load of the machine ${loadavg()[0]!.toFixed(1)}\n`,
    );
  } finally {
    await Promise.all([...[registry, floor, ...peers].map(running => running.stop()), stopped(load)]);
    await server.release();
  }
}

const isAsked = ({ name, document }: Workload, { only, peers }: Options): boolean =>
  (only === undefined || name.startsWith(only)) && (peers ? PEER_DOCUMENTS.includes(document) : document !== 'newest');

async function benchWorkload(bench: Bench, workload: Workload, connections: number, options: Options, lines: Line[]): Promise<void> {
  const { registry, floor, peers, database, load, models } = bench;
  const document = documentOf(workload.document);
  const common = { token: database.token, path: '/graphql', port: registry.port, unseen: false };
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
  for (const [i, { name }] of contenders.entries()) {
    const ratio = figures[i]!.perSecond / figures[0]!.perSecond;
    const line = { models, workload: workload.name, connections, way: name, figures: figures[i]!, ratio };
    lines.push(line);
    console.log(lineText(line));
  }
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
