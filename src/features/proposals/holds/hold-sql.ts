import { sql, type Sql } from '../../../platform/database/sql.js';
import { isUnitItself } from '../proposed-line-sql.js';

/**
 * Whether a hold is of the recipient of a line: the person of the directory, somebody of that name in that unit, or the unit itself. The line has the
 * columns of `proposal_item`.
 */
export const holdsRecipient = (hold: Sql, line: Sql, day: Sql): Sql =>
  sql`(${hold}.person_id = ${line}.person_id or (${hold}.unit_id = ${line}.unit_id and case when ${hold}.name is null
        then ${isUnitItself(line, day)}
        else ${line}.unit_name is not null and public.fold(${hold}.name) = public.fold(${line}.name) end))`;

/** The hold of a line's recipient that is in force on the day: of several the one to be reviewed last. */
export const standingHoldOf = (alias: Sql, line: Sql, day: Sql): Sql =>
  sql`(select h.* from commendation_hold h where ${holdsRecipient(sql`h`, line, day)} and h.placed_on <= ${day} and coalesce(h.lifted_on > ${day}, true)
        order by h.review_on desc, h.id limit 1) ${alias}`;
