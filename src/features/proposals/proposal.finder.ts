import { sql } from '../../platform/database/sql.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { gradeName, gradeOn, needsDecision } from '../evaluations/evaluation-sql.js';
import type { SubjectKind } from '../sectors/subject-kind.js';

/** A round as proposals rest on it. */
export interface ResultRound {
  readonly name: string;
  readonly councilId: Id | null;
  /** `null`: still open. */
  readonly closedOn: LocalDate | null;
}

export const resultRound = async (query: QueryRows, id: Id): Promise<ResultRound | undefined> =>
  (await query<ResultRound>(`select name, council_id as "councilId", closed_on as "closedOn" from appraisal_round where id = $1`, [id]))[0];

/** A result of a closed round, as a line of a proposal begins. */
export interface RoundResult {
  readonly id: Id;
  readonly number: number;
  readonly rank: number | null;
  readonly grade: string | null;
  readonly modelId: Id | null;
  readonly unitId: Id;
  readonly kind: SubjectKind;
  readonly undecided: boolean;
}

/** The results of entries that have not left, in the order of their ranks. */
export const resultsOfRound = (query: QueryRows, roundId: Id, day: LocalDate): Promise<RoundResult[]> => {
  const [entry, on] = [sql`e`, sql`$2::date`];
  return query<RoundResult>(
    sql`select e.id, e.number, e.rank, ${gradeName(entry, gradeOn(entry, on))} as grade, e.model_id as "modelId", e.unit_id as "unitId",
          coalesce(m.subject_kind, 'COLLECTIVE') as kind, ${needsDecision(entry, on)} as undecided
        from evaluation e left join emulation_model m on m.id = e.model_id
       where e.round_id = $1 and e.left_on is null order by e.rank nulls last, e.number`,
    [roundId, day],
  );
};
