import type { RunQuery } from '../database/run-query.js';

/** One sentence in both languages. */
export interface BilingualText {
  readonly vi: string;
  readonly en: string;
}

/** An invariant that does not hold: each case in a sentence, as many as are worth reading, and what to do about them. */
export interface InvariantViolation {
  readonly count: number;
  readonly cases: readonly BilingualText[];
  readonly remedy: BilingualText;
}

/** Something that must always hold. It is asked of all rows at once: a registry of a hundred thousand models is examined in seconds. */
export interface InvariantCheck {
  /** `models.stateIsTheLastStep` */
  readonly name: string;
  /** @param query sees the one snapshot of the whole examination. */
  examine(query: RunQuery): Promise<InvariantViolation | undefined>;
}

/** More cases than anybody reads. */
export const MAX_CASES = 5;

/**
 * An invariant in SQL.
 * @param broken selects the rows that break it, with the columns its sentence names.
 */
export const invariant = <Row extends object>(
  name: string,
  { broken, describe, remedy }: { readonly broken: string; readonly describe: (row: Row) => BilingualText; readonly remedy: BilingualText },
): InvariantCheck => ({
  name,
  async examine(query) {
    const rows = await query<Row & { all: number }>(`select b.*, count(*) over ()::int as "all" from (${broken}) b limit ${MAX_CASES}`);
    return rows[0] && { count: rows[0].all, cases: rows.map(describe), remedy };
  },
});
