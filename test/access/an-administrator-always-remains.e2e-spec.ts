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

/** `BLOCKED`, or the error code. */
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

/** Two administrators of the whole registry; all others are blocked. */
async function twoAdministrators(): Promise<[Person, Person]> {
  const others = await unblocked();
  const two: [Person, Person] = [await people.person(), await people.person()];
  for (const one of two) await people.give(one, 'ADMINISTRATOR');
  for (const id of others) expect(await block(registry.as.administrator, id)).toBe('BLOCKED');
  return two;
}

it('if two block each other at the same moment, the first succeeds and the second is signed out', async () => {
  const [one, other] = await twoAdministrators();
  for (let round = 0; round < ROUNDS; round++) {
    const outcomes = await Promise.all([block(one.browser, other.id), block(other.browser, one.id)]);
    expect(outcomes.toSorted()).toEqual(['BLOCKED', 'SESSION_ENDED']);
    const loser = outcomes[0] === 'BLOCKED' ? other : one;
    expect(await unblocked()).toEqual([loser === one ? other.id : one.id]);
    await unblock(loser.id);
    await loser.browser.signIn(loser.name, PASSWORD);
  }
});

it('a program can block one of the last two, also with simultaneous requests for both', async () => {
  const two = await twoAdministrators();
  const program = registry.as.administrator;
  for (let round = 0; round < ROUNDS; round++) {
    const outcomes = await Promise.all(two.map(({ id }) => block(program, id)));
    expect(outcomes.toSorted()).toEqual(['BLOCKED', 'GRANT_LAST_ADMINISTRATOR']);
    await unblock(two[outcomes.indexOf('BLOCKED')]!.id);
  }
});

it('the last one cannot be blocked; the one before and other accounts can', async () => {
  const [last, former] = await twoAdministrators();
  const officer = await people.person();
  await people.give(officer, 'UNIT_OFFICER');
  for (const { id } of [former, officer]) expect(await block(registry.as.administrator, id)).toBe('BLOCKED');
  expect(await block(registry.as.administrator, last.id)).toBe('GRANT_LAST_ADMINISTRATOR');
  expect(await last.browser.me()).toBe(last.name);
});

it('if one blocks the other and the other ends the first one’s grant at the same moment, only one succeeds', async () => {
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
  const outcomes = await Promise.all([block(one.browser, other.id), end()]);
  expect(outcomes.filter(code => code === 'BLOCKED' || code === 'ENDED')).toHaveLength(1);
});
