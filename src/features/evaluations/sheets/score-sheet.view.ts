import { sql } from '../../../platform/database/sql.js';
import { computed, many, one, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleByUnitOrSelf, visibleToAll } from '../../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { personView } from '../../people/person.view.js';
import { selfAssessmentWithheld } from '../judges/blind-sql.js';
import type { ScoreSheet, SelfAssessment, SheetRevision, SheetScore } from './score-sheet.graphql.js';
import { actorIn } from '../../../platform/audit/shown-actor-sql.js';

/** What a sheet says, criterion by criterion in the order of the version. */
const scores = many(() => sheetScoreView, {
  rows: (
    alias,
    sheet,
  ) => sql`(select n.code, n.place, s.points ->> n.code as points, s.marks ->> n.code as mark, s.levels ->> n.code as level, s.words ->> n.code as words
      from score_sheet s join evaluation e on e.id = s.evaluation_id join appraisal_round r on r.id = e.round_id
      join criterion n on n.version_id = r.criteria_version_id
     where s.id = ${sheet} and (s.points || s.marks || s.levels || s.words) ->> n.code is not null) ${alias}`,
  orderBy: row => sql`${row}.place`,
});

const total = value(row => sql`trim_scale(${row}.total)`);

/** The sheets of colleagues are seen by the board and leaders of the unit that runs the round, and by nobody else. */
export const scoreSheetView: AnyView = view<ScoreSheet>()('ScoreSheet', {
  scope: visibleByUnitOrSelf('appraisal.readSheets', (row, matches) => [sql`${row}.host_id ${matches}`, sql`${row}.scorer_id ${matches}`]),
  byId: (alias, id) => sql`(select * from score_sheet s where s.id = ${id} and s.scorer_id is not null) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('ScoreSheet', id)),
    scorer: one(() => personView, 'scorer_id'),
    state: value('state'),
    scores,
    total,
    remark: value('remark'),
    paper: value('paper'),
    enteredBy: value(actorIn('entered_by')),
    submittedOn: value('submitted_on'),
    revisions: many(() => sheetRevisionView, {
      rows: (alias, sheet) => sql`(select * from score_sheet_revision v where v.sheet_id = ${sheet}) ${alias}`,
      orderBy: row => sql`${row}.number desc`,
    }),
    version: value('version'),
  },
});

/** A draft is seen by the unit; what it submitted, by the unit that runs the round and by who scores it. */
export const selfAssessmentView: AnyView = view<SelfAssessment>()('SelfAssessment', {
  scope: visibleByUnitOrSelf(
    'registry.read',
    (row, matches) => [
      sql`${row}.unit_id ${matches}`,
      sql`(${row}.state = 'SUBMITTED' and ${row}.host_id ${matches})`,
      sql`(${row}.state = 'SUBMITTED' and exists (select from appraisal_assignment a where a.evaluation_id = ${row}.evaluation_id and a.person_id ${matches}))`,
    ],
    selfAssessmentWithheld,
  ),
  fields: {
    state: value('state'),
    scores,
    total,
    remark: value('remark'),
    enteredBy: value(actorIn('entered_by')),
    submittedOn: value('submitted_on'),
    version: value('version'),
  },
});

export const sheetScoreView: AnyView = view<SheetScore>()('SheetScore', {
  scope: visibleToAll('shown within its sheet, whose scope applies'),
  fields: { code: value('code'), points: value('points'), mark: value('mark'), level: value('level'), words: value('words') },
});

export const sheetRevisionView: AnyView = view<SheetRevision>()('SheetRevision', {
  scope: visibleToAll('shown within its sheet, whose scope applies'),
  fields: {
    number: value('number'),
    state: value('state'),
    at: value('at'),
    by: value(actorIn('actor_name')),
    content: value(row => sql`${row}.content::text`),
  },
});
