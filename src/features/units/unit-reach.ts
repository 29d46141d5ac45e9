import { addDays, contains, type DateRange, type LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** A unit over time, as far as what reaches it is concerned. */
export interface ReachUnit extends DateRange {
  readonly id: Id;
  readonly line: string;
}

/** Where a unit stood for a while. */
export interface ReachSpan extends DateRange {
  readonly unitId: Id;
  readonly parentId: Id | null;
  readonly territoryId: Id | null;
}

/** A unit that has passed wholly to another. */
export interface ReachSuccession {
  readonly predecessorId: Id;
  readonly successorId: Id;
  readonly on: LocalDate;
}

export interface UnitHistory {
  readonly units: readonly ReachUnit[];
  readonly spans: readonly ReachSpan[];
  readonly wholly: readonly ReachSuccession[];
}

/**
 * What a right at a unit reaches on a day. Every unit has its place among those that live on that day: its own; that of the unit it has wholly
 * passed to; or, ended without such a successor, that of the nearest unit above it at its end which lives on. A right at a unit reaches
 * whatever has its place at the unit or below. The right at a unit that has wholly passed to another is one at that other; with a unit that
 * ended otherwise, it ends.
 */
export class UnitReach {
  private readonly lines = new Map<Id, string>();
  private readonly living = new Set<Id>();
  private readonly lastDays = new Map<Id, LocalDate>();
  private readonly successors = new Map<Id, ReachSuccession>();
  private readonly spans = new Map<Id, ReachSpan[]>();
  private readonly below = new Map<Id, Id[]>();
  /** The units that have their place at a living one, itself first. */
  private readonly placed = new Map<Id, Id[]>();

  constructor({ units, spans, wholly }: UnitHistory, day: LocalDate) {
    for (const succession of wholly) if (succession.on <= day) this.successors.set(succession.predecessorId, succession);
    for (const unit of units) {
      this.lines.set(unit.id, unit.line);
      if (contains(unit, day)) this.living.add(unit.id);
      else if (unit.to !== null && unit.to <= day) this.lastDays.set(unit.id, addDays(unit.to, -1));
    }
    for (const span of spans) {
      listed(this.spans, span.unitId).push(span);
      if (contains(span, day)) for (const above of placesOf(span)) listed(this.below, above).push(span.unitId);
    }
    for (const { id } of units) for (const place of this.placesOf(id)) listed(this.placed, place).push(id);
  }

  /** @param unitId `null`: all units. @param line `null`: of all lines. */
  reached(unitId: Id | null, line: string | null): Id[] {
    const all = unitId === null ? [...this.lines.keys()] : this.under(unitId);
    return line === null ? all : all.filter(id => this.lines.get(id) === line);
  }

  private under(unitId: Id): Id[] {
    const root = this.livesOn(unitId);
    const found = new Set<Id>(root === undefined ? [] : [root]);
    for (const id of found) for (const next of this.below.get(id) ?? []) found.add(next);
    return [...new Set([...found].flatMap(id => this.placed.get(id) ?? []))];
  }

  /** The unit itself while it lives, else the one it has wholly passed to, followed on; `undefined` where that ends. */
  private livesOn(id: Id): Id | undefined {
    const last = this.lastOf(id);
    return this.living.has(last) ? last : undefined;
  }

  private lastOf(id: Id): Id {
    const seen = new Set<Id>();
    let last = id;
    for (let next = this.successors.get(last); next && !this.living.has(last) && !seen.has(last); next = this.successors.get(last)) {
      seen.add(last);
      last = next.successorId;
    }
    return last;
  }

  private placesOf(id: Id): Id[] {
    const last = this.lastOf(id);
    if (this.living.has(last)) return [last];
    const end = this.lastDays.get(last);
    // What only begins later has no place yet.
    if (end === undefined) return [];
    const seen = new Set<Id>([last]);
    for (let level = [last]; level.length > 0;) {
      const above = level.flatMap(one => (this.spans.get(one) ?? []).filter(span => contains(span, end)).flatMap(placesOf));
      level = [...new Set(above)].filter(one => !seen.has(one));
      for (const one of level) seen.add(one);
      const found = new Set(level.flatMap(one => this.livesOn(one) ?? []));
      if (found.size > 0) return [...found];
    }
    return [];
  }
}

const placesOf = ({ parentId, territoryId }: ReachSpan): Id[] => [parentId, territoryId].filter(id => id !== null);

function listed<V>(lists: Map<Id, V[]>, id: Id): V[] {
  let list = lists.get(id);
  if (!list) lists.set(id, (list = []));
  return list;
}
