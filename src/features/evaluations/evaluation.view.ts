import { historyOf } from '../../platform/audit/object-history.view.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import { computed, lateralOne, many, one, page, seenAs, throughTable, value } from '../../platform/views/view-fields.js';
import { view, type AnyView, type Expression, type ViewField } from '../../platform/views/view.js';
import { visibleByUnitOrSelf, type OwnershipPaths } from '../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { carriedBy, modelView } from '../models/model.view.js';
import { ofModels, registrationView } from '../models/registration/registration.view.js';
import { unitView } from '../units/unit.view.js';
import { entryFieldView, evaluationExplanationView, feedbackLineView, statedAnswerView } from './evaluation-parts.view.js';
import type { EvaluationFilter, EvaluationOrder } from './evaluation.filter.js';
import type { Evaluation } from './evaluation.graphql.js';
import {
  FORM_NAMES,
  gradeName,
  gradeOn,
  isClosed,
  needsDecision,
  recognisedModels,
  submittedContent,
  wordsOfVersion,
} from './evaluation-sql.js';
import { evaluationFilters } from './evaluation-filters-sql.js';
import { complaintsOfEvaluation } from './complaints/appraisal-complaint.view.js';
import { evidenceOfEvaluation } from './evidence/appraisal-evidence.view.js';
import { judgesOf } from './judges/appraisal-judge.view.js';
import { entryWithheld, subjectWithheld } from './judges/blind-sql.js';
import { appraisalRoundView } from './rounds/appraisal-round.view.js';
import { scoreSheetView, selfAssessmentView } from './sheets/score-sheet.view.js';
import { shownActor } from '../../platform/audit/shown-actor-sql.js';

/** The evaluations that a person scores. */
const scoredBy: OwnershipPaths = (row, matches, driving) => [
  throughTable(row, { column: sql`a.evaluation_id`, rows: sql`appraisal_assignment a`, where: sql`a.person_id ${matches}` }, driving),
];

/** Who sees an evaluation: who sees the unit that runs the round, the units of the entry, and who scores it. */
const ownedBy: OwnershipPaths = (row, matches, driving) => [
  sql`${row}.host_id ${matches}`,
  sql`${row}.unit_id ${matches}`,
  ...ofModels(carriedBy)(row, matches, driving),
  ...scoredBy(row, matches, driving),
];

/** The models that a person scores: the assignment gives sight of them outside their units. */
export const modelsScored: OwnershipPaths = (row, matches, driving) => [
  throughTable(
    row,
    {
      column: sql`e.model_id`,
      rows: sql`appraisal_assignment a join evaluation e on e.id = a.evaluation_id`,
      where: sql`a.person_id ${matches}`,
    },
    driving,
  ),
];

const onceClosed =
  (of: Expression): Expression =>
  (row, day) =>
    sql`case when ${isClosed(row, day)} then ${of(row, day)} end`;
const onceDecided =
  (column: Sql): Expression =>
  (row, day) =>
    sql`case when ${row}.decided_on <= ${day} then ${row}.${column} end`;
const onceLeft =
  (column: Sql): Expression =>
  (row, day) =>
    sql`case when ${row}.left_on <= ${day} then ${row}.${column} end`;

const points =
  (column: Sql): Expression =>
  row =>
    sql`trim_scale(${row}.${column})`;

/** An entry as those see it who may know what it is about. */
export const subjectView: AnyView = {
  name: 'EvaluationSubject',
  scope: visibleByUnitOrSelf('registry.read', ownedBy, subjectWithheld),
  byId: (alias, id) => sql`(select * from evaluation e where e.id = ${id}) ${alias}`,
  fields: {},
  list: undefined,
  merges: false,
  resolverColumns: {},
};
const ofSubject = (field: ViewField): ViewField => seenAs(() => subjectView, field);

