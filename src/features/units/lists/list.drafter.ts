import { createHash } from 'node:crypto';
import { addDays, isLocalDate, parsePartialDate, type LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { Steps } from '../../../shared/turns.js';
import type { DomainError } from '../../../platform/errors/domain-error.js';
import type { UnitEventDraft } from '../unit-changes.js';
import { UnitErrors } from '../unit.errors.js';
import type { UnitLedger } from '../unit-ledger.js';
import type { CsvFile } from './csv.reader.js';
import type { CodeReading } from './list.codes.js';
import { draftImport } from './import.draft.js';
import { NO_COUNTS, type DraftedChanges, type ListCounts } from './list.draft.js';
import { ReorganisationDraft } from './reorganisation.draft.js';
import { matchEntries } from './reorganisation.matches.js';
import { linkSuccessions } from './reorganisation.links.js';
import { readSuccessions } from './succession.file.js';
import { readUnitList } from './unit-list.file.js';
import { ListFindings, NO_POSITION, type FilePosition } from './unit-list.findings.js';
import { UnitsOnDay } from './units-on-day.js';

export interface ImportInput {
  /** The day that the list states, `YYYY-MM-DD`. */
  readonly date: string;
  readonly units: CsvFile;
  /** The number of the legal basis, if the person knows it; the list itself does not state one. */
  readonly act?: string | null | undefined;
  /** The day of issue of the legal basis, `YYYY-MM-DD`. */
  readonly actDate?: string | null | undefined;
  /** How codes are read that look like numbers of a spreadsheet; absent: such codes are refused. */
  readonly codes?: CodeReading | null | undefined;
  /** Codes of listed units that a person confirmed where the registry asks: a second unit of one name in one place, a name with its kind. */
  readonly confirmed?: readonly string[] | null | undefined;
}

export interface ReorganisationInput extends ImportInput {
  readonly successions: CsvFile;
  /** Old codes of units whose successions are corrected as listed, though a person entered them by an event of its own. */
  readonly corrected?: readonly string[] | null | undefined;
}

interface DraftedList {
  readonly drafted: DraftedChanges;
  readonly counts: ListCounts;
  /** The unit that each code of the list means. */
  readonly idsByCode: ReadonlyMap<string, Id>;
}

/** Reads the files of one list, once, and drafts the unit event that the list results in, for the ledger it is given. */
export class ListDrafter {
  readonly findings = new ListFindings();
  counts = NO_COUNTS;
  /** The number of rows in its files. */
  rows = 0;
  private origins: readonly FilePosition[] = [];
  private buildDraft: ((ledger: UnitLedger) => Steps<DraftedList>) | undefined;

  private constructor(
    readonly kind: 'LIST' | 'REORGANISATION',
    private readonly input: ImportInput,
    private readonly note: string,
    private readonly reading: (drafter: ListDrafter) => Steps<void>,
  ) {
    const { date, actDate } = input;
    const days = { date, ...(typeof actDate === 'string' && { actDate }) };
    for (const [column, day] of Object.entries(days)) {
      if (!isLocalDate(day)) this.findings.problem({ ...NO_POSITION, column }, UnitErrors.DATE_INVALID({ value: day.slice(0, 40) }));
    }
  }

  get date(): string {
    return this.input.date;
  }

  static import(input: ImportInput): ListDrafter {
    const { date, units, codes } = input;
    return new ListDrafter('LIST', input, `Danh sách đơn vị ngày ${date}, tệp ${nameAndDigest(units)}`, function* (drafter) {
      const { findings } = drafter;
      const list = yield* readUnitList(units, findings, codes ?? null);
      drafter.rows = list?.rows ?? 0;
      const source = `Danh sách ngày ${date} (${units.name})`;
      if (list && isLocalDate(date)) drafter.buildDraft = ledger => draftImport(ledger, { list, date, source }, findings);
    });
  }

  static reorganisation(input: ReorganisationInput): ListDrafter {
    const { date, units, successions, codes, corrected } = input;
    const note = `Sắp xếp đơn vị ngày ${date}, tệp ${nameAndDigest(units)} và ${nameAndDigest(successions)}`;
    return new ListDrafter('REORGANISATION', input, note, function* (drafter) {
      const { findings } = drafter;
      const list = yield* readUnitList(units, findings, codes ?? null);
      const successionList = yield* readSuccessions(successions, findings, codes ?? null);
      drafter.rows = (list?.rows ?? 0) + (successionList?.rows ?? 0);
      const source = `Danh sách ngày ${date} (${units.name})`;
      if (!list || !successionList || !isLocalDate(date)) return;
      drafter.buildDraft = function* (ledger) {
        const eve = new UnitsOnDay(ledger, addDays(date, -1));
        const day = new UnitsOnDay(ledger, date);
        yield;
        const links = linkSuccessions(eve, list, successionList, findings);
        yield;
        const data = { ledger, eve, day, list, successions: successionList, links, corrected: new Set(corrected) };
        const matches = matchEntries(data, findings);
        yield;
        const draft = new ReorganisationDraft(data, matches, source, findings);
        draft.make();
        const idsByCode = new Map([...matches].map(([code, { id }]) => [code, id]));
        return { drafted: draft.drafted, counts: draft.counts(), idsByCode };
      };
    });
  }

  /** Reads the files. */
  read(): Steps<void> {
    return this.reading(this);
  }

  /** Whether the registry says otherwise in some point, and is kept. The notes say in which. */
  get differs(): boolean {
    return this.counts.leftAlone + this.counts.notListed > 0;
  }

  /** Whether the files and the date could be read. If not, `draft` must not be called. */
  get readable(): boolean {
    return this.buildDraft !== undefined;
  }

  /** @throws NothingToApply when there are problems, or when the list changes nothing. */
  *draft(ledger: UnitLedger): Steps<UnitEventDraft> {
    const { drafted, counts, idsByCode } = yield* this.buildDraft!(ledger);
    this.counts = counts;
    this.origins = drafted.origins;
    if (this.findings.problems.length > 0 || drafted.changes.length === 0) throw new NothingToApply();
    const { act, actDate } = this.input;
    const confirmed = (this.input.confirmed ?? []).flatMap(code => idsByCode.get(code) ?? []);
    return {
      kind: this.kind,
      effective: parsePartialDate(this.date as LocalDate)!,
      act: { number: act ?? null, date: actDate ?? null, issuer: null },
      note: this.note,
      confirmed,
      changes: drafted.changes,
    };
  }

  /** Adds the problems that the rules of unit events found in the draft, each at the row of its change. */
  addProblems(errors: readonly DomainError[]): void {
    for (const error of errors) {
      const [part, index] = error.field;
      const origin = part === 'changes' && typeof index === 'number' ? this.origins[index] : undefined;
      this.findings.problem(origin ?? (part === 'act' ? { ...NO_POSITION, column: 'actDate' } : NO_POSITION), error);
    }
  }
}

/** The file’s name for the note of the event, with a digest, so that the file can be identified later. */
function nameAndDigest(file: CsvFile): string {
  const fingerprint = createHash('sha256').update(file.content).digest('hex').slice(0, 16);
  return `${file.name} (sha256 ${fingerprint}…)`;
}

/** Thrown while an event is drafted, to leave without applying one; the drafter’s findings say why. */
export class NothingToApply extends Error {}
