import { addDays, type LocalDate, type PartialDate, type DateRange } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import type { Problems } from '../../platform/errors/domain-error.js';
import type { Establish, UnitEventDraft } from './unit-changes.js';
import { UnitErrors } from './unit.errors.js';
import { dayAfter, endByEvent, placementsOf, wholeSuccessorOf } from './unit-ledger.places.js';
import type { UnitAttributes, SpanRow, UnitLedger, UnitRow } from './unit-ledger.js';

export type EffectKind =
  | 'ESTABLISHED'
  | 'ENDED'
  | 'RENAMED'
  | 'KIND_CHANGED'
  | 'RECODED'
  | 'MOVED'
  | 'TAKEN_ALONG'
  | 'SUCCEEDED'
  | 'CORRECTED'
  | 'SUCCESSION_CORRECTED';

/** One change that an event makes to one unit, for the preview and for the audit trail. */
export interface UnitEffect {
  readonly kind: EffectKind;
  readonly unitId: Id;
  readonly unit: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The operations on a ledger on the day of one event: establish a unit, change its attributes, end it, record its succession. */
export class LedgerEditor {
  readonly effects: UnitEffect[] = [];
  readonly ending = new Map<Id, { at: LocalDate; path: (string | number)[] }>();
  /** The day as of which units have to be in force: the last day that the event’s date can mean. */
  readonly day: LocalDate;

  constructor(
    private readonly ledger: UnitLedger,
    private readonly effective: PartialDate | null,
    private readonly kind: UnitEventDraft['kind'],
  ) {
    this.day = effective?.latest ?? '9999-12-31';
  }

