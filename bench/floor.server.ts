import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { readSecret } from './floor.cursor.js';
import { ANSWERS, type Ask } from './floor.answers.js';
import { WRITES } from './floor.writes.js';

/** The registry's pool has as many connections. */
const POOL_SIZE = 16;
const GOOD_FOR_MS = 2_000;

pg.types.setTypeParser(pg.types.builtins.DATE, text => text);

/**
 * The floor: the same answers by plain http, rows in array mode and strings put together without a library. It knows its questions beforehand,
 * and does nothing that they do not need; but it asks for the same token, and keeps what it found as long.
 */
const pool = new pg.Pool({
  ...(JSON.parse(process.env.FLOOR_DATABASE!) as pg.PoolConfig),
  max: POOL_SIZE,
  options: '-c timezone=UTC -c datestyle=ISO -c jit=off',
});
const ask: Ask = async (name, text, values) =>
  (await pool.query<unknown[]>({ ...(name && { name }), text, values: [...values], rowMode: 'array' })).rows;

const known = new Map<string, number>();

async function mayRead(header: string | undefined): Promise<boolean> {
  const secret = /^Bearer (\S{1,400})$/.exec(header ?? '')?.[1] ?? '';
  const hash = createHash('sha256').update(secret).digest();
  const key = hash.toString('base64');
  if ((known.get(key) ?? 0) > Date.now()) return true;
  const [token] = await ask('token', `select 1 from api_token where secret_hash = $1 and revoked_at is null`, [hash]);
  if (token) known.set(key, Date.now() + GOOD_FOR_MS);
  return token !== undefined;
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    request.setEncoding('utf8');
    request
      .on('data', (chunk: string) => (text += chunk))
      .on('end', () => done(text))
      .on('error', fail);
  });
}

async function answer(request: IncomingMessage): Promise<[number, string]> {
  if (!(await mayRead(request.headers.authorization))) return [401, '{"errors":[]}'];
  const { variables } = JSON.parse(await bodyOf(request)) as { variables: Record<string, string> & { input: Record<string, unknown> } };
  const question = request.url!.slice(1);
  return [200, `{"data":${await (WRITES[question] ?? ANSWERS[question])!(ask, variables)}}\n`];
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [status, text] = await answer(request).catch((error: unknown) => [500, JSON.stringify({ errors: [String(error)] })] as const);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

const server = createServer((request, response) => void respond(request, response));

await readSecret(ask);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
