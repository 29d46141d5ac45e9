import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { nameOfListEntry } from '../unit-kinds.js';
import type { SpanRow, UnitLedger } from '../unit-ledger.js';
import { foldBlanks, type ListEntry } from './unit-list.file.js';

/** What stands on one day: the only thing that a list of that day is compared with. */
export class UnitsOnDay {
  private readonly spans = new Map<Id, SpanRow>();
  private readonly codes = new Map<string, SpanRow>();
  private readonly children = new Map<Id, number>();

  constructor(
    readonly ledger: UnitLedger,
    readonly day: LocalDate,
  ) {
    for (const unit of ledger.allUnits()) {
      const span = ledger.spanOn(unit.id, day);
      if (!span) continue;
      this.spans.set(unit.id, span);
      if (span.code !== null) this.codes.set(span.code, span);
      if (span.parentId !== null) this.children.set(span.parentId, (this.children.get(span.parentId) ?? 0) + 1);
    }
  }

  span(unitId: Id): SpanRow | undefined {
    return this.spans.get(unitId);
  }

  /** Whoever has the code on this day; at most one unit, of whatever line. */
  holder(code: string): SpanRow | undefined {
    return this.codes.get(code);
  }

  /** The administrative units of this day. */
  territory(): SpanRow[] {
    return [...this.spans.values()].filter(span => this.ledger.unit(span.unitId)!.line === 'TERRITORY');
  }

  /** How many units have this one for their parent. */
  childCount(unitId: Id): number {
    return this.children.get(unitId) ?? 0;
  }

  /** The unit itself, then whatever stands above it. */
  upwards(unitId: Id): Id[] {
    const path: Id[] = [];
    for (let id: Id | null = unitId; id !== null; id = this.spans.get(id)?.parentId ?? null) path.push(id);
    return path;
  }

  top(unitId: Id): Id {
    return this.upwards(unitId).at(-1)!;
  }

  name(unitId: Id): string {
    return this.ledger.nameOf(unitId, this.day);
  }
}

/** Whether the recorded unit is the one that the list means: code, kind and name, never the code alone. */
export const isListed = (span: SpanRow, entry: ListEntry): boolean => span.code === entry.code && isNamedAs(span, entry);

/** Whether kind and name are the same. */
export const isNamedAs = (span: SpanRow, entry: ListEntry): boolean => span.kind === entry.kind && foldBlanks(span.name) === entry.name;

/** Whether a name with the word for its kind before it, as successions give it, means this unit. */
export const isCalled = (unit: Pick<SpanRow, 'kind' | 'name'>, called: string): boolean =>
  nameOfListEntry(unit.kind, called) === foldBlanks(unit.name);
