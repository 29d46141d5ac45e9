import { sql, type Sql } from '../../platform/database/sql.js';

/*
 * Whether identities hold, figure by figure. A figure of the indicator that is the total is compared with the figures of the same unit, coverage and
 * period (for children: of the units directly below on its last day; for opening and closing: of the period that ends where this one begins).
 * Returned figures take no part. Nothing is corrected: the residual is what is stated less what was computed.
 */

/** Figures that can be compared: all but those that were returned. */
const COMPARED = sql`(select * from figure f where f.state <> 'RETURNED')`;

/** The indicators and units whose figures are added up, for the identity `i` and the stated figure `t`. */
const WANTED = sql`(
  select p.indicator_id, t.unit_id from identity_part p where p.identity_id = i.id
  union all
  select i.total_id, s.unit_id from unit_span s join unit u on u.id = s.unit_id and u.line = 'TERRITORY'
   where i.kind = 'CHILDREN_PARENT' and s.parent_id = t.unit_id and s.validity @> (upper(t.period) - 1))`;

const PARTS = sql`(select count(*)::int as expected, count(f.id)::int as found, sum(f.reading) as computed, coalesce(bool_or(f.qualifier = 'ABOUT'), false) as about,
    coalesce(bool_or(f.qualifier = 'AT_LEAST'), false) as at_least, coalesce(bool_and(f.state = 'APPROVED'), true) as approved
  from ${WANTED} w left join ${COMPARED} f on f.indicator_id = w.indicator_id and f.unit_id = w.unit_id and f.covers = t.covers and f.id <> t.id
   and case i.kind when 'CLOSE_OPEN' then upper(f.period) = lower(t.period) else f.starts is not distinct from t.starts and f.ends = t.ends end)`;

/** The percentage nearest to what is stated that a whole number out of the base has, with the decimals that were printed. */
const NEAREST_SHARE = sql`round(round(t.reading * nullif(parts.computed, 0) / 100) * 100 / nullif(parts.computed, 0), scale(t.reading))`;

const COMPUTED = sql`case i.kind when 'WHOLE_SHARE' then ${NEAREST_SHARE} else parts.computed end`;

/** Null: a part is missing, or the words “khoảng” and “trên” leave it open. */
const CLOSES = sql`case
  when compared.found < compared.expected or compared.computed is null or compared.about then null
  when compared.kind = 'WHOLE_SHARE' then case when compared.at_least then null else compared.computed = compared.stated and compared.stated <= 100 end
  when compared.kind = 'NOT_MORE' then case
    when compared.computed > compared.stated then case when compared.stated_at_least then null else false end
    when compared.at_least then null else true end
  when compared.stated_at_least then case when compared.at_least then null else compared.computed >= compared.stated end
  when compared.at_least then case when compared.computed > compared.stated then false end
  else compared.computed = compared.stated end`;

const RESIDUAL = sql`case compared.kind when 'NOT_MORE' then least(compared.stated - compared.computed, 0) else compared.stated - compared.computed end`;

/**
 * A row for each identity and each stated figure for which `condition` holds: identity_id, figure_id, unit_id, starts, ends, day (the last one),
 * stated, computed, residual, closes, expected, found, approved, explanation.
 */
export const identityResults = (alias: Sql, condition: (figure: Sql) => Sql): Sql => sql`(
  select compared.identity_id || compared.figure_id::text as key, compared.*, ${RESIDUAL} as residual, ${CLOSES} as closes,
      (select e.text from residual_explanation e where e.identity_id = compared.identity_id and e.figure_id = compared.figure_id and e.residual = ${RESIDUAL}) as explanation
    from (
      select i.id as identity_id, i.kind, i.name, t.id as figure_id, t.indicator_id, t.unit_id, t.starts, t.ends, upper(t.period) - 1 as day, t.reading as stated,
          ${COMPUTED} as computed, parts.expected, parts.found, parts.about or t.qualifier = 'ABOUT' as about, parts.at_least,
          t.qualifier = 'AT_LEAST' as stated_at_least, parts.approved and t.state = 'APPROVED' as approved
        from identity i join ${COMPARED} t on t.indicator_id = i.total_id and (i.kind <> 'CHILDREN_PARENT' or t.covers = 'WHOLE')
        cross join lateral ${PARTS} parts
       where parts.found > 0 and ${condition(sql`t`)}) compared) ${alias}`;
