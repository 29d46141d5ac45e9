import { ADVISORY_LOCKS } from '../../platform/database/advisory-locks.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import { UnitLedger, type SpanRow, type UnitRow, type SuccessionRow } from './unit-ledger.js';
import type { DateRange } from '../../shared/dates.js';

type RangeBounds = { lower: string | null; upper: string | null };
const rangeOf = ({ lower, upper }: RangeBounds): DateRange => ({ from: lower, to: upper });

export async function loadLedger(query: QueryRows): Promise<UnitLedger> {
  const units = await query<Omit<UnitRow, 'range' | 'endedByHand'> & RangeBounds>(
    `select id, line, starts, ends, source, version, lower(validity) as lower, upper(validity) as upper from unit`,
  );
  const spans = await query<Omit<SpanRow, 'range'> & RangeBounds>(
    `select id, unit_id as "unitId", name, kind, code, parent_id as "parentId", territory_id as "territoryId",
            lower(validity) as lower, upper(validity) as upper from unit_span`,
  );
  const successions = await query<Omit<SuccessionRow, 'byHand'>>(
    `select id, predecessor_id as "predecessorId", successor_id as "successorId", whole, effective, effective_on as "effectiveOn", event_id as "eventId"
       from unit_succession`,
  );
  const enteredByHand = await query<{ id: Id }>(ENTERED_BY_HAND);
  const byHand = new Set(enteredByHand.map(({ id }) => id));
  const confirmed = await query<{ id: Id }>(`select unnest(confirmed) as id from unit_event where state = 'APPLIED'`);
  return new UnitLedger({
    confirmed: confirmed.map(({ id }) => id),
    units: units.map(({ lower, upper, ...unit }) => ({ ...unit, range: rangeOf({ lower, upper }), endedByHand: byHand.has(unit.id) })),
    spans: spans.map(({ lower, upper, ...span }) => ({ ...span, range: rangeOf({ lower, upper }) })),
    successions: successions.map(succession => ({ ...succession, byHand: byHand.has(succession.id) })),
  });
}

/**
 * Successions that a person entered, and units that a person ended or whose successions a person took back. By the events that wrote the rows:
 * the `event_id` of a succession is the one by whose act the unit passed, which a correction keeps.
 */
const ENTERED_BY_HAND = `
  select case when r.relation = 'unit_succession' and r.before is not null then (r.before ->> 'predecessor_id')::uuid else r.row_id end as id
    from unit_event e join unit_event_row r on r.event_id = e.id
   where e.kind = 'CHANGE' and e.state = 'APPLIED' and (
         r.relation = 'unit_succession' and (r.before is null or r.after is null)
         or r.relation = 'unit' and r.after ->> 'validity' not like '%,)' and (r.before is null or r.before ->> 'validity' like '%,)'))`;

/**
 * Two events that change units run one after the other: neither sees half of the other. Held until the transaction ends. Its statements are about one
 * unit or about all of them, and are planned for which: with a plan for all values, each unit that an undo removes read tables from end to end.
 */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock($1), set_config('plan_cache_mode', 'auto', true)`, [ADVISORY_LOCKS.unitTree]);
}

const rangeLiteral = ({ from, to }: DateRange): string => `[${from ?? ''},${to ?? ''})`;
const unitJson = (unit: UnitRow): object => ({ ...unit, range: undefined, validity: rangeLiteral(unit.range) });
const spanJson = (span: SpanRow): object => ({
  id: span.id,
  unit_id: span.unitId,
  validity: rangeLiteral(span.range),
  name: span.name,
  kind: span.kind,
  code: span.code,
  parent_id: span.parentId,
  territory_id: span.territoryId,
});

const successionJson = (succession: SuccessionRow, eventId: Id): object => ({
  id: succession.id,
  predecessor_id: succession.predecessorId,
  successor_id: succession.successorId,
  whole: succession.whole,
  effective: succession.effective,
  effective_on: succession.effectiveOn,
  event_id: succession.eventId ?? eventId,
});

/** Called before the first table of an event is written and after each one, with the number of rows written so far. */
export type WriteProgress = (rows: number, total: number) => void;

/**
 * Writes the changes of the ledger with one statement per table, for any number of rows.
 * A trigger records every row before and after in `unit_event_row`, under `eventId`. @returns the number of rows.
 */
export async function saveLedger(tx: Tx, ledger: UnitLedger, eventId: Id, onProgress?: WriteProgress): Promise<number> {
  const { insert, update, remove } = ledger.changes();
  const steps: [statement: string, rows: readonly object[]][] = [
    [
      `insert into unit (id, line, starts, ends, validity, source, version)
       select id, line, starts, ends, validity, source, version from jsonb_populate_recordset(null::unit, $1)`,
      insert.units.map(unitJson),
    ],
    [
      `update unit u set starts = r.starts, ends = r.ends, validity = r.validity, version = r.version
         from jsonb_populate_recordset(null::unit, $1) r where u.id = r.id`,
      update.units.map(unitJson),
    ],
    [
      `update unit_span s set validity = r.validity, name = r.name, kind = r.kind, code = r.code, parent_id = r.parent_id, territory_id = r.territory_id
         from jsonb_populate_recordset(null::unit_span, $1) r where s.id = r.id`,
      update.spans.map(spanJson),
    ],
    [
      `insert into unit_span (id, unit_id, validity, name, kind, code, parent_id, territory_id)
       select id, unit_id, validity, name, kind, code, parent_id, territory_id from jsonb_populate_recordset(null::unit_span, $1)`,
      insert.spans.map(spanJson),
    ],
    [
      `insert into unit_succession (id, predecessor_id, successor_id, whole, effective, effective_on, event_id)
       select id, predecessor_id, successor_id, whole, effective, effective_on, event_id from jsonb_populate_recordset(null::unit_succession, $1)`,
      insert.successions.map(succession => successionJson(succession, eventId)),
    ],
  ];
  await tx.query(`select set_config('registry.unit_event', $1, true)`, [eventId]);
  await tx.query(`set constraints unit_span_no_overlap, unit_code_taken deferred`);
  await tx.query(`delete from unit_span where id = any($1::uuid[])`, [remove.spans]);
  await tx.query(`delete from unit_succession where id = any($1::uuid[])`, [remove.successions]);
  const total = steps.reduce((sum, [, rows]) => sum + rows.length, 0);
  let done = 0;
  onProgress?.(done, total);
  for (const [statement, rows] of steps) {
    if (rows.length > 0) await tx.query(statement, [JSON.stringify(rows)]);
    onProgress?.((done += rows.length), total);
  }
  await tx.query(`select set_config('registry.unit_event', '', true)`);
  return total + remove.spans.length + remove.successions.length;
}

/** An event that writes so many rows leaves other tables of units than those for which PostgreSQL has made its plans. */
const MANY_ROWS = 1_000;

/**
 * Lets PostgreSQL look at the tables of units anew after an event that wrote many rows: until it looks by itself, it plans for the tables as they were, and an undo
 * right after the event took a minute. Not within the event's transaction, which would wait for a `vacuum` of these tables.
 */
export async function lookAtUnits(query: QueryRows, rows: number): Promise<void> {
  if (rows >= MANY_ROWS) await query(`analyze unit, unit_span, unit_succession, unit_place, unit_event_row`).catch(() => undefined);
}

export const holdsUnits = async (query: QueryRows): Promise<boolean> => (await query(`select from unit limit 1`)).length > 0;
