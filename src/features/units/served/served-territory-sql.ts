import { sql, type Sql } from '../../../platform/database/sql.js';
import { wholeSuccessorOn } from '../unit-sql.js';

/**
 * The ids of the units at which a right given at the unit holds on the day: the unit that goes on as this one, and the territories that it works for, or
 * that a unit worked for which wholly passed into it. A territory that passed as a whole to another counts at that one, as a right there does; one that
 * ended otherwise is served no more.
 *
 * The parameters are SQL, and aliases are names that no caller uses (see `unit-sql.ts`).
 */
export const rightHoldsAt = (unit: Sql, day: Sql): Sql => sql`(with recursive went_on (id) as (
      select lasting.id from ${wholeSuccessorOn(unit, day)} lasting
      union
      select passed_body.predecessor_id from went_on
        join unit_succession passed_body on passed_body.successor_id = went_on.id and passed_body.whole and passed_body.effective_on <= ${day})
    select lasting.id from ${wholeSuccessorOn(unit, day)} lasting
    union
    select lasting_territory.id from went_on
      join served_territory served on served.body_id = went_on.id and served.validity @> ${day}
      cross join lateral ${wholeSuccessorOn(sql`served.territory_id`, day)} lasting_territory)`;
