import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

/** Tables of which no row is ever removed while another refers to it. */
const KEPT_FOR_EVER = ['account', 'commendation_act', 'content_snapshot', 'sector', 'unit_event'];

/** An index of some rows alone serves where those are the ones that refer to anything. */
const WITHOUT_INDEX = `
  select format('%s.%s', c.conrelid::regclass, a.attname) as column, c.confrelid::regclass::text as of
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
   where c.contype = 'f' and not exists (
     select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%s IS NOT NULL)', a.attname)))`;

it('the rows that refer to a row which is removed are found by an index, however many the table has', async () => {
  const found = await registry.registry.app.get(Database).rows<{ column: string; of: string }>(WITHOUT_INDEX);
  expect(found.filter(({ of }) => !KEPT_FOR_EVER.includes(of))).toEqual([]);
  expect([...new Set(found.map(({ of }) => of))].toSorted()).toEqual(KEPT_FOR_EVER);
});
