import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { UnitScope } from '../../platform/access/unit-scope.port.js';
import { isStillReferred } from '../../platform/database/database-errors.js';
import { Database } from '../../platform/database/database.js';
import { unitOfFirstEntry } from '../../platform/audit/audit-entry.reader.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Notice } from '../../platform/graphql/mutation.js';
import { errorOf } from '../../platform/errors/catalogue.js';
import { Refusal, type DomainError } from '../../platform/errors/domain-error.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, toGlobalId, type Id } from '../../shared/ids.js';
import { inTurns, type Steps } from '../../shared/turns.js';
import type { NamedValue } from '../../shared/language.js';
import { SuccessionRests } from './unit-succession-rests.js';
import { unitsServedBy } from './served/served-territory.store.js';
import { namedUnits, unitedUnits, type UnitEventDraft } from './unit-changes.js';
import { UnitDependents, type Dependents } from './unit-dependents.port.js';
import { unitEventLifecycle, type UnitEventFacts } from './unit-event.lifecycle.js';
import { planEvent, type EventPlan } from './unit-event.plan.js';
import type { UnitEffect } from './unit-ledger.editor.js';
import { loadLedger, lockTree, lookAtUnits, saveLedger, type WriteProgress } from './unit-ledger.store.js';
import type { UnitLedger } from './unit-ledger.js';
import { countLaterChanges, findConflicts, restoreRows } from './unit-undo.store.js';
import { UnitErrors } from './unit.errors.js';
import {
  insertEvent,
  lockEvent,
  markUndone,
  rowsDigest,
  unitsEstablishedBy,
  unitsForUndo,
  unitsTouchedBy,
  type EffectCounts,
} from './unit-event.store.js';

export interface EventPreview {
  readonly effects: readonly UnitEffect[];
  readonly problems: readonly DomainError[];
  readonly dependents: readonly Dependents[];
  readonly warnings: readonly Notice[];
}

interface PlannedEvent {
  readonly ledger: UnitLedger;
  readonly draft: UnitEventDraft;
  readonly plan: EventPlan;
}

/** Drafts an event from the recorded units, for drafts that depend on them (official lists). */
export type BuildDraft = (ledger: UnitLedger) => Steps<UnitEventDraft>;

/** Previews, applies and undoes unit events. Every way of changing units (API, official lists, example data) uses this service. */
@Injectable()
export class UnitEventsService {
  constructor(
    private readonly db: Database,
    private readonly dependents: UnitDependents,
    private readonly rests: SuccessionRests,
    private readonly rights: Rights,
    private readonly scope: UnitScope,
  ) {}

  /** The effects of the event, its problems, and the records that refer to its units. Writes nothing. */
  async preview(actor: Actor, given: UnitEventDraft | BuildDraft): Promise<EventPreview> {
    const ledger = await loadLedger(this.db.rows);
    const draft = typeof given === 'function' ? await inTurns(given(ledger)) : given;
    await this.rights.requireToRead(actor, 'unitEvent.preview', ...(await changedUnits(draft, this.db.rows, this.db.today())));
    const plan = await inTurns(planEvent(ledger, draft));
    return {
      effects: plan.effects,
      problems: await this.problemsOf(this.db.rows, this.db.today(), { ledger, draft, plan }),
      dependents: await this.dependents.affectedBy(this.db.rows, touchedUnits(plan), draft.effective?.latest ?? this.db.today()),
      warnings: bodiesTakenAlong(ledger, plan),
    };
  }

  private async problemsOf(query: QueryRows, today: LocalDate, planned: PlannedEvent): Promise<DomainError[]> {
    const { ledger, draft, plan } = planned;
    return [...actInFuture(draft, today), ...plan.problems, ...(await this.rests.against(query, ledger, plan.corrections))];
  }

