import { list, literal, sql, type Sql } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import type { BlockReason } from '../../shared/lifecycle.js';
import { kindLabel, levelOf, nameOn } from './unit-sql.js';
import type { QueryRows } from '../../platform/database/query-rows.js';

/** Counts the rows of the event that later events changed, and the rows of other events that refer to units it established. */
export async function countLaterChanges(query: QueryRows, eventId: Id): Promise<number> {
  const [row] = await query<{ n: number }>(
    `select (${countChanged('unit')} + ${countChanged('unit_span')} + ${countChanged('unit_succession')} + ${countReferencesSince})::int as n`,
    [eventId],
  );
  return row!.n;
}

/** Whether the event inserted, updated or deleted the row with this id. */
const belongsToEvent = (id: Sql): Sql => sql`exists (select from unit_event_row own where own.event_id = $1 and own.row_id = ${id})`;

/** Spans and successions of other events that refer to a unit which the event established. */
const countReferencesSince = sql`(select count(distinct other.id)
  from unit_event_row born
  cross join lateral (
    select id from unit_span where parent_id = born.row_id
    union all select id from unit_span where territory_id = born.row_id
    union all select id from unit_succession where predecessor_id = born.row_id
    union all select id from unit_succession where successor_id = born.row_id) other
 where born.event_id = $1 and born.relation = 'unit' and born.before is null and not ${belongsToEvent(sql`other.id`)})`;

/**
 * Finds conflicts of the rows to be restored with units that the event did not change: a code that another unit has received since, a place
 * that has ended since or is not of a higher level any more, a place that is now below the unit, a second unit of the name in the place. Validities of units need no check: an undo only makes them longer, or removes
 * units that no record may refer to.
 */
export function findConflicts(query: QueryRows, eventId: Id): Promise<BlockReason[]> {
  return query<BlockReason>(CONFLICTS, [eventId]);
}

const placesOf = (row: Sql): Sql => sql`(values (${row}.parent_id), (${row}.territory_id)) place (id)`;
const firstDay = (days: Sql): Sql => sql`coalesce(lower(${days}), upper(${days}) - 1, '9999-12-31'::date)`;
const conflict = (code: string, params: Record<string, Sql>): Sql =>
  sql`select ${literal(code)} as code, jsonb_build_object(${list(Object.entries(params).flatMap(([name, value]) => [literal(name), value]))}) as params`;

const codeOf = (span: Sql): Sql => sql`coalesce(${span}.code, '–')`;
const shown = (span: Sql): Sql => sql`${kindLabel(sql`${span}.kind`)} || ${span}.name`;

/** Spans of which one is above the other, though its level is not the higher one by now: the rule `mayBeUnder`. `b` is a span back, `o` another. */
const levelConflict = (others: Sql, { low, high }: { low: Sql; high: Sql }): Sql =>
  sql`${conflict('UNIT_PARENT_LEVEL', { unit: shown(low), parent: shown(high) })} from back b
   cross join lateral (select o.id, o.kind, o.name from unit_span o where ${others} and (o.validity && b.validity) is true) o
   where ${levelOf(sql`${low}.kind`)} <= ${levelOf(sql`${high}.kind`)} and not ${belongsToEvent(sql`o.id`)}`;

/**
 * A second unit of the kind and name in the place of a unit back: `twinKey`. The others are looked up by their place, as `belongsToEvent` looks up
 * rows by their key, so that an undo of national size takes seconds.
 */
const TWINS = sql`${conflict('UNIT_TWIN', { unit: shown(sql`b`), code: codeOf(sql`b`), twin: shown(sql`o`), twinCode: codeOf(sql`o`) })}
    from (select *, left(spelled(back.name), 120) as key from back offset 0) b
   cross join lateral (
     select o.* from unit_span o where o.parent_id = b.parent_id
     union all select o.* from unit_span o where b.parent_id is null and o.parent_id is null and o.territory_id = b.territory_id
     union all select o.* from unit_span o
       where ${levelOf(sql`b.kind`)} = 0 and coalesce(b.parent_id, b.territory_id) is null and coalesce(o.parent_id, o.territory_id) is null) o
   where o.kind = b.kind and o.spelled = b.key and o.territory_id is not distinct from b.territory_id and o.unit_id <> b.unit_id
     and (o.validity && b.validity) is true and not ${belongsToEvent(sql`o.id`)}
     and coalesce(upper(o.validity * b.validity) > (select effective_on from unit_event where id = $1), true)
     and not exists (select from unit_event e where e.state = 'APPLIED' and e.id <> $1 and e.confirmed && array[b.unit_id, o.unit_id])`;

/** Larger events are not checked for cycles here, which would take minutes for a national event; the trigger of the database refuses a cycle then. */
const MAX_SPANS_CHECKED_FOR_CYCLES = 200;

/**
 * `back`: spans as they were before the event. `gone`: those of them that do not exist now. `above`: the units above, through the spans as they
 * would be after the undo. Each span is looked up by its key, as in `countChanged`.
 */
