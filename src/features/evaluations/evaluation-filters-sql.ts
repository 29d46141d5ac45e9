import { sql } from '../../platform/database/sql.js';
import { idOf } from '../../platform/graphql/node.js';
import type { AnyView, Filter } from '../../platform/views/view.js';
import { eventFiltersOf } from '../models/events/event-filters-sql.js';
import { modelView } from '../models/model.view.js';
import { reachOf } from '../units/unit-reach-sql.js';
import type { EvaluationFilter, ResultFilter } from './evaluation.filter.js';
import { isClosed, needsDecision, resultsOfModel } from './evaluation-sql.js';
import { assignedTo } from './judges/appraisal-judge.view.js';

const resultFilters = {
  ...eventFiltersOf(),
  grade: (event, _day, bind) => sql`${event}.grade = any(${bind()})`,
  withoutGrade: (event, _day, bind) => sql`(${event}.grade is null) = ${bind()}`,
} satisfies { readonly [K in keyof ResultFilter]-?: Filter };

/** The conditions of a list of evaluations. @param subjectView an entry as those see it who may know what it is about: only they filter by that. */
export const evaluationFilters = (subjectView: AnyView): { readonly [K in keyof EvaluationFilter]-?: Filter } => ({
  roundId: (row, _day, bind) => sql`${row}.round_id = ${bind((id: string) => idOf('AppraisalRound', id, 'filter', 'roundId'))}::uuid`,
  unitId: {
    keys: (day, bind) =>
      reachOf(
        bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
        day,
      ),
    paths: (row, matches) => [sql`${row}.unit_id ${matches}`],
    as: () => subjectView,
  },
  modelId: (row, _day, bind, isVisible) => {
    const model = sql`${bind((id: string) => idOf('EmulationModel', id, 'filter', 'modelId'))}::uuid`;
    return sql`(${row}.model_id = ${model} and ${isVisible(modelView, model)} and ${isVisible(subjectView, sql`${row}.id`)})`;
  },
  judgeId: (row, _day, bind, isVisible) => {
    const person = sql`${bind((id: string) => idOf('Person', id, 'filter', 'judgeId'))}::uuid`;
    return assignedTo(row, person, isVisible);
  },
  year: (row, _day, bind) => sql`(select r.year from appraisal_round r where r.id = ${row}.round_id) = ${bind()}::int`,
  state: (row, day, bind) => sql`case when ${isClosed(row, day)} then 'CLOSED' else 'OPEN' end = ${bind()}`,
  needsDecision: (row, day, bind) => sql`${needsDecision(row, day)} = ${bind()}::boolean`,
  left: (row, day, bind) => sql`coalesce(${row}.left_on <= ${day}, false) = ${bind()}::boolean`,
  result: {
    filters: () => resultFilters,
    holds: (row, matching, day, isVisible) =>
      sql`(${isVisible(subjectView, sql`${row}.id`)} and exists (
        select from ${resultsOfModel(sql`of_event`, sql`${row}.model_id`, day)} where of_event.evaluation_id = ${row}.id and ${matching(sql`of_event`)}))`,
  },
  model: {
    filters: () => modelView.list!.filter,
    holds: (row, matching, _day, isVisible) =>
      sql`(${isVisible(subjectView, sql`${row}.id`)} and exists (select from emulation_model of_entry
        where of_entry.id = ${row}.model_id and of_entry.merged_into_id is null and of_entry.trashed_at is null
          and ${isVisible(modelView, sql`of_entry.id`)} and ${matching(sql`of_entry`)}))`,
  },
});
