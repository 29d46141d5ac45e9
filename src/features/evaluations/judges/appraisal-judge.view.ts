import { sql, type Sql } from '../../../platform/database/sql.js';
import { many, one, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView, type IsVisible } from '../../../platform/views/view.js';
import { visibleByUnitOrSelf, visibleToAll } from '../../../platform/views/visibility.js';
import { personView } from '../../people/person.view.js';
import type { AppraisalConflict, AppraisalJudge } from './appraisal-judge.graphql.js';
import { actorIn } from '../../../platform/audit/shown-actor-sql.js';

/** Who scores what is known to the board and leaders of the unit that runs the round, and to each member about themselves. */
export const appraisalJudgeView: AnyView = view<AppraisalJudge>()('AppraisalJudge', {
  scope: visibleByUnitOrSelf('appraisal.readSheets', (row, matches) => [sql`${row}.host_id ${matches}`, sql`${row}.person_id ${matches}`]),
  fields: {
    person: one(() => personView, 'person_id'),
    how: value('how'),
    assignedOn: value('assigned_on'),
    conflicts: many(() => appraisalConflictView, {
      parent: row => sql`array[${row}.evaluation_id, ${row}.person_id]`,
      // As text first: the key of a list is taken for one id where its type is not known.
      rows: (alias, key) =>
        sql`(select * from appraisal_conflict c where c.evaluation_id = ((${key})::text::uuid[])[1]
           and c.person_id = ((${key})::text::uuid[])[2]) ${alias}`,
      orderBy: row => sql`${row}.reason`,
    }),
  },
});

export const appraisalConflictView: AnyView = view<AppraisalConflict>()('AppraisalConflict', {
  scope: visibleToAll('shown within its judge, whose scope applies'),
  fields: {
    reason: value('reason'),
    declared: value('declared'),
    words: value('words'),
    foundOn: value('found_on'),
    overrideReason: value('override_reason'),
    overriddenBy: value(actorIn('overridden_by')),
  },
});

/** Whether the person is assigned to the evaluation, and the caller may know it. */
export function assignedTo(evaluation: Sql, person: Sql, isVisible: IsVisible): Sql {
  const assignment = (alias: Sql): Sql =>
    sql`(select * from appraisal_assignment a where a.evaluation_id = ${evaluation}.id and a.person_id = ${person}) ${alias}`;
  // Who sees every assignment needs no scope; that there is one is asked in any case.
  return sql`(exists (select from ${assignment(sql`assigned`)}) and ${isVisible({ ...appraisalJudgeView, byId: assignment }, person)})`;
}

/** The field `judges` of evaluations. */
export const judgesOf = many(() => appraisalJudgeView, {
  rows: (alias, evaluation) => sql`(select n.*, a.how, a.assigned_on
      from (select evaluation_id, person_id, host_id from appraisal_assignment where evaluation_id = ${evaluation}
            union select evaluation_id, person_id, host_id from appraisal_conflict where evaluation_id = ${evaluation}) n
      left join appraisal_assignment a on a.evaluation_id = n.evaluation_id and a.person_id = n.person_id) ${alias}`,
  orderBy: row => sql`${row}.person_id`,
});
