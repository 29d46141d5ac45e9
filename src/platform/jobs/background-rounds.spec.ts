import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { BackgroundRounds } from './background-rounds.js';

const EVERY_MS = 100;

let lines: string[];
let running: BackgroundRounds | undefined;

beforeEach(() => {
  jest.useFakeTimers();
  lines = [];
});
afterEach(async () => {
  await running?.stop();
  jest.useRealTimers();
});

/** Rounds of this work, which have been started. */
function started(work: () => Promise<unknown>): BackgroundRounds {
  const log = { info: (line: string) => void lines.push(line), warn: (line: string) => void lines.push(line) };
  running = new BackgroundRounds('counting', EVERY_MS, work, log);
  running.start();
  return running;
}

const pass = (rounds: number): Promise<void> => jest.advanceTimersByTimeAsync(rounds * EVERY_MS);
const refusedBy = (code: string, message = code): Error => Object.assign(new Error(message), { code });

it('no round is started while one is running, and a stop waits for it', async () => {
  const waiting: (() => void)[] = [];
  const rounds = started(() => new Promise<void>(done => waiting.push(done)));
  await pass(3);
  expect(waiting).toHaveLength(1);
  waiting[0]!();
  await pass(1);
  expect(waiting).toHaveLength(2);

  let hasStopped = false;
  const stopping = rounds.stop().then(() => (hasStopped = true));
  await pass(3);
  expect(hasStopped).toBe(false);
  waiting[1]!();
  await stopping;
  await pass(3);
  expect(waiting).toHaveLength(2);
});

it('a round that fails is put off to the next; the same trouble is reported once, until a round succeeds', async () => {
  const outcomes = ['25006', '25006', '25006', '57P01', '08006', undefined, undefined, '25006'];
  started(() => {
    const code = outcomes.shift();
    return code === undefined ? Promise.resolve() : Promise.reject(refusedBy(code));
  });
  await pass(3);
  expect(lines).toEqual(['counting put off']);
  // Away in two ways: the server was stopped, and then is not reached.
  await pass(2);
  expect(lines).toEqual(['counting put off', 'counting put off']);
  await pass(3);
  expect(lines).toEqual(['counting put off', 'counting put off', 'counting goes on', 'counting put off']);
});

it('a defect of the work is not taken for another', async () => {
  const outcomes = ['a', 'a', 'b'];
  started(() => Promise.reject(new Error(outcomes.shift())));
  await pass(3);
  expect(lines).toEqual(['counting put off', 'counting put off']);
});

it('without a running round there is nothing to wait for', async () => {
  await started(() => Promise.reject(new Error('x'))).ended();
  await running!.stop();
  expect(lines).toEqual([]);
});
