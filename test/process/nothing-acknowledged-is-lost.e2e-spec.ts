import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { operator, rows, serverProcesses, type Running } from './operator.js';
import { until } from './program.js';
import { SteadyWriter } from './steady-writer.js';

const machine = operator();
let DATA_DIR: string;
let token: string;
let registry: Running;
let writer: SteadyWriter;

beforeAll(async () => {
  DATA_DIR = await machine.folder();
  // Created on the stopped registry: the command starts the database and stops it again.
  token = await machine.token({ DATA_DIR });
  expect(serverProcesses(DATA_DIR)).toEqual([]);
  registry = await machine.start({ DATA_DIR, LOG_LEVEL: 'error' });
});

beforeEach(async () => {
  const { data } = await registry.ask(token, `{ units(first: 1, asOf: "2022-10-13") { nodes { id } } }`);
  writer = new SteadyWriter(() => (query, variables) => registry.ask(token, query, variables), data.units.nodes[0].id);
  writer.begin();
  await writes(20);
});

// Also after a failed test: a writer that goes on sending would keep the run from ending.
afterEach(() => writer.end());

/** Every acknowledged write is stored once, a repeat returns the same object, and the trail is whole with one entry for each. */
async function expectNothingLost(): Promise<void> {
  await writes(20);
  await writer.end();
  expect(await writer.repeatAll()).toEqual([]);
  expect([...writer.doubtful]).toEqual([]);
  const keys = [...writer.acknowledged.keys()];
  const recorded = await rows(
    DATA_DIR,
    `select split_part(m.title, ' ', 3) as key, (select count(*)::int from audit_entry e where e.object_id = m.id) as lines
       from emulation_model m where m.title like 'Ghi đều %'`,
  );
  const ours = recorded.filter(({ key }) => writer.acknowledged.has(key));
  expect(ours.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  expect(ours.filter(({ lines }) => lines !== 1)).toEqual([]);
  expect(await machine.cli('audit verify', { DATA_DIR })).toMatchObject({ code: 0, stdout: expect.stringContaining('nguyên vẹn') });
}

const writes = (count: number): Promise<void> => {
  const goal = writer.acknowledged.size + count;
  return until('writes are acknowledged', () => writer.acknowledged.size >= goal);
};

const killServer = (): void => {
  for (const pid of serverProcesses(DATA_DIR)) process.kill(pid, 'SIGKILL');
};

it('when the registry is killed during writes and started again', async () => {
  await registry.program.kill('SIGKILL');
  expect(serverProcesses(DATA_DIR)).not.toEqual([]);
  registry = await machine.start({ DATA_DIR, LOG_LEVEL: 'error' });
  await expectNothingLost();
});

it('when its database is killed during writes: requests get an error, and the database is started again', async () => {
  killServer();
  await until('a request is refused', () => writer.refusals.size > 0);
  await expectNothingLost();
  expect([...writer.refusals]).toEqual(['DATABASE_UNAVAILABLE']);
});

it('when both are killed during writes and the registry is started again', async () => {
  killServer();
  await registry.program.kill('SIGKILL');
  registry = await machine.start({ DATA_DIR, LOG_LEVEL: 'error' });
  await expectNothingLost();
});
