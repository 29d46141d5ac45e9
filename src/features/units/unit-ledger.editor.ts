import { addDays, intersection, type LocalDate, type PartialDate, type DateRange } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import type { Problems } from '../../platform/errors/domain-error.js';
import type { Establish } from './unit-changes.js';
import { UnitErrors } from './unit.errors.js';
import type { Attributes, SpanRow, UnitLedger, UnitRow } from './unit-ledger.js';

export type EffectKind = 'ESTABLISHED' | 'ENDED' | 'RENAMED' | 'KIND_CHANGED' | 'RECODED' | 'MOVED' | 'TAKEN_ALONG' | 'SUCCEEDED';

/** One thing an event does to one unit, for the preview and for the trail. */
export interface Effect {
  readonly kind: EffectKind;
  readonly unitId: Id;
  readonly unit: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The four things that can be done to the ledger on an event's day: begin a unit, change it, end it, say who succeeds it. */
export class LedgerEditor {
  readonly effects: Effect[] = [];
  readonly ending = new Map<Id, { at: LocalDate; path: (string | number)[] }>();
  /** The day that decides what is in force: the last day the event can mean. */
  readonly day: LocalDate;

  constructor(
    private readonly ledger: UnitLedger,
    private readonly effective: PartialDate | null,
    /** Whether an official list is entered. */
    private readonly listed = false,
  ) {
    this.day = effective?.latest ?? '9999-12-31';
  }

  /** @param parentId and territoryId stand in the ledger already. */
  establish(id: Id, change: Establish, parentId: Id | null, territoryId: Id | null): void {
    const starts = change.starts === undefined ? this.effective : change.starts;
    const range: DateRange = { from: starts === null ? this.earliestStart(change.code) : starts.earliest, to: endOf(change.ends) };
    if (range.from !== null && range.to !== null && range.from >= range.to) {
      throw UnitErrors.UNIT_ENDS_BEFORE_IT_STARTS({ unit: change.name }).at('validTo');
    }
    this.ledger.putUnit({
      id,
      line: change.line,
      starts: starts?.text ?? null,
      ends: change.ends?.text ?? null,
      range,
      source: change.source,
      version: 1,
    });
    const attributes = { name: change.name, kind: change.unitKind, code: change.code };
    for (const span of this.placements(range, parentId, territoryId))
      this.ledger.putSpan({ id: newId(), unitId: id, ...attributes, ...span });
    this.tell('ESTABLISHED', id, null, null);
  }

  /** A start that is not known cannot lie before the end of whoever held the code until then: the one thing a code does tell. */
  private earliestStart(code: string | null): LocalDate | null {
    const ends =
      code === null
        ? []
        : this.ledger.spansWithCode(code).flatMap(span => (span.range.to !== null && span.range.to <= this.day ? [span.range.to] : []));
    return ends.reduce<LocalDate | null>((latest, end) => (latest === null || end > latest ? end : latest), null);
  }

  /** Over which days a unit stands where. Where it stood before its parent or territory began is not known; one it never met is refused later. */
  private placements(range: DateRange, parentId: Id | null, territoryId: Id | null): Pick<SpanRow, 'range' | 'parentId' | 'territoryId'>[] {
    const met = [parentId, territoryId].every(id => id === null || intersection(this.ledger.unit(id)?.range ?? range, range));
    if (!met) return [{ range, parentId, territoryId }];
    const turns = new Set([...this.turns(parentId), ...this.turns(territoryId)]);
    const cuts = [...turns].filter(day => (range.from === null || day > range.from) && (range.to === null || day < range.to)).toSorted();
    return [range.from, ...cuts].map((from, i) => ({
      range: { from, to: cuts[i] ?? range.to },
      parentId: this.placeFrom(parentId, from),
      territoryId: this.placeFrom(territoryId, from),
    }));
  }

