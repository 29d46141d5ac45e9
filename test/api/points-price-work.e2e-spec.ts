import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ example: true })));
afterAll(() => registry.close());

/** The points that an operation cost. */
async function cost(query: string, variables: Record<string, unknown> = {}): Promise<number> {
  const { errors, ...answer } = await registry.as.reader.ask(query, variables);
  expect(errors).toBeUndefined();
  return (answer as any).extensions.cost?.rows ?? 0;
}
const search = (text: string): Promise<number> =>
  cost('query ($text: String!) { search(first: 20, filter: { text: $text }) { nodes { __typename } } }', { text });

it('a search costs by its words, because each may be misspelt; a pasted title is still answered', async () => {
  const [one, three, twelve, title] = [
    await search('dân'),
    await search('dân vận khéo'),
    await search('dan '.repeat(12)),
    await search('mô hình '.repeat(15)),
  ];
  expect([one, three]).toEqual([70, 470]);
  expect(twelve).toBeGreaterThan(3_000);
  expect(title).toBe(twelve);
});

it('nodes cost as many as are named, with what is asked of each', async () => {
  const { units } = await registry.as.reader.get('{ units(first: 50) { nodes { id } } }');
  const ids: string[] = units.nodes.map(({ id }: { id: string }) => id);
  const asked = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Unit { children(first: 10) { nodes { id } } } } }';
  expect(await cost(asked, { ids: ids.slice(0, 1) })).toBe(11);
  expect(await cost(asked, { ids })).toBe(11 * ids.length);
});
