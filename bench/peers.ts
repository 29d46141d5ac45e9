import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fullName, type UnitKind } from '../src/features/units/unit-kinds.js';
import { fromGlobalId, toGlobalId } from '../src/shared/ids.js';
import { bodyOf } from './documents.js';
import { startServer, type Running } from './process.meter.js';

/** Another way to answer some of the bench's questions over the same data; see `peers/README.md`. */
interface Peer {
  readonly name: string;
  /** Its folder under `peers/`, with a document for each question that it answers. */
  readonly folder: string;
  readonly program: readonly string[];
}

export interface RunningPeer extends Peer, Running {}

const HOME = join(import.meta.dirname, 'peers');
const NODE_22 = join(HOME, 'node_modules', `node-linux-${process.arch}`, 'bin/node');

const PEERS: readonly Peer[] = [
  { name: 'PostGraphile', folder: 'postgraphile', program: [NODE_22, join(HOME, 'postgraphile/server.mjs')] },
  { name: 'usual Nest', folder: 'nest', program: [process.execPath, ...process.execArgv, join(HOME, 'nest/server.ts')] },
];

/** The questions that they can answer as well. */
export const PEER_DOCUMENTS: readonly string[] = ['newest', 'detail'];

export const arePeersInstalled = (): boolean => existsSync(NODE_22);

/** Starts each of them, set up for production, with a pool of the registry's size and settings. */
export function startPeers(address: object): Promise<RunningPeer[]> {
  const pool = { ...address, max: 16, options: '-c timezone=UTC -c datestyle=ISO -c jit=off' };
  const env = { NODE_ENV: 'production', GRAPHILE_ENV: 'production', PEER_POOL: JSON.stringify(pool) };
  return Promise.all(PEERS.map(async peer => ({ ...peer, ...(await startServer(peer.program, env)) })));
}

/** The same question in the peer's words; peers know rows by the ids in the tables. */
export function peerBody({ folder }: Peer, document: string, { id, ...others }: Readonly<Record<string, unknown>>): string {
  const text = readFileSync(join(HOME, folder, `${document}.graphql`), 'utf8');
  return bodyOf(text, id === undefined ? others : { ...others, id: fromGlobalId(id as string)!.id });
}

/** @throws when what a peer answered and what the floor answered are not the same facts. */
export function checkPeer(peer: Peer, document: string, said: unknown, floor: unknown): void {
  const [theirs, ours] = [theirFacts(document, said as PeerAnswer), ourFacts(document, floor as OurAnswer)];
  if (!isDeepStrictEqual(theirs, ours)) {
    throw new Error(`${document}: ${peer.name} answers otherwise:\n${[theirs, ours].map(facts => JSON.stringify(facts)).join('\n')}`);
  }
}

interface Titled {
  readonly code: string;
  readonly title: string;
}

/** What the registry and the floor answer. */
interface OurAnswer {
  readonly models?: { readonly nodes: readonly OurModel[] };
  readonly model?: OurModel;
}

interface OurModel extends Titled {
  readonly unit: { readonly fullName: string };
  readonly children?: { readonly nodes: readonly Titled[] };
}

/** Peers give lists bare or as nodes, and units by their spans or as they stand. */
type Many<Row> = readonly Row[] | { readonly nodes: readonly Row[] };
type Unit = { readonly kind: UnitKind; readonly name: string };

interface PeerAnswer {
  readonly models?: Many<PeerModel>;
  readonly model?: PeerModel;
}

interface PeerModel extends Titled {
  readonly id: string;
  readonly unit: Unit | { readonly spans: Many<Unit> };
  readonly latestStep?: object | Many<object>;
  readonly steps?: Many<object>;
  readonly childCount?: number | { readonly totalCount: number };
  readonly children?: Many<Titled>;
}

const rowsOf = <Row>(many: Many<Row>): readonly Row[] => ('nodes' in many ? many.nodes : many);
const byCode = (models: readonly Titled[]): Titled[] => models.toSorted((a, b) => (a.code < b.code ? -1 : 1));

/** The unit by its name alone; children in any order: databases sort titles otherwise than the Vietnamese alphabet does. */
function ourFacts(document: string, { models, model }: OurAnswer): unknown {
  if (document === 'newest') return models!.nodes.map(line => ({ ...line, unit: line.unit.fullName }));
  return { ...model!, unit: model!.unit.fullName, children: byCode(model!.children!.nodes) };
}

function theirFacts(document: string, { models, model }: PeerAnswer): unknown {
  if (document === 'newest') return rowsOf(models!).map(line => ({ ...common(line), ...lineFacts(line) }));
  return { ...common(model!), steps: [...rowsOf(model!.steps!)], children: byCode(rowsOf(model!.children!)) };
}

function common(model: PeerModel): object {
  const unit = 'spans' in model.unit ? rowsOf(model.unit.spans)[0]! : model.unit;
  return { ...model, id: toGlobalId('EmulationModel', model.id), unit: fullName(unit.kind, unit.name) };
}

function lineFacts({ latestStep, childCount }: PeerModel): object {
  return {
    latestStep: latestStep && 'nodes' in latestStep ? latestStep.nodes[0] : latestStep,
    childCount: typeof childCount === 'object' ? childCount.totalCount : childCount,
  };
}
