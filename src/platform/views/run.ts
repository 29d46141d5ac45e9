import type { LocalDate } from '../../shared/dates.js';
import type { Language } from '../../shared/language.js';
import type { RunQuery } from './view.js';

/** A row in array mode. A nested list is the value of one of its columns: an array of rows. */
export type Row = unknown[];

/** A field of the document whose arguments are coerced once a run. */
export interface ArgumentSource {
  read(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** What one run of a plan knows: the variables of the request and the caller's reach. */
export interface RunContext {
  readonly today: LocalDate;
  /** In which labels are shown. */
  readonly language: Language;
  argumentsOf(field: ArgumentSource): Readonly<Record<string, unknown>>;
  /** Runs a planned statement. @param skewed see `SKEWED`. */
  query(text: string, values: readonly unknown[], skewed: boolean): Promise<Row[]>;
  /** The units that the caller's right to an action reaches, as PostgreSQL reads a list of ids. */
  unitsOf(action: string): Promise<string>;
  /** The same, or that the right is for the whole registry. */
  reach(action: string): Promise<'everywhere' | string>;
  /** The same list with the id of the caller's account or token. */
  unitsAndSelf(action: string): Promise<string>;
  /** Runs a statement apart from the planned one. The same function for the whole run, so that it can be a key of caches. */
  readonly runQuery: RunQuery;
}

/** Where the value of a parameter comes from. */
export type ValueSource = (run: RunContext) => unknown;
