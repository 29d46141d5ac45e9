import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { UnitScope } from '../../platform/access/unit-scope.port.js';
import { isStillReferred } from '../../platform/database/database-errors.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { RunQuery } from '../../platform/database/run-query.js';
import type { Tx } from '../../platform/database/tx.js';
import { errorOf } from '../../platform/errors/catalogue.js';
import { Refusal, type DomainError } from '../../platform/errors/domain-error.js';
import { newId, type Id } from '../../shared/ids.js';
import type { NamedValue } from '../../shared/language.js';
import { namedUnits, type UnitEventDraft } from './unit-changes.js';
import { UnitDependents, type Dependents } from './unit-dependents.port.js';
import { unitEventLifecycle, type UnitEventFacts, type UnitEventState } from './unit-event.lifecycle.js';
import { planEvent, type Plan } from './unit-event.plan.js';
import type { Effect } from './unit-ledger.editor.js';
import { loadLedger, lockTree, saveLedger, type Written } from './unit-ledger.store.js';
import type { UnitLedger } from './unit-ledger.js';
import { changedSince, conflictsOfUndo, restoreRows } from './unit-undo.store.js';
import { UnitErrors } from './unit.errors.js';

export interface Preview {
  readonly effects: readonly Effect[];
  readonly problems: readonly DomainError[];
  readonly dependents: readonly Dependents[];
}

/** How many times each effect occurs. */
type Summary = Readonly<Record<string, number>>;

/** Drafts an event out of the units as they stand; used where the draft depends on them (the official lists). */
export type Drafting = (ledger: UnitLedger) => UnitEventDraft;

/** What happens to units: previewed, applied whole, undone exactly. Every path (API, lists, example) comes through here. */
@Injectable()
export class UnitEventsService {
  constructor(
    private readonly db: Database,
    private readonly dependents: UnitDependents,
    private readonly rights: Rights,
    private readonly scope: UnitScope,
  ) {}

  /** What the event would do, and everything that stands against it. Writes nothing. */
  async preview(actor: Actor, given: UnitEventDraft | Drafting): Promise<Preview> {
    const ledger = await loadLedger(this.db.rows);
    const draft = typeof given === 'function' ? given(ledger) : given;
    await this.rights.requireToRead(actor, 'unitEvent.preview', ...changedUnits(draft));
    const plan = planEvent(ledger, draft);
    return { effects: plan.effects, problems: plan.problems, dependents: await this.dependents.of(this.db.rows, touchedUnits(plan)) };
  }

