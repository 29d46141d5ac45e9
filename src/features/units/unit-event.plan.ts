import { addDays, contains, isLocalDate, type DateRange } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { DomainError, Problems } from '../../platform/errors/domain-error.js';
import { staleVersion } from '../../platform/database/expected-version.js';
import type { Establish, UnitChange, UnitEventDraft, UnitRef } from './unit-changes.js';
import { checkTouched } from './unit-event.checks.js';
import { checkRules, requireCode, requireKind, requireName } from './unit-event.rules.js';
import { UnitErrors } from './unit.errors.js';
import { correctMisprint } from './unit-ledger.corrector.js';
import { LedgerEditor, type UnitEffect } from './unit-ledger.editor.js';
import type { UnitLedger } from './unit-ledger.js';

export interface EventPlan {
  readonly effects: readonly UnitEffect[];
  readonly problems: readonly DomainError[];
  readonly ending: readonly Id[];
  readonly established: readonly Id[];
  /** Units that the event confirms where the registry asks. */
  readonly confirmed: readonly Id[];
}

/** Applies the event to the ledger, in memory only, and returns its effects and its problems. */
export function planEvent(ledger: UnitLedger, draft: UnitEventDraft): EventPlan {
  return new EventPlanner(ledger, draft).plan();
}

/** Stands in for the validity of a unit whose establishment was refused: that problem is reported already, so nothing more is. */
const ALWAYS: DateRange = { from: null, to: null };

class EventPlanner {
  private readonly problems = new Problems();
  private readonly idsByMark = new Map<string, Id>();
  /** Units to establish that have not been established yet, each with the work that does it. */
  private readonly pending = new Map<Id, () => void>();
  private readonly established = new Set<Id>();
  private readonly corrected = new Set<Id>();
  private confirmed: readonly Id[] = [];
  /** Where in the input each unit is changed, for problems that only the whole event shows. */
  private readonly paths = new Map<Id, (string | number)[]>();
  /** Units that others are placed under or pass to: they have to be in force on the event’s day. */
  private readonly receivers: { id: Id; path: (string | number)[] }[] = [];
  private readonly editor: LedgerEditor;

  constructor(
    private readonly ledger: UnitLedger,
    private readonly draft: UnitEventDraft,
  ) {
    this.editor = new LedgerEditor(ledger, draft.effective, draft.kind === 'LIST');
  }

  plan(): EventPlan {
    const { effective } = this.draft;
    // The previous state of a unit is shown as of the day before the event, so that day must be representable.
    if (effective !== null && !isLocalDate(addDays(effective.earliest ?? effective.latest, -1)))
      this.problems.add(UnitErrors.UNIT_EVENT_WITHOUT_EVE().at('effective'));
    if (this.draft.changes.length === 0 && !this.draft.confirmed?.length) this.problems.add(UnitErrors.UNIT_EVENT_EMPTY().at('changes'));
    // Every change can refer to every unit that the event establishes, in any order, so all of them get their ids first.
    this.draft.changes.forEach((change, i) => {
      if (change.kind !== 'establish') return;
      const id = this.assignId(change, i);
      const path = ['changes', i, change.kind];
      this.pending.set(id, () => this.collectProblem(path, () => this.establish(id, change, path)));
    });
    for (const id of this.established) this.establishPending(id);
    this.draft.changes.forEach((change, i) => {
      const path = ['changes', i, change.kind];
      if (change.kind !== 'establish') this.collectProblem(path, () => this.change(change, path));
    });
    this.editor.moveDependentsToSuccessor(this.problems);
    for (const { id, path } of this.receivers) this.checkReceiver(id, path);
    checkTouched(this.ledger, this.editor.day, this.problems);
    this.checkRules();
    return {
      effects: this.editor.effects,
      problems: this.problems.errors,
      ending: [...this.editor.ending.keys()],
      established: [...this.established],
      confirmed: this.confirmed,
    };
  }

