import type { DomainError } from '../../../platform/errors/domain-error.js';

/** A position in the files of a list. `null`: it concerns the whole row, the whole file, or no file. */
export interface FilePosition {
  readonly file: string | null;
  /** Counted as in a spreadsheet: the header is row 1. */
  readonly row: number | null;
  readonly column: string | null;
}

/** A problem, which prevents the import, or a note, which does not. */
export interface ListFinding extends FilePosition {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** The content of a note. (Problems are errors of the catalogue.) */
export interface ListNote {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export const NO_POSITION: FilePosition = { file: null, row: null, column: null };

/** More are not shown in any way. */
const MAX_KEPT = 1_000;

/** Collects the findings while a list is read and matched, so that all of them are reported at once. */
export class ListFindings {
  readonly problems: ListFinding[] = [];
  readonly notes: ListFinding[] = [];
  /** All that there are; of many only the first are kept. */
  problemCount = 0;

  /** Reading goes on no further: nobody reads more, and each finding takes its time. */
  get isFull(): boolean {
    return this.problemCount >= MAX_KEPT;
  }

  problem(position: FilePosition, { code, text }: DomainError): void {
    if (++this.problemCount <= MAX_KEPT) this.problems.push({ ...position, code, ...text });
  }

  note(position: FilePosition, note: ListNote): void {
    this.notes.push({ ...position, ...note });
  }
}
