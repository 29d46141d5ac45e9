import type { Figures } from './measure.js';
import { WRITES } from './writes.js';

export interface Line {
  readonly models: number;
  readonly workload: string;
  readonly connections: number;
  readonly way: string;
  readonly figures: Figures;
  /** Requests a second against the floor's in the same rounds. */
  readonly ratio: number;
}

const COLUMNS = [
  ['models', 9],
  ['question', 15],
  ['conn', 4],
  ['answered by', 24],
  ['req/s', 7],
  ['ratio', 6],
  ['p50 ms', 8],
  ['p95 ms', 8],
  ['p99 ms', 8],
  ['node ms', 8],
  ['pg ms', 8],
  ['RSS MB', 7],
] as const;

const row = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 1 || i === 3 ? cell.padEnd(COLUMNS[i][1]) : cell.padStart(COLUMNS[i]![1]))).join('  ');

export const heading = (): string => row(COLUMNS.map(([name]) => name));

export function lineText({ models, workload, connections, way, figures, ratio }: Line): string {
  const { perSecond, p50, p95, p99, nodeMs, databaseMs, memory, failures } = figures;
  const cells = [
    String(models),
    workload,
    String(connections),
    way,
    perSecond.toFixed(0),
    ratio.toFixed(2),
    ...[p50, p95, p99].map(ms => ms.toFixed(1)),
    ...[nodeMs, databaseMs].map(ms => ms.toFixed(2)),
    memory.toFixed(0),
  ];
  return row(cells) + (failures > 0 ? `  ${failures} failed!` : '');
}

/** The ways in which the registry itself answers. */
const OURS = new Set(['trusted', 'any', 'never seen', 'province']);

/** How many times as many requests a second as a peer. */
const AGAINST_PEERS = [
  ['trusted', 'PostGraphile', 2],
  ['any', 'PostGraphile', 1.5],
  ['never seen', 'PostGraphile, never seen', 1],
  ['trusted', 'usual Nest', 4],
  ['any', 'usual Nest', 3],
] as const;

/** Each goal of design.md §11 that these figures speak of, and how far it is reached. */
export function goals(lines: readonly Line[]): string[] {
  const sizes = [...new Set(lines.map(({ models }) => models))];
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const find = (workload: string, way: string, models = largest, connections = 16): Line | undefined =>
    lines.find(l => l.workload === workload && l.way === way && l.models === models && l.connections === connections);
  const told: string[] = [];
  const tell = (what: string, value: number | undefined, goal: number, atLeast: boolean): void => {
    if (value === undefined) return;
    const met = atLeast ? value >= goal : value <= goal;
    told.push(`${met ? 'met  ' : 'MISSED'} ${what}: ${value.toFixed(2)} (goal ${atLeast ? '≥' : '≤'} ${goal})`);
  };
  for (const models of sizes) {
    tell(`list of ${models}, trusted / floor`, find('list', 'trusted', models)?.ratio, 0.9, true);
    tell(`list of ${models}, any / floor`, find('list', 'any', models)?.ratio, 0.6, true);
    tell(`detail of ${models}, trusted / floor`, find('detail', 'trusted', models)?.ratio, 0.6, true);
    tell(`detail of ${models}, any / floor`, find('detail', 'any', models)?.ratio, 0.5, true);
  }
  for (const models of sizes) {
    for (const question of ['own list', 'own detail']) {
      const [scoped, whole] = [find(question, 'province', models), find(question, 'trusted', models)];
      tell(`${question} of ${models}, by a right to a province / to everything`, scoped && whole && scoped.ratio / whole.ratio, 0.95, true);
    }
  }
  for (const models of sizes) {
    for (const question of ['newest', 'detail']) {
      for (const [way, peer, goal] of AGAINST_PEERS) {
        const [ours, theirs] = [find(question, way, models), find(question, peer, models)];
        tell(`${question} of ${models}, ${way} / ${peer}`, ours && theirs && ours.figures.perSecond / theirs.figures.perSecond, goal, true);
      }
    }
  }
  for (const write of WRITES) tell(`${write}, 8 clients / floor`, find(write, 'trusted', largest, 8)?.ratio, 0.4, true);
  const [first, last] = [find('list', 'trusted', smallest), find('list', 'trusted', largest)];
  if (first && last && first !== last) {
    tell(`list, p95 at ${largest} / at ${smallest}`, last.figures.p95 / first.figures.p95, 1.5, false);
  }
  tell(`search, rare term, at ${largest}, one client, p95 ms`, find('search, rare', 'trusted', largest, 1)?.figures.p95, 20, false);
  tell(`search, common term, at ${largest}, one client, p95 ms`, find('search, common', 'trusted', largest, 1)?.figures.p95, 100, false);
  tell(`search, rare term, at ${largest}, 16 clients, p95 ms`, find('search, rare', 'trusted')?.figures.p95, 20, false);
  tell(`search, common term, at ${largest}, 16 clients, p95 ms`, find('search, common', 'trusted')?.figures.p95, 100, false);
  const ours = lines.filter(l => OURS.has(l.way)).map(l => l.figures.memory);
  tell('node, resident MB at most', ours.length > 0 ? Math.max(...ours) : undefined, 300, false);
  return told;
}
