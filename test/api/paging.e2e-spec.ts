import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ example: true })));
afterAll(() => registry.close());

const UNITS = `query ($first: Int, $after: String, $orderBy: UnitOrder) {
  units(first: $first, after: $after, orderBy: $orderBy, asOf: "2022-10-13") {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor } nodes { id name }
  }
}`;

it('pages of any size show every unit once, in Vietnamese order', async () => {
  const { as } = registry;
  const whole = (await as.reader.get(UNITS, { first: 100 })).units;
  const names: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { units }: { units: any } = await as.reader.get(UNITS, { first: 7, after });
    names.push(...units.nodes.map((node: { name: string }) => node.name));
    ({ hasNextPage: more, endCursor: after } = units.pageInfo);
  }
  expect(names).toEqual(whole.nodes.map((node: { name: string }) => node.name));
  expect(names).toHaveLength(whole.totalCount);
  expect(names.indexOf('Đông Phú')).toBeGreaterThan(names.indexOf('Đà Nẵng'));
  expect(names.indexOf('Hương An')).toBeGreaterThan(names.indexOf('Đông Phú'));
});

it.each([0, -1, 101])('a page of %i rows is refused before anything is read', async first => {
  const { errors, status } = await registry.as.reader.ask(UNITS, { first });
  expect(status).toBe(400);
  expect(errors![0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', field: ['units', 'first'] });
});

it('a forged cursor and a cursor of another order are refused', async () => {
  const { as } = registry;
  const { units } = await as.reader.get(UNITS, { first: 1 });
  const [body, signature] = units.pageInfo.endCursor.split('.');
  const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('Unit.NAME', 'Unit.NAMF')).toString('base64url');
  for (const variables of [{ after: `${forged}.${signature}` }, { after: 'x' }, { after: units.pageInfo.endCursor, orderBy: 'CODE' }]) {
    const { errors } = await as.reader.ask(UNITS, variables);
    expect(errors![0]!.extensions).toMatchObject({ code: 'CURSOR_INVALID', field: ['after'] });
  }
});
