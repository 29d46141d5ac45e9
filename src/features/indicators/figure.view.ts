import { historyOf } from '../../platform/audit/object-history.view.js';
import { sql } from '../../platform/database/sql.js';
import { idOf } from '../../platform/graphql/node.js';
import { computed, many, one, value } from '../../platform/views/view-fields.js';
import { view, visibleByUnit, type AnyView, type OwnershipPaths } from '../../platform/views/view.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { reachOf } from '../units/unit-reach-sql.js';
import { unitView } from '../units/unit.view.js';
import type { Figure, FigureFilter, FigureOrder, IdentityResult } from './figure.graphql.js';
import { identityResults } from './identity-sql.js';
import { definitionOn, identityView, indicatorView } from './indicator.view.js';

/** A figure is visible with its unit, and so is what follows from it. */
const ofTheUnit: OwnershipPaths = (row, matches) => [sql`${row}.unit_id ${matches}`];

export const figureView: AnyView = view<Figure, FigureFilter, FigureOrder>()('Figure', {
  scope: visibleByUnit('registry.read', ofTheUnit),
  byId: (alias, id) => sql`(select * from figure f where f.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Figure', id)),
    indicator: one(
      () => indicatorView,
      'indicator_id',
      row => sql`upper(${row}.period) - 1`,
    ),
    unit: one(
      () => unitView,
      'unit_id',
      row => sql`upper(${row}.period) - 1`,
    ),
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
    version: value('version'),
    history: historyOf('Figure'),
  },
  list: {
    rows: (alias, day) => sql`(select * from figure f where lower_inf(f.period) or lower(f.period) <= ${day}) ${alias}`,
    filter: {
      unitId: {
        keys: (day, bind) =>
          reachOf(
            bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
            day,
          ),
        paths: ofTheUnit,
      },
      indicatorId: (row, _day, bind) =>
        sql`${row}.indicator_id = ${bind((id: string) => idOf('Indicator', id, 'filter', 'indicatorId'))}::uuid`,
      state: (row, _day, bind) => sql`${row}.state = any(${bind()})`,
      from: (row, _day, bind) => sql`lower(${row}.period) >= ${bind()}::date`,
      to: (row, _day, bind) => sql`upper(${row}.period) - 1 <= ${bind()}::date`,
    },
    order: {
      ENDS_DESC: { by: row => sql`upper(${row}.period)`, type: 'date', descending: true },
      ENDS: { by: row => sql`upper(${row}.period)`, type: 'date' },
    },
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
