import type { Id } from '../../../shared/ids.js';
import { kindFacts } from '../unit-kinds.js';
import type { SpanRow } from '../unit-ledger.js';
import { DraftedChanges, NO_COUNTS, establishListed, tellHolder, type ListCounts } from './list.draft.js';
import type { Fate, Sides } from './reorganisation.fates.js';
import type { Link } from './reorganisation.links.js';
import { Provinces } from './reorganisation.provinces.js';
import { UnitListErrors } from './unit-list.errors.js';
import { entryName } from './unit-list.file.js';
import { NOWHERE, type Findings, type Place } from './unit-list.findings.js';
import { UnitListNotes } from './unit-list.notes.js';

/**
 * What a reorganisation comes to, once it is known which unit each row of the new list is (`fates`): new units begin, units that go on move
 * to their listed parent, and every other unit of the provinces that the files speak of ends, with its successions.
 */
export class ReorganisationDraft {
  readonly drafted = new DraftedChanges();
  private readonly tally = { endedWhole: 0, endedInParts: 0, endedWithoutSuccessor: 0, successions: 0, recorded: 0, leftAlone: 0 };
  private readonly linksFrom = new Map<Id, Link[]>();
  private readonly goingOn: ReadonlyMap<Id, Fate>;
  /** Units whose codes become free on the day, or of which a problem is told already. */
  private readonly leaving = new Set<Id>();
  /** Codes of new units that something passes to, by a row or by the rule for island districts. */
  private readonly succeeded: Set<string>;
  private readonly provinces: Provinces;

  constructor(
    private readonly sides: Sides,
    private readonly fates: ReadonlyMap<string, Fate>,
    private readonly source: string,
    private readonly findings: Findings,
  ) {
    for (const link of sides.links) this.linksFrom.set(link.old, [...(this.linksFrom.get(link.old) ?? []), link]);
    this.goingOn = new Map([...fates.values()].filter(fate => fate.kind === 'GOES_ON').map(fate => [fate.id, fate]));
    this.succeeded = new Set(sides.successions.entries.map(entry => entry.newCode));
    this.provinces = new Provinces(sides, fates, this.linksFrom);
  }

  make(): void {
    for (const span of this.extent()) {
      const fate = this.goingOn.get(span.unitId);
      if (fate) this.goOn(span, fate);
      else if (this.sides.ledger.unit(span.unitId)!.range.to === this.sides.day.day) this.compareEnd(span);
      else this.end(span);
    }
    for (const fate of this.fates.values()) {
      if (fate.kind === 'NEW') this.begin(fate);
      else this.comparePlace(fate);
    }
  }

  counts(): ListCounts {
    const fates = [...this.fates.values()];
    const { list, successions } = this.sides;
    return {
      ...NO_COUNTS,
      ...this.tally,
      unitRows: list.rows,
      successionRows: successions.rows,
      matched: fates.filter(fate => fate.kind === 'STANDS').length,
      goingOn: this.goingOn.size,
      established: this.drafted.count('establish'),
      moved: this.drafted.count('move'),
    };
  }

  /** The administrative units of the eve that stand under a unit which the files speak of, or are one. A list of one province leaves the rest of the country alone. */
  private extent(): SpanRow[] {
    const spoken = new Set([...this.linksFrom.keys(), ...this.goingOn.keys()]);
    const { eve } = this.sides;
    return eve.territory().filter(span => eve.upwards(span.unitId).some(id => spoken.has(id)));
  }

  private goOn(span: SpanRow, fate: Fate): void {
    const links = this.linksFrom.get(span.unitId) ?? [];
    const date = this.sides.day.day;
    for (const link of links.filter(({ whole, listed }) => !whole || listed !== fate.entry)) {
      this.tally.leftAlone++;
      const told = { old: this.sides.eve.name(span.unitId), listed: said(link), date };
      this.findings.note(this.at(link), UnitListNotes.goesOnAsRecorded(told));
    }
  }

  /** The unit has ended already: what is recorded of that stands, and the list only confirms it or is left alone. */
  private compareEnd(span: SpanRow): void {
    const { ledger, eve, day } = this.sides;
    const recorded = ledger.successionsOf(span.unitId);
    for (const link of this.linksFrom.get(span.unitId) ?? []) {
      const successor = this.fates.get(link.listed.code)?.id;
      if (recorded.some(known => known.successorId === successor && known.whole === link.whole)) this.tally.recorded++;
      else {
        this.tally.leftAlone++;
        const known = recorded.map(({ successorId, whole }) => said({ name: day.name(successorId), whole }));
        const told = { old: eve.name(span.unitId), listed: said(link), date: day.day, recorded: known };
        this.findings.note(this.at(link), UnitListNotes.leftAlone(told));
      }
    }
  }

