import { historyOf } from '../../platform/audit/object-history.view.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import { computed, computedNaming, lateralOne, many, one, page, part, value } from '../../platform/views/view-fields.js';
import { view, type AnyView } from '../../platform/views/view.js';
import { visibleByUnit, visibleToAll, type OwnershipPaths } from '../../platform/views/visibility.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { decisionView } from '../decisions/decision.view.js';
import { evaluationView } from '../evaluations/evaluation.view.js';
import { carriedBy, modelView } from '../models/model.view.js';
import { ofModels } from '../models/registration/registration.view.js';
import { personView } from '../people/person.view.js';
import { reachOf } from '../units/unit-reach-sql.js';
import { unitView } from '../units/unit.view.js';
import type {
  CommendationLaw,
  CommendationMoney,
  CommendationRecipient,
  CommendationRevocation,
  CommendationTotal,
} from './commendation-parts.graphql.js';
import type { CommendationFilter, CommendationOrder } from './commendation.filter.js';
import type { Commendation } from './commendation.graphql.js';
import { lawInWords, type LawInWords } from './forms/law-words.js';
import type { MoneyBasis } from './money/award-money.js';
import { commendationFilters, isDue, isRevoked } from './commendation-filters-sql.js';
import { formulaOf } from './money/money-words.js';
import { actorIn, shownActor } from '../../platform/audit/shown-actor-sql.js';

/** Who sees a commendation: who sees its issuer, the unit of its recipient, its model, or a unit where its person is or was. */
const ownedBy: OwnershipPaths = (row, matches, driving) => [
  sql`${row}.issuer_id ${matches}`,
  sql`${row}.unit_id ${matches}`,
  ...ofModels(carriedBy)(row, matches, driving),
  sql`${row}.person_id in (select p.id from person p where p.unit_id ${matches})`,
  sql`${row}.person_id in (select o.person_id from person_post o where o.unit_id ${matches})`,
];

const dayOfCommendation = (row: Sql): Sql => sql`${row}.listed_on`;

const listed = (alias: Sql, condition: Sql): Sql =>
  sql`(select c.*, c.listed_on as day, public.fold(c.name) as folded from commendation c where ${condition}) ${alias}`;

const lastDay = (column: Sql) =>
  computed<[LocalDate | null]>([row => sql`upper(${row}.${column})`], upper => (upper === null ? null : addDays(upper, -1)));

export const commendationView: AnyView = view<Commendation, CommendationFilter, CommendationOrder>()('Commendation', {
  scope: visibleByUnit('registry.read', ownedBy),
  byId: (alias, id) => listed(alias, sql`c.id = ${id}`),
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Commendation', id)),
    form: value('form'),
    level: value('level'),
    recipient: part(() => commendationRecipientView),
    count: value('count'),
    statedCount: value('stated_count'),
    partOf: one(() => commendationView, 'part_of_id'),
    names: many(() => commendationView, {
      rows: (alias, list) => listed(alias, sql`c.part_of_id = ${list}`),
      orderBy: row => sql`${row}.id`,
    }),
    decision: one(() => decisionView, 'decision_id'),
    issuer: one(() => unitView, 'issuer_id', dayOfCommendation),
    authority: value('issuer_class'),
    fromPaper: value('from_paper'),
    source: value('source'),
    presentedOn: value('presented_on'),
    on: value('on_day'),
    reason: value('reason'),
    periodFrom: value(row => sql`lower(${row}.period)`),
    periodTo: lastDay(sql`period`),
    model: one(() => modelView, 'model_id'),
    evaluation: one(() => evaluationView, 'evaluation_id'),
    person: one(() => personView, 'person_id'),
    unit: one(() => unitView, 'unit_id'),
    receivedOn: value('received_on'),
    law: lateralOne(
      () => commendationLawView,
      (alias, row) => sql`(select c.* from commendation c where c.id = ${row}.id and c.law_act is not null) ${alias}`,
    ),
    money: part(() => commendationMoneyView),
    state: value((row, day) => sql`case when ${isRevoked(row, day)} then 'REVOKED' else 'IN_FORCE' end`),
    revocation: lateralOne(
      () => commendationRevocationView,
      (alias, row, day) => sql`(select c.* from commendation c where c.id = ${row}.id and ${isRevoked(sql`c`, day)}) ${alias}`,
    ),
    certificateCode: value('certificate_code'),
    version: value('version'),
    history: historyOf('Commendation'),
  },
  list: {
    rows: (alias, day) => listed(alias, sql`${dayOfCommendation(sql`c`)} <= ${day}`),
    filter: commendationFilters,
    order: {
      DAY_DESC: { by: 'day', type: 'date', descending: true },
      DAY: { by: 'day', type: 'date' },
    },
  },
});

