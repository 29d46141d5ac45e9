import { sql } from '../../src/platform/database/sql.js';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ancestorsOn } from '../../src/features/movements/movement-sql.js';
import { subtreeOn } from '../../src/features/units/unit-sql.js';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ example: true })));
afterAll(() => registry.close());

it.each(['2019-06-01', '2022-10-13', '2025-06-30', '2025-07-01'])(
  'on %s the units above a unit are exactly those whose subtree contains it',
  async day => {
    const client = await connect(registry.database.where);
    const pairs = async (text: string): Promise<string[]> =>
      (await client.query<{ pair: string }>(text, [day])).rows.map(({ pair }) => pair).toSorted();
    const up = await pairs(
      `select low.id || ' under ' || above.id as pair from unit low cross join lateral ${ancestorsOn(sql`low.id`, sql`$1::date`)} above`,
    );
    const down = await pairs(
      `select low.id || ' under ' || high.id as pair from unit high cross join lateral ${subtreeOn(sql`high.id`, sql`$1::date`)} low
         join unit u on u.id = low.id and u.validity @> $1::date`,
    );
    await client.end();
    expect(up.length).toBeGreaterThan(10);
    expect(up).toEqual(down);
  },
);
