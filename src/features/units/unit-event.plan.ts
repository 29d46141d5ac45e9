import { addDays, contains, isLocalDate, type DateRange } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { hasForbiddenCharacters, saysSomething } from '../../shared/text.js';
import { DomainError, Problems } from '../../platform/errors/domain-error.js';
import { staleVersion } from '../../platform/database/expected-version.js';
import type { Establish, UnitChange, UnitEventDraft, UnitRef } from './unit-changes.js';
import { checkTouched } from './unit-event.checks.js';
import { UnitErrors } from './unit.errors.js';
import { kindFacts } from './unit-kinds.js';
import { LedgerEditor, type Effect } from './unit-ledger.editor.js';
import type { UnitLedger } from './unit-ledger.js';

export interface Plan {
  readonly effects: readonly Effect[];
  readonly problems: readonly DomainError[];
  /** Units that end with this event. */
  readonly ending: readonly Id[];
  /** Units that begin with it. */
  readonly established: readonly Id[];
}

/** Applies the event to the ledger (in memory) and tells what that does and what is wrong with it. Nothing else is touched. */
export function planEvent(ledger: UnitLedger, draft: UnitEventDraft): Plan {
  return new EventPlanner(ledger, draft).plan();
}

/** Of a unit whose establishment was refused: that is told already. */
const ALWAYS: DateRange = { from: null, to: null };

class EventPlanner {
  private readonly problems = new Problems();
  private readonly marks = new Map<string, Id>();
  private readonly waiting = new Map<Id, () => void>();
  private readonly established = new Set<Id>();
  private readonly receiving: { id: Id; path: (string | number)[] }[] = [];
  private readonly edit: LedgerEditor;

  constructor(
    private readonly ledger: UnitLedger,
    private readonly draft: UnitEventDraft,
  ) {
    this.edit = new LedgerEditor(ledger, draft.effective, draft.kind === 'LIST');
  }

  plan(): Plan {
    const { effective } = this.draft;
    // Whatever the event ends or changes was so until the day before, and that is shown as a day.
    if (effective !== null && !isLocalDate(addDays(effective.earliest ?? effective.latest, -1)))
      this.problems.add(UnitErrors.UNIT_EVENT_WITHOUT_EVE().at('effective'));
    if (this.draft.changes.length === 0) this.problems.add(UnitErrors.UNIT_EVENT_EMPTY().at('changes'));
    // Whoever is established can be named by every other change, whatever their order in the list.
    this.draft.changes.forEach((change, i) => {
      if (change.kind !== 'establish') return;
      const id = this.mark(change, i);
      const path = ['changes', i, change.kind];
      this.waiting.set(id, () => this.collect(path, () => this.establish(id, change, path)));
    });
    for (const id of this.established) this.establishNow(id);
    this.draft.changes.forEach((change, i) => {
      const path = ['changes', i, change.kind];
      if (change.kind !== 'establish') this.collect(path, () => this.change(change, path));
    });
    this.edit.takeAlong(this.problems);
    for (const { id, path } of this.receiving) this.checkReceiver(id, path);
    checkTouched(this.ledger, this.edit.day, this.problems);
    return {
      effects: this.edit.effects,
      problems: this.problems.errors,
      ending: [...this.edit.ending.keys()],
      established: [...this.established],
    };
  }