  /** @throws Refusal with all problems; then nothing is written. */
  async apply(actor: Actor, draft: UnitEventDraft, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'applyUnitEvent', input: draft }, tx => this.applyIn(tx, draft));
  }

  /** `apply` within the caller’s transaction. */
  async applyIn(tx: Tx, given: UnitEventDraft | BuildDraft, onProgress?: WriteProgress): Promise<Id> {
    await lockTree(tx);
    const ledger = await loadLedger(tx.query);
    if (typeof given === 'function') await tx.mayBeIdle();
    const draft = typeof given === 'function' ? await inTurns(given(ledger)) : given;
    await this.rights.require(tx, 'unit.change', ...(await changedUnits(draft, tx.query, tx.today)));
    const plan = await inTurns(planEvent(ledger, draft));
    const problems = await this.problemsOf(tx.query, tx.today, { ledger, draft, plan });
    if (problems.length > 0) throw new Refusal(problems);
    const { confirmed } = plan;
    const summary = { ...countEffects(plan.effects), ...(confirmed.length > 0 && { CONFIRMED: confirmed.length }) };
    if (Object.keys(summary).length === 0) throw new Refusal([UnitErrors.UNIT_EVENT_EMPTY().at('changes')]);
    const id = newId();
    await insertEvent(tx, id, draft, { summary, confirmed, effects: plan.effects });
    this.afterwards(tx, await saveLedger(tx, ledger, id, onProgress));
    await tx.audit({
      action: 'unitEvent.applied',
      object: { type: 'UnitEvent', id },
      // A list concerns the whole country; any other event is recorded under the first unit it changes.
      unitId: draft.kind === 'CHANGE' ? (plan.effects[0]?.unitId ?? confirmed[0]) : null,
      after: {
        effective: draft.effective?.text ?? null,
        act: draft.act,
        note: draft.note,
        summary,
        confirmed,
        rows: await rowsDigest(tx, id),
      },
    });
    return id;
  }

  /** Restores every row to its state before the event. @throws Refusal while something later depends on the event. */
  async undo(
    actor: Actor,
    id: Id,
    input: { expectedVersion: number; reason: string; idempotencyKey?: string | null | undefined },
  ): Promise<Id> {
    const { idempotencyKey, ...rest } = input;
    const undo = async (tx: Tx): Promise<Id> => {
      await lockTree(tx);
      const event = await lockEvent(tx, id);
      if (!event) throw UnitErrors.UNIT_EVENT_NOT_FOUND({ id });
      // Before anything else: the obstacles count what lies outside the actor’s reach.
      const [changed] = await unitsForUndo(tx.query, [id], tx.today);
      await this.rights.require(tx, 'unitEvent.undo', ...changed!);
      requireVersion(input.expectedVersion, event.version);
      const obstacles = unitEventLifecycle.check('undo', event.state, await this.facts(id, tx.query));
      if (obstacles.length > 0) throw new Refusal(obstacles.map(({ code, params }) => errorOf(code, params)));
      this.afterwards(tx, await restoreRows(tx, id));
      await markUndone(tx, id, input.reason);
      await tx.audit({
        action: 'unitEvent.undone',
        object: { type: 'UnitEvent', id },
        unitId: await unitOfFirstEntry(tx, 'UnitEvent', id),
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
      // A record that refers to one of its units was written at the same moment.
      const { dependents } = await this.facts(id);
      throw new Refusal([UnitErrors.UNIT_EVENT_HAS_DEPENDENTS({ dependents: dependents ?? OTHER_RECORDS }).because(error)]);
    }
  }

  /** @param rows how many the event wrote. */
  private afterwards(tx: Tx, rows: number): void {
    tx.afterCommit(() => {
      this.scope.changed();
      return lookAtUnits(this.db.rows, rows);
    });
  }

  /** The units that each event changes, for a page of events in one statement. One function object, so that all callers share a batch. */
  readonly unitsTouched = async (ids: readonly Id[]): Promise<Id[][]> => {
    const touched = new Map<Id, Id[]>(ids.map(id => [id, []]));
    for (const { event, id } of await unitsTouchedBy(this.db.rows, ids)) touched.get(event)!.push(id);
    return ids.map(id => touched.get(id)!);
  };

  /** The same for the units at which the right to undo is required. */
  readonly unitsForUndo = (ids: readonly Id[]): Promise<Id[][]> => unitsForUndo(this.db.rows, ids, this.db.today());

  async facts(id: Id, query: QueryRows = this.db.rows): Promise<UnitEventFacts> {
    const changedLater = await countLaterChanges(query, id);
    return {
      changedLater,
      // Undoing the later events may resolve the conflicts.
      conflict: changedLater > 0 ? null : ((await findConflicts(query, id))[0] ?? null),
      dependents: await this.dependents.obstaclesToRemoval(query, await unitsEstablishedBy(query, id)),
    };
  }
}

const actInFuture = ({ act: { date } }: UnitEventDraft, today: LocalDate): DomainError[] =>
  date !== null && date > today ? [UnitErrors.UNIT_EVENT_ACT_IN_FUTURE({ date }).at('act', 'date')] : [];

const OTHER_RECORDS: NamedValue = { value: 'other records', vi: 'hồ sơ khác', en: 'other records' };

const touchedUnits = (plan: EventPlan): Id[] => [
  ...new Set(plan.effects.filter(effect => effect.kind !== 'ESTABLISHED').map(effect => effect.unitId)),
];

/** Offices of an ended unit rarely live on as they were: the event may have forgotten them. */
function bodiesTakenAlong(ledger: UnitLedger, { effects }: EventPlan): Notice[] {
  const bodies = effects.filter(({ kind, unitId }) => kind === 'TAKEN_ALONG' && ledger.unit(unitId)!.line !== 'TERRITORY');
  if (bodies.length === 0) return [];
  const units = bodies.slice(0, MAX_NAMED).map(({ unit }) => unit);
  const params = { count: bodies.length, units: [...units, ...(bodies.length > MAX_NAMED ? ['…'] : [])].join(', ') };
  return [
    { warning: UnitErrors.UNIT_BODIES_TAKEN_ALONG(params).at('changes'), ids: bodies.map(({ unitId }) => toGlobalId('Unit', unitId)) },
  ];
}

const MAX_NAMED = 10;

function countEffects(effects: readonly UnitEffect[]): EffectCounts {
  const summary: Record<string, number> = {};
  for (const { kind } of effects) summary[kind] = (summary[kind] ?? 0) + 1;
  return summary;
}

/**
 * The units for which the right to change units is required. `null` means the whole registry: only an actor with that right may establish a
 * unit without parent and territory. Where one unit passes as a whole to another, rights at one come to reach the territories that the other works
 * for, so the right is required there, too, at the units of every line: nobody widens a right beyond their own.
 */
async function changedUnits(draft: UnitEventDraft, query: QueryRows, today: LocalDate): Promise<(Id | null)[]> {
  const atTheTop = draft.changes.some(change => change.kind === 'establish' && change.parent === null && change.territory === null);
  return [...namedUnits(draft), ...(await unitsServedBy(query, unitedUnits(draft), today)), ...(atTheTop ? [null] : [])];
}
