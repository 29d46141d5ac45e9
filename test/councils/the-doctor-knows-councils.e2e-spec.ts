import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { at, givenCouncils } from './given-councils.js';

let registry: TestRegistry;
let client: pg.Client;
const units = givenUnits(() => registry);
const councils = givenCouncils(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  client = await connect(registry.database.where);
  const commune = await units.establish({ name: 'Xã A' });
  await units.establish({ name: 'Xã B' });
  const id = await councils.council(commune, 'Hội đồng A', { validTo: '2026-12-31' });
  const m: string[] = [];
  for (const name of ['Cá nhân A', 'Cá nhân B', 'Cá nhân C']) m.push(await councils.member(id, await councils.person(commune, name)));
  await councils.rule(id);
  const sessionId = await councils.session(id, [...at('PRESENT', ...m.slice(0, 2)), ...at('ABSENT', m[2]!)]);
  await councils.run('recordCouncilVotes', { sessionId, expectedVersion: 1, text: 'Xét', inFavour: 2, against: 0, abstained: 0 });
});
afterAll(async () => {
  await client.end();
  await registry.close();
});

const examine = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await registry.registry.app.get(Doctor).examine()).map(({ check, cases }) => [check, cases[0]!.vi]));

it.each([
  [
    'a term outside the life of its council',
    `update council_member set validity = '[2024-01-01,2026-01-01)' where id = (select min(id::text)::uuid from council_member)`,
    `update council_member set validity = '[2025-01-01,2027-01-01)'`,
    'councils.termsInTheLifeOfTheirCouncil',
    /“Cá nhân A” trong “Hội đồng A” \(từ 1\/1\/2024 đến 31\/12\/2025\)/,
  ],
  [
    'a member who took part after their term',
    `update council_member set validity = '[2025-01-01,2025-12-10)' where id = (select min(id::text)::uuid from council_member)`,
    `update council_member set validity = '[2025-01-01,2027-01-01)'`,
    'councils.takenPartInTerm',
    /“Cá nhân A” được ghi trong phiên họp ngày 10\/12\/2025/,
  ],
  [
    'a session that applies a rule of another time',
    `update council_rule set validity = '[2026-01-01,)'`,
    `update council_rule set validity = '[2025-01-01,)'`,
    'councils.sessionsInTheLifeOfTheirCouncil',
    /Phiên họp ngày 10\/12\/2025 của “Hội đồng A”/,
  ],
  [
    'votes without a quorum, because the rule was changed by hand',
    `update council_rule set presence_numerator = 1, presence_denominator = 1`,
    `update council_rule set presence_numerator = 2, presence_denominator = 3`,
    'councils.votesWithQuorum',
    /2 trên 3 thành viên đương nhiệm/,
  ],
  [
    'more votes than members who were there',
    `update council_question set in_favour = 3`,
    `update council_question set in_favour = 2`,
    'councils.noMoreVotesThanMembers',
    /“Xét” có nhiều phiếu hơn/,
  ],
  [
    'a part with the unit of another',
    `update council_rule set unit_id = (select unit_id from unit_span where name = 'Xã B')`,
    `update council_rule set unit_id = (select unit_id from council)`,
    'councils.partsOfOneUnit',
    /“Hội đồng A” ghi đơn vị khác/,
  ],
])('the doctor finds %s', async (_what, damage, undo, check, words) => {
  expect(await examine()).toEqual({});
  await client.query(damage);
  try {
    expect(await examine()).toEqual({ [check]: expect.stringMatching(words) });
  } finally {
    await client.query(undo);
  }
});