  private collect(path: (string | number)[], work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.problems.add(error.at(...path));
    }
  }

  /** Parents first: resolving a mark establishes what it stands for. */
  private establishNow(id: Id): void {
    const establish = this.waiting.get(id);
    this.waiting.delete(id);
    establish?.();
  }

  private mark(change: Establish, index: number): Id {
    const id = change.id ?? newId();
    this.established.add(id);
    if (change.ref !== undefined) {
      if (this.marks.has(change.ref))
        this.problems.add(UnitErrors.UNIT_REF_DOUBLED({ ref: change.ref }).at('changes', index, 'establish', 'ref'));
      this.marks.set(change.ref, id);
    }
    return id;
  }

  private establish(id: Id, change: Establish, path: (string | number)[]): void {
    if (!kindFacts(change.unitKind).lines.includes(change.line)) {
      throw UnitErrors.UNIT_KIND_OF_OTHER_LINE({ kind: change.unitKind, line: change.line }).at('kind');
    }
    this.checkName(change.name);
    const parentId = change.parent === null ? null : this.resolve(change.parent, 'parentId');
    const territoryId = change.territory === null ? null : this.resolve(change.territory, 'territoryId');
    this.edit.establish(id, change, parentId, territoryId);
    if (parentId !== null) this.receiving.push({ id: parentId, path: [...path, 'parentId'] });
    if (territoryId !== null) this.receiving.push({ id: territoryId, path: [...path, 'territoryId'] });
  }

  private change(change: Exclude<UnitChange, Establish>, path: (string | number)[]): void {
    if (change.kind === 'merge') {
      const into = this.resolve(change.into, 'intoId');
      this.receiving.push({ id: into, path: [...path, 'intoId'] });
      change.units.forEach((ref, i) => {
        const id = this.resolve(ref, 'unitIds', i);
        if (id === into) throw UnitErrors.UNIT_SUCCESSOR_DOUBLED({ unit: this.edit.name(id) }).at('unitIds', i);
        this.edit.end(id, [...path, 'unitIds', i]);
        this.edit.succession(id, into, true);
      });
      return;
    }
    const id = this.resolve(change.unit, 'unitId');
    const version = this.ledger.unit(id)?.version;
    if (version === undefined) return; // Its establishment was refused; that is told already.
    if (change.expectedVersion !== undefined && change.expectedVersion !== version) {
      throw staleVersion(change.expectedVersion, version);
    }
    switch (change.kind) {
      case 'rename':
        this.checkName(change.name);
        return this.edit.alter(id, { name: change.name }, 'RENAMED');
      case 'changeKind': {
        const { line } = this.ledger.unit(id)!;
        if (!kindFacts(change.unitKind).lines.includes(line)) {
          throw UnitErrors.UNIT_KIND_OF_OTHER_LINE({ kind: change.unitKind, line }).at('kind');
        }
        return this.edit.alter(id, { kind: change.unitKind }, 'KIND_CHANGED');
      }
      case 'recode':
        return this.edit.alter(id, { code: change.code }, 'RECODED');
      case 'move': {
        const parentId = change.parent ? this.resolve(change.parent, 'parentId') : change.parent;
        const territoryId = change.territory ? this.resolve(change.territory, 'territoryId') : change.territory;
        for (const [place, field] of [
          [parentId, 'parentId'],
          [territoryId, 'territoryId'],
        ] as const) {
          if (place) this.receiving.push({ id: place, path: [...path, field] });
        }
        return this.edit.alter(
          id,
          { ...(parentId !== undefined && { parentId }), ...(territoryId !== undefined && { territoryId }) },
          'MOVED',
        );
      }
      case 'split':
        if (!change.goesOn) this.edit.end(id, [...path, 'unitId']);
        else this.edit.requireInForce(id);
        return this.succeedBy(
          id,
          change.into.map(unit => ({ unit, whole: false })),
          path,
          'intoIds',
        );
      case 'succeed':
        this.edit.end(id, [...path, 'unitId']);
        return this.succeedBy(id, change.successors, path, 'successors');
      case 'dissolve':
        return this.edit.end(id, [...path, 'unitId']);
    }
  }

  private succeedBy(id: Id, successors: readonly { unit: UnitRef; whole: boolean }[], path: (string | number)[], field: string): void {
    if (successors.some(s => s.whole) && successors.length > 1) throw UnitErrors.UNIT_SUCCESSION_MIXED().at(field);
    const seen = new Set<Id>([id]);
    successors.forEach(({ unit, whole }, i) => {
      const successor = this.resolve(unit, field, i);
      if (seen.has(successor)) throw UnitErrors.UNIT_SUCCESSOR_DOUBLED({ unit: this.edit.name(successor) }).at(field, i);
      seen.add(successor);
      this.receiving.push({ id: successor, path: [...path, field, i] });
      this.edit.succession(id, successor, whole);
    });
  }

  private checkReceiver(id: Id, path: (string | number)[]): void {
    const ended = this.edit.ending.get(id);
    if (ended) this.problems.add(UnitErrors.UNIT_ENDS_THE_SAME_DAY({ unit: this.edit.name(id) }).at(...path));
    else if (this.draft.effective !== null && !contains(this.ledger.unit(id)?.range ?? ALWAYS, this.edit.day)) {
      this.problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: this.edit.name(id), date: this.edit.day }).at(...path));
    }
  }

  private resolve(ref: UnitRef, ...path: (string | number)[]): Id {
    if (ref.startsWith('#')) {
      const id = this.marks.get(ref.slice(1));
      if (id === undefined) throw UnitErrors.UNIT_REF_UNKNOWN({ ref: ref.slice(1) }).at(...path);
      this.establishNow(id);
      return id;
    }
    if (this.established.has(ref)) this.establishNow(ref);
    else if (!this.ledger.unit(ref)) throw UnitErrors.UNIT_NOT_FOUND({ id: ref }).at(...path);
    return ref;
  }

  private checkName(name: string): void {
    if (name.length > 300 || !saysSomething(name) || hasForbiddenCharacters(name)) throw UnitErrors.UNIT_NAME_INVALID().at('name');
  }
}
