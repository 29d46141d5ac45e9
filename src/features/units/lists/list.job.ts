import { createHash } from 'node:crypto';
import { addDays, isLocalDate, parsePartialDate, type LocalDate } from '../../../shared/dates.js';
import type { DomainError } from '../../../platform/errors/domain-error.js';
import type { UnitEventDraft } from '../unit-changes.js';
import { UnitErrors } from '../unit.errors.js';
import type { UnitLedger } from '../unit-ledger.js';
import type { CsvFile } from './csv.reader.js';
import { draftImport } from './import.draft.js';
import { NO_COUNTS, type DraftedChanges, type ListCounts } from './list.draft.js';
import { ReorganisationDraft } from './reorganisation.draft.js';
import { decideFates } from './reorganisation.fates.js';
import { linkRows } from './reorganisation.links.js';
import { readSuccessions } from './succession.file.js';
import { readUnitList } from './unit-list.file.js';
import { Findings, NOWHERE, type Place } from './unit-list.findings.js';
import { UnitsOnDay } from './units-on-day.js';

export interface ImportInput {
  /** The day that the list states, `YYYY-MM-DD`. */
  readonly date: string;
  readonly units: CsvFile;
  /** The act behind it, where the person knows one; a list itself says none. */
  readonly act?: string | null | undefined;
}

export interface ReorganisationInput extends ImportInput {
  readonly successions: CsvFile;
}

interface Made {
  readonly drafted: DraftedChanges;
  readonly counts: ListCounts;
}

/** Reading and drafting of one list: the files are read once, the draft is made out of whatever ledger it is given. */
export class ListJob {
  readonly findings = new Findings();
  counts = NO_COUNTS;
  /** The rows of its files. */
  rows = 0;
  private origins: readonly Place[] = [];
  private make: ((ledger: UnitLedger) => Made) | undefined;

  private constructor(
    readonly kind: 'LIST' | 'REORGANISATION',
    readonly date: string,
    private readonly act: string | null,
    private readonly note: string,
  ) {
    if (!isLocalDate(date)) {
      this.findings.problem({ ...NOWHERE, column: 'date' }, UnitErrors.DATE_INVALID({ value: date.slice(0, 40) }));
    }
  }

  static import({ date, units, act }: ImportInput): ListJob {
    const job = new ListJob('LIST', date, act ?? null, `Danh sách đơn vị ngày ${date}, tệp ${named(units)}`);
    const { findings } = job;
    const list = readUnitList(units, findings);
    job.rows = list?.rows ?? 0;
    const source = `Danh sách ngày ${date} (${units.name})`;
    if (list && isLocalDate(date)) job.make = ledger => draftImport(ledger, { list, date, source }, findings);
    return job;
  }

  static reorganisation({ date, units, successions, act }: ReorganisationInput): ListJob {
    const note = `Sắp xếp đơn vị ngày ${date}, tệp ${named(units)} và ${named(successions)}`;
    const job = new ListJob('REORGANISATION', date, act ?? null, note);
    const { findings } = job;
    const list = readUnitList(units, findings);
    const passing = readSuccessions(successions, findings);
    job.rows = (list?.rows ?? 0) + (passing?.rows ?? 0);
    const source = `Danh sách ngày ${date} (${units.name})`;
    if (!list || !passing || !isLocalDate(date)) return job;
    job.make = ledger => {
      const eve = new UnitsOnDay(ledger, addDays(date, -1));
      const day = new UnitsOnDay(ledger, date);
      const sides = { ledger, eve, day, list, successions: passing, links: linkRows(eve, list, passing, findings) };
      const draft = new ReorganisationDraft(sides, decideFates(sides, findings), source, findings);
      draft.make();
      return { drafted: draft.drafted, counts: draft.counts() };
    };
    return job;
  }

  /** Whether the files and the date could be read at all, so that there is something to match. */
  get readable(): boolean {
    return this.make !== undefined;
  }

  /** @throws NothingToApply when a problem stands against it, or everything stands so already. */
  draft(ledger: UnitLedger): UnitEventDraft {
    const { drafted, counts } = this.make!(ledger);
    this.counts = counts;
    this.origins = drafted.origins;
    if (this.findings.problems.length > 0 || drafted.changes.length === 0) throw new NothingToApply();
    const act = { number: this.act, date: null, issuer: null };
    return { kind: this.kind, effective: parsePartialDate(this.date as LocalDate)!, act, note: this.note, changes: drafted.changes };
  }

  /** Takes over what the rules of unit events have against the draft, each with the row that its change came from. */
  refuse(errors: readonly DomainError[]): void {
    for (const error of errors) {
      const index = error.path[0] === 'changes' ? error.path[1] : undefined;
      this.findings.problem((typeof index === 'number' ? this.origins[index] : undefined) ?? NOWHERE, error);
    }
  }
}

/** A file as the event names it: with a fingerprint, so that it can be told later whether a file is the one. */
function named(file: CsvFile): string {
  const fingerprint = createHash('sha256').update(file.content).digest('hex').slice(0, 16);
  return `${file.name} (sha256 ${fingerprint}…)`;
}

/** Leaves the drafting of an event when there is nothing to apply. The job knows why. */
export class NothingToApply extends Error {}
