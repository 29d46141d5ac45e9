import { sql, type Sql } from '../../platform/database/sql.js';

/** Whether the figure belongs to the review: it is of its unit or of one that reports for it, and its period lies within that of the review. */
export const isFigureOf = (figure: Sql, review: Sql): Sql =>
  sql`(${figure}.period <@ (select own.period from review own where own.id = ${review})
    and ${figure}.unit_id in (select own.unit_id from review own where own.id = ${review} union all select ru.unit_id from review_unit ru where ru.review_id = ${review}))`;

/** Events applied within the period that changed the unit of the review, or a unit that was directly below it. */
export const eventsWithin = (alias: Sql, review: Sql): Sql => sql`(
  select e.* from unit_event e cross join lateral (select own.unit_id, own.period from review own where own.id = ${review}) own
   where e.state = 'APPLIED' and e.effective_on is not null and e.effective_on <@ own.period and e.effective_on > lower(own.period)
     and exists (select from unit_event_row r where r.event_id = e.id and r.relation = 'unit_span'
       and own.unit_id::text in (r.before ->> 'unit_id', r.after ->> 'unit_id', r.before ->> 'parent_id', r.after ->> 'parent_id'))) ${alias}`;

const isAbout = (one: Sql, other: Sql): Sql =>
  sql`${one}.indicator_id = ${other}.indicator_id and ${one}.unit_id = ${other}.unit_id and ${one}.covers = ${other}.covers`;

/**
 * Figures of the review next to those of the review before, of the same indicator, unit and coverage; and those of the review before that this one does
 * not have.
 */
export const comparedFigures = (alias: Sql, review: Sql): Sql => sql`(
  select f.id, f.indicator_id, f.unit_id, upper(f.period) - 1 as day, f.reading, p.reading as previous
    from review v join figure f on ${isFigureOf(sql`f`, sql`v.id`)} and f.state = 'APPROVED'
    left join lateral (select b.reading from figure b where v.previous_id is not null and ${isFigureOf(sql`b`, sql`v.previous_id`)} and b.state = 'APPROVED'
       and ${isAbout(sql`b`, sql`f`)} order by upper(b.period) desc, b.id limit 1) p on true
   where v.id = ${review} and v.previous_id is not null
  union all
  select p.id, p.indicator_id, p.unit_id, upper(p.period) - 1, null, p.reading
    from review v cross join lateral (
      select distinct on (b.indicator_id, b.unit_id, b.covers) b.* from figure b
       where ${isFigureOf(sql`b`, sql`v.previous_id`)} and b.state = 'APPROVED'
       order by b.indicator_id, b.unit_id, b.covers, upper(b.period) desc, b.id) p
   where v.id = ${review}
     and not exists (select from figure f where ${isFigureOf(sql`f`, sql`v.id`)} and f.state = 'APPROVED' and ${isAbout(sql`f`, sql`p`)})) ${alias}`;
