import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PASSWORD } from '../accounts/browser.js';
import { openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenPeople, run, type Person } from './given-people.js';

const ROUNDS = 6;

let registry: TestRegistry;
const people = givenPeople(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
});
afterAll(() => registry.close());

/** `BLOCKED`, or the code of what stands against it. */
async function block(by: Pick<Asker, 'ask'>, id: string): Promise<string> {
  const { code, userErrors } = await run(by, 'blockAccount', 'BlockAccountInput', { id, reason: 'Thử' });
  return code ?? userErrors[0]?.code ?? 'BLOCKED';
}
const unblock = (id: string): Promise<any> =>
  run(registry.as.administrator, 'unblockAccount', 'UnblockAccountInput', { id, reason: 'Thử' });

async function unblocked(): Promise<string[]> {
  const { accounts } = await registry.as.administrator.get(`{ accounts(filter: { blocked: false }, first: 100) { nodes { id } } }`);
  return accounts.nodes.map(({ id }: { id: string }) => id);
}

/** Two administrators of the whole registry; whoever else there was is blocked. */
async function twoAdministrators(): Promise<[Person, Person]> {
  const others = await unblocked();
  const two: [Person, Person] = [await people.person(), await people.person()];
  for (const one of two) await people.give(one, 'ADMINISTRATOR');
  for (const id of others) expect(await block(registry.as.administrator, id)).toBe('BLOCKED');
  return two;
}

it('of two who block each other at the same moment the first is heard, and the second is signed in no more', async () => {
  const [one, other] = await twoAdministrators();
  for (let round = 0; round < ROUNDS; round++) {
    const told = await Promise.all([block(one.browser, other.id), block(other.browser, one.id)]);
    expect(told.toSorted()).toEqual(['BLOCKED', 'SESSION_ENDED']);
    const loser = told[0] === 'BLOCKED' ? other : one;
    expect(await unblocked()).toEqual([loser === one ? other.id : one.id]);
    await unblock(loser.id);
    await loser.browser.signIn(loser.name, PASSWORD);
  }
});

it('of the two last ones a program blocks one, also where it asks for both at the same moment', async () => {
  const two = await twoAdministrators();
  const program = registry.as.administrator;
  for (let round = 0; round < ROUNDS; round++) {
    const told = await Promise.all(two.map(({ id }) => block(program, id)));
    expect(told.toSorted()).toEqual(['BLOCKED', 'GRANT_LAST_ADMINISTRATOR']);
    await unblock(two[told.indexOf('BLOCKED')]!.id);
  }
});

it('the last one is not blocked; the one before, and whoever is none, are', async () => {
  const [last, former] = await twoAdministrators();
  const officer = await people.person();
  await people.give(officer, 'UNIT_OFFICER');
  for (const { id } of [former, officer]) expect(await block(registry.as.administrator, id)).toBe('BLOCKED');
  expect(await block(registry.as.administrator, last.id)).toBe('GRANT_LAST_ADMINISTRATOR');
  expect(await last.browser.me()).toBe(last.name);
});

it('who blocks the other and whose right the other ends at the same moment do not both succeed', async () => {
  const [one, other] = await twoAdministrators();
  const { grants } = await registry.as.administrator.get(
    `query ($id: ID) { grants(filter: { holderId: $id, inForce: true }) { nodes { id version } } }`,
    { id: one.id },
  );
  const [grant] = grants.nodes;
  const end = async (): Promise<string> => {
    const input = { id: grant.id, expectedVersion: grant.version, reason: 'Thử' };
    const { code, userErrors } = await run(other.browser, 'endGrant', 'EndGrantInput', input);
    return code ?? userErrors[0]?.code ?? 'ENDED';
  };
  const told = await Promise.all([block(one.browser, other.id), end()]);
  expect(told.filter(code => code === 'BLOCKED' || code === 'ENDED')).toHaveLength(1);
});
