import { sql, type Sql } from '../../platform/database/sql.js';
import { nameOn } from '../units/unit-sql.js';

/** Whether a line with the columns of `proposal_item` commends its unit itself: also where the name of the unit is printed, or how it is printed. */
export const isUnitItself = (line: Sql, day: Sql): Sql =>
  sql`(${line}.kind = 'COLLECTIVE' and ${line}.person_id is null and (${line}.unit_name is null
        or public.fold(${line}.name) in (public.fold(${line}.unit_name), public.fold(${nameOn(sql`${line}.unit_id`, day)}))))`;
