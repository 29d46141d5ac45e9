import type { DomainError } from '../../../platform/errors/domain-error.js';

/** Where in the given files something was found. `null`: it concerns the whole file, or no file at all. */
export interface Place {
  readonly file: string | null;
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number | null;
  readonly column: string | null;
}

/** One thing that a person should read: a problem, which stops the list, or a note, which does not. */
export interface Finding extends Place {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** What a note says; problems come from the catalogue of errors instead. */
export interface Remark {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export const NOWHERE: Place = { file: null, row: null, column: null };

/** Collects everything found while reading and matching a list, so that all of it is told at once. */
export class Findings {
  readonly problems: Finding[] = [];
  readonly notes: Finding[] = [];

  problem(place: Place, { code, text }: DomainError): void {
    this.problems.push({ ...place, code, ...text });
  }

  note(place: Place, remark: Remark): void {
    this.notes.push({ ...place, ...remark });
  }
}
