import { historyOf } from '../../../platform/audit/object-history.view.js';
import { sql, type Sql } from '../../../platform/database/sql.js';
import { idOf } from '../../../platform/graphql/node.js';
import { computed, one, part, throughTable, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView, type Expression } from '../../../platform/views/view.js';
import { visibleByUnitOrSelf, visibleToAll, type OwnershipPaths } from '../../../platform/views/visibility.js';
import { containsText } from '../../../platform/words/words.filter.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { councilSessionView } from '../../councils/council-session.view.js';
import { councilView } from '../../councils/council.view.js';
import { criteriaSetVersionView } from '../../criteria/criteria-set.view.js';
import { unitView } from '../../units/unit.view.js';
import { isClosed, needsDecision } from '../evaluation-sql.js';
import type { AppraisalProgress, AppraisalRound, AppraisalRoundFilter, AppraisalRoundOrder } from './appraisal-round.graphql.js';

/** Who sees a round: who sees the unit that runs it, the units with an entry, and who scores one. */
const ownedBy: OwnershipPaths = (row, matches, driving) => [
  sql`${row}.unit_id ${matches}`,
  throughTable(row, { column: sql`e.round_id`, rows: sql`evaluation e`, where: sql`e.unit_id ${matches}` }, driving),
  throughTable(
    row,
    {
      column: sql`e.round_id`,
      rows: sql`appraisal_assignment a join evaluation e on e.id = a.evaluation_id`,
      where: sql`a.person_id ${matches}`,
    },
    driving,
  ),
];

const state: Expression = (row, day) => sql`case when ${isClosed(row, day)} then 'CLOSED' else 'OPEN' end`;

export const appraisalRoundView: AnyView = view<AppraisalRound, AppraisalRoundFilter, AppraisalRoundOrder>()('AppraisalRound', {
  scope: visibleByUnitOrSelf('registry.read', ownedBy),
  byId: (alias, id) => sql`(select * from appraisal_round r where r.id = ${id}) ${alias}`,
  named: 'name',
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('AppraisalRound', id)),
    name: value('name'),
    state: value(state),
    illustrative: value('illustrative'),
    blind: value('blind'),
    unit: one(() => unitView, 'unit_id'),
    version: one(() => criteriaSetVersionView, 'criteria_version_id'),
    council: one(() => councilView, 'council_id'),
    graded: value('graded'),
    year: value('year'),
    level: value('level'),
    aggregation: value('aggregation'),
    missing: value('missing'),
    abstained: value('abstained'),
    feedback: value('feedback'),
    openedOn: value('opened_on'),
    closesOn: value('closes_on'),
    complaintDays: value('complaint_days'),
    closedOn: value((row, day) => sql`case when ${isClosed(row, day)} then ${row}.closed_on end`),
    session: one(
      () => councilSessionView,
      (row, day) => sql`case when ${isClosed(row, day)} then ${row}.session_id end`,
    ),
    reopenReason: value('reopen_reason'),
    progress: part(() => appraisalProgressView),
    revision: value('version'),
    history: historyOf('AppraisalRound'),
  },
  resolverColumns: { id: 'id' },
  list: {
    rows: (alias, day) => sql`(select * from appraisal_round r where r.opened_on <= ${day}) ${alias}`,
    filter: {
      text: containsText(row => sql`fold(${row}.name)`),
      unitId: (row, _day, bind) => sql`${row}.unit_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'unitId'))}::uuid`,
      state: (row, day, bind) => sql`${state(row, day)} = ${bind()}`,
      year: (row, _day, bind) => sql`${row}.year = ${bind()}::int`,
      illustrative: (row, _day, bind) => sql`${row}.illustrative = ${bind()}::boolean`,
    },
    order: {
      OPENED_ON_DESC: { by: 'opened_on', type: 'date', descending: true },
      OPENED_ON: { by: 'opened_on', type: 'date' },
      NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' },
    },
  },
});

const entries = (where: (entry: Sql, day: Sql) => Sql) =>
  value((row, day) => sql`(select count(*)::int from evaluation e where e.round_id = ${row}.id and ${where(sql`e`, day)})`);
const sheets = (where: Sql) =>
  value(
    row => sql`(select count(*)::int from appraisal_assignment a join evaluation e on e.id = a.evaluation_id
      left join score_sheet s on s.evaluation_id = a.evaluation_id and s.scorer_id = a.person_id
      where e.round_id = ${row}.id and e.left_on is null and ${where})`,
  );

export const appraisalProgressView: AnyView = view<AppraisalProgress>()('AppraisalProgress', {
  scope: visibleToAll('a part of its round'),
  fields: {
    entries: entries(e => sql`${e}.left_on is null`),
    left: entries(e => sql`${e}.left_on is not null`),
    selfAssessed: entries(
      e =>
        sql`${e}.left_on is null and exists (select from score_sheet s where s.evaluation_id = ${e}.id and s.scorer_id is null and s.state = 'SUBMITTED')`,
    ),
    assigned: sheets(sql`true`),
    submitted: sheets(sql`s.state = 'SUBMITTED'`),
    abstained: sheets(sql`s.state = 'ABSTAINED'`),
    undecided: entries(needsDecision),
  },
});
