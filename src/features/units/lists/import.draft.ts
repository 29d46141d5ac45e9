import { lastDay, type LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import type { Steps } from '../../../shared/turns.js';
import type { SpanRow, UnitLedger } from '../unit-ledger.js';
import { DraftedChanges, NO_COUNTS, establishListed, noteSpelling, reportCodeHolder, type ListCounts } from './list.draft.js';
import { UnitListErrors } from './unit-list.errors.js';
import { entryName, type ListEntry, type UnitList } from './unit-list.file.js';
import type { ListFindings, FilePosition } from './unit-list.findings.js';
import { UnitListNotes } from './unit-list.notes.js';
import { UnitsOnDay, matchesEntry, hasNameAndKindOf } from './units-on-day.js';

export interface ImportedList {
  readonly list: UnitList;
  readonly date: LocalDate;
  /** The source that the established units are recorded with. */
  readonly source: string;
}

/**
 * Drafts the import of a list: every row is a unit in force on the date. A row with the code, name and kind of a unit recorded on that date is
 * that unit; any other row is a new unit, whose start the list does not state. Contradictions to the registry are problems; nothing recorded
 * is corrected.
 */
export function draftImport(
  ledger: UnitLedger,
  imported: ImportedList,
  findings: ListFindings,
): Steps<{ drafted: DraftedChanges; counts: ListCounts; idsByCode: ReadonlyMap<string, Id> }> {
  return new ImportDraft(ledger, imported, findings).make();
}

class ImportDraft {
  private readonly drafted = new DraftedChanges();
  private readonly day: UnitsOnDay;
  private readonly recorded = new Map<string, SpanRow>();
  private readonly idsByCode = new Map<string, Id>();
  private spelledOtherwise = 0;
  private readonly unitsWithoutCode: readonly SpanRow[];

  constructor(
    private readonly ledger: UnitLedger,
    private readonly imported: ImportedList,
    private readonly findings: ListFindings,
  ) {
    this.day = new UnitsOnDay(ledger, imported.date);
    this.unitsWithoutCode = this.day.administrativeUnits().filter(span => span.code === null);
  }

  *make(): Steps<{ drafted: DraftedChanges; counts: ListCounts; idsByCode: ReadonlyMap<string, Id> }> {
    const { entries, rows } = this.imported.list;
    for (const entry of entries) {
      yield;
      this.identify(entry);
    }
    for (const entry of entries) {
      yield;
      const span = this.recorded.get(entry.code);
      if (span) this.comparePlace(entry, span);
      else if (this.idsByCode.has(entry.code)) this.establish(entry);
    }
    const { drafted, spelledOtherwise } = this;
    const counts = { matched: this.recorded.size, spelledOtherwise, established: drafted.count('establish'), moved: drafted.count('move') };
    return { drafted, idsByCode: this.idsByCode, counts: { ...NO_COUNTS, unitRows: rows, ...counts } };
  }

  private positionOf(entry: ListEntry, column: string): FilePosition {
    return { file: this.imported.list.file, row: entry.row, column };
  }

  /** Decides which unit a row means: a recorded one or a new one. */
  private identify(entry: ListEntry): void {
    const { date } = this.imported;
    const holder = this.day.holderOf(entry.code) ?? this.laterHolder(entry.code);
    if (!holder) {
      this.idsByCode.set(entry.code, newId());
    } else if (this.day.span(holder.unitId) === holder && matchesEntry(holder, entry)) {
      this.idsByCode.set(entry.code, holder.unitId);
      this.recorded.set(entry.code, holder);
      if (noteSpelling(holder, entry, this.imported.list.file, this.findings)) this.spelledOtherwise++;
    } else {
      reportCodeHolder(this.ledger, holder, entry, { file: this.imported.list.file, date }, this.findings);
    }
  }

  private laterHolder(code: string): SpanRow | undefined {
    const { date } = this.imported;
    return this.ledger.spansWithCode(code).find(({ range }) => range.from !== null && range.from > date);
  }

  private parentOf(entry: ListEntry): Id | null | undefined {
    return entry.parentCode === null ? null : this.idsByCode.get(entry.parentCode);
  }

  private comparePlace(entry: ListEntry, span: SpanRow): void {
    const { date } = this.imported;
    const listedParent = this.parentOf(entry);
    if (listedParent === undefined || listedParent === span.parentId) return;
    const unit = entryName(entry);
    const parentName = this.listedParentName(entry);
    if (span.parentId === null) {
      // From the date on; the list does not say where the unit belonged before.
      this.drafted.add({ kind: 'move', unit: span.unitId, parent: listedParent }, this.positionOf(entry, 'parent_code'));
      this.findings.note(this.positionOf(entry, 'parent_code'), UnitListNotes.placeFilled({ unit, parent: parentName, date }));
    } else {
      const recorded = this.day.name(span.parentId);
      const error = UnitListErrors.LIST_PARENT_DIFFERS({ date, unit, recorded, listed: parentName });
      this.findings.problem(this.positionOf(entry, 'parent_code'), error);
    }
  }

  private listedParentName(entry: ListEntry): string {
    const parent = entry.parentCode === null ? undefined : this.imported.list.byCode.get(entry.parentCode);
    return parent ? entryName(parent) : '–';
  }

  private establish(entry: ListEntry): void {
    const parent = this.parentOf(entry);
    if (parent === undefined) return; // The parent's row was refused; that problem is reported already.
    if (this.unitsWithoutCode.some(span => hasNameAndKindOf(span, entry) && (span.parentId === null || span.parentId === parent))) {
      const error = UnitListErrors.LIST_UNIT_WITHOUT_CODE({ unit: entryName(entry), code: entry.code });
      this.findings.problem(this.positionOf(entry, 'code'), error);
      return;
    }
    this.noteEndedNamesake(entry);
    const terms = { starts: null, source: this.imported.source };
    this.drafted.add(establishListed(entry, this.idsByCode.get(entry.code)!, parent, terms), this.positionOf(entry, 'code'));
  }

  /** Lists scraped from web pages may still contain ended units, so this is a note for a person to judge. */
  private noteEndedNamesake(entry: ListEntry): void {
    const ended = this.ledger
      .spansWithCode(entry.code)
      .find(span => span.range.to !== null && span.range.to <= this.imported.date && matchesEntry(span, entry));
    if (!ended) return;
    const params = { unit: entryName(entry), code: entry.code, lastDay: lastDay(ended.range)! };
    this.findings.note(this.positionOf(entry, 'code'), UnitListNotes.endedNamesake(params));
  }
}