const CONFLICTS = `
  with recursive back as materialized (
    select r.* from (select distinct on (row_id) before from unit_event_row where event_id = $1 and relation = 'unit_span' order by row_id, ordinal) j
      cross join lateral jsonb_populate_record(null::unit_span, j.before) r where j.before is not null),
  gone as materialized (select * from back where not exists (select from unit_span s where s.id = back.id)),
  above (start_id, id, shared) as (
    select b.unit_id, place.id, b.validity from back b cross join lateral ${placesOf(sql`b`)}
     where place.id is not null and (select count(*) from back) <= ${MAX_SPANS_CHECKED_FOR_CYCLES}
    union
    select a.start_id, place.id, a.shared * s.validity
      from above a
      cross join lateral (
        select now.validity, now.parent_id, now.territory_id from unit_span now where now.unit_id = a.id and not ${belongsToEvent(sql`now.id`)}
        union all
        select r.validity, r.parent_id, r.territory_id from unit_span now
          cross join lateral (select before from unit_event_row where row_id = now.id and event_id = $1 order by ordinal limit 1) j
          cross join lateral jsonb_populate_record(null::unit_span, j.before) r
         where now.unit_id = a.id and j.before is not null
        union all
        select gone.validity, gone.parent_id, gone.territory_id from gone where gone.unit_id = a.id) s
      cross join lateral ${placesOf(sql`s`)}
     where place.id is not null and a.id <> a.start_id and s.validity && a.shared)
  ${conflict('UNIT_CODE_TAKEN', { code: sql`b.code`, unit: nameOn(sql`o.unit_id`, firstDay(sql`(o.validity * b.validity)`)) })}
    from back b join unit_span o on o.code = b.code and o.validity && b.validity where not ${belongsToEvent(sql`o.id`)}
  union
  ${conflict('UNIT_PLACE_NOT_IN_FORCE', { place: nameOn(sql`p.id`, firstDay(sql`b.validity`)), unit: nameOn(sql`b.unit_id`, firstDay(sql`b.validity`)) })}
    from back b cross join lateral ${placesOf(sql`b`)} join unit p on p.id = place.id
   where not p.validity @> b.validity and not ${belongsToEvent(sql`p.id`)}
  union
  ${levelConflict(sql`o.unit_id = b.parent_id`, { low: sql`b`, high: sql`o` })}
  union
  ${levelConflict(sql`o.parent_id = b.unit_id`, { low: sql`o`, high: sql`b` })}
  union
  ${TWINS}
  union
  ${conflict('UNIT_WOULD_CIRCLE', { unit: nameOn(sql`a.id`, firstDay(sql`a.shared`)) })} from above a where a.id = a.start_id`;

/** Counts rows that differ from what the event left. Each is looked up by its key, so that the cost grows with the rows of the event, even before the table has statistics. */
const countChanged = (relation: string): string =>
  `(select count(*) from (select distinct on (row_id) row_id, after from unit_event_row where event_id = $1 and relation = '${relation}'
                            order by row_id, ordinal desc) last
      left join ${relation} now on now.id = last.row_id where to_jsonb(now) - '{spelled,words,lexemes}'::text[] is distinct from last.after - '{spelled,words,lexemes}'::text[])`;

/** Restores every row of the event exactly as it was before. @returns how many the event had written. */
export async function restoreRows(tx: Tx, eventId: Id): Promise<number> {
  await tx.query(`select set_config('registry.unit_event', 'undo', true)`);
  await tx.query(`set constraints unit_span_no_overlap, unit_code_taken deferred`);
  await tx.query(deleteInserted('unit_succession'), [eventId]);
  await tx.query(deleteInserted('unit_span'), [eventId]);
  await tx.query(
    `update unit t set starts = r.starts, ends = r.ends, validity = r.validity, version = r.version from ${rowsBefore('unit')}`,
    [eventId],
  );
  await tx.query(
    `update unit_span t set validity = r.validity, name = r.name, kind = r.kind, code = r.code, parent_id = r.parent_id, territory_id = r.territory_id
       from ${rowsBefore('unit_span')}`,
    [eventId],
  );
  await tx.query(insertDeleted('unit_span', SPAN_COLUMNS), [eventId]);
  await tx.query(insertDeleted('unit_succession', SUCCESSION_COLUMNS), [eventId]);
  await tx.query(deleteInserted('unit'), [eventId]);
  await tx.query(`select set_config('registry.unit_event', '', true)`);
  const [written] = await tx.query<{ rows: number }>(`select count(*)::int as rows from unit_event_row where event_id = $1`, [eventId]);
  return written!.rows;
}

const deleteInserted = (relation: string): string =>
  `delete from ${relation} where id in (select row_id from unit_event_row where event_id = $1 and relation = '${relation}' and before is null)`;

const SPAN_COLUMNS = ['id', 'unit_id', 'validity', 'name', 'kind', 'code', 'parent_id', 'territory_id'];
const SUCCESSION_COLUMNS = ['id', 'predecessor_id', 'successor_id', 'whole', 'effective', 'effective_on', 'event_id'];

const insertDeleted = (relation: string, columns: readonly string[]): string =>
  `insert into ${relation} (${columns.join(', ')})
   select ${columns.map(column => `r.${column}`).join(', ')}
     from (select distinct on (row_id) row_id, before from unit_event_row where event_id = $1 and relation = '${relation}' order by row_id, ordinal) j
     cross join lateral jsonb_populate_record(null::${relation}, j.before) r
    where j.before is not null and not exists (select from ${relation} t where t.id = j.row_id)`;

/** The rows that the event updated, as they were before it; for `update … from`. */
const rowsBefore = (relation: string): string =>
  `(select distinct on (row_id) before from unit_event_row where event_id = $1 and relation = '${relation}' order by row_id, ordinal) j,
   jsonb_populate_record(null::${relation}, j.before) r where t.id = r.id`;
