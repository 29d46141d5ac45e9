import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { unitsServedBy } from './served/served-territory.store.js';
import type { UnitEventDraft } from './unit-changes.js';
import type { UnitEventState } from './unit-event.lifecycle.js';
import type { UnitEffect } from './unit-ledger.editor.js';

/** The number of effects of each kind. */
export type EffectCounts = Readonly<Record<string, number>>;

/** A national list has ten thousand effects: its summary counts them, and its files are the list. */
const EFFECTS_KEPT = 500;

export const insertEvent = (
  tx: Tx,
  id: Id,
  { kind, effective, act, note }: UnitEventDraft,
  {
    summary,
    confirmed,
    effects,
  }: { readonly summary: EffectCounts; readonly confirmed: readonly Id[]; readonly effects: readonly UnitEffect[] },
): Promise<unknown> =>
  tx.query(
    `insert into unit_event (id, kind, effective, effective_on, act_number, act_date, act_issuer, note, confirmed, state, summary, applied_at, effects)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'APPLIED', $10, $11, $12)`,
    [
      id,
      kind,
      effective?.text ?? null,
      effective?.latest ?? null,
      act.number,
      act.date,
      act.issuer,
      note,
      confirmed,
      JSON.stringify(summary),
      tx.now,
      JSON.stringify(effects.slice(0, EFFECTS_KEPT).map(effect => ({ ...effect, unitId: undefined }))),
    ],
  );

interface LockedEvent {
  readonly state: UnitEventState;
  readonly version: number;
  readonly summary: EffectCounts;
}

export async function lockEvent(tx: Tx, id: Id): Promise<LockedEvent | undefined> {
  const [event] = await tx.query<LockedEvent>(`select state, version, summary from unit_event where id = $1 for update`, [id]);
  return event;
}

export const markUndone = (tx: Tx, id: Id, reason: string): Promise<unknown> =>
  tx.query(`update unit_event set state = 'UNDONE', undone_at = $2, undo_reason = $3, version = version + 1 where id = $1`, [
    id,
    tx.now,
    reason,
  ]);

const TOUCHED_UNITS = `
  select distinct event_id as event, case relation when 'unit' then row_id else (coalesce(after, before) ->> 'unit_id')::uuid end as id
    from unit_event_row where event_id = any($1::uuid[]) and relation in ('unit', 'unit_span')`;

/** The units that the events change, one row for each event and unit. */
export const unitsTouchedBy = (query: QueryRows, eventIds: readonly Id[]): Promise<{ readonly event: Id; readonly id: Id }[]> =>
  query<{ event: Id; id: Id }>(TOUCHED_UNITS, [eventIds]);

/** The units at which the undo of each event takes the right: those that it changes, and the territories that organisations come to work for again. */
export async function unitsForUndo(query: QueryRows, eventIds: readonly Id[], today: LocalDate): Promise<Id[][]> {
  const touched = await unitsTouchedBy(query, eventIds);
  const rejoined = await query<{ event: Id; id: Id }>(REJOINED_UNITS, [eventIds]);
  const of = (rows: typeof touched, event: Id): Id[] => rows.filter(row => row.event === event).map(({ id }) => id);
  return Promise.all(eventIds.map(async event => [...of(touched, event), ...(await unitsServedBy(query, of(rejoined, event), today))]));
}

/** The units of which an undo changes the days, and those that it has pass as a whole to another again. */
const REJOINED_UNITS = `
  select distinct r.event_id as event, rejoined.id from unit_event_row r
   cross join unnest(case when r.relation = 'unit' then array[r.row_id]
     else array[(r.before ->> 'predecessor_id')::uuid, (r.before ->> 'successor_id')::uuid] end) rejoined (id)
   where r.event_id = any($1::uuid[]) and r.before is not null
     and (r.relation = 'unit' and (r.before ->> 'validity') is distinct from (r.after ->> 'validity')
       or r.relation = 'unit_succession' and (r.before ->> 'whole')::boolean)`;

/** The units that did not exist before the event. */
export async function unitsEstablishedBy(query: QueryRows, eventId: Id): Promise<Id[]> {
  const rows = await query<{ id: Id }>(
    `select row_id as id from unit_event_row where event_id = $1 and relation = 'unit' and before is null`,
    [eventId],
  );
  return rows.map(({ id }) => id);
}

/** A digest of all rows before and after, so that the seal of the audit trail covers them, too. */
export async function rowsDigest(tx: Tx, eventId: Id): Promise<{ count: number; sha256: string }> {
  const [row] = await tx.query<{ count: number; sha256: string }>(
    `select count(*)::int as count,
            encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', relation, row_id, before, after), e'\\n' order by ordinal), ''), 'UTF8')), 'hex') as sha256
       from unit_event_row where event_id = $1`,
    [eventId],
  );
  return row!;
}
