import type { ChildProcess } from 'node:child_process';
import type { LoadOrder, LoadResult } from './load.process.js';
import { cpuOf, databaseCpu, memoryOf } from './process.meter.js';

/** One way to answer, under load. */
export interface Contender {
  readonly name: string;
  readonly pid: number;
  readonly order: Omit<LoadOrder, 'connections' | 'milliseconds'>;
}

/** What one way needed, over all rounds. */
export interface Figures {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly nodeMs: number;
  readonly databaseMs: number;
  readonly memory: number;
  readonly failures: number;
}

export interface Effort {
  readonly rounds: number;
  readonly milliseconds: number;
  readonly warmUp: number;
}

/** The value that this share of the values is below; `NaN` of none. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** Lets all contenders answer in turn, round after round, so that what the machine does meanwhile falls on all of them; the medians count. */
export async function measure(
  load: ChildProcess,
  folder: string,
  contenders: readonly Contender[],
  connections: number,
  effort: Effort,
): Promise<Figures[]> {
  const rounds: Figures[][] = contenders.map(() => []);
  const left = contenders.map(({ order }) => order.bodies);
  const turn = async <T extends { readonly requests: number }>(
    i: number,
    milliseconds: number,
    run: (order: LoadOrder) => Promise<T>,
  ): Promise<T> => {
    const { order } = contenders[i]!;
    const result = await run({ ...order, bodies: left[i]!, connections, milliseconds });
    if (order.once) left[i] = left[i]!.slice(result.requests);
    return result;
  };
  for (const i of contenders.keys()) await turn(i, effort.warmUp, order => ordered(load, order));
  for (let round = 0; round < effort.rounds; round++) {
    for (const [i, contender] of contenders.entries()) {
      rounds[i]!.push(await turn(i, effort.milliseconds, order => oneRound(load, folder, contender, order)));
    }
  }
  return rounds.map(figures => mediansOf(figures));
}

async function oneRound(load: ChildProcess, folder: string, { pid }: Contender, order: LoadOrder): Promise<Figures> {
  const [node, database] = [cpuOf(pid), databaseCpu(folder)];
  const { requests, failures, seconds, latencies } = await ordered(load, order);
  return {
    requests,
    perSecond: requests / seconds,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    nodeMs: (cpuOf(pid) - node) / requests,
    databaseMs: (databaseCpu(folder) - database) / requests,
    memory: memoryOf(pid),
    failures,
  };
}

/** Has the load generator do its work, and waits for the result. */
export function ordered(load: ChildProcess, order: LoadOrder): Promise<LoadResult> {
  return new Promise((done, fail) => {
    const ended = (): void => fail(new Error('The load generator has ended.'));
    load.once('exit', ended);
    load.once('message', (result: LoadResult) => {
      load.off('exit', ended);
      done(result);
    });
    load.send(order);
  });
}

function mediansOf(rounds: readonly Figures[]): Figures {
  const median = (of: (figures: Figures) => number): number => rounds.map(of).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)]!;
  return {
    requests: rounds.reduce((sum, f) => sum + f.requests, 0),
    perSecond: median(f => f.perSecond),
    p50: median(f => f.p50),
    p95: median(f => f.p95),
    p99: median(f => f.p99),
    nodeMs: median(f => f.nodeMs),
    databaseMs: median(f => f.databaseMs),
    memory: Math.max(...rounds.map(f => f.memory)),
    failures: rounds.reduce((sum, f) => sum + f.failures, 0),
  };
}