  /** @param parentId and territoryId: units that the ledger already contains. */
  establish(id: Id, change: Establish, parentId: Id | null, territoryId: Id | null): void {
    const starts = change.starts === undefined ? this.effective : change.starts;
    const range: DateRange = { from: starts === null ? this.earliestStart(change.code) : starts.earliest, to: dayAfter(change.ends) };
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
      endedByHand: this.kind === 'CHANGE',
    });
    const attributes = { name: change.name, kind: change.unitKind, code: change.code };
    // An official list describes one day and no ends: if the place has ended since, the unit has moved to its whole successor, or its place is not
    // known. In any other event the move has to be stated.
    for (const placement of placementsOf(this.ledger, { range, parentId, territoryId }, this.kind === 'LIST'))
      this.ledger.putSpan({ id: newId(), unitId: id, ...attributes, ...placement });
    this.recordEffect('ESTABLISHED', id, null, null);
  }

  /** The lower bound of an unknown start: a code has one holder at a time, so the unit cannot have begun before the previous holder’s end. */
  private earliestStart(code: string | null): LocalDate | null {
    const ends =
      code === null
        ? []
        : this.ledger.spansWithCode(code).flatMap(span => (span.range.to !== null && span.range.to <= this.day ? [span.range.to] : []));
    return ends.reduce<LocalDate | null>((latest, end) => (latest === null || end > latest ? end : latest), null);
  }

  addSuccession(predecessorId: Id, successorId: Id, whole: boolean): void {
    const recorded = this.ledger.successionsOf(predecessorId);
    if (recorded.some(succession => succession.successorId === successorId))
      throw UnitErrors.UNIT_SUCCESSOR_DOUBLED({ unit: this.nameOnEve(successorId) });
    if (recorded.some(succession => succession.whole !== whole || whole)) throw UnitErrors.UNIT_SUCCESSION_MIXED();
    const effective = this.effective;
    this.ledger.addSuccession({
      id: newId(),
      predecessorId,
      successorId,
      whole,
      effective: effective?.text ?? null,
      effectiveOn: this.day,
      eventId: null,
      byHand: this.kind === 'CHANGE',
    });
    this.recordEffect('SUCCEEDED', predecessorId, null, `${this.nameOnEve(successorId)}${whole ? '' : ' (một phần)'}`);
  }

  /** Changes attributes from the event’s day until the next recorded change of the same attribute. */
  changeAttributes(id: Id, patch: Partial<UnitAttributes>, effect: EffectKind): void {
    const day = this.requireExactDay();
    const current = this.requireInForce(id);
    const old = current;
    const keys = (Object.keys(patch) as (keyof UnitAttributes)[]).filter(key => patch[key] !== old[key]);
    if (keys.length === 0) return;
    this.recordEffect(effect, id, this.describe(old, keys), this.describe({ ...old, ...patch }, keys));
    if (current.range.from === day) this.ledger.putSpan({ ...current, ...patch });
    else {
      this.ledger.putSpan({ ...current, range: { from: current.range.from, to: day } });
      this.ledger.putSpan({ ...current, ...patch, id: newId(), range: { from: day, to: current.range.to } });
    }
    const openKeys = new Set(keys);
    for (const later of this.ledger.spansOf(id).filter(span => span.range.from !== null && span.range.from > day)) {
      for (const key of openKeys) if (later[key] !== old[key]) openKeys.delete(key);
      if (openKeys.size === 0) return;
      this.ledger.putSpan({ ...later, ...Object.fromEntries([...openKeys].map(key => [key, patch[key]])) });
    }
  }

  end(id: Id, path: (string | number)[]): void {
    const unit = this.ledger.unit(id)!;
    if (this.effective === null) throw UnitErrors.UNIT_EVENT_NEEDS_A_DAY();
    this.requireNoEnd(unit);
    const { to, text } = endByEvent(this.effective);
    if (unit.range.from !== null && unit.range.from >= to) throw UnitErrors.UNIT_ENDS_BEFORE_IT_STARTS({ unit: this.nameOnEve(id) });
    const received = this.ledger.recordedInto(id).find(({ effectiveOn }) => effectiveOn >= to);
    if (received) throw UnitErrors.UNIT_CHANGED_LATER({ unit: this.nameOnEve(id), date: received.effectiveOn });
    const spans = this.ledger.spansOf(id);
    const lived = spans.filter(span => span.range.from === null || span.range.from < to);
    const last = lived.at(-1)!;
    for (const later of spans.slice(lived.length)) {
      // Another event of the same day has moved the unit, for example because its parent was merged; that span would be empty now. Any other
      // later change is an obstacle to the end.
      if (later.range.from !== to || !sameExceptPlace(later, last)) {
        throw UnitErrors.UNIT_CHANGED_LATER({ unit: this.nameOnEve(id), date: later.range.from! });
      }
      this.ledger.removeSpan(later);
    }
    this.ledger.putUnit({ ...unit, ends: text, range: { from: unit.range.from, to }, endedByHand: this.kind === 'CHANGE' });
    this.ledger.putSpan({ ...last, range: { from: last.range.from, to } });
    this.ending.set(id, { at: to, path });
    this.recordEffect('ENDED', id, null, text);
  }

  /** Moves units under an ended one to its whole successor. Without one it is a problem: the event has to state where they belong. */
  moveDependentsToSuccessor(problems: Problems): void {
    for (const [id, { at, path }] of this.ending) {
      const under = this.ledger.spansUnder(id).filter(span => span.range.to === null || span.range.to > at);
      if (under.length === 0) continue;
      const successor = wholeSuccessorOf(this.ledger, id);
      if (successor === null) {
        const units = [...new Set(under.map(span => this.ledger.nameOf(span.unitId, at)))];
        const shown = units.length > 5 ? `${units.slice(0, 5).join(', ')}, …` : units.join(', ');
        problems.add(UnitErrors.UNIT_STILL_HOLDS_UNITS({ unit: this.nameOnEve(id), count: units.length, units: shown }).at(...path));
        continue;
      }
      for (const span of under) {
        const patch = { ...(span.parentId === id && { parentId: successor }), ...(span.territoryId === id && { territoryId: successor }) };
        if (span.range.from !== null && span.range.from >= at) this.ledger.putSpan({ ...span, ...patch });
        else {
          this.ledger.putSpan({ ...span, range: { from: span.range.from, to: at } });
          this.ledger.putSpan({ ...span, ...patch, id: newId(), range: { from: at, to: span.range.to } });
        }
        this.recordEffect('TAKEN_ALONG', span.unitId, this.nameOnEve(id), this.nameOnEve(successor));
      }
    }
  }

  private requireNoEnd(unit: UnitRow): void {
    if (unit.range.to !== null && unit.range.to <= this.day) {
      throw UnitErrors.UNIT_ALREADY_ENDED({ unit: this.nameOnEve(unit.id), date: addDays(unit.range.to, -1) });
    }
    if (unit.range.to !== null) throw UnitErrors.UNIT_CHANGED_LATER({ unit: this.nameOnEve(unit.id), date: unit.range.to });
  }

  requireInForce(id: Id): SpanRow {
    const unit = this.ledger.unit(id)!;
    if (unit.range.to !== null && unit.range.to <= this.day) {
      throw UnitErrors.UNIT_ALREADY_ENDED({ unit: this.nameOnEve(id), date: addDays(unit.range.to, -1) });
    }
    const span = this.ledger.spanOn(id, this.day);
    if (!span) throw UnitErrors.UNIT_NOT_IN_FORCE({ unit: this.nameOnEve(id), date: this.day });
    return span;
  }

  private requireExactDay(): LocalDate {
    const effective = this.effective;
    if (effective === null || effective.earliest !== effective.latest) throw UnitErrors.UNIT_EVENT_NEEDS_A_DAY();
    return effective.latest;
  }

  /** The unit’s name on the day before the event. */
  nameOnEve(id: Id): string {
    return this.ledger.nameOf(id, addDays(this.day, -1));
  }

  private recordEffect(kind: EffectKind, unitId: Id, before: string | null, after: string | null): void {
    this.effects.push({ kind, unitId, unit: this.ledger.nameOf(unitId, this.day), before, after });
  }

  private describe(attributes: UnitAttributes, keys: (keyof UnitAttributes)[]): string {
    const textOf = (key: keyof UnitAttributes): string => {
      const value = attributes[key];
      return (key === 'parentId' || key === 'territoryId') && value !== null ? this.nameOnEve(value) : (value ?? '–');
    };
    return keys.map(textOf).join(', ');
  }
}

const sameExceptPlace = (left: UnitAttributes, right: UnitAttributes): boolean =>
  left.name === right.name && left.kind === right.kind && left.code === right.code;