  private checkRules(): void {
    const confirmed = new Set(this.ledger.confirmed);
    (this.draft.confirmed ?? []).forEach((ref, i) => this.collectProblem(['confirmed', i], () => confirmed.add(this.resolve(ref))));
    const { ledger, established, corrected, paths } = this;
    const pathOf = (unitId: Id): (string | number)[] => paths.get(unitId) ?? ['changes'];
    checkRules({ ledger, day: this.editor.day, established, corrected, confirmed, pathOf }, this.problems);
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

  /** Called whenever a reference is resolved, so that a parent is established before the units under it. */
  private establishPending(id: Id): void {
    const establish = this.pending.get(id);
    this.pending.delete(id);
    establish?.();
  }

  private assignId(change: Establish, index: number): Id {
    const id = change.id ?? newId();
    this.established.add(id);
    if (change.ref !== undefined) {
      if (this.idsByMark.has(change.ref))
        this.problems.add(UnitErrors.UNIT_REF_DOUBLED({ ref: change.ref }).at('changes', index, 'establish', 'ref'));
      this.idsByMark.set(change.ref, id);
    }
    return id;
  }

  private establish(id: Id, change: Establish, path: (string | number)[]): void {
    requireKind(change.unitKind, change.line);
    requireName(change.name, change.line);
    requireCode(change.code);
    this.paths.set(id, path);
    const parentId = change.parent === null ? null : this.resolve(change.parent, 'parentId');
    const territoryId = change.territory === null ? null : this.resolve(change.territory, 'territoryId');
    this.editor.establish(id, change, parentId, territoryId);
    if (parentId !== null) this.receivers.push({ id: parentId, path: [...path, 'parentId'] });
    if (territoryId !== null) this.receivers.push({ id: territoryId, path: [...path, 'territoryId'] });
  }

  private change(change: Exclude<UnitChange, Establish>, path: (string | number)[]): void {
    if (change.kind === 'merge') {
      const into = this.resolve(change.into, 'intoId');
      this.receivers.push({ id: into, path: [...path, 'intoId'] });
      change.units.forEach((ref, i) => {
        const id = this.resolve(ref, 'unitIds', i);
        if (id === into) throw UnitErrors.UNIT_SUCCESSOR_DOUBLED({ unit: this.editor.nameOnEve(id) }).at('unitIds', i);
        this.editor.end(id, [...path, 'unitIds', i]);
        this.editor.addSuccession(id, into, true);
      });
      return;
    }
    const id = this.resolve(change.unit, 'unitId');
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
      case 'move': {
        const parentId = change.parent ? this.resolve(change.parent, 'parentId') : change.parent;
        const territoryId = change.territory ? this.resolve(change.territory, 'territoryId') : change.territory;
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
    if (this.draft.effective !== null) throw UnitErrors.UNIT_CORRECTION_WITHOUT_DAY();
    if (this.draft.note === null) throw UnitErrors.UNIT_CORRECTION_NEEDS_REASON();
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

  private addSuccessors(id: Id, successors: readonly { unit: UnitRef; whole: boolean }[], path: (string | number)[], field: string): void {
    if (successors.some(successor => successor.whole) && successors.length > 1) throw UnitErrors.UNIT_SUCCESSION_MIXED().at(field);
    const seen = new Set<Id>([id]);
    successors.forEach(({ unit, whole }, i) => {
      const successor = this.resolve(unit, field, i);
      if (seen.has(successor)) throw UnitErrors.UNIT_SUCCESSOR_DOUBLED({ unit: this.editor.nameOnEve(successor) }).at(field, i);
      seen.add(successor);
      this.receivers.push({ id: successor, path: [...path, field, i] });
      this.editor.addSuccession(id, successor, whole);
    });
  }

  private checkReceiver(id: Id, path: (string | number)[]): void {
    const ended = this.editor.ending.get(id);
    if (ended) this.problems.add(UnitErrors.UNIT_ENDS_THE_SAME_DAY({ unit: this.editor.nameOnEve(id) }).at(...path));
    else if (this.draft.effective !== null && !contains(this.ledger.unit(id)?.range ?? ALWAYS, this.editor.day)) {
      this.problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: this.editor.nameOnEve(id), date: this.editor.day }).at(...path));
    }
  }

  private resolve(ref: UnitRef, ...path: (string | number)[]): Id {
    if (ref.startsWith('#')) {
      const id = this.idsByMark.get(ref.slice(1));
      if (id === undefined) throw UnitErrors.UNIT_REF_UNKNOWN({ ref: ref.slice(1) }).at(...path);
      this.establishPending(id);
      return id;
    }
    if (this.established.has(ref)) this.establishPending(ref);
    else if (!this.ledger.unit(ref)) throw UnitErrors.UNIT_NOT_FOUND({ id: ref }).at(...path);
    return ref;
  }
}