export const evaluationView: AnyView = view<Evaluation, EvaluationFilter, EvaluationOrder>()('Evaluation', {
  scope: visibleByUnitOrSelf('registry.read', ownedBy, entryWithheld),
  byId: (alias, id) => sql`(select * from evaluation e where e.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Evaluation', id)),
    round: one(() => appraisalRoundView, 'round_id'),
    number: value('number'),
    unit: ofSubject(one(() => unitView, 'unit_id')),
    model: ofSubject(one(() => modelView, 'model_id')),
    registration: ofSubject(one(() => registrationView, 'registration_id')),
    fields: many(() => entryFieldView, {
      rows: (alias, evaluation) => sql`(select upper(item.name) as name, item.number, said.content ->> item.name as text
          from evaluation e cross join lateral ${submittedContent(sql`e.registration_id`)} said
          cross join unnest(${FORM_NAMES}) with ordinality item (name, number)
         where e.id = ${evaluation} and said.content ->> item.name <> '') ${alias}`,
      orderBy: row => sql`${row}.number`,
    }),
    year: value(row => sql`(select r.year from appraisal_round r where r.id = ${row}.round_id)`),
    block: ofSubject(computed<[string | null]>(['block'], block => block ?? '')),
    illustrative: value('illustrative'),
    leftOn: value(onceLeft(sql`left_on`)),
    leftReason: ofSubject(value(onceLeft(sql`left_reason`))),
    bonus: value(points(sql`bonus`)),
    penalty: value(points(sql`penalty`)),
    factsBasis: ofSubject(value('facts_basis')),
    recognisedModels: ofSubject(value(recognisedModels)),
    answers: many(() => statedAnswerView, {
      rows: (alias, evaluation) =>
        sql`(select a.key as code, a.value::boolean as holds from evaluation e cross join lateral jsonb_each_text(e.answers) a where e.id = ${evaluation}) ${alias}`,
      orderBy: row => sql`${row}.code collate "C"`,
    }),
    self: value(points(sql`self_total`)),
    final: value(onceClosed(points(sql`total`))),
    grade: value((row, day) => gradeName(row, gradeOn(row, day))),
    gradeCode: value(gradeOn),
    rank: value(onceClosed(row => sql`${row}.rank`)),
    tied: value((row, day) => sql`(${isClosed(row, day)} and ${row}.tied)`),
    needsDecision: value(needsDecision),
    decidedBy: value((row, day) => shownActor(onceDecided(sql`decided_by`)(row, day))),
    decidedReason: value(onceDecided(sql`decided_reason`)),
    explanation: lateralOne(
      () => evaluationExplanationView,
      (alias, row, day) =>
        sql`(select e.*, ${wordsOfVersion(sql`e`)} as said from evaluation e where e.id = ${row}.id and e.derivation is not null and ${isClosed(sql`e`, day)}) ${alias}`,
    ),
    selfAssessment: lateralOne(
      () => selfAssessmentView,
      (alias, row) =>
        sql`(select s.*, ${row}.unit_id from score_sheet s where s.evaluation_id = ${row}.id and s.scorer_id is null) ${alias}`,
    ),
    sheets: many(() => scoreSheetView, {
      rows: (alias, evaluation) =>
        sql`(select * from score_sheet s where s.evaluation_id = ${evaluation} and s.scorer_id is not null) ${alias}`,
      orderBy: row => sql`${row}.scorer_id`,
    }),
    evidence: evidenceOfEvaluation,
    complaints: complaintsOfEvaluation,
    judges: judgesOf,
    feedback: many(() => feedbackLineView, {
      rows: (alias, evaluation, day) => sql`(select c.code, c.text, c.place,
          case when 'CRITERIA' = any(r.feedback) then (select x.scored ->> 'aggregate' from jsonb_array_elements(e.derivation -> 'criteria') x (scored) where x.scored ->> 'code' = c.code) end as points,
          case when 'WORDS' = any(r.feedback) then array(select s.words ->> c.code from score_sheet s
            where s.evaluation_id = e.id and s.scorer_id is not null and s.state = 'SUBMITTED' and s.words ->> c.code is not null order by s.words ->> c.code) else '{}' end as words
        from evaluation e join appraisal_round r on r.id = e.round_id join criterion c on c.version_id = r.criteria_version_id
        where e.id = ${evaluation} and r.feedback <> '{}' and ${isClosed(sql`e`, day)}
          and exists (select from jsonb_array_elements((e.derivation -> 'criteria') || (e.derivation -> 'items')) x (scored) where x.scored ->> 'code' = c.code)) ${alias}`,
      orderBy: row => sql`${row}.place`,
    }),
    version: value('version'),
    history: ofSubject(historyOf('Evaluation')),
  },
  list: {
    rows: (alias, day) => sql`(select * from evaluation e where e.opened_on <= ${day}) ${alias}`,
    filter: evaluationFilters(subjectView),
    order: {
      NUMBER: { by: 'number', type: 'integer' },
      RANK: { by: 'rank', type: 'integer', nullable: true },
    },
  },
});

/** The fields `entries` and `ranking` of rounds. */
export const entriesOfRound = page(
  () => evaluationView,
  (row, round) => sql`${row}.round_id = ${round}`,
);
export const rankingOfRound = page(
  () => evaluationView,
  (row, round, day) => sql`${row}.round_id = ${round} and ${row}.rank is not null and ${isClosed(row, day)}`,
);

/** The field `evaluations` of units: those of the unit itself, and of its models. */
export const evaluationsOfUnit = page(
  () => evaluationView,
  (row, unit) => sql`${row}.unit_id = ${unit}`,
  'id',
  () => subjectView,
);

/** The fields `evaluations` and `latestEvaluation` of models. */
export const evaluationsOfModel = many(() => evaluationView, {
  rows: (alias, model, day) => sql`(select * from evaluation e where e.model_id = ${model} and e.opened_on <= ${day}) ${alias}`,
  orderBy: row => sql`${row}.opened_on, ${row}.id`,
  as: () => subjectView,
});
export const latestEvaluationOfModel = lateralOne(
  () => evaluationView,
  (alias, row, day) =>
    sql`(select e.* from evaluation e where e.model_id = ${row}.id and e.left_on is null and ${isClosed(sql`e`, day)} order by e.closed_on desc, e.id desc limit 1) ${alias}`,
);
