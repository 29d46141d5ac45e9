import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

const TOKEN = 'a-token-for-prometheus';

let watched: TestRegistry;
let alone: TestRegistry;
beforeAll(async () => {
  watched = await openTestRegistry({ api: { metricsToken: TOKEN } });
  alone = await openTestRegistry({ beside: watched.database });
});
afterAll(async () => {
  await alone.close();
  await watched.close();
});

const read = async ({ url }: TestRegistry, authorization?: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(`${url}/metrics`, { headers: authorization ? { authorization } : {} });
  return { status: response.status, text: await response.text() };
};

it('metrics need their token; without a configured token there is no such route', async () => {
  expect((await read(watched)).status).toBe(401);
  expect((await read(watched, 'Bearer another')).status).toBe(401);
  expect((await read(watched, `Bearer ${watched.tokens.administrator}`)).status).toBe(401);
  expect((await read(alone, `Bearer ${TOKEN}`)).status).toBe(404);
  expect((await read(watched, `Bearer ${TOKEN}`)).status).toBe(200);
});

it('metrics count answers and refusals, and no text of a client becomes a label', async () => {
  await watched.as.reader.get('query Secret_Name { units(first: 3) { nodes { name } } }');
  await watched.as.nobody.ask('{ units { totalCount } }');
  const { text } = await read(watched, `Bearer ${TOKEN}`);
  expect(text).toMatch(/registry_request_seconds_count\{operation="query",outcome="ok"\} 1/);
  expect(text).toMatch(/registry_request_seconds_count\{operation="query",outcome="refused"\} 1/);
  expect(text).toMatch(/registry_cost_rows_total 3/);
  for (const name of [
    'registry_statements_total',
    'registry_pool_connections',
    'registry_requests_waiting',
    'process_resident_memory_bytes',
  ]) {
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  }
  expect(text).not.toContain('Secret_Name');
});
