import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { nameOfListEntry } from '../unit-kinds.js';
import type { SpanRow, UnitLedger } from '../unit-ledger.js';
import { foldBlanks, isSameName } from '../unit-rules.js';
import type { ListEntry } from './unit-list.file.js';

/** The units in force on one day. A list of that day is compared with these units only. */
export class UnitsOnDay {
  private readonly spans = new Map<Id, SpanRow>();
  private readonly spansByCode = new Map<string, SpanRow>();
  private readonly childCounts = new Map<Id, number>();

  constructor(
    readonly ledger: UnitLedger,
    readonly day: LocalDate,
  ) {
    for (const unit of ledger.allUnits()) {
      const span = ledger.spanOn(unit.id, day);
      if (!span) continue;
      this.spans.set(unit.id, span);
      if (span.code !== null) this.spansByCode.set(span.code, span);
      if (span.parentId !== null) this.childCounts.set(span.parentId, (this.childCounts.get(span.parentId) ?? 0) + 1);
    }
  }

  span(unitId: Id): SpanRow | undefined {
    return this.spans.get(unitId);
  }

  /** The unit with this code on the day, of any line. */
  holderOf(code: string): SpanRow | undefined {
    return this.spansByCode.get(code);
  }

  administrativeUnits(): SpanRow[] {
    return [...this.spans.values()].filter(span => this.ledger.unit(span.unitId)!.line === 'TERRITORY');
  }

  childCount(unitId: Id): number {
    return this.childCounts.get(unitId) ?? 0;
  }

  /** The unit, its parent, the parent’s parent, … up to the province. */
  selfAndAncestors(unitId: Id): Id[] {
    const path: Id[] = [];
    for (let id: Id | null = unitId; id !== null; id = this.spans.get(id)?.parentId ?? null) path.push(id);
    return path;
  }

  provinceOf(unitId: Id): Id {
    return this.selfAndAncestors(unitId).at(-1)!;
  }

  name(unitId: Id): string {
    return this.ledger.nameOf(unitId, this.day);
  }
}

/** Whether the recorded unit is the listed one. The code alone does not decide: kind and name must agree, too, except for the spelling. */
export const matchesEntry = (span: SpanRow, entry: ListEntry): boolean => span.code === entry.code && hasNameAndKindOf(span, entry);

export const hasNameAndKindOf = (span: SpanRow, entry: ListEntry): boolean => span.kind === entry.kind && isSameName(span.name, entry.name);

/** Whether `fullName`, as successions give it with the label of its kind, is the name of the unit, except for the spelling. */
export const hasFullName = (unit: Pick<SpanRow, 'kind' | 'name'>, fullName: string): boolean =>
  isSameName(nameOfListEntry(unit.kind, fullName), unit.name);

/** Whether two names, without the label of the kind, are written in different ways. Blanks do not count. */
export const isSpelledOtherwise = (name: string, listed: string): boolean => foldBlanks(name) !== foldBlanks(listed);
