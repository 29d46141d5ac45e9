import { or, sql } from '../../../platform/database/sql.js';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Visibility } from '../../../platform/views/scopes.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { carriedBy } from '../../models/model.view.js';
import { reachOf } from '../../units/unit-reach-sql.js';
import type { StillAliveAnswerKind } from './still-alive.js';
import { questionTo } from './still-alive-sql.js';

/** The question of a year to a model. */
export interface Question {
  readonly id: Id;
  readonly unitId: Id;
  /** `null`: the model was recognised in that year. */
  readonly askedOn: LocalDate | null;
  readonly answerId: Id | null;
  readonly answer: StillAliveAnswerKind | null;
}

/** The last day by which the question of a year is looked at. */
export const dayOfYear = (year: number, today: LocalDate): LocalDate => {
  const last = `${String(year).padStart(4, '0')}-12-31`;
  return last < today ? last : today;
};

const NOT_GONE = sql`m.merged_into_id is null and m.trashed_at is null`;

/** The questions to these models; a model that is not asked has none. */
export const questionsTo = (query: QueryRows, ids: readonly Id[], day: LocalDate): Promise<Question[]> =>
  query<Question>(
    `select m.id, m.unit_id as "unitId", q.asked_on as "askedOn", q.answer_id as "answerId", q.answer
       from emulation_model m cross join lateral ${questionTo(sql`m`, sql`$2::date`)} q where m.id = any($1::uuid[]) and ${NOT_GONE}`,
    [ids, day],
  );

/** How many questions there are of each kind at each unit. */
export interface QuestionCount {
  readonly unitId: Id;
  readonly answer: StillAliveAnswerKind | null;
  readonly asked: boolean;
  readonly n: number;
}

/** @param unitId only models of this unit, and of those it reaches. @param visibility of the caller for the row `m`, with its value as parameter 3. */
export const countQuestions = (
  query: QueryRows,
  unitId: Id | null,
  day: LocalDate,
  visibility: Visibility | undefined,
): Promise<QuestionCount[]> =>
  query<QuestionCount>(
    `select m.unit_id as "unitId", q.answer, coalesce(q.asked_on <= $1::date, false) as asked, count(*)::int as n
       from emulation_model m cross join lateral ${questionTo(sql`m`, sql`$1::date`)} q
      where m.id in (select c.model_id from recognition c) and ${NOT_GONE}
        and ($2::uuid is null or ${or(carriedBy(sql`m`, sql`in ${reachOf(sql`$2::uuid`, sql`$1::date`)}`))})
        ${visibility ? sql`and ${visibility.condition}` : sql``}
      group by 1, 2, 3`,
    [day, unitId, ...(visibility ? [visibility.value] : [])],
  );
