import { addDays, contains, isLocalDate, type DateRange, type LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Steps } from '../../shared/turns.js';
import { DomainError, Problems } from '../../platform/errors/domain-error.js';
import { staleVersion } from '../../platform/database/expected-version.js';
import type { Establish, SuccessorRef, UnitChange, UnitEventDraft } from './unit-changes.js';
import { checkTouched } from './unit-event.checks.js';
import { EventRefs } from './unit-event.refs.js';
import { checkRules, requireCode, requireKind, requireName } from './unit-event.rules.js';
import { UnitErrors } from './unit.errors.js';
import { correctMisprint } from './unit-ledger.corrector.js';
import { LedgerEditor, type UnitEffect } from './unit-ledger.editor.js';
import type { UnitLedger } from './unit-ledger.js';
import { correctSuccessions, type CorrectedSuccession, type StatedSuccessor } from './unit-succession.corrector.js';

export interface EventPlan {
  readonly effects: readonly UnitEffect[];
  readonly problems: readonly DomainError[];
  readonly ending: readonly Id[];
  readonly established: readonly Id[];
  /** Units that the event confirms where the registry asks. */
  readonly confirmed: readonly Id[];
  /** Corrected successions. Whether something rests on what they replace is recorded elsewhere: see `unit-succession-rests.ts`. */
  readonly corrections: readonly PlannedCorrection[];
}

export interface PlannedCorrection extends CorrectedSuccession {
  /** Its place in the input. */
  readonly path: readonly (string | number)[];
}

/** Applies the event to the ledger, in memory only, and returns its effects and its problems. */
export function planEvent(ledger: UnitLedger, draft: UnitEventDraft): Steps<EventPlan> {
  return new EventPlanner(ledger, draft).plan();
}

/** Stands in for the validity of a unit whose establishment was refused: that problem is reported already, so nothing more is. */
const ALWAYS: DateRange = { from: null, to: null };

class EventPlanner {
  private readonly problems = new Problems();
  private readonly corrections: PlannedCorrection[] = [];
  private readonly corrected = new Set<Id>();
  private confirmed: readonly Id[] = [];
  /** Where in the input each unit is changed, for problems that only the whole event shows. */
  private readonly paths = new Map<Id, (string | number)[]>();
  /** Units that others are placed under or pass to: they have to be in force on the event’s day, or on the day that is corrected. */
  private readonly receivers: { id: Id; path: (string | number)[]; day?: LocalDate }[] = [];
  private readonly refs: EventRefs;
  private readonly editor: LedgerEditor;

  constructor(
    private readonly ledger: UnitLedger,
    private readonly draft: UnitEventDraft,
  ) {
    this.refs = new EventRefs(ledger);
    this.editor = new LedgerEditor(ledger, draft.effective, draft.kind);
  }

  *plan(): Steps<EventPlan> {
    const { effective } = this.draft;
    // The previous state of a unit is shown as of the day before the event, so that day must be representable.
    if (effective !== null && !isLocalDate(addDays(effective.earliest ?? effective.latest, -1)))
      this.problems.add(UnitErrors.UNIT_EVENT_WITHOUT_EVE().at('effective'));
    if (this.draft.changes.length === 0 && !this.draft.confirmed?.length) this.problems.add(UnitErrors.UNIT_EVENT_EMPTY().at('changes'));
    for (const [i, change] of this.draft.changes.entries()) {
      yield;
      if (change.kind !== 'establish') continue;
      const path = ['changes', i, change.kind];
      const establish = (id: Id): void => this.collectProblem(path, () => this.establish(id, change, path));
      this.collectProblem(path, () => this.refs.announce(change, establish));
    }
    yield* this.refs.establishAll();
    for (const [i, change] of this.draft.changes.entries()) {
      yield;
      const path = ['changes', i, change.kind];
      if (change.kind !== 'establish') this.collectProblem(path, () => this.change(change, path));
    }
    this.editor.moveDependentsToSuccessor(this.problems);
    for (const { id, path, day } of this.receivers) {
      yield;
      this.checkReceiver(id, path, day);
    }
    yield* checkTouched(this.ledger, this.editor.day, this.problems);
    yield* this.checkRules();
    return {
      effects: this.editor.effects,
      problems: this.problems.errors,
      ending: [...this.editor.ending.keys()],
      established: [...this.refs.established],
      confirmed: this.confirmed,
      corrections: this.corrections,
    };
  }

