import { addDays, contains, type DateRange, type LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** The validity and line of a unit. */
export interface ReachUnit extends DateRange {
  readonly id: Id;
  readonly line: string;
}

/** The place of a unit over a span of days. */
export interface ReachSpan extends DateRange {
  readonly unitId: Id;
  readonly parentId: Id | null;
  readonly territoryId: Id | null;
}

/** The succession of a unit that passed as a whole to another. */
export interface ReachSuccession {
  readonly predecessorId: Id;
  readonly successorId: Id;
  readonly on: LocalDate;
}

export interface UnitHistory {
  readonly units: readonly ReachUnit[];
  readonly spans: readonly ReachSpan[];
  readonly wholeSuccessions: readonly ReachSuccession[];
}

/**
 * The units that a right at a unit reaches on a day.
 *
 * Every unit has a place among the units in force on that day: the unit itself; its whole successor; or, if it ended without one, the nearest
 * unit above it on its last day that is still in force. A right at a unit reaches all units whose place is that unit or one below it. A right
 * at a unit that passed as a whole to another counts at that successor; a right at a unit that ended otherwise has ended with it.
 *
 * Example: xã A was merged into xã B, and huyện C ended without a successor. A right at xã B reaches A and B; a right at the province
 * reaches C as well.
 */
export class UnitReach {
  private readonly lines = new Map<Id, string>();
  private readonly inForce = new Set<Id>();
  private readonly lastDays = new Map<Id, LocalDate>();
  private readonly successors = new Map<Id, ReachSuccession>();
  private readonly spans = new Map<Id, ReachSpan[]>();
  private readonly below = new Map<Id, Id[]>();
  /** By unit in force: the units whose place it is. */
  private readonly placedAt = new Map<Id, Id[]>();

  constructor({ units, spans, wholeSuccessions: wholly }: UnitHistory, day: LocalDate) {
    for (const succession of wholly) if (succession.on <= day) this.successors.set(succession.predecessorId, succession);
    for (const unit of units) {
      this.lines.set(unit.id, unit.line);
      if (contains(unit, day)) this.inForce.add(unit.id);
      else if (unit.to !== null && unit.to <= day) this.lastDays.set(unit.id, addDays(unit.to, -1));
    }
    for (const span of spans) {
      listAt(this.spans, span.unitId).push(span);
      if (contains(span, day)) for (const above of placesOfSpan(span)) listAt(this.below, above).push(span.unitId);
    }
    for (const { id } of units) for (const place of this.placesInForce(id)) listAt(this.placedAt, place).push(id);
  }

  /** @param unitId `null`: all units. @param line `null`: all lines. */
  reached(unitId: Id | null, line: string | null): Id[] {
    const all = unitId === null ? [...this.lines.keys()] : this.under(unitId);
    return line === null ? all : all.filter(id => this.lines.get(id) === line);
  }

  private under(unitId: Id): Id[] {
    const root = this.successorInForce(unitId);
    const found = new Set<Id>(root === undefined ? [] : [root]);
    for (const id of found) for (const next of this.below.get(id) ?? []) found.add(next);
    return [...new Set([...found].flatMap(id => this.placedAt.get(id) ?? []))];
  }

  /** The unit itself while it is in force, else the last of its whole successors; `undefined` if that one has ended, too. */
  private successorInForce(id: Id): Id | undefined {
    const last = this.lastSuccessor(id);
    return this.inForce.has(last) ? last : undefined;
  }

  private lastSuccessor(id: Id): Id {
    const seen = new Set<Id>();
    let last = id;
    for (let next = this.successors.get(last); next && !this.inForce.has(last) && !seen.has(last); next = this.successors.get(last)) {
      seen.add(last);
      last = next.successorId;
    }
    return last;
  }

  private placesInForce(id: Id): Id[] {
    const last = this.lastSuccessor(id);
    if (this.inForce.has(last)) return [last];
    const end = this.lastDays.get(last);
    // A unit that begins later has no place yet.
    if (end === undefined) return [];
    const seen = new Set<Id>([last]);
    for (let level = [last]; level.length > 0;) {
      const above = level.flatMap(unit => (this.spans.get(unit) ?? []).filter(span => contains(span, end)).flatMap(placesOfSpan));
      level = [...new Set(above)].filter(unit => !seen.has(unit));
      for (const unit of level) seen.add(unit);
      const found = new Set(level.flatMap(unit => this.successorInForce(unit) ?? []));
      if (found.size > 0) return [...found];
    }
    return [];
  }
}

const placesOfSpan = ({ parentId, territoryId }: ReachSpan): Id[] => [parentId, territoryId].filter(id => id !== null);

function listAt<V>(lists: Map<Id, V[]>, id: Id): V[] {
  let list = lists.get(id);
  if (!list) lists.set(id, (list = []));
  return list;
}