  private end(span: SpanRow): void {
    const { unitId } = span;
    this.leaving.add(unitId);
    const links = this.linksFrom.get(unitId) ?? [];
    const zone = links.length === 0 ? this.provinces.zoneOf(span) : undefined;
    if (links.length > 0) this.passOn(span, links);
    else if (zone) this.succeed(span, [{ fate: zone, whole: true }], NOWHERE);
    else if (this.isOfVanishedLevel(span)) {
      this.drafted.add({ kind: 'dissolve', unit: unitId });
      this.tally.endedWithoutSuccessor++;
    } else if (span.code === null || !this.sides.successions.oldCodes.has(span.code)) {
      const told = { unit: this.sides.eve.name(unitId), code: span.code ?? '–', date: this.sides.eve.day };
      this.findings.problem(this.at(undefined), UnitListErrors.LIST_UNIT_UNSPOKEN(told));
    }
  }

  /** The new list has units below this level and none of it: the level is gone, and lists have no rows for what ends with it. */
  private isOfVanishedLevel(span: SpanRow): boolean {
    const has = (level: string): boolean => this.sides.list.entries.some(entry => entry.level === level);
    return kindFacts(span.kind).level === 'DISTRICT' && !has('DISTRICT') && has('COMMUNE');
  }

  private passOn(span: SpanRow, links: readonly Link[]): void {
    const successors = links.flatMap(({ listed, whole }) => {
      const fate = this.fates.get(listed.code);
      return fate ? [{ fate, whole }] : [];
    });
    if (successors.length < links.length) return; // A row of the list was refused; that is told already.
    for (const link of links) this.noteOtherProvince(span, link);
    this.succeed(span, successors, this.at(links[0]));
  }

  private succeed(span: SpanRow, successors: readonly { fate: Fate; whole: boolean }[], origin: Place): void {
    const named = successors.map(({ fate, whole }) => ({ unit: fate.id, whole }));
    this.drafted.add({ kind: 'succeed', unit: span.unitId, successors: named }, origin);
    this.tally.successions += successors.length;
    if (successors.some(({ whole }) => whole)) this.tally.endedWhole++;
    else this.tally.endedInParts++;
    for (const { fate, whole } of successors) {
      this.succeeded.add(fate.entry.code);
      if (whole && fate.entry.kind === 'DAC_KHU' && kindFacts(span.kind).level === 'DISTRICT') {
        const told = { district: this.sides.eve.name(span.unitId), zone: entryName(fate.entry) };
        this.findings.note(origin, UnitListNotes.districtBecameZone(told));
      }
    }
  }

  private noteOtherProvince(span: SpanRow, link: Link): void {
    const strayed = this.provinces.strayed(span, link.listed);
    if (strayed) {
      const told = { old: this.sides.eve.name(span.unitId), successor: entryName(link.listed), ...strayed };
      this.findings.note(this.at(link), UnitListNotes.otherProvince(told));
    }
  }

  private begin({ entry, id }: Fate): void {
    const { ledger, list, day } = this.sides;
    const place = { file: list.file, row: entry.row, column: 'code' };
    const holder = ledger
      .spansWithCode(entry.code)
      .find(span => (span.range.to === null || span.range.to > day.day) && !this.leaving.has(span.unitId));
    if (holder) return tellHolder(ledger, holder, entry, { file: list.file, date: day.day }, this.findings);
    const parent = this.provinces.parentOf(entry);
    if (parent === undefined) return; // The parent's row was refused; that is told already.
    if (!this.succeeded.has(entry.code)) this.findings.note(place, UnitListNotes.withoutPredecessor({ unit: entryName(entry) }));
    this.drafted.add(establishListed(entry, id, parent, { starts: undefined, source: this.source }), place);
  }

  /** Moves a standing unit to its listed parent, unless the registry has already placed it elsewhere on this very day. */
  private comparePlace({ entry, id, kind }: Fate): void {
    const { eve, day, list } = this.sides;
    const place = { file: list.file, row: entry.row, column: 'parent_code' };
    const parent = this.provinces.parentOf(entry);
    const current = day.span(id)!.parentId;
    if (parent === undefined || parent === current) return;
    if (current === null || (kind === 'GOES_ON' && current === eve.span(id)!.parentId)) {
      this.drafted.add({ kind: 'move', unit: id, parent }, place);
      return;
    }
    const listed = list.entries.find(other => other.code === entry.parentCode);
    const told = { date: day.day, unit: entryName(entry), recorded: day.name(current), listed: listed ? entryName(listed) : '–' };
    this.findings.problem(place, UnitListErrors.LIST_PARENT_DIFFERS(told));
  }

  private at(link: Link | undefined): Place {
    return { file: this.sides.successions.file, row: link?.row ?? null, column: 'old_code' };
  }
}

/** A successor in words, for a note. */
function said(link: { name: string; whole: boolean } | Link): string {
  const name = 'listed' in link ? entryName(link.listed) : link.name;
  return `“${name}” (${link.whole ? 'full' : 'partial'})`;
}
