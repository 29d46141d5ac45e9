import { sql } from '../../../platform/database/sql.js';
import { fileView } from '../../../platform/files/file.view.js';
import { many, one, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleByUnitOrSelf } from '../../../platform/views/visibility.js';
import { selfAssessmentWithheld } from '../judges/blind-sql.js';
import type { AppraisalEvidence } from './appraisal-evidence.graphql.js';

/** Evidence with the unit of the entry, the unit that runs the round, and whether the self-assessment was submitted. */
const ROWS = sql`(select v.*, v.file_id as id, e.unit_id, e.host_id, exists (select from score_sheet s where s.evaluation_id = e.id and s.scorer_id is null
    and s.state = 'SUBMITTED') as submitted from appraisal_evidence v join evaluation e on e.id = v.evaluation_id)`;

/** Seen as the self-assessment is: by the unit, and once that is submitted by the unit that runs the round and by who scores it, unless blind. */
export const appraisalEvidenceView: AnyView = view<AppraisalEvidence>()('AppraisalEvidence', {
  scope: visibleByUnitOrSelf(
    'registry.read',
    (row, matches) => [
      sql`${row}.unit_id ${matches}`,
      sql`(${row}.submitted and ${row}.host_id ${matches})`,
      sql`(${row}.submitted and exists (select from appraisal_assignment a where a.evaluation_id = ${row}.evaluation_id and a.person_id ${matches}))`,
    ],
    selfAssessmentWithheld,
  ),
  byId: (alias, id) => sql`(select * from ${ROWS} evidence where evidence.file_id = ${id}) ${alias}`,
  fields: {
    code: value('code'),
    attachedAt: value('attached_at'),
    file: one(() => fileView, 'file_id'),
  },
});

/** The field `evidence` of evaluations. */
export const evidenceOfEvaluation = many(() => appraisalEvidenceView, {
  rows: (alias, evaluation) => sql`(select * from ${ROWS} evidence where evidence.evaluation_id = ${evaluation}) ${alias}`,
  orderBy: row => sql`${row}.code collate vi_natural, ${row}.attached_at, ${row}.file_id`,
});
