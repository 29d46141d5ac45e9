import { historyOf } from '../../platform/audit/object-history.view.js';
import { actorIn } from '../../platform/audit/shown-actor-sql.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import { idOf } from '../../platform/graphql/node.js';
import { computed, lateralOne, many, one, value } from '../../platform/views/view-fields.js';
import { view, type AnyView, type Filter, type Order } from '../../platform/views/view.js';
import { visibleByUnit, visibleToAll, type OwnershipPaths } from '../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { reachOf } from '../units/unit-reach-sql.js';
import { unitView } from '../units/unit.view.js';
import { earlierFigures, outlierOf, targetOf, targets } from './figure-comparison-sql.js';
import type { FigureOutlier, FigureRemark } from './figure-remark.graphql.js';
import type { FigureTarget, FigureTargetFilter, FigureTargetOrder } from './figure-target.graphql.js';
import type { Figure, FigureFilter, FigureOrder, IdentityResult } from './figure.graphql.js';
import { identityResults } from './identity-sql.js';
import { definitionOn, identityView, indicatorView } from './indicator.view.js';

/** The latest of the earlier figures. */
const previous = (row: Sql, column: Sql): Sql =>
  sql`(select b.${column} from ${earlierFigures(sql`b`, row)} order by upper(b.period) desc, b.id limit 1)`;

/** A figure is visible with its unit, and so is what follows from it. */
const ofTheUnit: OwnershipPaths = (row, matches) => [sql`${row}.unit_id ${matches}`];

const lastDay = (row: Sql): Sql => sql`upper(${row}.period) - 1`;

const ofUnits: Filter = {
  keys: (day, bind) =>
    reachOf(
      bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
      day,
    ),
  paths: ofTheUnit,
};
const ofIndicator: Filter = (row, _day, bind) =>
  sql`${row}.indicator_id = ${bind((id: string) => idOf('Indicator', id, 'filter', 'indicatorId'))}::uuid`;
const BY_ENDS: Readonly<Record<FigureOrder, Order>> = {
  ENDS_DESC: { by: row => sql`upper(${row}.period)`, type: 'date', descending: true },
  ENDS: { by: row => sql`upper(${row}.period)`, type: 'date' },
};

export const figureView: AnyView = view<Figure, FigureFilter, FigureOrder>()('Figure', {
  scope: visibleByUnit('registry.read', ofTheUnit),
  byId: (alias, id) => sql`(select * from figure f where f.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Figure', id)),
    indicator: one(() => indicatorView, 'indicator_id', lastDay),
    unit: one(() => unitView, 'unit_id', lastDay),
    covers: value('covers'),
    starts: value('starts'),
    ends: value('ends'),
    raw: value('raw'),
    reading: value(row => sql`${row}.reading::text`),
    qualifier: value('qualifier'),
    measure: value(row => sql`(select d.measure from ${definitionOn(sql`${row}.indicator_id`, sql`(upper(${row}.period) - 1)`)} d)`),
    source: value(row => sql`(select s.title from figure_source s where s.id = ${row}.source_id)`),
    page: value('page'),
    note: value('note'),
    state: value('state'),
    returnReason: value('return_reason'),
    identities: many(() => identityResultView, {
      rows: (alias, figure) => identityResults(alias, stated => sql`${stated}.id = ${figure}`),
      orderBy: row => sql`${row}.name collate vi_natural, ${row}.key`,
    }),
    target: one(() => figureTargetView, targetOf),
    previous: one(
      () => figureView,
      row => previous(row, sql`id`),
    ),
    change: value(row => sql`(${row}.reading - ${previous(row, sql`reading`)})::text`),
    outlier: lateralOne(() => figureOutlierView, outlierOf),
    remarks: many(() => figureRemarkView, {
      rows: (alias, figure) => sql`(select * from figure_remark m where m.figure_id = ${figure}) ${alias}`,
      orderBy: row => sql`${row}.id`,
    }),
    version: value('version'),
    history: historyOf('Figure'),
  },
  list: {
    rows: (alias, day) => sql`(select * from figure f where lower_inf(f.period) or lower(f.period) <= ${day}) ${alias}`,
    filter: {
      unitId: ofUnits,
      indicatorId: ofIndicator,
      state: (row, _day, bind) => sql`${row}.state = any(${bind()})`,
      from: (row, _day, bind) => sql`lower(${row}.period) >= ${bind()}::date`,
      to: (row, _day, bind) => sql`upper(${row}.period) - 1 <= ${bind()}::date`,
      followUp: (row, _day, bind) =>
        sql`exists (select from figure_remark m where m.figure_id = ${row}.id and m.follow_up and m.settled_on is null) = ${bind()}::boolean`,
      unusual: (row, day, bind) => sql`exists (select from ${outlierOf(sql`o`, row, day)}) = ${bind()}::boolean`,
    },
    order: BY_ENDS,
  },
});

export const identityResultView: AnyView = view<IdentityResult>()('IdentityResult', {
  scope: visibleByUnit('registry.read', ofTheUnit),
  fields: {
    name: value('name'),
    identity: one(() => identityView, 'identity_id'),
    unit: one(() => unitView, 'unit_id', 'day'),
    starts: value('starts'),
    ends: value('ends'),
    stated: value(row => sql`${row}.stated::text`),
    computed: value(row => sql`${row}.computed::text`),
    residual: value(row => sql`${row}.residual::text`),
    closes: value('closes'),
    missing: value(row => sql`${row}.expected - ${row}.found`),
    approved: value('approved'),
    explanation: value('explanation'),
  },
});

const figureOutlierView: AnyView = view<FigureOutlier>()('FigureOutlier', {
  scope: visibleToAll('shown within its figure, whose scope applies'),
  fields: {
    earlier: value('earlier'),
    smallest: value(row => sql`${row}.smallest::text`),
    largest: value(row => sql`${row}.largest::text`),
  },
});

export const figureRemarkView: AnyView = view<FigureRemark>()('FigureRemark', {
  scope: visibleByUnit('registry.read', ofTheUnit),
  byId: (alias, id) => sql`(select * from figure_remark m where m.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('FigureRemark', id)),
    text: value('text'),
    followUp: value('follow_up'),
    author: value(actorIn('author')),
    saidOn: value('said_on'),
    settledOn: value('settled_on'),
    outcome: value('outcome'),
    version: value('version'),
    history: historyOf('FigureRemark'),
  },
});

export const figureTargetView: AnyView = view<FigureTarget, FigureTargetFilter, FigureTargetOrder>()('FigureTarget', {
  scope: visibleByUnit('registry.read', ofTheUnit),
  byId: (alias, id) => targets(alias, sql`t.id = ${id}`),
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('FigureTarget', id)),
    indicator: one(() => indicatorView, 'indicator_id', lastDay),
    unit: one(() => unitView, 'unit_id', lastDay),
    covers: value('covers'),
    starts: value('starts'),
    ends: value('ends'),
    value: value(row => sql`${row}.value::text`),
    direction: value('direction'),
    basis: value('basis'),
    reading: value(row => sql`${row}.reading::text`),
    reached: value('reached'),
    version: value('version'),
    history: historyOf('FigureTarget'),
  },
  list: {
    rows: alias => targets(alias, sql`true`),
    filter: {
      unitId: ofUnits,
      indicatorId: ofIndicator,
      reached: (row, _day, bind) => sql`${row}.reached = ${bind()}::boolean`,
    },
    order: BY_ENDS,
  },
});

/** What is shown of a figure besides itself. */
export const figureParts: readonly AnyView[] = [figureOutlierView, figureRemarkView, figureTargetView, identityResultView];