const WITHIN = visibleToAll('shown within its commendation, whose scope applies');

export const commendationRecipientView: AnyView = view<CommendationRecipient>()('CommendationRecipient', {
  scope: WITHIN,
  fields: { kind: value('recipient_kind'), name: value('name'), post: value('post'), unit: value('unit_name') },
});

/** The title for which another decision paid, where that keeps this one from being paid. */
const otherTitle = (row: Sql): Sql => sql`(${row}.money ->> 'title')::uuid`;
const decisionOfTitle = (id: Sql): Sql =>
  sql`(select coalesce(d.number || ', ' || to_char(d.issued_from, 'FMDD/FMMM/YYYY'), d.number) from commendation t join decision d on d.id = t.decision_id where t.id = ${id})`;

export const commendationMoneyView: AnyView = view<CommendationMoney>()('CommendationMoney', {
  scope: WITHIN,
  fields: {
    amount: value('amount'),
    formula: computedNaming<[MoneyBasis | null, number | null, string | null, string | null]>(
      ['money', 'amount', row => shownActor(sql`${row}.money ->> 'by'`), row => decisionOfTitle(otherTitle(row))],
      { view: () => commendationView, id: otherTitle },
      (money, amount, by, decision, isSeen) =>
        money === null
          ? amount === null
            ? 'chưa biết tiền thưởng: văn bản không ghi'
            : 'theo văn bản'
          : formulaOf(money, { by, decision: isSeen ? decision : null }),
    ),
  },
});

export const commendationLawView: AnyView = view<CommendationLaw>()('CommendationLaw', {
  scope: WITHIN,
  fields: {
    act: value('law_act'),
    reason: value('law_reason'),
    verified: value('law_verified'),
    explanation: computed<[LawInWords['act'], LawInWords['reason'], boolean, string | null]>(
      ['law_act', 'law_reason', 'law_verified', 'received_on'],
      (act, reason, verified, receivedOn) => lawInWords({ act, reason, verified, receivedOn }),
    ),
    chosenBy: value(actorIn('chosen_by')),
    chosenReason: value('chosen_reason'),
  },
});

export const commendationRevocationView: AnyView = view<CommendationRevocation>()('CommendationRevocation', {
  scope: WITHIN,
  fields: {
    on: value('revoked_on'),
    ground: value('revoked_ground'),
    reason: value('revoked_reason'),
    decision: one(() => decisionView, 'revoked_by_id'),
    certificateDue: value('certificate_due'),
    certificateRecoveredOn: value('certificate_recovered_on'),
    moneyDue: value('money_due'),
    moneyRecoveredOn: value('money_recovered_on'),
    done: value(row => sql`not ${isDue(row)}`),
  },
});

export const commendationTotalView: AnyView = view<CommendationTotal>()('CommendationTotal', {
  scope: visibleByUnit('registry.read', (row, matches) => [sql`${row}.issuer_id ${matches}`]),
  fields: {
    recipients: value('recipients'),
    amount: value(row => sql`${row}.amount::text`),
    unknown: value('unknown'),
  },
});

/** The field `commendations` of models, people and decisions. */
export const commendationsOfModel = page(
  () => commendationView,
  (row, model) => sql`${row}.model_id = ${model}`,
);
export const commendationsOfPerson = page(
  () => commendationView,
  (row, person) => sql`${row}.person_id = ${person}`,
);
export const commendationsOfDecision = page(
  () => commendationView,
  (row, decision) => sql`${row}.decision_id = ${decision}`,
);

/** The field `commendations` of units: of the unit, of units below it, and of those that passed to it. */
export const commendationsOfUnit = page(() => commendationView, {
  keys: reachOf,
  paths: (row, matches) => [sql`${row}.unit_id ${matches}`],
});

/** The field `awardMoney` of decisions. What is not known is counted and never taken for zero. */
export const awardMoneyOfDecision = lateralOne(
  () => commendationTotalView,
  (alias, row, day) =>
    sql`(select ${row}.id as id, ${row}.issuer_id as issuer_id, coalesce(sum(c.count), 0)::int as recipients, coalesce(sum(c.count::bigint * c.amount), 0) as amount,
          coalesce(sum(c.count) filter (where c.amount is null), 0)::int as unknown
        from commendation c where c.decision_id = ${row}.id and not ${isRevoked(sql`c`, day)}) ${alias}`,
);
