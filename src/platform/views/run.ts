import type { LocalDate } from '../../shared/dates.js';
import type { Language } from '../../shared/language.js';
import type { RunQuery, Spread } from './view.js';

/** A row in array mode. A nested list is the value of one of its columns: an array of rows. */
export type Row = unknown[];

/** A field of the document whose arguments are coerced once a run. */
export interface ArgumentSource {
  read(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** A statement to send. */
export interface StatementText {
  readonly text: string;
  /** How it is planned: `SKEWED` is never prepared. */
  readonly spread?: Spread | undefined;
  /** A short digest of the text: the name under which it is prepared. */
  readonly name: string;
}

/** What one run of a plan knows: the variables of the request and the caller's reach. */
export interface RunContext {
  readonly today: LocalDate;
  /** In which labels are shown. */
  readonly language: Language;
  /** The context of the request, as methods of resolvers get it. */
  readonly context: unknown;
  argumentsOf(field: ArgumentSource): Readonly<Record<string, unknown>>;
  /** Runs a planned statement. */
  query(statement: StatementText, values: readonly unknown[]): Promise<Row[]>;
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