  /** @throws Refusal with every problem at once; then nothing is written. */
  async apply(actor: Actor, draft: UnitEventDraft, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'applyUnitEvent', input: draft }, tx => this.applyIn(tx, draft));
  }

  /** The same within the caller's transaction. */
  async applyIn(tx: Tx, given: UnitEventDraft | Drafting, written?: Written): Promise<Id> {
    await lockTree(tx);
    const ledger = await loadLedger(tx.query);
    const draft = typeof given === 'function' ? given(ledger) : given;
    await this.rights.require(tx, 'unit.change', ...changedUnits(draft));
    const plan = planEvent(ledger, draft);
    if (plan.problems.length > 0) throw new Refusal(plan.problems);
    const summary = summarise(plan.effects);
    if (Object.keys(summary).length === 0) throw new Refusal([UnitErrors.UNIT_EVENT_EMPTY().at('changes')]);
    const id = newId();
    await tx.query(
      `insert into unit_event (id, kind, effective, effective_on, act_number, act_date, act_issuer, note, state, summary, applied_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'APPLIED', $9, $10)`,
      [
        id,
        draft.kind,
        draft.effective?.text ?? null,
        draft.effective?.latest ?? null,
        draft.act.number,
        draft.act.date,
        draft.act.issuer,
        draft.note,
        JSON.stringify(summary),
        tx.now,
      ],
    );
    await saveLedger(tx, ledger, id, written);
    tx.afterCommit(() => this.scope.changed());
    await tx.audit({
      action: 'unitEvent.applied',
      object: { type: 'UnitEvent', id },
      // A list concerns a whole country; an event is told under the first unit it touches.
      unitId: draft.kind === 'CHANGE' ? plan.effects[0]?.unitId : null,
      after: { effective: draft.effective?.text ?? null, act: draft.act, note: draft.note, summary, rows: await rowsDigest(tx, id) },
    });
    return id;
  }

  /** Puts every row back as it was before the event. @throws Refusal while something later depends on it. */
  async undo(
    actor: Actor,
    id: Id,
    input: { expectedVersion: number; reason: string; idempotencyKey?: string | null | undefined },
  ): Promise<Id> {
    const { idempotencyKey, ...rest } = input;
    const undo = async (tx: Tx): Promise<Id> => {
      await lockTree(tx);
      const [event] = await tx.query<{ state: UnitEventState; version: number; summary: Summary }>(
        `select state, version, summary from unit_event where id = $1 for update`,
        [id],
      );
      if (!event) throw UnitErrors.UNIT_EVENT_NOT_FOUND({ id });
      requireVersion(input.expectedVersion, event.version);
      const against = unitEventLifecycle.check('undo', event.state, await this.facts(id, tx.query));
      if (against.length > 0) throw new Refusal(against.map(({ code, params }) => errorOf(code, params)));
      const touched = await tx.query<{ id: Id }>(TOUCHED, [[id]]);
      await this.rights.require(tx, 'unitEvent.undo', ...touched.map(row => row.id));
      await restoreRows(tx, id);
      tx.afterCommit(() => this.scope.changed());
      await tx.query(`update unit_event set state = 'UNDONE', undone_at = $2, undo_reason = $3, version = version + 1 where id = $1`, [
        id,
        tx.now,
        input.reason,
      ]);
      await tx.audit({
        action: 'unitEvent.undone',
        object: { type: 'UnitEvent', id },
        unitId: await unitOfTrail(tx, id),
        before: { state: event.state, summary: event.summary },
        after: { state: 'UNDONE' },
        reason: input.reason,
      });
      return id;
    };
    try {
      return await this.db.once(actor, { key: idempotencyKey, command: 'undoUnitEvent', input: { id, ...rest } }, undo);
    } catch (error) {
      if (!isStillReferred(error)) throw error;
      // Something was hung on one of its units at this very moment.
      const { dependents } = await this.facts(id);
      throw new Refusal([UnitErrors.UNIT_EVENT_HAS_DEPENDENTS({ dependents: dependents ?? OTHER_RECORDS }).because(error)]);
    }
  }

  /** The units that each event touches, for a page of events with one statement. One function object, so that its callers share a batch. */
  readonly unitsTouched = async (ids: readonly Id[]): Promise<Id[][]> => {
    const touched = new Map<Id, Id[]>(ids.map(id => [id, []]));
    const rows = await this.db.rows<{ event: Id; id: Id }>(TOUCHED, [ids]);
    for (const { event, id } of rows) touched.get(event)!.push(id);
    return ids.map(id => touched.get(id)!);
  };

  /** What the lifecycle of an event needs to know. */
  async facts(id: Id, query: RunQuery = this.db.rows): Promise<UnitEventFacts> {
    const made = await query<{ id: Id }>(
      `select row_id as id from unit_event_row where event_id = $1 and relation = 'unit' and before is null`,
      [id],
    );
    const changedLater = await changedSince(query, id);
    return {
      changedLater,
      // Undoing the later events may well give back what they took.
      taken: changedLater > 0 ? null : ((await conflictsOfUndo(query, id))[0] ?? null),
      dependents: await this.dependents.keeping(
        query,
        made.map(row => row.id),
      ),
    };
  }
}

const OTHER_RECORDS: NamedValue = { value: 'other records', vi: 'hồ sơ khác', en: 'other records' };

/** The unit under which the event was told when it was applied. */
async function unitOfTrail(tx: Tx, id: Id): Promise<Id | null> {
  const [entry] = await tx.query<{ unitId: Id | null }>(
    `select unit_id as "unitId" from audit_entry where object_type = 'UnitEvent' and object_id = $1 order by at, id limit 1`,
    [id],
  );
  return entry?.unitId ?? null;
}

const TOUCHED = `
  select distinct event_id as event, case relation when 'unit' then row_id else (coalesce(after, before) ->> 'unit_id')::uuid end as id
    from unit_event_row where event_id = any($1::uuid[]) and relation in ('unit', 'unit_span')`;

const touchedUnits = (plan: Plan): Id[] => [...new Set(plan.effects.filter(e => e.kind !== 'ESTABLISHED').map(e => e.unitId))];

function summarise(effects: readonly Effect[]): Summary {
  const summary: Record<string, number> = {};
  for (const { kind } of effects) summary[kind] = (summary[kind] ?? 0) + 1;
  return summary;
}

/** A fingerprint of all rows before and after, so that the sealed trail vouches for them too. */
async function rowsDigest(tx: Tx, eventId: Id): Promise<{ count: number; sha256: string }> {
  const [row] = await tx.query<{ count: number; sha256: string }>(
    `select count(*)::int as count,
            encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', relation, row_id, before, after), e'\\n' order by ordinal), ''), 'UTF8')), 'hex') as sha256
       from unit_event_row where event_id = $1`,
    [eventId],
  );
  return row!;
}

/** Whoever has not the whole registry changes only what stands within their reach; a unit without a place above has nobody else. */
function changedUnits(draft: UnitEventDraft): (Id | null)[] {
  const atTheTop = draft.changes.some(change => change.kind === 'establish' && change.parent === null && change.territory === null);
  return [...namedUnits(draft), ...(atTheTop ? [null] : [])];
}
