import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenCommendations } from '../commendations/given-commendations.js';
import { TODAY } from '../evaluations/given-rounds.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenProposals } from './given-proposals.js';
import { inTurn, type InTurn } from './in-turn.js';

let registry: TestRegistry;
let turns: InTurn;
let commune: string;
const given = givenProposals(() => registry);
const { tryToGrant, one, line, codes } = givenCommendations(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  turns = await inTurn(registry);
  commune = await given.rounds.units.establish({ name: 'A' });
});
afterAll(async () => {
  await turns.close();
  await registry.close();
});

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
  const [, granted] = await turns.run('audit_entry', hold, grant);
  expect(codes(granted)).toEqual([['COMMENDATION_HELD', 'recipients.0.name']]);
});

it('a grant that is being written is waited for by a hold of the same recipient, which is placed after it', async () => {
  const { grant, hold } = await caseOf('Cá nhân B');
  const [granted] = await turns.run('commendation', grant, hold);
  expect(granted.refused).toEqual([]);
  expect((await one(granted.rows[0].id)).state).toBe('IN_FORCE');
});

it('two grants do not wait for each other', async () => {
  const [a, b] = [await caseOf('Cá nhân C'), await caseOf('Cá nhân D')];
  await turns.client.query('begin');
  await turns.client.query('lock table commendation_hold in share mode');
  const answers = await Promise.all([a.grant(), b.grant()]);
  await turns.client.query('rollback');
  expect(answers.flatMap(({ refused }) => refused)).toEqual([]);
});
