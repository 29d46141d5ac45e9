import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connect as connectTo } from 'node:net';
import { Random } from '../support/random.js';
import { operator, rows, serverProcesses, type Running } from './operator.js';
import { until } from './program.js';
import { SteadyWriter } from './steady-writer.js';

/** `npm run soak -- --kills 100 --commands 200` sets both; by default a few are enough to find a defect. */
const KILLS = Number(process.env.SOAK_KILLS ?? 3);
const COMMANDS = Number(process.env.SOAK_COMMANDS ?? 6);
const SEED = Number(process.env.SOAK_SEED ?? 1);
const PATIENCE_MS = 120_000 + (KILLS + COMMANDS) * 20_000;

const random = new Random(SEED);
const machine = operator();
const restarts: number[] = [];
let DATA_DIR: string;
let token: string;
let registry: Running;
let unitId: string;
let writer: SteadyWriter | undefined;

beforeAll(async () => {
  DATA_DIR = await machine.folder();
  token = await machine.token({ DATA_DIR });
  registry = await machine.start({ DATA_DIR, LOG_LEVEL: 'error' });
  const { data } = await registry.ask(token, `{ units(first: 1, asOf: "2022-10-13") { nodes { id } } }`);
  unitId = data.units.nodes[0].id;
});
afterEach(() => writer?.end());
afterAll(() => {
  if (process.env.SOAK_KILLS === undefined) return;
  const sorted = restarts.toSorted((a, b) => a - b);
  const at = (share: number): string => ((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) / 1000).toFixed(1);
  process.stdout.write(`\n${restarts.length} kills, seed ${SEED}: until it answered again ${at(0.5)} s (median), ${at(1)} s at most\n\n`);
});

/** Kills Node, PostgreSQL, one process of PostgreSQL, or all of them, and starts again. */
async function killSomething(): Promise<void> {
  const [what, started] = [random.pick(['node', 'postgres', 'backend', 'both']), performance.now()];
  const server = serverProcesses(DATA_DIR);
  if (what === 'postgres' || what === 'both') for (const pid of server) kill(pid);
  if (what === 'backend' && server.length > 1) kill(random.pick(server.slice(1)));
  if (what === 'node' || what === 'both') {
    await registry.program.kill('SIGKILL');
    registry = await machine.start({ DATA_DIR, LOG_LEVEL: 'error' });
  }
  await until('it answers again', () => registry.answers(token).catch(() => false));
  restarts.push(performance.now() - started);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It had already ended.
  }
}

const expectWhole = async (): Promise<void> =>
  expect(await machine.cli('audit verify', { DATA_DIR })).toMatchObject({ code: 0, stdout: expect.stringContaining('nguyên vẹn') });

it(
  'whatever is killed during writes, whenever: nothing acknowledged is lost, nothing is there twice, the trail is whole',
  async () => {
    const book = new SteadyWriter(() => (query, variables) => registry.ask(token, query, variables), unitId);
    writer = book;
    book.begin();
    for (let i = 0; i < KILLS; i++) {
      await new Promise(done => setTimeout(done, random.below(600)));
      await killSomething();
    }
    await book.end();
    await until('what was doubtful is settled', async () => {
      expect(await book.repeatAll()).toEqual([]);
      return book.doubtful.size === 0;
    });
    const recorded = await rows(DATA_DIR, `select split_part(title, ' ', 3) as key from emulation_model where title like 'Ghi đều %'`);
    expect(recorded.map(({ key }) => key).toSorted()).toEqual([...book.acknowledged.keys()].toSorted());
    await expectWhole();
  },
  PATIENCE_MS,
);

/** Sends a request and cuts the connection after a moment, with or without its answer. */
function sendAndCut(body: string, ms: number): Promise<void> {
  const { hostname, port } = new URL(registry.url);
  return new Promise(done => {
    const socket = connectTo(Number(port), hostname, () =>
      socket.write(
        `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nAuthorization: Bearer ${token}\r\n` +
          `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      ),
    );
    socket.on('error', () => undefined).on('close', () => done());
    setTimeout(() => socket.destroy(), ms);
  });
}

it(
  'a command sent again and again over cut connections and through kills is done once',
  async () => {
    const query = `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } userErrors { code } } }`;
    const keys = Array.from({ length: COMMANDS }, () => randomUUID());
    for (const [i, key] of keys.entries()) {
      const content = { title: `Gửi lại ${key}`, unitId, subjectKind: 'COLLECTIVE', attestedOn: '2022-10-13', source: 'Thử nghiệm' };
      const variables = { input: { ...content, idempotencyKey: key } };
      const body = JSON.stringify({ query, variables });
      const cut = Array.from({ length: 3 }, () => sendAndCut(body, random.below(40)));
      if (i % 10 === 0) cut.push(killSomething());
      await Promise.all(cut);
      const ids = new Set<string>();
      for (let n = 0; n < 2; n++) {
        await until('it is answered', async () => {
          const answer = await registry.ask(token, query, variables).catch(() => undefined);
          const id = answer?.data?.recordPast?.model?.id as string | undefined;
          if (id) ids.add(id);
          return id !== undefined;
        });
      }
      expect(ids.size).toBe(1);
    }
    const [counted] = await rows(
      DATA_DIR,
      `select count(*)::int as models, count(distinct title)::int as titles from emulation_model where title like 'Gửi lại %'`,
    );
    expect(counted).toEqual({ models: COMMANDS, titles: COMMANDS });
    await expectWhole();
  },
  PATIENCE_MS,
);
