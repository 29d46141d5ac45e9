import { sql, type Sql } from '../../platform/database/sql.js';
import type { LateralRow } from '../../platform/views/view.js';

/*
 * A figure next to what it should be and to what the unit reported before. Only approved figures are compared with; nothing is corrected or refused.
 */

const SAME = (one: Sql, other: Sql): Sql =>
  sql`${one}.indicator_id = ${other}.indicator_id and ${one}.unit_id = ${other}.unit_id and ${one}.covers = ${other}.covers`;

const SAME_PERIOD = (one: Sql, other: Sql): Sql => sql`${one}.starts is not distinct from ${other}.starts and ${one}.ends = ${other}.ends`;

/** The lengths of months and quarters differ by at most three days; what has no known start is as long as what has none either. */
const AS_LONG = (one: Sql, other: Sql): Sql =>
  sql`case when lower_inf(${one}.period) or lower_inf(${other}.period) then lower_inf(${one}.period) = lower_inf(${other}.period)
      else abs((upper(${one}.period) - lower(${one}.period)) - (upper(${other}.period) - lower(${other}.period))) <= 3 end`;

/** The approved figures of the same indicator, unit and coverage, and of an equally long period that ends before this one begins. */
export const earlierFigures = (alias: Sql, figure: Sql): Sql => sql`(
  select e.* from figure e where ${SAME(sql`e`, figure)} and e.state = 'APPROVED' and ${AS_LONG(sql`e`, figure)}
     and upper(e.period) <= coalesce(lower(${figure}.period), upper(${figure}.period) - 1)) ${alias}`;

/** No row, or one: the figure is less than half of the smallest or more than twice the largest of at least three earlier figures. */
export const outlierOf: LateralRow = (alias, figure) => sql`(
  select past.* from (
    select ${figure}.id as id, count(*)::int as earlier, min(e.reading) as smallest, max(e.reading) as largest from ${earlierFigures(sql`e`, figure)}) past
   where past.earlier >= 3 and (${figure}.reading * 2 < past.smallest or ${figure}.reading > past.largest * 2)) ${alias}`;

/** The target of exactly this indicator, unit, coverage and period. */
export const targetOf = (figure: Sql): Sql =>
  sql`(select g.id from figure_target g where ${SAME(sql`g`, figure)} and ${SAME_PERIOD(sql`g`, figure)})`;

/** Null: there is no approved figure, or the words “khoảng” and “trên” leave it open. */
const REACHED = sql`case
  when f.qualifier = 'ABOUT' then null
  when t.direction = 'AT_LEAST' then case when f.reading >= t.value then true when f.qualifier = 'EXACT' then false end
  when f.reading > t.value then false
  when f.qualifier = 'EXACT' then true end`;

/** Targets `t` with the approved figure of each. */
export const targets = (alias: Sql, condition: Sql): Sql => sql`(
  select t.*, f.reading, ${REACHED} as reached from figure_target t
    left join figure f on ${SAME(sql`f`, sql`t`)} and ${SAME_PERIOD(sql`f`, sql`t`)} and f.state = 'APPROVED'
   where ${condition}) ${alias}`;
