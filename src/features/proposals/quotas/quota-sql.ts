import { sql, type Sql } from '../../../platform/database/sql.js';

/** How many stand that were granted from the results of the round, in the block, the form and the kind of the quota. */
export const grantedFrom = (quota: Sql): Sql =>
  sql`(select coalesce(sum(c.count), 0)::int from commendation c join evaluation e on e.id = c.evaluation_id
        where e.round_id = ${quota}.round_id and e.block = ${quota}.block and c.form = ${quota}.form and c.recipient_kind = ${quota}.kind and c.revoked_on is null)`;
