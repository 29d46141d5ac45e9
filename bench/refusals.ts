import { Agent, request } from 'node:http';
import { openBenchDatabase } from './bench.database.js';
import { cpuOf, memoryOf } from './process.meter.js';
import { startRegistry } from './registry.process.js';
import { AT_THE_LIMIT, REFUSED } from './refusals.bodies.js';

/**
 * `npm run refusals`: how long the server takes to refuse the largest and most crooked requests that it reads, and to plan and answer what is
 * just within the limits. No document has been seen before. Goal: each refusal under 10 ms (median), as the client sees it; on a
 * busy machine the server's processor time a request says more.
 */
const MODELS = 10_000;
const WARM_UP = 5;
const SENT = 40;
const GOAL_MS = 10;

const { server, dataDir, token } = await openBenchDatabase(MODELS, false);
const registry = await startRegistry(dataDir, { LOG_LEVEL: 'error', EXPLORABLE: 'off' });
const agent = new Agent({ keepAlive: true });
let serial = 0;

interface Told {
  readonly ms: number;
  readonly status: number;
  readonly code: string;
}

function send(body: string): Promise<Told> {
  const unseen = Buffer.from(body.replace('query Q', `query Q${(serial++).toString(36)}`));
  const headers = { 'content-type': 'application/json', 'content-length': unseen.length, authorization: `Bearer ${token}` };
  return new Promise((done, fail) => {
    const began = performance.now();
    const sent = request({ port: registry.port, path: '/graphql', method: 'POST', agent, headers }, answer => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const ms = performance.now() - began;
        const { errors } = JSON.parse(Buffer.concat(chunks).toString()) as { errors?: { extensions: { code: string } }[] };
        done({ ms, status: answer.statusCode!, code: errors?.[0]?.extensions.code ?? 'answered' });
      });
    });
    sent.on('error', fail).end(unseen);
  });
}

async function measure({ name, body }: { name: string; body: string }): Promise<number> {
  for (let i = 0; i < WARM_UP; i++) await send(body);
  const told: Told[] = [];
  const before = cpuOf(registry.pid);
  for (let i = 0; i < SENT; i++) told.push(await send(body));
  const cpu = (cpuOf(registry.pid) - before) / SENT;
  const ms = told.map(one => one.ms).toSorted((a, b) => a - b);
  const [half, most] = [ms[SENT / 2]!, ms.at(-1)!];
  const { status, code } = told[0]!;
  const shown = [half, most, cpu].map(n => n.toFixed(1).padStart(6));
  console.log(`${name.padEnd(42)} ${status} ${code.padEnd(28)} p50 ${shown[0]}  max ${shown[1]}  node ${shown[2]} ms`);
  return half;
}

let slow = 0;
try {
  console.log('Refused:');
  for (const one of REFUSED) if ((await measure(one)) > GOAL_MS) slow++;
  console.log(`${slow} of ${REFUSED.length} take longer than ${GOAL_MS} ms. Just within the limits:`);
  const before = memoryOf(registry.pid);
  for (const one of AT_THE_LIMIT) await measure(one);
  console.log(`memory ${before.toFixed(0)} → ${memoryOf(registry.pid).toFixed(0)} MB`);
} finally {
  agent.destroy();
  await registry.stop();
  await server.release();
}
process.exitCode = slow > 0 ? 1 : 0;
