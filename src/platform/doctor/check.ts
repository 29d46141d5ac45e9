import type { QueryRows } from '../database/query-rows.js';

/** One sentence in both languages. */
export interface Told {
  readonly vi: string;
  readonly en: string;
}

/** An invariant that does not hold: each case in a sentence, as many as are worth reading, and what to do about them. */
export interface Finding {
  readonly count: number;
  readonly cases: readonly Told[];
  readonly mend: Told;
}

/** Something that must always hold. It is asked of all rows at once: a registry of a hundred thousand models is examined in seconds. */
export interface Check {
  /** `models.stateIsTheLastStep` */
  readonly name: string;
  /** @param query sees the one snapshot of the whole examination. */
  examine(query: QueryRows): Promise<Finding | undefined>;
}

/** More cases than anybody reads. */
export const CASES_TOLD = 5;

/**
 * An invariant in SQL.
 * @param broken selects the rows that break it, with the columns its sentence names.
 */
export const invariant = <Row extends object>(
  name: string,
  { broken, says, mend }: { readonly broken: string; readonly says: (row: Row) => Told; readonly mend: Told },
): Check => ({
  name,
  async examine(query) {
    const rows = await query<Row & { all: number }>(`select b.*, count(*) over ()::int as "all" from (${broken}) b limit ${CASES_TOLD}`);
    return rows[0] && { count: rows[0].all, cases: rows.map(says), mend };
  },
});
