import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { WrongShapes, randomOf } from '../support/wrong-shapes.js';

/** `npm run wrong-shapes` sends five thousand. */
const REQUESTS = Number(process.env.WRONG_SHAPES ?? 300);
const SEED = Number(process.env.WRONG_SHAPES_SEED ?? 1);
const AT_ONCE = 8;
jest.setTimeout(60_000 + REQUESTS * 200);

/** Texts that must never leave the program. */
const LEAK =
  /\b(select|insert into|delete from|update \w+ set)\b|relation "|column "|violates|QueryFailed|node_modules|\.[jt]s:\d|\n\s+at |postgres/i;

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ example: true })));
afterAll(() => registry.close());

it(`${REQUESTS} requests of wrong shapes over every mutation: each is answered, none with a fault of ours, none with a word of the program`, async () => {
  const list = '(first: 5) { nodes { id } }';
  const data = await registry.as.reader.get(`{ units${list} models${list} themes${list} sectors${list} }`);
  const ids = ['x', ...Object.values<any>(data).flatMap(({ nodes }) => nodes.map((node: any) => node.id))];
  const shapes = new WrongShapes(registry.registry.app.get(GraphQLSchemaHost).schema, ids, randomOf(SEED));
  const { mutations } = shapes;
  const bodies = Array.from({ length: REQUESTS }, (_, i) => shapes.body(mutations[i % mutations.length]!));
  const faults: unknown[] = [];
  const outcomes = new Map<string, number>();

  const send = async (body: string): Promise<void> => {
    const response = await fetch(`${registry.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${registry.tokens.everyRole}` },
      body,
    });
    const text = await response.text();
    const codes: string[] = (JSON.parse(text).errors ?? []).map((error: any) => error.extensions.code);
    for (const code of codes.length > 0 ? codes : ['answered']) outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
    if (response.status >= 500 || codes.includes('INTERNAL') || LEAK.test(text))
      faults.push({ status: response.status, body: body.slice(0, 2_000), text: text.slice(0, 1_000) });
  };
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < bodies.length) await send(bodies[next++]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));

  if (process.env.WRONG_SHAPES) console.log(mutations.length, Object.fromEntries(outcomes));
  expect(faults).toEqual([]);
  // Some must pass the gate, or the test proves nothing.
  expect(outcomes.get('answered')).toBeGreaterThan(REQUESTS / 10);
  expect((await fetch(`${registry.url}/health/ready`)).status).toBe(200);
});
