import { lastDay, type LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import type { SpanRow, UnitLedger } from '../unit-ledger.js';
import { DraftedChanges, NO_COUNTS, establishListed, tellHolder, type ListCounts } from './list.draft.js';
import { UnitListErrors } from './unit-list.errors.js';
import { entryName, type ListEntry, type UnitList } from './unit-list.file.js';
import type { Findings, Place } from './unit-list.findings.js';
import { UnitListNotes } from './unit-list.notes.js';
import { UnitsOnDay, isListed, isNamedAs } from './units-on-day.js';

export interface ImportGiven {
  readonly list: UnitList;
  readonly date: LocalDate;
  /** What the entered units give as their source. */
  readonly source: string;
}

/**
 * What entering a list of units comes to: every row is a unit in force on the date. A row whose code, name and kind stand on that date is
 * that unit; any other is a new one, whose start the list does not know. What the registry says otherwise is a problem, never mended.
 */
export function draftImport(ledger: UnitLedger, given: ImportGiven, findings: Findings): { drafted: DraftedChanges; counts: ListCounts } {
  return new ImportDraft(ledger, given, findings).make();
}

class ImportDraft {
  private readonly drafted = new DraftedChanges();
  private readonly day: UnitsOnDay;
  private readonly standing = new Map<string, SpanRow>();
  private readonly ids = new Map<string, Id>();
  private readonly uncoded: readonly SpanRow[];

  constructor(
    private readonly ledger: UnitLedger,
    private readonly given: ImportGiven,
    private readonly findings: Findings,
  ) {
    this.day = new UnitsOnDay(ledger, given.date);
    this.uncoded = this.day.territory().filter(span => span.code === null);
  }

  make(): { drafted: DraftedChanges; counts: ListCounts } {
    const { entries, rows } = this.given.list;
    for (const entry of entries) this.identify(entry);
    for (const entry of entries) {
      const span = this.standing.get(entry.code);
      if (span) this.comparePlace(entry, span);
      else if (this.ids.has(entry.code)) this.enter(entry);
    }
    const counts = { matched: this.standing.size, established: this.drafted.count('establish'), moved: this.drafted.count('move') };
    return { drafted: this.drafted, counts: { ...NO_COUNTS, unitRows: rows, ...counts } };
  }

  private at(entry: ListEntry, column: string): Place {
    return { file: this.given.list.file, row: entry.row, column };
  }

  /** Which unit a row is: one that stands on the date, or a new one. */
  private identify(entry: ListEntry): void {
    const { date } = this.given;
    const holder = this.day.holder(entry.code) ?? this.laterHolder(entry.code);
    if (!holder) {
      this.ids.set(entry.code, newId());
    } else if (this.day.span(holder.unitId) === holder && isListed(holder, entry)) {
      this.ids.set(entry.code, holder.unitId);
      this.standing.set(entry.code, holder);
    } else {
      tellHolder(this.ledger, holder, entry, { file: this.given.list.file, date }, this.findings);
    }
  }

  private laterHolder(code: string): SpanRow | undefined {
    const { date } = this.given;
    return this.ledger.spansWithCode(code).find(({ range }) => range.from !== null && range.from > date);
  }

  private parentOf(entry: ListEntry): Id | null | undefined {
    return entry.parentCode === null ? null : this.ids.get(entry.parentCode);
  }

  private comparePlace(entry: ListEntry, span: SpanRow): void {
    const { date } = this.given;
    const listed = this.parentOf(entry);
    if (listed === undefined || listed === span.parentId) return;
    const unit = entryName(entry);
    const parent = this.listedParentName(entry);
    if (span.parentId === null) {
      // Only the day before is left as it was: not known. The list says nothing of it.
      this.drafted.add({ kind: 'move', unit: span.unitId, parent: listed }, this.at(entry, 'parent_code'));
      this.findings.note(this.at(entry, 'parent_code'), UnitListNotes.placeFilled({ unit, parent, date }));
    } else {
      const recorded = this.day.name(span.parentId);
      const error = UnitListErrors.LIST_PARENT_DIFFERS({ date, unit, recorded, listed: parent });
      this.findings.problem(this.at(entry, 'parent_code'), error);
    }
  }

  private listedParentName(entry: ListEntry): string {
    const parent = this.given.list.entries.find(other => other.code === entry.parentCode);
    return parent ? entryName(parent) : '–';
  }

  private enter(entry: ListEntry): void {
    const parent = this.parentOf(entry);
    if (parent === undefined) return; // The parent's row was refused; that is told already.
    if (this.uncoded.some(span => isNamedAs(span, entry) && (span.parentId === null || span.parentId === parent))) {
      const error = UnitListErrors.LIST_UNIT_WITHOUT_CODE({ unit: entryName(entry), code: entry.code });
      this.findings.problem(this.at(entry, 'code'), error);
      return;
    }
    this.noteNamesake(entry);
    const terms = { starts: null, source: this.given.source };
    this.drafted.add(establishListed(entry, this.ids.get(entry.code)!, parent, terms), this.at(entry, 'code'));
  }

  /** Scraped lists still carry units that have ended: said, not judged. */
  private noteNamesake(entry: ListEntry): void {
    const ended = this.ledger
      .spansWithCode(entry.code)
      .find(span => span.range.to !== null && span.range.to <= this.given.date && isListed(span, entry));
    if (!ended) return;
    const told = { unit: entryName(entry), code: entry.code, lastDay: lastDay(ended.range)! };
    this.findings.note(this.at(entry, 'code'), UnitListNotes.endedNamesake(told));
  }
}
