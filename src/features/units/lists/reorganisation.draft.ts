import type { Id } from '../../../shared/ids.js';
import { kindFacts } from '../unit-kinds.js';
import type { SpanRow } from '../unit-ledger.js';
import { DraftedChanges, NO_COUNTS, establishListed, noteSpelling, reportCodeHolder, type ListCounts } from './list.draft.js';
import type { EntryMatch, ReorganisationData } from './reorganisation.matches.js';
import type { SuccessionLink } from './reorganisation.links.js';
import { RecordedEnds, belongsToAbolishedLevel } from './reorganisation.ends.js';
import { Provinces } from './reorganisation.provinces.js';
import { UnitListErrors } from './unit-list.errors.js';
import { entryName } from './unit-list.file.js';
import { NO_POSITION, type ListFindings, type FilePosition } from './unit-list.findings.js';
import { UnitListNotes } from './unit-list.notes.js';

/**
 * Drafts the changes of a reorganisation, given which unit each row of the new list is (`matches`). New units are established, continuing
 * units move to their listed parent, and every other unit in the provinces that the files mention ends, with its successions.
 */
export class ReorganisationDraft {
  readonly drafted = new DraftedChanges();
  private readonly tally = {
    spelledOtherwise: 0,
    endedWhole: 0,
    endedInParts: 0,
    endedWithoutSuccessor: 0,
    successions: 0,
    leftAlone: 0,
    notListed: 0,
  };
  private readonly linksFrom = new Map<Id, SuccessionLink[]>();
  private readonly goingOn: ReadonlyMap<Id, EntryMatch>;
  /** Units whose codes become free on the day, or for which a problem is reported already. */
  private readonly ending = new Set<Id>();
  /** Codes of new units that have a predecessor, by a row of the successions or by the rule for island districts. */
  private readonly codesWithPredecessor: Set<string>;
  private readonly provinces: Provinces;
  private readonly ends: RecordedEnds;

  constructor(
    private readonly data: ReorganisationData,
    private readonly matches: ReadonlyMap<string, EntryMatch>,
    private readonly source: string,
    private readonly findings: ListFindings,
  ) {
    for (const link of data.links) this.linksFrom.set(link.predecessorId, [...(this.linksFrom.get(link.predecessorId) ?? []), link]);
    this.goingOn = new Map([...matches.values()].filter(match => match.kind === 'GOES_ON').map(match => [match.id, match]));
    this.codesWithPredecessor = new Set(data.successions.entries.map(entry => entry.newCode));
    this.provinces = new Provinces(data, matches, this.linksFrom);
    this.ends = new RecordedEnds(data, matches, this.provinces, this.drafted, findings);
  }

  make(): void {
    for (const span of this.unitsConcerned()) {
      const match = this.goingOn.get(span.unitId);
      if (match) this.continueUnit(span, match);
      else if (this.data.ledger.unit(span.unitId)!.range.to === this.data.day.day)
        this.ends.compare(span, this.linksFrom.get(span.unitId) ?? []);
      else this.end(span);
    }
    for (const match of this.matches.values()) {
      if (match.kind === 'NEW') this.establish(match);
      else {
        this.comparePlace(match);
        if (noteSpelling(this.data.day.span(match.id)!, match.entry, this.data.list.file, this.findings)) this.tally.spelledOtherwise++;
      }
    }
    this.noteUnlisted();
  }

  counts(): ListCounts {
    const matches = [...this.matches.values()];
    const { list, successions } = this.data;
    const { leftAlone, ...ends } = this.ends.tally;
    return {
      ...NO_COUNTS,
      ...this.tally,
      ...ends,
      leftAlone: leftAlone + this.tally.leftAlone,
      unitRows: list.rows,
      successionRows: successions.rows,
      matched: matches.filter(match => match.kind === 'RECORDED').length,
      goingOn: this.goingOn.size,
      established: this.drafted.count('establish'),
      moved: this.drafted.count('move'),
    };
  }

  /** The administrative units of the day before that the files mention, and all units under them. Files of one province thus leave other provinces unchanged. */
  private unitsConcerned(): SpanRow[] {
    const named = new Set([...this.linksFrom.keys(), ...this.goingOn.keys()]);
    const { eve } = this.data;
    return eve.administrativeUnits().filter(span => eve.selfAndAncestors(span.unitId).some(id => named.has(id)));
  }

  private continueUnit(span: SpanRow, match: EntryMatch): void {
    const links = this.linksFrom.get(span.unitId) ?? [];
    const elsewhere = links.filter(({ whole, successor }) => !whole || successor !== match.entry);
    if (elsewhere.length === 0) return;
    this.tally.leftAlone++;
    const listed = links.map(({ whole, successor }) => ({ name: entryName(successor), whole }));
    const params = { old: this.data.eve.name(span.unitId), listed, date: this.data.day.day };
    this.findings.note(this.positionOf(elsewhere[0]), UnitListNotes.goesOnAsRecorded(params));
  }