  /**
   * The place that a unit placed under `id` has from a day on. A list tells of one day and of no end: when the place has ended since, the unit
   * has gone along to the whole successor, or it is not known where it stands. Anyone else must say so.
   */
  private placeFrom(id: Id | null, day: LocalDate | null): Id | null {
    const place = id === null ? undefined : this.ledger.unit(id);
    if (!place || (place.range.from !== null && (day === null || day < place.range.from))) return null;
    const ended = place.range.to !== null && day !== null && day >= place.range.to;
    return ended && this.listed ? this.placeFrom(this.heir(place.id), day) : place.id;
  }

  /** The days on which `placeFrom` changes. */
  private turns(id: Id | null): LocalDate[] {
    const place = id === null ? undefined : this.ledger.unit(id);
    if (!place) return [];
    const { from, to } = place.range;
    const start = from === null ? [] : [from];
    return to === null || !this.listed ? start : [...start, to, ...this.turns(this.heir(place.id))];
  }

  private heir(id: Id): Id | null {
    return this.ledger.successionsOf(id).find(s => s.whole)?.successorId ?? null;
  }

  succession(predecessorId: Id, successorId: Id, whole: boolean): void {
    const known = this.ledger.successionsOf(predecessorId);
    if (known.some(s => s.successorId === successorId)) throw UnitErrors.UNIT_SUCCESSOR_DOUBLED({ unit: this.name(successorId) });
    if (known.some(s => s.whole !== whole || whole)) throw UnitErrors.UNIT_SUCCESSION_MIXED();
    const effective = this.effective;
    this.ledger.addSuccession({
      id: newId(),
      predecessorId,
      successorId,
      whole,
      effective: effective?.text ?? null,
      effectiveOn: this.day,
    });
    this.tell('SUCCEEDED', predecessorId, null, `${this.name(successorId)}${whole ? '' : ' (một phần)'}`);
  }

  /** Changes attributes from the event's day on, up to the next recorded change of the same attribute. */
  alter(id: Id, patch: Partial<Attributes>, effect: EffectKind): void {
    const day = this.exactDay();
    const current = this.requireInForce(id);
    const old = current;
    const keys = (Object.keys(patch) as (keyof Attributes)[]).filter(key => patch[key] !== old[key]);
    if (keys.length === 0) return;
    this.tell(effect, id, this.describe(old, keys), this.describe({ ...old, ...patch }, keys));
    if (current.range.from === day) this.ledger.putSpan({ ...current, ...patch });
    else {
      this.ledger.putSpan({ ...current, range: { from: current.range.from, to: day } });
      this.ledger.putSpan({ ...current, ...patch, id: newId(), range: { from: day, to: current.range.to } });
    }
    const going = new Set(keys);
    for (const later of this.ledger.spansOf(id).filter(span => span.range.from !== null && span.range.from > day)) {
      for (const key of going) if (later[key] !== old[key]) going.delete(key);
      if (going.size === 0) return;
      this.ledger.putSpan({ ...later, ...Object.fromEntries([...going].map(key => [key, patch[key]])) });
    }
  }

  end(id: Id, path: (string | number)[]): void {
    const unit = this.ledger.unit(id)!;
    if (this.effective === null) throw UnitErrors.UNIT_EVENT_NEEDS_A_DAY();
    this.requireAlive(unit);
    const { to, text } = endByEvent(this.effective);
    if (unit.range.from !== null && unit.range.from >= to) throw UnitErrors.UNIT_ENDS_BEFORE_IT_STARTS({ unit: this.name(id) });
    const spans = this.ledger.spansOf(id);
    const lived = spans.filter(span => span.range.from === null || span.range.from < to);
    const last = lived.at(-1)!;
    for (const later of spans.slice(lived.length)) {
      // Another act of the very day has moved it, its parent merged, say: no day is left of that. Any other later change stands against the end.
      if (later.range.from !== to || !sameButPlace(later, last)) {
        throw UnitErrors.UNIT_CHANGED_LATER({ unit: this.name(id), date: later.range.from! });
      }
      this.ledger.removeSpan(later);
    }
    this.ledger.putUnit({ ...unit, ends: text, range: { from: unit.range.from, to } });
    this.ledger.putSpan({ ...last, range: { from: last.range.from, to } });
    this.ending.set(id, { at: to, path });
    this.tell('ENDED', id, null, text);
  }

