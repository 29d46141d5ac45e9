import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { givenCommendations } from '../commendations/given-commendations.js';
import { TODAY } from '../evaluations/given-rounds.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenProposals } from './given-proposals.js';

let registry: TestRegistry;
let client: pg.Client;
let watcher: pg.Client;
let commune: string;
const given = givenProposals(() => registry);
const { tryToGrant, one, line, codes } = givenCommendations(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  client = await connect(registry.database.where);
  watcher = await connect(registry.database.where);
  commune = await given.rounds.units.establish({ name: 'A' });
});
afterAll(async () => {
  await Promise.all([client.end(), watcher.end()]);
  await registry.close();
});

const WAITING = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

/** Comes back once so many commands wait for a lock, or `answered` is answered. */
async function untilWaiting(n: number, answered: Promise<unknown>): Promise<void> {
  const state = { over: false };
  const end = (): void => void (state.over = true);
  answered.then(end, end);
  while (!state.over) {
    const { rows } = await watcher.query(WAITING);
    if (rows[0].n >= n) return;
    await new Promise(done => setTimeout(done, 20));
  }
}

/** Runs `first` until it waits to write to the table, then `second` until it waits as well or is answered, and then lets both go on. */
async function inTurn<First, Second>(table: string, first: () => Promise<First>, second: () => Promise<Second>): Promise<[First, Second]> {
  await client.query('begin');
  await client.query(`lock table ${table} in share mode`);
  const started = first();
  await untilWaiting(1, started);
  const next = second();
  await untilWaiting(2, next);
  await client.query('rollback');
  return Promise.all([started, next]);
}

async function caseOf(name: string): Promise<{ grant: () => Promise<any>; hold: () => Promise<any> }> {
  const input = { number: `${name}/QĐ`, issuedOn: TODAY, issuerId: commune, kind: 'DECISION' };
  const decision = await given.rounds.send(registry.as.boardStaff, 'recordDecision', input, 'decision { id }');
  const personId = await given.rounds.person(commune, name);
  const grant = (): Promise<any> =>
    tryToGrant(commune, TODAY, [line({ name: null, personId })], { decisionId: decision.decision.id, receivedOn: TODAY });
  const hold = (): Promise<any> => given.done(given.hold({ bodyId: commune, personId }));
  return { grant, hold };
}

it('a hold that is being placed is waited for by a grant to the same recipient, which is then refused', async () => {
  const { grant, hold } = await caseOf('Cá nhân A');
  const [, granted] = await inTurn('audit_entry', hold, grant);
  expect(codes(granted)).toEqual([['COMMENDATION_HELD', 'recipients.0.name']]);
});

it('a grant that is being written is waited for by a hold of the same recipient, which is placed after it', async () => {
  const { grant, hold } = await caseOf('Cá nhân B');
  const [granted] = await inTurn('commendation', grant, hold);
  expect(granted.refused).toEqual([]);
  expect((await one(granted.rows[0].id)).state).toBe('IN_FORCE');
});

it('two grants do not wait for each other', async () => {
  const [a, b] = [await caseOf('Cá nhân C'), await caseOf('Cá nhân D')];
  await client.query('begin');
  await client.query('lock table commendation_hold in share mode');
  const answers = await Promise.all([a.grant(), b.grant()]);
  await client.query('rollback');
  expect(answers.flatMap(({ refused }) => refused)).toEqual([]);
});
