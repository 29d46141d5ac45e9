import { sql } from '../../../platform/database/sql.js';
import { computed, many, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleByUnitOrSelf } from '../../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { selfAssessmentWithheld } from '../judges/blind-sql.js';
import type { AppraisalComplaint } from './appraisal-complaint.graphql.js';
import { actorIn } from '../../../platform/audit/shown-actor-sql.js';

/** Seen by the unit that complains and by the unit that runs the round; not by who scores the entry blind after it was opened again. */
export const appraisalComplaintView: AnyView = view<AppraisalComplaint>()('AppraisalComplaint', {
  scope: visibleByUnitOrSelf(
    'registry.read',
    (row, matches) => [sql`${row}.unit_id ${matches}`, sql`${row}.host_id ${matches}`],
    selfAssessmentWithheld,
  ),
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('AppraisalComplaint', id)),
    receivedOn: value('received_on'),
    words: value('words'),
    state: value((row, day) => sql`case when ${row}.answered_on <= ${day} then ${row}.state else 'RECEIVED' end`),
    answeredOn: value((row, day) => sql`case when ${row}.answered_on <= ${day} then ${row}.answered_on end`),
    answer: value((row, day) => sql`case when ${row}.answered_on <= ${day} then ${row}.answer end`),
    enteredBy: value(actorIn('entered_by')),
  },
});

/** The field `complaints` of evaluations. */
export const complaintsOfEvaluation = many(() => appraisalComplaintView, {
  rows: (alias, evaluation, day) =>
    sql`(select * from appraisal_complaint c where c.evaluation_id = ${evaluation} and c.received_on <= ${day}) ${alias}`,
  orderBy: row => sql`${row}.received_on, ${row}.id`,
});
