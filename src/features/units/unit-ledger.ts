import { contains, intersection, type DateRange, type LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { fullName, type UnitKind, type UnitLine } from './unit-kinds.js';

/** A row of `unit`. */
export interface UnitRow {
  readonly id: Id;
  readonly line: UnitLine;
  /** The first day in force as its source gives it (a partial date); `null`: not known, which does not mean “always”. */
  readonly starts: string | null;
  /** The last day in force as its source gives it; `null`: still in force. */
  readonly ends: string | null;
  /** The longest period that `starts` and `ends` can mean. */
  readonly range: DateRange;
  readonly source: string | null;
  readonly version: number;
  /** Whether a person, and no list, said that it ended, or that it passed to none. */
  readonly endedByHand: boolean;
}

/** A row of `unit_span`: name, kind, code and place of a unit over a span of days. */
export interface SpanRow {
  readonly id: Id;
  readonly unitId: Id;
  readonly range: DateRange;
  readonly name: string;
  readonly kind: UnitKind;
  readonly code: string | null;
  readonly parentId: Id | null;
  readonly territoryId: Id | null;
}

export interface SuccessionRow {
  readonly id: Id;
  readonly predecessorId: Id;
  readonly successorId: Id;
  readonly whole: boolean;
  readonly effective: string | null;
  readonly effectiveOn: LocalDate;
  /** The event by whose act it passed; `null`: the event that is being planned. */
  readonly eventId: Id | null;
  /** Whether a person entered or corrected it by a single event, and no list did. */
  readonly byHand: boolean;
}

export type UnitAttributes = Pick<SpanRow, 'name' | 'kind' | 'code' | 'parentId' | 'territoryId'>;

/**
 * The whole history of the units in memory, with the changes made since it was loaded.
 *
 * Events are rare and the country’s whole history is some thirty thousand rows (a tenth of a second to load), so the rules of an event are
 * plain functions over this class, and a preview runs the same computation as the application of an event.
 */
export class UnitLedger {
  private readonly units = new Map<Id, UnitRow>();
  private readonly spans = new Map<Id, SpanRow>();
  private readonly spansOfUnit = new Map<Id, Set<Id>>();
  private readonly spansAtPlace = new Map<Id, Set<Id>>();
  private readonly spansOfCode = new Map<string, Set<Id>>();
  private readonly successionsFrom = new Map<Id, SuccessionRow[]>();
  private readonly successionsInto = new Map<Id, SuccessionRow[]>();

  private readonly newUnits = new Set<Id>();
  private readonly newSpans = new Set<Id>();
  private readonly changedUnits = new Set<Id>();
  private readonly changedSpans = new Set<Id>();
  private readonly removedSpans = new Set<Id>();
  private readonly newSuccessions = new Set<SuccessionRow>();
  private readonly removedSuccessions = new Set<Id>();

  /** Units that a person confirmed where the registry asks; it does not ask again. */
  readonly confirmed: ReadonlySet<Id>;

  constructor(rows: {
    units: readonly UnitRow[];
    spans: readonly SpanRow[];
    successions: readonly SuccessionRow[];
    confirmed?: readonly Id[];
  }) {
    this.confirmed = new Set(rows.confirmed);
    for (const unit of rows.units) this.units.set(unit.id, unit);
    for (const span of rows.spans) this.index(span);
    for (const succession of rows.successions) this.indexSuccession(succession);
  }

  unit(id: Id): UnitRow | undefined {
    return this.units.get(id);
  }

  allUnits(): Iterable<UnitRow> {
    return this.units.values();
  }

  /** In chronological order. */
  spansOf(unitId: Id): SpanRow[] {
    return this.resolve(this.spansOfUnit.get(unitId)).toSorted((left, right) =>
      (left.range.from ?? '') < (right.range.from ?? '') ? -1 : 1,
    );
  }

  /** The spans of other units that have this one as parent or territory, on any day. */
  spansUnder(placeId: Id): SpanRow[] {
    return this.resolve(this.spansAtPlace.get(placeId));
  }

  spansWithCode(code: string): SpanRow[] {
    return this.resolve(this.spansOfCode.get(code));
  }

  spanOn(unitId: Id, date: LocalDate): SpanRow | undefined {
    return this.spansOf(unitId).find(span => contains(span.range, date));
  }

  successionsOf(predecessorId: Id): readonly SuccessionRow[] {
    return this.successionsFrom.get(predecessorId) ?? [];
  }

  /** The successions, recorded before, by which other units passed to this one. */
  recordedInto(successorId: Id): readonly SuccessionRow[] {
    return (this.successionsInto.get(successorId) ?? []).filter(succession => !this.newSuccessions.has(succession));
  }

  /** The unit’s full name on the day, or else the nearest known one. */
  nameOf(unitId: Id, date: LocalDate): string {
    const spans = this.spansOf(unitId);
    const span = spans.find(each => contains(each.range, date)) ?? spans.findLast(each => (each.range.from ?? '') <= date) ?? spans[0];
    return span ? fullName(span.kind, span.name) : unitId;
  }

  /** Whether, on some day of the span, the unit is above itself through parents or territories. */
  formsCycle(span: SpanRow): boolean {
    const seen = new Set<string>();
    const climb = (placeId: Id | null, shared: DateRange): boolean => {
      if (placeId === null) return false;
      if (placeId === span.unitId) return true;
      const visit = `${placeId} ${shared.from} ${shared.to}`;
      if (seen.has(visit)) return false;
      seen.add(visit);
      return this.spansOf(placeId).some(above => {
        const days = intersection(above.range, shared);
        return days !== undefined && (climb(above.parentId, days) || climb(above.territoryId, days));
      });
    };
    return climb(span.parentId, span.range) || climb(span.territoryId, span.range);
  }

  putUnit(unit: UnitRow): void {
    if (!this.units.has(unit.id)) this.newUnits.add(unit.id);
    else if (!this.newUnits.has(unit.id)) this.changedUnits.add(unit.id);
    this.units.set(unit.id, unit);
  }

  putSpan(span: SpanRow): void {
    const previous = this.spans.get(span.id);
    if (!previous) this.newSpans.add(span.id);
    else {
      if (!this.newSpans.has(span.id)) this.changedSpans.add(span.id);
      this.unindex(previous);
    }
    this.index(span);
  }

  removeSpan(span: SpanRow): void {
    this.unindex(span);
    this.spansOfUnit.get(span.unitId)?.delete(span.id);
    this.spans.delete(span.id);
    this.changedSpans.delete(span.id);
    if (!this.newSpans.delete(span.id)) this.removedSpans.add(span.id);
  }

  addSuccession(succession: SuccessionRow): void {
    this.indexSuccession(succession);
    this.newSuccessions.add(succession);
  }

  removeSuccession(succession: SuccessionRow): void {
    const { predecessorId, successorId } = succession;
    for (const [index, id] of [
      [this.successionsFrom, predecessorId],
      [this.successionsInto, successorId],
    ] as const)
      index.set(
        id,
        index.get(id)!.filter(other => other !== succession),
      );
    if (!this.newSuccessions.delete(succession)) this.removedSuccessions.add(succession.id);
  }

  /** All differences from the loaded rows. A unit whose spans changed counts as changed: its version is incremented. */
  changes(): {
    insert: { units: UnitRow[]; spans: SpanRow[]; successions: SuccessionRow[] };
    update: { units: UnitRow[]; spans: SpanRow[] };
    remove: { spans: Id[]; successions: Id[] };
  } {
    const spans = [...this.newSpans, ...this.changedSpans].map(id => this.spans.get(id)!);
    const touched = new Set([...this.changedUnits, ...spans.map(span => span.unitId).filter(id => !this.newUnits.has(id))]);
    return {
      insert: {
        units: [...this.newUnits].map(id => this.units.get(id)!),
        spans: [...this.newSpans].map(id => this.spans.get(id)!),
        successions: [...this.newSuccessions],
      },
      update: {
        units: [...touched].map(id => ({ ...this.units.get(id)!, version: this.units.get(id)!.version + 1 })),
        spans: [...this.changedSpans].map(id => this.spans.get(id)!),
      },
      remove: { spans: [...this.removedSpans], successions: [...this.removedSuccessions] },
    };
  }

  private indexSuccession(succession: SuccessionRow): void {
    appendTo(this.successionsFrom, succession.predecessorId, succession);
    appendTo(this.successionsInto, succession.successorId, succession);
  }

  private resolve(ids: Iterable<Id> = []): SpanRow[] {
    return Array.from(ids, id => this.spans.get(id)!);
  }

  private index(span: SpanRow): void {
    this.spans.set(span.id, span);
    addTo(this.spansOfUnit, span.unitId, span.id);
    if (span.parentId !== null) addTo(this.spansAtPlace, span.parentId, span.id);
    if (span.territoryId !== null) addTo(this.spansAtPlace, span.territoryId, span.id);
    if (span.code !== null) addTo(this.spansOfCode, span.code, span.id);
  }

  private unindex(span: SpanRow): void {
    if (span.parentId !== null) this.spansAtPlace.get(span.parentId)?.delete(span.id);
    if (span.territoryId !== null) this.spansAtPlace.get(span.territoryId)?.delete(span.id);
    if (span.code !== null) this.spansOfCode.get(span.code)?.delete(span.id);
  }
}

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function appendTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
