import { and, or, sql, type Sql } from '../../platform/database/sql.js';
import { similar, type Likeness } from '../../platform/views/likely-duplicates.js';
import { decisionView } from './decision.view.js';

/** Whether both may have been issued on one day. */
const sameDayPossible = (own: Sql, other: Sql): Sql =>
  sql`daterange(${own}.issued_from, ${own}.issued_by, '[]') && daterange(${other}.issued_from, ${other}.issued_by, '[]')`;

/** Whether one issuer is or was above the other, or both were under one: a council and its committee, a commune and its district. */
const nearby = (own: Sql, other: Sql): Sql => sql`exists (
  select from unit_span a join unit_span b on b.unit_id in (a.parent_id, a.territory_id) or a.unit_id in (b.parent_id, b.territory_id)
      or a.parent_id = b.parent_id or a.territory_id = b.territory_id
   where a.unit_id = ${own}.issuer_id and b.unit_id = ${other}.issuer_id)`;

const alikeUnlessUnknown = (own: Sql, other: Sql): Sql =>
  sql`(${own}.abstract is null or ${other}.abstract is null or ${similar(sql`fold(${own}.abstract)`, sql`fold(${other}.abstract)`)})`;

/**
 * One number of one issuer in another class or year, one number and day of two issuers near each other, or papers of one issuer and class of
 * which one has no number or no date.
 */
export const decisionLikeness: Likeness = {
  view: decisionView,
  table: sql`decision`,
  name: row => sql`concat_ws(', ', coalesce(${row}.number, ${row}.abstract, '…'), ${row}.issued)`,
  field: 'number',
  isLike: (own, other) =>
    or([
      sql`(${own}.issuer_id = ${other}.issuer_id and ${own}.compared = ${other}.compared and (${own}.kind <> ${other}.kind
        or ${own}.year is null or ${other}.year is null or ${alikeUnlessUnknown(own, other)}))`,
      sql`(${own}.issuer_id <> ${other}.issuer_id and ${own}.compared = ${other}.compared and ${own}.issued_on = ${other}.issued_on
        and ${nearby(own, other)})`,
      and([
        sql`(${own}.issuer_id = ${other}.issuer_id and ${own}.kind = ${other}.kind and (${own}.number is null or ${other}.number is null)`,
        sql`${sameDayPossible(own, other)} and ${alikeUnlessUnknown(own, other)})`,
      ]),
    ]),
};