  private end(span: SpanRow): void {
    const { unitId } = span;
    this.ending.add(unitId);
    const links = this.linksFrom.get(unitId) ?? [];
    const zone = links.length === 0 ? this.provinces.zoneOf(span) : undefined;
    if (links.length > 0) this.endWithSuccessors(span, links);
    else if (zone) this.succeed(span, [{ match: zone, whole: true }], NO_POSITION);
    else if (belongsToAbolishedLevel(span, this.data.list)) {
      this.drafted.add({ kind: 'dissolve', unit: unitId });
      this.tally.endedWithoutSuccessor++;
    } else if (span.code === null || !this.data.successions.oldCodes.has(span.code)) {
      const params = { unit: this.data.eve.name(unitId), code: span.code ?? '–', date: this.data.eve.day };
      this.findings.problem(this.positionOf(undefined), UnitListErrors.LIST_UNIT_UNSPOKEN(params));
    }
  }

  private endWithSuccessors(span: SpanRow, links: readonly SuccessionLink[]): void {
    const successors = links.flatMap(({ successor, whole }) => {
      const match = this.matches.get(successor.code);
      return match ? [{ match, whole }] : [];
    });
    if (successors.length < links.length) return; // A row of the list was refused; that problem is reported already.
    for (const link of links) this.noteOtherProvince(span, link);
    this.succeed(span, successors, this.positionOf(links[0]));
  }

  private succeed(span: SpanRow, successors: readonly { match: EntryMatch; whole: boolean }[], origin: FilePosition): void {
    const named = successors.map(({ match, whole }) => ({ unit: match.id, whole }));
    this.drafted.add({ kind: 'succeed', unit: span.unitId, successors: named }, origin);
    this.tally.successions += successors.length;
    if (successors.some(({ whole }) => whole)) this.tally.endedWhole++;
    else this.tally.endedInParts++;
    for (const { match, whole } of successors) {
      this.codesWithPredecessor.add(match.entry.code);
      if (whole && match.entry.kind === 'DAC_KHU' && kindFacts(span.kind).level === 'DISTRICT') {
        const params = { district: this.data.eve.name(span.unitId), zone: entryName(match.entry) };
        this.findings.note(origin, UnitListNotes.districtBecameZone(params));
      }
    }
  }

  private noteOtherProvince(span: SpanRow, link: SuccessionLink): void {
    const provinces = this.provinces.otherProvinceOf(span, link.successor);
    if (provinces) {
      const params = { old: this.data.eve.name(span.unitId), successor: entryName(link.successor), ...provinces };
      this.findings.note(this.positionOf(link), UnitListNotes.otherProvince(params));
    }
  }

  private establish({ entry, id }: EntryMatch): void {
    const { ledger, list, day } = this.data;
    const position = { file: list.file, row: entry.row, column: 'code' };
    const holder = ledger
      .spansWithCode(entry.code)
      .find(span => (span.range.to === null || span.range.to > day.day) && !this.ending.has(span.unitId));
    if (holder) return reportCodeHolder(ledger, holder, entry, { file: list.file, date: day.day }, this.findings);
    const parent = this.provinces.parentOf(entry);
    if (parent === undefined) return; // The parent's row was refused; that problem is reported already.
    if (!this.codesWithPredecessor.has(entry.code))
      this.findings.note(position, UnitListNotes.withoutPredecessor({ unit: entryName(entry) }));
    this.drafted.add(establishListed(entry, id, parent, { starts: undefined, source: this.source }), position);
  }

  /** Moves a recorded unit to its listed parent, unless the registry has moved it elsewhere on the same day. */
  private comparePlace({ entry, id, kind }: EntryMatch): void {
    const { eve, day, list } = this.data;
    const position = { file: list.file, row: entry.row, column: 'parent_code' };
    const parent = this.provinces.parentOf(entry);
    const [current, before] = [day.span(id)!.parentId, eve.span(id)?.parentId ?? null];
    if (parent === undefined || parent === current) return;
    if (current === null || (kind === 'GOES_ON' && (current === before || this.ends.hasFollowed(before, current)))) {
      this.drafted.add({ kind: 'move', unit: id, parent }, position);
      return;
    }
    const listed = entry.parentCode === null ? undefined : list.byCode.get(entry.parentCode);
    const params = { date: day.day, unit: entryName(entry), recorded: day.name(current), listed: listed ? entryName(listed) : '–' };
    this.findings.problem(position, UnitListErrors.LIST_PARENT_DIFFERS(params));
  }

  /** Units that begin on the day, as recorded, under one that the list has, though the list does not have them. */
  private noteUnlisted(): void {
    const { eve, day, list } = this.data;
    const listed = new Set([...this.matches.values()].map(match => match.id));
    for (const { unitId, code } of day.administrativeUnits()) {
      if (eve.span(unitId) || listed.has(unitId) || !day.selfAndAncestors(unitId).some(id => listed.has(id))) continue;
      this.tally.notListed++;
      const params = { unit: day.name(unitId), code: code ?? '–', date: day.day };
      this.findings.note({ file: list.file, row: null, column: 'code' }, UnitListNotes.notListed(params));
    }
  }

  private positionOf(link: SuccessionLink | undefined): FilePosition {
    return { file: this.data.successions.file, row: link?.row ?? null, column: 'old_code' };
  }
}
