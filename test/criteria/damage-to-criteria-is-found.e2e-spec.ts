import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenCriteria, SMALL } from './given-criteria.js';

let registry: TestRegistry;
let client: pg.Client;
const criteria = givenCriteria(() => registry);
beforeAll(async () => {
  registry = await openTestRegistry();
  const { criteriaSetVersion: first } = await criteria.publish(await criteria.drafted());
  const { criteriaSetVersion: copy } = await criteria.copy(first);
  const { criteriaSetVersion: next } = await criteria.edit(copy, { ...SMALL, validFrom: '2026' });
  await criteria.publish(next);
  client = await connect(registry.database.where);
});
afterAll(async () => {
  await client.end();
  await registry.close();
});

const examined = async (): Promise<string[]> =>
  (await registry.registry.app.get(Doctor).examine()).map(({ check }) => check).filter(name => name.startsWith('criteria.'));

/** What the doctor finds once rows were changed without the guards, which are then put back as they were. */
async function found(damage: string, undo: string): Promise<string[]> {
  const guards = (how: 'disable' | 'enable'): string =>
    ['criterion', 'criteria_set_version'].map(table => `alter table ${table} ${how} trigger user`).join('; ');
  const past = (statement: string): Promise<unknown> => client.query(`${guards('disable')}; ${statement}; ${guards('enable')}`);
  await past(damage);
  const names = await examined();
  await past(undo);
  expect(await examined()).toEqual([]);
  return names;
}

it.each([
  [
    'a published maximum that does not add up any more',
    `update criterion set maximum = 9 where code = 'II'`,
    `update criterion set maximum = 6 where code = 'II'`,
    'criteria.publishedVersionsHaveNoFault',
  ],
  [
    'a criterion that is not in its place',
    `update criterion set depth = 3 where code = 'I.1'`,
    `update criterion set depth = 2 where code = 'I.1'`,
    'criteria.parentsOfTheSameVersion',
  ],
  [
    'a version superseded by an earlier one',
    `update criteria_set_version set validity = '[2024-01-01,)' where number = 2`,
    `update criteria_set_version set validity = '[2026-01-01,)' where number = 2`,
    'criteria.supersededByALaterVersion',
  ],
  [
    'an act in an illustrative set',
    `update criteria_set set illustrative = true`,
    `update criteria_set set illustrative = false`,
    'criteria.onlyIllustrativeSetsHaveNoAct',
  ],
  [
    'two versions in force for the same',
    `drop index criteria_set_version_in_force; update criteria_set_version set state = 'PUBLISHED', superseded_by_id = null where number = 1`,
    `update criteria_set_version v set state = 'SUPERSEDED', superseded_by_id = (select id from criteria_set_version where number = 2) where number = 1;
     create unique index criteria_set_version_in_force on criteria_set_version (set_id, applicability) where state = 'PUBLISHED'`,
    'criteria.oneVersionInForce',
  ],
])('%s is found', async (_what, damage, undo, check) => {
  expect(await found(damage, undo)).toEqual([check]);
});