  /** Units that still stand under one that ends go along to its whole successor; without one, the event must say what becomes of them. */
  takeAlong(problems: Problems): void {
    for (const [id, { at, path }] of this.ending) {
      const under = this.ledger.spansUnder(id).filter(span => span.range.to === null || span.range.to > at);
      if (under.length === 0) continue;
      const heir = this.heir(id);
      if (heir === null) {
        const units = [...new Set(under.map(span => this.ledger.nameOf(span.unitId, at)))];
        const shown = units.length > 5 ? `${units.slice(0, 5).join(', ')}, …` : units.join(', ');
        problems.add(UnitErrors.UNIT_STILL_HOLDS_UNITS({ unit: this.name(id), count: units.length, units: shown }).at(...path));
        continue;
      }
      for (const span of under) {
        const patch = { ...(span.parentId === id && { parentId: heir }), ...(span.territoryId === id && { territoryId: heir }) };
        if (span.range.from !== null && span.range.from >= at) this.ledger.putSpan({ ...span, ...patch });
        else {
          this.ledger.putSpan({ ...span, range: { from: span.range.from, to: at } });
          this.ledger.putSpan({ ...span, ...patch, id: newId(), range: { from: at, to: span.range.to } });
        }
        this.tell('TAKEN_ALONG', span.unitId, this.name(id), this.name(heir));
      }
    }
  }

  private requireAlive(unit: UnitRow): void {
    if (unit.range.to !== null && unit.range.to <= this.day) {
      throw UnitErrors.UNIT_ALREADY_ENDED({ unit: this.name(unit.id), date: addDays(unit.range.to, -1) });
    }
    if (unit.range.to !== null) throw UnitErrors.UNIT_CHANGED_LATER({ unit: this.name(unit.id), date: unit.range.to });
  }

  requireInForce(id: Id): SpanRow {
    const unit = this.ledger.unit(id)!;
    if (unit.range.to !== null && unit.range.to <= this.day) {
      throw UnitErrors.UNIT_ALREADY_ENDED({ unit: this.name(id), date: addDays(unit.range.to, -1) });
    }
    const span = this.ledger.spanOn(id, this.day);
    if (!span) throw UnitErrors.UNIT_NOT_IN_FORCE({ unit: this.name(id), date: this.day });
    return span;
  }

  private exactDay(): LocalDate {
    const effective = this.effective;
    if (effective === null || effective.earliest !== effective.latest) throw UnitErrors.UNIT_EVENT_NEEDS_A_DAY();
    return effective.latest;
  }

  /** The unit's name on the eve of the event. */
  name(id: Id): string {
    return this.ledger.nameOf(id, addDays(this.day, -1));
  }

  private tell(kind: EffectKind, unitId: Id, before: string | null, after: string | null): void {
    this.effects.push({ kind, unitId, unit: this.ledger.nameOf(unitId, this.day), before, after });
  }

  private describe(attributes: Attributes, keys: (keyof Attributes)[]): string {
    const say = (key: keyof Attributes): string => {
      const value = attributes[key];
      return (key === 'parentId' || key === 'territoryId') && value !== null ? this.name(value) : (value ?? '–');
    };
    return keys.map(say).join(', ');
  }
}

const sameButPlace = (a: Attributes, b: Attributes): boolean => a.name === b.name && a.kind === b.kind && a.code === b.code;

/** The day after the last that the given end can mean. */
function endOf(ends: PartialDate | null): LocalDate | null {
  return ends === null ? null : addDays(ends.latest, 1);
}

/** How a unit ends when the event's day is the first without it. A month or a year stays a month or a year. */
function endByEvent(effective: PartialDate): { to: LocalDate; text: string } {
  const dayBefore = addDays(effective.latest, -1);
  if (effective.earliest === effective.latest) return { to: effective.latest, text: dayBefore };
  if (effective.text.includes('..')) {
    const from = effective.earliest === null ? '' : addDays(effective.earliest, -1);
    return { to: effective.latest, text: `${from}..${dayBefore}` };
  }
  return { to: addDays(effective.latest, 1), text: effective.text };
}
