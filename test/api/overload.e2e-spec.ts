import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Admission } from '../../src/platform/http/admission.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let admission: Admission;
beforeAll(async () => {
  registry = await openTestRegistry();
  admission = registry.registry.app.get(Admission);
});
afterAll(() => registry.close());

/** Fills all slots and the queue. @returns a function that releases them; it returns how many were refused after the backlog lasted. */
function fill(): () => Promise<number> {
  const turns: Promise<void>[] = [];
  while (!admission.isFull) turns.push(admission.acquire());
  const told = turns.map(turn =>
    turn.then(
      () => false,
      () => true,
    ),
  );
  return async () => {
    let refused = 0;
    for (const one of told) {
      if (await one) refused++;
      else admission.release();
    }
    return refused;
  };
}

const ask = (headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${registry.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ me { name } }' }),
  });

it('a request while the queue is full is answered 503 in the client’s language, with all security headers', async () => {
  const quiet = await ask();
  const goAll = fill();
  const [refused, english, file, watched] = await Promise.all([
    ask(),
    ask({ 'accept-language': 'en' }),
    fetch(`${registry.url}/files/x`),
    fetch(`${registry.url}/health/live`),
  ]);
  expect([refused.status, english.status, file.status, watched.status]).toEqual([503, 503, 503, 200]);
  const { errors } = (await refused.json()) as any;
  expect(errors).toHaveLength(1);
  expect(errors[0].extensions).toMatchObject({ code: 'OVERLOADED', category: 'unavailable' });
  expect(errors[0].message).toContain('quá tải');
  expect(((await english.json()) as any).errors[0].message).toContain('overloaded');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  const kept = ['content-security-policy', 'strict-transport-security', 'x-content-type-options', 'x-frame-options', 'cache-control'];
  for (const name of kept) expect([name, refused.headers.get(name)]).toEqual([name, quiet.headers.get(name)]);
  expect(admission.refused).toBe(3 + (await goAll()));

  expect((await ask()).status).toBe(200);
  expect([admission.inFlight, admission.queued]).toEqual([0, 0]);
});
