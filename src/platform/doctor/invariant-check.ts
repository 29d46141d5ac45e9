import type { Bilingual } from '../../shared/language.js';
import { unwritable, write, type Given, type Message } from '../../shared/writing.js';
import type { QueryRows } from '../database/query-rows.js';

/** An invariant that does not hold: the number of cases, the first of them as sentences, and what the operator should do. */
export interface InvariantViolation {
  readonly count: number;
  readonly cases: readonly Bilingual[];
  readonly remedy: Bilingual;
}

/** An invariant of the data. It is checked for all rows by one statement: a registry of a hundred thousand models is examined in seconds. */
export interface InvariantCheck {
  /** `models.stateIsTheLastStep` */
  readonly name: string;
  /** Every sentence of the check, for a test of all of them. */
  readonly sentences?: readonly Bilingual[];
  /** Commands allow it, because reality does so at times, and people compare the papers. Such findings do not make the examination fail. */
  readonly toCompare?: boolean;
  /** @param query sees the one snapshot of the whole examination. */
  examine(query: QueryRows): Promise<InvariantViolation | undefined>;
}

/** Cases of one invariant that are described; the others are counted. */
export const MAX_CASES = 5;

/**
 * An invariant written in SQL.
 * @param broken selects the rows that violate it, with the columns that `describe` names in braces.
 */
export const invariant = (
  name: string,
  { broken, describe, remedy }: { readonly broken: string; readonly describe: Message; readonly remedy: Bilingual },
): InvariantCheck => {
  const mute = unwritable(describe);
  if (mute.length > 0) throw new Error(`The check ${name} does not say how ${mute.join(', ')} is written.`);
  return {
    name,
    sentences: [describe, remedy],
    async examine(query) {
      const rows = await query<Given & { all: number }>(`select b.*, count(*) over ()::int as "all" from (${broken}) b limit ${MAX_CASES}`);
      return rows[0] && { count: rows[0].all, cases: rows.map(row => write(describe, row)), remedy };
    },
  };
};
