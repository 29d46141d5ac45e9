import { beforeAll, expect, it } from '@jest/globals';
import { Agent, request } from 'node:http';
import { readiness } from './expectations.js';
import { operator } from './operator.js';

const machine = operator();

const CLIENTS = 64;
const BEFORE_THE_STOP = 1_000;
const QUERY = JSON.stringify({ query: '{ units(first: 20) { nodes { name path } } }' });

let DATA_DIR: string;
let token: string;
beforeAll(async () => {
  DATA_DIR = await machine.folder();
  token = await machine.token({ DATA_DIR });
});

/** One request on a kept connection. `refused`: the server no longer listens, and nothing was sent. */
function send(url: string, agent: Agent): Promise<number | 'refused' | 'lost'> {
  return new Promise(done => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, response => {
      response.resume();
      response.on('end', () => done(response.statusCode!));
      response.on('error', () => done('lost'));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => done(error.code === 'ECONNREFUSED' ? 'refused' : 'lost'));
    sent.end(QUERY);
  });
}

it.each([
  ['connections that are kept', true],
  ['clients that open a connection for each request', false],
])(`SIGTERM under ${CLIENTS} %s: every request that was sent is answered, before and during the stop`, async (_, keepAlive) => {
  const { program, url } = await machine.start({ DATA_DIR, POINTS_PER_MINUTE: '1000000000' });
  const agent = new Agent({ keepAlive, maxSockets: CLIENTS });
  const ends: (number | 'refused' | 'lost')[] = [];
  let stopped: Promise<unknown> | undefined;
  const client = async (): Promise<void> => {
    for (;;) {
      const end = await send(url, agent);
      ends.push(end);
      if (ends.length === BEFORE_THE_STOP) stopped = program.kill('SIGTERM');
      if (typeof end !== 'number') return;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
  const answered = ends.filter(end => typeof end === 'number');
  expect(new Set(answered)).toEqual(new Set([200]));
  expect(answered.length).toBeGreaterThan(BEFORE_THE_STOP);
  expect(ends.filter(end => end === 'lost')).toEqual([]);
  expect(await stopped).toMatchObject({ code: 0 });
  expect(await readiness(url)).toBe('refused');
});
