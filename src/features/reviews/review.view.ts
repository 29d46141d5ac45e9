import { historyOf } from '../../platform/audit/object-history.view.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import { idOf } from '../../platform/graphql/node.js';
import { computed, many, one, page, value } from '../../platform/views/view-fields.js';
import { view, type AnyView } from '../../platform/views/view.js';
import { visibleByUnit, visibleToAll, type OwnershipPaths } from '../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { commendationView } from '../commendations/commendation.view.js';
import { figureView, identityResultView } from '../indicators/figure.view.js';
import { identityResults } from '../indicators/identity-sql.js';
import { indicatorView } from '../indicators/indicator.view.js';
import { modelView } from '../models/model.view.js';
import { reachOf } from '../units/unit-reach-sql.js';
import { unitEventView } from '../units/unit-event.view.js';
import { unitOn } from '../units/unit-sql.js';
import { unitView } from '../units/unit.view.js';
import { reviewFreezeView } from './review-freeze.view.js';
import { reviewChangeOf } from './review-history.view.js';
import { comparedFigures, eventsWithin, isFigureOf } from './review-sql.js';
import type { Review, ReviewComparison, ReviewFilter, ReviewOrder, ReviewTask, ReviewUnit } from './review.graphql.js';

const ofTheUnit: OwnershipPaths = (row, matches) => [sql`${row}.unit_id ${matches}`];

/** A review is visible with its unit, its organisers and the units that report for it. */
const ofItsUnits: OwnershipPaths = (row, matches) => [
  sql`${row}.unit_id ${matches}`,
  sql`${row}.id in (select o.review_id from review_organiser o where o.unit_id ${matches})`,
  sql`${row}.id in (select ru.review_id from review_unit ru where ru.unit_id ${matches})`,
];

/** Units are shown as they were at the end of the period, or on the day asked about if that is earlier. */
const lastDay = (row: Sql, day: Sql): Sql => sql`least(upper(${row}.period) - 1, ${day})`;

export const reviewView: AnyView = view<Review, ReviewFilter, ReviewOrder>()('Review', {
  scope: visibleByUnit('registry.read', ofItsUnits),
  byId: (alias, id) => sql`(select * from review v where v.id = ${id}) ${alias}`,
  named: 'name',
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Review', id)),
    name: value('name'),
    kind: value('kind'),
    unit: one(() => unitView, 'unit_id', lastDay),
    organisers: many(() => unitView, {
      rows: (alias, review, day) =>
        sql`(select t.*, o.ordinal from review_organiser o cross join lateral ${unitOn(sql`t`, sql`o.unit_id`, day)} where o.review_id = ${review}) ${alias}`,
      orderBy: row => sql`${row}.ordinal`,
    }),
    theme: value('theme'),
    period: value('period_text'),
    starts: value('starts'),
    ends: value('ends'),
    heldOn: value('held_on'),
    dueOn: value('due_on'),
    note: value('note'),
    units: many(() => reviewUnitView, {
      rows: (alias, review, day) => sql`(select ru.*, v.due_on, t.name from review_unit ru join review v on v.id = ru.review_id
        cross join lateral ${unitOn(sql`t`, sql`ru.unit_id`, day)} where ru.review_id = ${review}) ${alias}`,
      orderBy: row => sql`${row}.name collate vi_natural, ${row}.unit_id`,
    }),
    unitEvents: many(() => unitEventView, { rows: eventsWithin, orderBy: row => sql`${row}.effective_on, ${row}.id` }),
    identities: many(() => identityResultView, {
      rows: (alias, review) => identityResults(alias, stated => isFigureOf(stated, review)),
      orderBy: row => sql`${row}.name collate vi_natural, ${row}.key`,
    }),
    tasks: many(() => reviewTaskView, {
      rows: (alias, review) => sql`(select * from review_task t where t.review_id = ${review}) ${alias}`,
      orderBy: row => sql`${row}.id`,
    }),
    previous: one(() => reviewView, 'previous_id'),
    comparison: many(() => reviewComparisonView, { rows: comparedFigures, orderBy: row => sql`${row}.id` }),
    freezes: many(() => reviewFreezeView, {
      rows: (alias, review) => sql`(select * from review_freeze z where z.review_id = ${review}) ${alias}`,
      orderBy: row => sql`${row}.frozen_at desc, ${row}.id desc`,
    }),
    version: value('version'),
    history: historyOf('Review', () => reviewChangeView),
  },
  pages: {
    figures: page(
      () => figureView,
      (row, review) => isFigureOf(row, review),
    ),
    models: page(
      () => modelView,
      (row, review) => sql`${row}.id in (select rm.model_id from review_model rm where rm.review_id = ${review})`,
    ),
    commendations: page(
      () => commendationView,
      (row, review) => sql`${row}.id in (select rc.commendation_id from review_commendation rc where rc.review_id = ${review})`,
    ),
  },
  list: {
    rows: (alias, day) => sql`(select * from review v where lower(v.period) <= ${day}) ${alias}`,
    filter: {
      unitId: {
        keys: (day, bind) =>
          reachOf(
            bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
            day,
          ),
        paths: ofTheUnit,
      },
      kind: (row, _day, bind) => sql`${row}.kind = any(${bind()})`,
    },
    order: {
      ENDS_DESC: { by: row => sql`upper(${row}.period)`, type: 'date', descending: true },
      NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' },
    },
  },
});

const reviewChangeView = reviewChangeOf(() => reviewView);

export const reviewUnitView: AnyView = view<ReviewUnit>()('ReviewUnit', {
  scope: visibleToAll('shown within its review, whose scope applies'),
  fields: {
    unit: one(() => unitView, 'unit_id'),
    state: value(
      (row, day) => sql`case
        when ${row}.submitted_on <= ${day} then case when ${row}.submitted_on > coalesce(${row}.extended_to, ${row}.due_on) then 'LATE' else 'SUBMITTED' end
        when coalesce(${row}.extended_to, ${row}.due_on) < ${day} then 'OVERDUE'
        when ${row}.extended_to is not null then 'EXTENDED' else 'AWAITED' end`,
    ),
    extendedTo: value('extended_to'),
    extensionReason: value('extension_reason'),
    submittedOn: value('submitted_on'),
  },
});

export const reviewTaskView: AnyView = view<ReviewTask>()('ReviewTask', {
  scope: visibleByUnit('registry.read', (row, matches) => [
    sql`${row}.unit_id ${matches}`,
    sql`${row}.owner_id ${matches}`,
    sql`${row}.review_id in (select o.review_id from review_organiser o where o.unit_id ${matches})`,
    sql`${row}.review_id in (select ru.review_id from review_unit ru where ru.unit_id ${matches})`,
  ]),
  byId: (alias, id) => sql`(select * from review_task t where t.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('ReviewTask', id)),
    text: value('text'),
    owner: one(() => unitView, 'owner_id'),
    dueOn: value('due_on'),
    state: value('state'),
    outcome: value('outcome'),
    version: value('version'),
    history: historyOf('ReviewTask'),
  },
});

export const reviewComparisonView: AnyView = view<ReviewComparison>()('ReviewComparison', {
  scope: visibleByUnit('registry.read', ofTheUnit),
  fields: {
    indicator: one(() => indicatorView, 'indicator_id', 'day'),
    unit: one(() => unitView, 'unit_id', 'day'),
    reading: value(row => sql`${row}.reading::text`),
    previous: value(row => sql`${row}.previous::text`),
    change: value(row => sql`(${row}.reading - ${row}.previous)::text`),
  },
});
