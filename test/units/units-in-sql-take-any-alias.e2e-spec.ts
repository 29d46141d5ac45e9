import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { countedAt, reachOf, reachingTo, residualOf, restatedTo } from '../../src/features/units/unit-reach-sql.js';
import { nameOn, pathOf, siblingsOf, subtreeOn, unitOn, wholeSuccessorOn } from '../../src/features/units/unit-sql.js';
import { ancestorsOn, authoritiesOfUnit, authoritiesShownFor } from '../../src/features/movements/movement-sql.js';
import { identifier, sql, type Sql } from '../../src/platform/database/sql.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

/** What chapters ask of units in SQL names a unit and a day of the caller's rows: whatever these rows are called, it means the caller's. */
let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ example: true })));
afterAll(() => registry.close());

const ALIASES = [...'abcdefghijklmnopqrstuvwxyz', 'place', 'next', 'named', 'above', 'tree', 'follow', 'climb'];

const QUESTIONS: Readonly<Record<string, (unit: Sql, day: Sql) => Sql>> = {
  unitOn: (unit, day) => sql`(select asked_unit.name || asked_unit.line from ${unitOn(sql`asked_unit`, unit, day)})`,
  nameOn,
  pathOf,
  restatedTo,
  wholeSuccessorOn,
  subtreeOn: (unit, day) => sql`(select count(*) from ${subtreeOn(unit, day)} asked_tree)`,
  reachOf: (unit, day) => sql`(select count(*) from ${reachOf(unit, day)} asked_tree)`,
  reachingTo: (unit, day) => sql`(select count(*) from ${reachingTo(unit, day)} asked_tree)`,
  countedAt: (unit, day) => sql`(select count(*) from ${countedAt(sql`array[${unit}]`, day)} asked_tree)`,
  authoritiesShownFor: (unit, day) => sql`(select count(*) from ${authoritiesShownFor(unit, day)} asked_rule)`,
  residualOf: (unit, day) => sql`(select count(*) from ${residualOf(unit, day)} asked_tree)`,
  authoritiesOfUnit: (unit, day) => sql`(select count(*) from ${authoritiesOfUnit(unit, day)} asked_rule)`,
  siblingsOf: unit => sql`(select count(*) from ${siblingsOf(unit)} asked_tree)`,
  ancestorsOn: (unit, day) => sql`(select count(*) from ${ancestorsOn(unit, day)} asked_tree)`,
};

it.each(Object.keys(QUESTIONS))('%s', async question => {
  // On a day when many of the units are no longer or not yet in force, and on one when most are.
  const answers = async (alias: string): Promise<unknown> => {
    const row = identifier(alias);
    const { source } = registry.registry;
    return source.query(
      `select ${row}.unit_id, ${QUESTIONS[question]!(sql`${row}.unit_id`, sql`${row}.day`)}::text as answer
         from (select id as unit_id, id, id as parent_id, id as territory_id, day, day as validity from unit_ids cross join (values (date '2019-06-01'), (date '2026-01-01')) d (day)) ${row}
        order by 1, ${row}.day`.replace('unit_ids', '(select id from unit) unit_ids'),
    );
  };
  const expected = await answers('rows_of_the_caller');
  expect((expected as unknown[]).length).toBeGreaterThan(40);
  for (const alias of ALIASES) expect([alias, await answers(alias)]).toEqual([alias, expected]);
});
