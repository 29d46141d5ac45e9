import type { Id } from '../../../shared/ids.js';
import { kindFacts } from '../unit-kinds.js';
import type { SpanRow } from '../unit-ledger.js';
import { DraftedChanges, NO_COUNTS, establishListed, noteSpelling, reportCodeHolder, type ListCounts } from './list.draft.js';
import type { EntryMatch, ReorganisationData } from './reorganisation.matches.js';
import type { SuccessionLink } from './reorganisation.links.js';
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
    recorded: 0,
    leftAlone: 0,
  };
  private readonly linksFrom = new Map<Id, SuccessionLink[]>();
  private readonly goingOn: ReadonlyMap<Id, EntryMatch>;
  /** Units whose codes become free on the day, or for which a problem is reported already. */
  private readonly ending = new Set<Id>();
  /** Codes of new units that have a predecessor, by a row of the successions or by the rule for island districts. */
  private readonly codesWithPredecessor: Set<string>;
  private readonly provinces: Provinces;

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
  }

  make(): void {
    for (const span of this.unitsConcerned()) {
      const match = this.goingOn.get(span.unitId);
      if (match) this.continueUnit(span, match);
      else if (this.data.ledger.unit(span.unitId)!.range.to === this.data.day.day) this.compareEnd(span);
      else this.end(span);
    }
    for (const match of this.matches.values()) {
      if (match.kind === 'NEW') this.establish(match);
      else {
        this.comparePlace(match);
        if (noteSpelling(this.data.day.span(match.id)!, match.entry, this.data.list.file, this.findings)) this.tally.spelledOtherwise++;
      }
    }
  }

  counts(): ListCounts {
    const matches = [...this.matches.values()];
    const { list, successions } = this.data;
    return {
      ...NO_COUNTS,
      ...this.tally,
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
    const date = this.data.day.day;
    for (const link of links.filter(({ whole, successor }) => !whole || successor !== match.entry)) {
      this.tally.leftAlone++;
      const params = { old: this.data.eve.name(span.unitId), listed: successorText(link), date };
      this.findings.note(this.positionOf(link), UnitListNotes.goesOnAsRecorded(params));
    }
  }

  /** The unit has ended already. The recorded successions take precedence: a row of the file either confirms one or is left out, with a note. */
  private compareEnd(span: SpanRow): void {
    const { ledger, eve, day } = this.data;
    const recorded = ledger.successionsOf(span.unitId);
    for (const link of this.linksFrom.get(span.unitId) ?? []) {
      const successor = this.matches.get(link.successor.code)?.id;
      if (recorded.some(known => known.successorId === successor && known.whole === link.whole)) this.tally.recorded++;
      else {
        this.tally.leftAlone++;
        const known = recorded.map(({ successorId, whole }) => successorText({ name: day.name(successorId), whole }));
        const params = { old: eve.name(span.unitId), listed: successorText(link), date: day.day, recorded: known };
        this.findings.note(this.positionOf(link), UnitListNotes.leftAlone(params));
      }
    }
  }

  private end(span: SpanRow): void {
    const { unitId } = span;
    this.ending.add(unitId);
    const links = this.linksFrom.get(unitId) ?? [];
    const zone = links.length === 0 ? this.provinces.zoneOf(span) : undefined;
    if (links.length > 0) this.endWithSuccessors(span, links);
    else if (zone) this.succeed(span, [{ match: zone, whole: true }], NO_POSITION);
    else if (this.belongsToAbolishedLevel(span)) {
      this.drafted.add({ kind: 'dissolve', unit: unitId });
      this.tally.endedWithoutSuccessor++;
    } else if (span.code === null || !this.data.successions.oldCodes.has(span.code)) {
      const params = { unit: this.data.eve.name(unitId), code: span.code ?? '–', date: this.data.eve.day };
      this.findings.problem(this.positionOf(undefined), UnitListErrors.LIST_UNIT_UNSPOKEN(params));
    }
  }

  /** The new list has communes and no districts: the level was abolished, and the files have no rows for districts that ended with it. */
  private belongsToAbolishedLevel(span: SpanRow): boolean {
    const has = (level: string): boolean => this.data.list.entries.some(entry => entry.level === level);
    return kindFacts(span.kind).level === 'DISTRICT' && !has('DISTRICT') && has('COMMUNE');
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
    const current = day.span(id)!.parentId;
    if (parent === undefined || parent === current) return;
    if (current === null || (kind === 'GOES_ON' && current === eve.span(id)!.parentId)) {
      this.drafted.add({ kind: 'move', unit: id, parent }, position);
      return;
    }
    const listed = list.entries.find(other => other.code === entry.parentCode);
    const params = { date: day.day, unit: entryName(entry), recorded: day.name(current), listed: listed ? entryName(listed) : '–' };
    this.findings.problem(position, UnitListErrors.LIST_PARENT_DIFFERS(params));
  }

  private positionOf(link: SuccessionLink | undefined): FilePosition {
    return { file: this.data.successions.file, row: link?.row ?? null, column: 'old_code' };
  }
}

/** For a note. */
function successorText(link: { name: string; whole: boolean } | SuccessionLink): string {
  const name = 'successor' in link ? entryName(link.successor) : link.name;
  return `“${name}” (${link.whole ? 'full' : 'partial'})`;
}
