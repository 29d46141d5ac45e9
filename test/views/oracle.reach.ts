import { addDays, contains, type LocalDate } from '../../src/shared/dates.js';
import type { Dated, Row, Rows } from './oracle.rows.js';
import type { SpanRow } from './oracle.unit-rows.js';

type Histories = Pick<Rows, 'units' | 'spans' | 'successions'>;
export type ResidualReason = 'DIVIDED' | 'LATER';

/** Which records belong to a unit on a day: the rule in words, asked of every pair of units. Knows nothing of the table `unit_place`. */
export class NaiveReach {
  private readonly found = new Map<string, Set<string>>();
  private readonly units: ReadonlyMap<string, Histories['units'][number]>;
  private readonly spans: ReadonlyMap<string, Histories['spans']>;

  private constructor(private readonly rows: Histories) {
    this.units = new Map(rows.units.map(unit => [unit.id, unit]));
    const spans = new Map<string, SpanRow[]>();
    for (const span of rows.spans) spans.set(span.unit_id, [...(spans.get(span.unit_id) ?? []), span]);
    this.spans = spans;
  }

  private static readonly known = new WeakMap<Histories['units'], NaiveReach>();

  static over(rows: Histories): NaiveReach {
    const known = this.known.get(rows.units) ?? new NaiveReach(rows);
    this.known.set(rows.units, known);
    return known;
  }

  /** What the unit answers for: asked after its end, as on its last day; asked before its start, as those that wholly passed into it. */
  reach(unitId: string, day: LocalDate): Set<string> {
    const on = this.askedOn(unitId, day);
    if (on === undefined) return new Set();
    return this.once(`reach ${unitId} ${on}`, () => {
      const origins = this.origins(unitId, on);
      const inTree = (id: string): boolean => origins.has(id) || this.above(id, on).some(inTree);
      const reached = this.rows.units.filter(({ id }) => [...this.places(id, on)].some(inTree));
      return new Set([...origins, ...reached.map(({ id }) => id)]);
    });
  }

  /** The units that answer for this one or for what counts at it; one that has ended, as on its last day. */
  reaching(unitId: string, day: LocalDate): Set<string> {
    const on = this.askedOn(unitId, day);
    if (on === undefined) return new Set();
    return this.once(`reaching ${unitId} ${on}`, () => {
      const counted = this.countedAt(this.origins(unitId, on), on);
      return new Set(this.rows.units.map(({ id }) => id).filter(id => [...this.reach(id, on)].some(one => counted.has(one))));
    });
  }

  /** The units, and the ended ones whose records count at them. */
  countedAt(units: ReadonlySet<string>, on: LocalDate): Set<string> {
    const countsThere = (id: string): boolean => {
      const { to } = this.unit(id)!;
      return units.has(id) || (to !== null && to <= on && this.next(id, on).some(countsThere));
    };
    return new Set(this.rows.units.map(({ id }) => id).filter(countsThere));
  }

  /** The units in force under which the unit counts on the day; none before its start. */
  places(id: string, day: LocalDate, seen: readonly string[] = []): Set<string> {
    return this.once(`places ${id} ${day}`, () => {
      const unit = this.unit(id)!;
      if (contains(unit, day)) return new Set([id]);
      if (unit.to === null || unit.to > day || seen.includes(id)) return new Set();
      const follow = [...seen, id];
      const heir = this.rows.successions.find(s => s.whole && s.predecessor_id === id && s.effective_on <= day);
      const next = heir ? [heir.successor_id] : this.above(id, addDays(unit.to, -1));
      return new Set(next.flatMap(place => [...this.places(place, day, follow)]));
    });
  }

  /** The unit in force at which the records count: of several the one of the territory, else the nearest. */
  restated(id: string, day: LocalDate): string | null {
    const steps = (at: string, hops: number): [id: string, steps: number][] => {
      const unit = this.unit(at)!;
      if (contains(unit, day)) return [[at, hops]];
      if (unit.to === null || unit.to > day || hops > 50) return [];
      const heir = this.rows.successions.find(s => s.whole && s.predecessor_id === at && s.effective_on <= day);
      const next = heir ? [heir.successor_id] : this.above(at, addDays(unit.to, -1));
      return next.flatMap(place => steps(place, hops + 1));
    };
    const rank = ([place, hops]: [string, number]): string =>
      `${this.unit(place)!.line === 'TERRITORY' ? 0 : 1} ${String(hops).padStart(3, '0')} ${place}`;
    return steps(id, 0).toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))[0]?.[0] ?? null;
  }

  /** What is connected with the unit but not its own to answer for. */
  residual(unitId: string, day: LocalDate): Map<string, ResidualReason> {
    const on = this.askedOn(unitId, day);
    if (on === undefined) return new Map();
    const { from } = this.unit(unitId)!;
    const then = from !== null && from > on ? from : on;
    const [own, later] = [this.reach(unitId, on), then > on ? this.reach(unitId, then) : new Set<string>()];
    const theirs = new Set([...own, ...later]);
    const ended = (id: string): boolean => (this.unit(id)!.to ?? '9999') <= then;
    const parted = this.rows.successions.filter(
      s => !s.whole && s.effective_on <= then && theirs.has(s.successor_id) && ended(s.predecessor_id),
    );
    const divided = new Set(parted.map(s => s.predecessor_id));
    const endsIn = (id: string, seen: readonly string[] = []): boolean =>
      divided.has(id) || (!seen.includes(id) && this.next(id, then).some(place => endsIn(place, [...seen, id])));
    const reasonOf = (id: string): ResidualReason | undefined => (later.has(id) ? 'LATER' : endsIn(id) ? 'DIVIDED' : undefined);
    const begun = this.rows.units.filter(unit => (unit.from === null || unit.from <= on) && !own.has(unit.id));
    return new Map(begun.flatMap(({ id }) => (reasonOf(id) ? [[id, reasonOf(id)!]] : [])));
  }

  above(id: string, day: LocalDate): string[] {
    return (this.spans.get(id) ?? [])
      .filter(span => contains(span, day))
      .flatMap(span => [span.parent_id, span.territory_id].filter(place => place !== null));
  }

  /** The next place of a unit, whether it is in force or has ended. */
  private next(id: string, day: LocalDate): string[] {
    const { to } = this.unit(id)!;
    if (to === null || to > day) return this.above(id, day);
    const heir = this.rows.successions.find(s => s.whole && s.predecessor_id === id && s.effective_on <= day);
    return heir ? [heir.successor_id] : this.above(id, addDays(to, -1));
  }

  /** The unit; while it has not begun, also the units that will wholly pass into it. */
  private origins(unitId: string, on: LocalDate): Set<string> {
    const found = new Set([unitId]);
    for (const id of found) {
      const { from } = this.unit(id)!;
      if (from === null || from <= on) continue;
      for (const s of this.rows.successions) if (s.whole && s.successor_id === id) found.add(s.predecessor_id);
    }
    return found;
  }

  private askedOn(unitId: string, day: LocalDate): LocalDate | undefined {
    const unit = this.unit(unitId);
    if (!unit) return undefined;
    return unit.to !== null && unit.to <= day ? addDays(unit.to, -1) : day;
  }

  private unit(id: string): (Row & Dated & { readonly line: string }) | undefined {
    return this.units.get(id);
  }

  private once(question: string, answer: () => Set<string>): Set<string> {
    const known = this.found.get(question) ?? answer();
    this.found.set(question, known);
    return known;
  }
}
