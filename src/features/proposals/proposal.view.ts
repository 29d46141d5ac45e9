import { historyOf } from '../../platform/audit/object-history.view.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import { fileView } from '../../platform/files/file.view.js';
import { idOf } from '../../platform/graphql/node.js';
import { computed, lateralOne, many, one, part, value } from '../../platform/views/view-fields.js';
import { view, type AnyView, type ViewField } from '../../platform/views/view.js';
import { visibleByUnitOrSelf, visibleToAll } from '../../platform/views/visibility.js';
import type { LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { commendationView } from '../commendations/commendation.view.js';
import type { CommendationForm } from '../commendations/forms/forms.js';
import { decisionView } from '../decisions/decision.view.js';
import { evaluationView } from '../evaluations/evaluation.view.js';
import { appraisalRoundView } from '../evaluations/rounds/appraisal-round.view.js';
import { modelView } from '../models/model.view.js';
import { personView } from '../people/person.view.js';
import { unitView } from '../units/unit.view.js';
import { holdView } from './holds/hold.view.js';
import { standingHoldOf } from './holds/hold-sql.js';
import type { Proposal, ProposalFilter, ProposalOrder } from './proposal.graphql.js';
import type { Clearance, MetCondition, Objection, ProposalFile, ProposedItem, StandardExplanation } from './proposal-parts.graphql.js';
import { explained, type Explained } from './standards/standards.js';

const globalId = (type: string): ViewField => computed<[Id]>(['id'], id => toGlobalId(type, id));
const partsIn = (table: Sql, shown: () => AnyView): ViewField =>
  many(shown, {
    rows: (alias, proposal) => sql`(select * from ${table} x where x.proposal_id = ${proposal}) ${alias}`,
    orderBy: row => sql`${row}.id`,
  });

/** The staff and leaders of the body that proposes and, once it is sent, of the body that decides; and the members of the council whose results it proposes. */
export const proposalView: AnyView = view<Proposal, ProposalFilter, ProposalOrder>()('Proposal', {
  scope: visibleByUnitOrSelf('proposal.read', (row, matches) => [
    sql`${row}.proposer_id ${matches}`,
    sql`${row}.issuer_id ${matches}`,
    sql`${row}.council_id in (select m.council_id from council_member m where m.person_id ${matches} and m.validity @> (now() at time zone 'Asia/Ho_Chi_Minh')::date)`,
  ]),
  byId: (alias, id) => sql`(select * from proposal p where p.id = ${id}) ${alias}`,
  named: 'title',
  fields: {
    id: globalId('Proposal'),
    title: value('title'),
    state: value('state'),
    proposer: one(() => unitView, 'proposer_id', 'drafted_on'),
    issuer: one(() => unitView, 'issuer_id', 'sent_on'),
    round: one(() => appraisalRoundView, 'round_id'),
    draftedOn: value('drafted_on'),
    sentOn: value('sent_on'),
    receivedOn: value('received_on'),
    returnedOn: value('returned_on'),
    returnReason: value('return_reason'),
    commentFrom: value('comment_from'),
    commentTo: value('comment_to'),
    items: many(() => proposedItemView, {
      rows: (alias, proposal) =>
        sql`(select i.*, p.drafted_on from proposal_item i join proposal p on p.id = i.proposal_id where i.proposal_id = ${proposal}) ${alias}`,
      orderBy: row => sql`${row}.number`,
    }),
    dossier: many(() => proposalFileView, {
      rows: (alias, proposal) => sql`(select d.*, d.file_id as id from proposal_file d where d.proposal_id = ${proposal}) ${alias}`,
      orderBy: row => sql`${row}.file_id`,
    }),
    missingParts: value(
      row => sql`array(select u.part from unnest(array['REQUEST', 'MINUTES', 'ACHIEVEMENT_REPORT']) with ordinality u (part, place)
        where not exists (select from proposal_file d where d.proposal_id = ${row}.id and d.part = u.part) order by u.place)`,
    ),
    clearances: partsIn(sql`proposal_clearance`, () => clearanceView),
    objections: partsIn(sql`proposal_objection`, () => objectionView),
    contentHash: value('content_hash'),
    decision: one(() => decisionView, 'decision_id'),
    despiteReason: value('despite_reason'),
    version: value('version'),
    history: historyOf('Proposal'),
  },
  list: {
    rows: (alias, day) => sql`(select * from proposal p where p.drafted_on <= ${day}) ${alias}`,
    filter: {
      state: (row, _day, bind) => sql`${row}.state = any(${bind()})`,
      proposerId: (row, _day, bind) => sql`${row}.proposer_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'proposerId'))}::uuid`,
      issuerId: (row, _day, bind) => sql`${row}.issuer_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'issuerId'))}::uuid`,
      roundId: (row, _day, bind) => sql`${row}.round_id = ${bind((id: string) => idOf('AppraisalRound', id, 'filter', 'roundId'))}::uuid`,
    },
    order: {
      DRAFTED_ON_DESC: { by: 'drafted_on', type: 'date', descending: true },
      DRAFTED_ON: { by: 'drafted_on', type: 'date' },
    },
  },
});

const WITHIN = visibleToAll('shown within its proposal, whose scope applies');

const proposedItemView: AnyView = view<ProposedItem>()('ProposedItem', {
  scope: WITHIN,
  fields: {
    number: value('number'),
    form: value('form'),
    kind: value('kind'),
    name: value('name'),
    post: value('post'),
    unitName: value('unit_name'),
    count: value('count'),
    reason: value('reason'),
    periodFrom: value('period_from'),
    periodTo: value('period_to'),
    met: many(() => metConditionView, {
      rows: (alias, item) =>
        sql`(select m.key as id, m.value as basis from proposal_item i cross join jsonb_each_text(i.met) m where i.id = ${item}) ${alias}`,
      orderBy: row => sql`${row}.id`,
    }),
    model: one(() => modelView, 'model_id'),
    person: one(() => personView, 'person_id'),
    unit: one(() => unitView, 'unit_id'),
    evaluation: one(() => evaluationView, 'evaluation_id'),
    standard: part(() => standardExplanationView),
    earlier: many(() => commendationView, {
      parent: 'model_id',
      rows: (alias, model) => sql`(select * from commendation c where c.model_id = ${model} and c.revoked_on is null) ${alias}`,
      orderBy: row => sql`${row}.id`,
    }),
    hold: lateralOne(() => holdView, standingHoldOf),
    commendation: one(() => commendationView, 'commendation_id'),
    leftOutReason: value('left_out_reason'),
  },
});

const metConditionView: AnyView = view<MetCondition>()('MetCondition', {
  scope: WITHIN,
  fields: { code: value('id'), basis: value('basis') },
});

const standard = (read: (found: Explained) => unknown): ViewField =>
  computed<[CommendationForm, Readonly<Record<string, string>>, LocalDate]>(['form', 'met', 'drafted_on'], (form, met, day) =>
    read(explained(form, met, day)),
  );

const standardExplanationView: AnyView = view<StandardExplanation>()('StandardExplanation', {
  scope: WITHIN,
  fields: {
    met: standard(({ met }) => met),
    of: standard(found => found.of),
    missing: standard(({ missing }) => missing),
    near: standard(({ near }) => near),
    text: standard(({ text }) => text),
  },
});

const proposalFileView: AnyView = view<ProposalFile>()('ProposalFile', {
  scope: WITHIN,
  fields: { part: value('part'), file: one(() => fileView, 'file_id') },
});

const clearanceView: AnyView = view<Clearance>()('Clearance', {
  scope: WITHIN,
  fields: {
    id: globalId('Clearance'),
    agency: value('agency'),
    askedOn: value('asked_on'),
    answeredOn: value('answered_on'),
    result: value('result'),
    words: value('words'),
  },
});

const objectionView: AnyView = view<Objection>()('Objection', {
  scope: WITHIN,
  fields: {
    id: globalId('Objection'),
    receivedOn: value('received_on'),
    words: value('words'),
    answeredOn: value('answered_on'),
    answer: value('answer'),
  },
});

/** What is shown of a proposal besides itself. */
export const proposalParts: readonly AnyView[] = [
  proposedItemView,
  metConditionView,
  standardExplanationView,
  proposalFileView,
  clearanceView,
  objectionView,
];
