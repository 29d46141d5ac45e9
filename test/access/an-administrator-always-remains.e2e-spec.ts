import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PASSWORD } from '../accounts/browser.js';
import { openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { toGlobalId } from '../../src/shared/ids.js';
import { connect } from '../support/test-server.js';
import { givenPeople, onServer, run, setTestAdministrator, type Person } from './given-people.js';

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
const unblock = (id: string): Promise<string> => onServer(registry).unblock(id);

async function unblocked(): Promise<string[]> {
  const client = await connect(registry.database.where);
  const { rows } = await client.query<{ id: string }>(`select id from account where blocked_at is null order by id`);
  await client.end();
  return rows.map(({ id }) => toGlobalId('Account', id));
}

/** Two administrators of the whole registry; all others are blocked. */
async function twoAdministrators(): Promise<[Person, Person]> {
  await setTestAdministrator(registry, true);
  const two: [Person, Person] = [await people.person(), await people.person()];
  for (const one of two) await people.give(one, 'ADMINISTRATOR');
  await setTestAdministrator(registry, false);
  for (const id of await unblocked()) if (!two.some(one => one.id === id)) expect(await onServer(registry).block(id)).toBe('DONE');
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

it('the operator of the server can block one of the last two, also with simultaneous commands for both', async () => {
  const two = await twoAdministrators();
  for (let round = 0; round < ROUNDS; round++) {
    const outcomes = await Promise.all(two.map(({ id }) => onServer(registry).block(id)));
    expect(outcomes.toSorted()).toEqual(['DONE', 'GRANT_LAST_ADMINISTRATOR']);
    await unblock(two[outcomes.indexOf('DONE')]!.id);
  }
});

it('the last one cannot be blocked; the one before and other accounts can', async () => {
  const [last, former] = await twoAdministrators();
  await setTestAdministrator(registry, true);
  const officer = await people.person();
  await people.give(officer, 'UNIT_OFFICER');
  await setTestAdministrator(registry, false);
  for (const { id } of [former, officer]) expect(await onServer(registry).block(id)).toBe('DONE');
  expect(await onServer(registry).block(last.id)).toBe('GRANT_LAST_ADMINISTRATOR');
  expect(await last.browser.me()).toBe(last.name);
});

it('if one blocks the other and the other ends the first one’s grant at the same moment, only one succeeds', async () => {
  const [one, other] = await twoAdministrators();
  const { grants } = await other.browser.get(
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
