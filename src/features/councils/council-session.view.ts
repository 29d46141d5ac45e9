import { historyOf } from '../../platform/audit/object-history.view.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import { computed, many, one, page, part, value } from '../../platform/views/view-fields.js';
import { view, type AnyView, type ViewField } from '../../platform/views/view.js';
import { visibleByUnit, visibleToAll } from '../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type {
  CouncilAttendance,
  CouncilOpinion,
  CouncilQuestion,
  CouncilQuorum,
  CouncilSession,
  CouncilSessionFilter,
  CouncilSessionOrder,
} from './council-session.graphql.js';
import { factsOfSession } from './council-session-sql.js';
import type { SessionFacts } from './council-session.store.js';
import { councilMemberView, councilRuleView, councilView } from './council.view.js';
import { majorityOf, majorityText, quorumOf, quorumText, type QuestionVotes, type SessionRule } from './quorum.js';

const byMember = (row: Sql): Sql => sql`${row}.member_id`;
const member = one(() => councilMemberView, 'member_id');

export const councilSessionView: AnyView = view<CouncilSession, CouncilSessionFilter, CouncilSessionOrder>()('CouncilSession', {
  scope: visibleByUnit('registry.read', (row, matches) => [sql`${row}.unit_id ${matches}`]),
  byId: (alias, id) => sql`(select * from council_session s where s.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('CouncilSession', id)),
    council: one(() => councilView, 'council_id', 'held_on'),
    kind: value('kind'),
    heldOn: value('held_on'),
    subject: value('subject'),
    rule: one(() => councilRuleView, 'rule_id'),
    chair: one(() => councilMemberView, 'chair_id'),
    secretary: one(() => councilMemberView, 'secretary_id'),
    minutesNumber: value('minutes_number'),
    minutesDate: value('minutes_date'),
    minutesText: value('minutes_text'),
    attendance: many(() => councilAttendanceView, {
      rows: (alias, session) => sql`(select * from council_attendance a where a.session_id = ${session}) ${alias}`,
      orderBy: byMember,
    }),
    quorum: part(() => councilQuorumView),
    questions: many(() => councilQuestionView, {
      rows: (alias, session) => sql`(select * from council_question q where q.session_id = ${session}) ${alias}`,
      orderBy: row => sql`${row}.id`,
    }),
    version: value('version'),
    history: historyOf('CouncilSession'),
  },
  list: {
    rows: (alias, day) => sql`(select * from council_session s where s.held_on <= ${day}) ${alias}`,
    filter: {
      kind: (row, _day, bind) => sql`${row}.kind = any(${bind()})`,
      from: (row, _day, bind) => sql`${row}.held_on >= ${bind()}::date`,
      to: (row, _day, bind) => sql`${row}.held_on <= ${bind()}::date`,
    },
    order: {
      HELD_ON_DESC: { by: 'held_on', type: 'date', descending: true },
      HELD_ON: { by: 'held_on', type: 'date' },
    },
  },
});

const ofFacts = (read: (facts: SessionFacts) => unknown): ViewField =>
  computed<[SessionFacts]>([row => factsOfSession(sql`${row}.id`)], read);

const councilQuorumView: AnyView = view<CouncilQuorum>()('CouncilQuorum', {
  scope: visibleToAll('a part of its session'),
  fields: {
    met: ofFacts(facts => facts.rule && quorumOf(facts.rule, facts).met),
    inTerm: ofFacts(({ inTerm }) => inTerm),
    present: ofFacts(({ present }) => present),
    written: ofFacts(({ written }) => written),
    needed: ofFacts(facts => facts.rule && quorumOf(facts.rule, facts).needed),
    explanation: ofFacts(facts => quorumText(facts.rule, facts, facts.heldOn)),
  },
});

const councilAttendanceView: AnyView = view<CouncilAttendance>()('CouncilAttendance', {
  scope: visibleToAll('shown within its session, whose scope applies'),
  fields: { member, presence: value('presence') },
});

const votesOf = (row: Sql): Sql => sql`json_build_object(
  'inFavour', ${row}.in_favour, 'against', ${row}.against, 'abstained', ${row}.abstained, 'writtenInFavour', ${row}.written_in_favour,
  'writtenAgainst', ${row}.written_against, 'writtenAbstained', ${row}.written_abstained)`;

const ofQuestion = (read: (rule: SessionRule, facts: SessionFacts, votes: QuestionVotes) => unknown): ViewField =>
  computed<[SessionFacts, QuestionVotes]>(
    [row => factsOfSession(sql`${row}.session_id`), votesOf],
    (facts, votes) => facts.rule && read(facts.rule, facts, votes),
  );

const councilQuestionView: AnyView = view<CouncilQuestion>()('CouncilQuestion', {
  scope: visibleToAll('shown within its session, whose scope applies'),
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('CouncilQuestion', id)),
    text: value('text'),
    inFavour: value('in_favour'),
    against: value('against'),
    abstained: value('abstained'),
    writtenInFavour: value('written_in_favour'),
    writtenAgainst: value('written_against'),
    writtenAbstained: value('written_abstained'),
    adopted: ofQuestion((rule, facts, votes) => quorumOf(rule, facts).met && majorityOf(rule, facts, votes).met),
    explanation: ofQuestion(majorityText),
    opinions: many(() => councilOpinionView, {
      rows: (alias, question) => sql`(select * from council_opinion o where o.question_id = ${question}) ${alias}`,
      orderBy: byMember,
    }),
  },
});

const councilOpinionView: AnyView = view<CouncilOpinion>()('CouncilOpinion', {
  scope: visibleToAll('shown within its session, whose scope applies'),
  fields: { member, choice: value('choice'), words: value('words') },
});

/** Views of what is only shown within a session. */
export const councilSessionParts: readonly AnyView[] = [councilQuorumView, councilAttendanceView, councilQuestionView, councilOpinionView];

/** The field `sessions` of councils. */
export const sessionsOfCouncil = page(
  () => councilSessionView,
  (row, council) => sql`${row}.council_id = ${council}`,
);