  private *checkRules(): Steps<void> {
    const confirmed = new Set(this.ledger.confirmed);
    (this.draft.confirmed ?? []).forEach((ref, i) => this.collectProblem(['confirmed', i], () => confirmed.add(this.refs.resolve(ref))));
    const { ledger, corrected, paths } = this;
    const { established } = this.refs;
    const pathOf = (unitId: Id): (string | number)[] => paths.get(unitId) ?? ['changes'];
    yield* checkRules({ ledger, day: this.editor.day, established, corrected, confirmed, pathOf }, this.problems);
    this.confirmed = [...confirmed].filter(id => !ledger.confirmed.has(id));
  }

  private collectProblem(path: (string | number)[], work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.problems.add(error.at(...path));
    }
  }

  private establish(id: Id, change: Establish, path: (string | number)[]): void {
    requireKind(change.unitKind, change.line);
    requireName(change.name, change.line);
    requireCode(change.code);
    this.paths.set(id, path);
    const parentId = change.parent === null ? null : this.refs.resolve(change.parent, 'parentId');
    const territoryId = change.territory === null ? null : this.refs.resolve(change.territory, 'territoryId');
    this.editor.establish(id, change, parentId, territoryId);
    if (parentId !== null) this.receivers.push({ id: parentId, path: [...path, 'parentId'] });
    if (territoryId !== null) this.receivers.push({ id: territoryId, path: [...path, 'territoryId'] });
  }

  private change(change: Exclude<UnitChange, Establish>, path: (string | number)[]): void {
    if (change.kind === 'merge') {
      const into = this.refs.resolve(change.into, 'intoId');
      this.receivers.push({ id: into, path: [...path, 'intoId'] });
      change.units.forEach((ref, i) => {
        const id = this.refs.resolve(ref, 'unitIds', i);
        if (id === into) throw UnitErrors.UNIT_SUCCESSOR_DOUBLED({ unit: this.editor.nameOnEve(id) }).at('unitIds', i);
        this.editor.end(id, [...path, 'unitIds', i]);
        this.editor.addSuccession(id, into, true);
      });
      return;
    }
    const id = this.refs.resolve(change.unit, 'unitId');
    const version = this.ledger.unit(id)?.version;
    if (version === undefined) return; // Its establishment was refused, and that problem is reported already.
    if (change.expectedVersion !== undefined && change.expectedVersion !== version) {
      throw staleVersion(change.expectedVersion, version);
    }
    if (!this.paths.has(id)) this.paths.set(id, path);
    switch (change.kind) {
      case 'rename':
        requireName(change.name, this.ledger.unit(id)!.line);
        return this.editor.changeAttributes(id, { name: change.name }, 'RENAMED');
      case 'changeKind':
        requireKind(change.unitKind, this.ledger.unit(id)!.line);
        return this.editor.changeAttributes(id, { kind: change.unitKind }, 'KIND_CHANGED');
      case 'recode':
        requireCode(change.code);
        return this.editor.changeAttributes(id, { code: change.code }, 'RECODED');
      case 'correct':
        return this.correct(id, change);
      case 'correctSuccession':
        return this.correctSuccession(id, change, path);
      case 'move': {
        const parentId = change.parent ? this.refs.resolve(change.parent, 'parentId') : change.parent;
        const territoryId = change.territory ? this.refs.resolve(change.territory, 'territoryId') : change.territory;
        for (const [place, field] of [
          [parentId, 'parentId'],
          [territoryId, 'territoryId'],
        ] as const) {
          if (place) this.receivers.push({ id: place, path: [...path, field] });
        }
        return this.editor.changeAttributes(
          id,
          { ...(parentId !== undefined && { parentId }), ...(territoryId !== undefined && { territoryId }) },
          'MOVED',
        );
      }
      case 'split':
        if (!change.goesOn) this.editor.end(id, [...path, 'unitId']);
        else this.editor.requireInForce(id);
        return this.addSuccessors(
          id,
          change.into.map(unit => ({ unit, whole: false })),
          path,
          'intoIds',
        );
      case 'succeed':
        this.editor.end(id, [...path, 'unitId']);
        return this.addSuccessors(id, change.successors, path, 'successors');
      case 'dissolve':
        return this.editor.end(id, [...path, 'unitId']);
    }
  }

  private correct(id: Id, { on, name, unitKind, code }: Extract<UnitChange, { kind: 'correct' }>): void {
    this.requireReason();
    const { line } = this.ledger.unit(id)!;
    if (name !== undefined) requireName(name, line);
    if (code !== undefined) requireCode(code);
    if (unitKind !== undefined) requireKind(unitKind, line);
    const right = { ...(name !== undefined && { name }), ...(unitKind && { kind: unitKind }), ...(code !== undefined && { code }) };
    const effect = correctMisprint(this.ledger, id, on, right);
    if (!effect) return;
    this.corrected.add(id);
    this.editor.effects.push(effect);
  }

  private correctSuccession(id: Id, change: Extract<UnitChange, { kind: 'correctSuccession' }>, path: (string | number)[]): void {
    this.requireReason();
    const { on } = change;
    const successors = this.resolveSuccessors(id, change.successors, path, 'successors', on.latest);
    const staying = new Set(change.staying.map((ref, i) => this.refs.resolve(ref, 'staying', i)));
    const done = correctSuccessions(this.ledger, id, { on, successors, staying, byHand: this.draft.kind === 'CHANGE' });
    if (!done) return;
    this.corrections.push({ ...done.corrected, path });
    this.editor.effects.push(...done.effects);
  }

  /** What a person corrects was always so, and needs a reason. A list corrects what is recorded about its own day, and its files are the reason. */
  private requireReason(): void {
    if (this.draft.kind === 'CHANGE' && this.draft.effective !== null) throw UnitErrors.UNIT_CORRECTION_WITHOUT_DAY();
    if (this.draft.note === null) throw UnitErrors.UNIT_CORRECTION_NEEDS_REASON();
  }

  private addSuccessors(id: Id, given: readonly SuccessorRef[], path: (string | number)[], field: string): void {
    for (const { id: successor, whole } of this.resolveSuccessors(id, given, path, field)) this.editor.addSuccession(id, successor, whole);
  }

  /** @param day on which they have to be in force; absent: the event’s day. */
  private resolveSuccessors(
    id: Id,
    given: readonly SuccessorRef[],
    path: (string | number)[],
    field: string,
    day?: LocalDate,
  ): StatedSuccessor[] {
    if (given.some(successor => successor.whole) && given.length > 1) throw UnitErrors.UNIT_SUCCESSION_MIXED().at(field);
    const seen = new Set<Id>([id]);
    return given.map(({ unit, whole }, i) => {
      const successor = this.refs.resolve(unit, field, i);
      if (seen.has(successor)) throw UnitErrors.UNIT_SUCCESSOR_DOUBLED({ unit: this.nameBefore(successor, day) }).at(field, i);
      seen.add(successor);
      this.receivers.push({ id: successor, path: [...path, field, i], ...(day !== undefined && { day }) });
      return { id: successor, whole };
    });
  }

  private checkReceiver(id: Id, path: (string | number)[], given: LocalDate | undefined): void {
    const day = given ?? this.editor.day;
    const ended = this.editor.ending.get(id);
    if (ended?.at === day || (ended && given === undefined))
      this.problems.add(UnitErrors.UNIT_ENDS_THE_SAME_DAY({ unit: this.nameBefore(id, given) }).at(...path));
    else if ((this.draft.effective !== null || given !== undefined) && !contains(this.ledger.unit(id)?.range ?? ALWAYS, day)) {
      this.problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: this.nameBefore(id, given), date: day }).at(...path));
    }
  }

  private nameBefore(id: Id, day = this.editor.day): string {
    return this.ledger.nameOf(id, addDays(day, -1));
  }
}
