import type { Output } from './output.js';
import type { ArgumentSource, Row, RunContext, Statement } from './statement.js';

/** What a page has read: its rows without the one too many that tells whether more follow. */
export interface PageRead {
  readonly rows: readonly Row[];
  readonly more: boolean;
  readonly after: boolean;
  readonly total: number | undefined;
}

/** A page is shown from a row that holds nothing but it. */
export const pageOf = (row: Row): PageRead => row[0] as PageRead;

export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
  readonly orderBy?: string;
  readonly filter?: Readonly<Record<string, unknown>> | null;
}

/** A planned page: how it is read, for one or for many parents, and how it is shown. */
export interface PagePlan {
  readonly rows: Statement | undefined;
  readonly number: number;
  readonly count: Statement | undefined;
  readonly first: number;
  readonly source: ArgumentSource;
  readonly output: Output;
}

export function pageRead({ first, source }: PagePlan, run: RunContext, rows: readonly Row[], total: number | undefined): PageRead {
  const { after } = run.argumentsOf(source);
  return { rows: rows.slice(0, first), more: rows.length > first, after: after !== null && after !== undefined, total };
}
