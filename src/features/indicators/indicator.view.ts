import { historyOf } from '../../platform/audit/object-history.view.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import { computed, many, one, value } from '../../platform/views/view-fields.js';
import { view, type AnyView } from '../../platform/views/view.js';
import { visibleToAll } from '../../platform/views/visibility.js';
import { containsText } from '../../platform/words/words.filter.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type {
  Identity,
  IdentityFilter,
  IdentityOrder,
  Indicator,
  IndicatorDefinition,
  IndicatorFilter,
  IndicatorOrder,
} from './indicator.graphql.js';

/** The definition in force on the day; before the first one, that one. */
export const definitionOn = (indicator: Sql, day: Sql): Sql => sql`(
  select d.name, d.measure, d.decimals, d.roll_up, d.numerator_id, d.denominator_id from indicator_definition d where d.indicator_id = ${indicator}
   order by (d.validity @> ${day}) desc, lower(d.validity) nulls first limit 1)`;

const defined = (day: Sql): Sql =>
  sql`select i.*, d.name, d.measure, d.roll_up from indicator i cross join lateral ${definitionOn(sql`i.id`, day)} d`;

export const indicatorView: AnyView = view<Indicator, IndicatorFilter, IndicatorOrder>()('Indicator', {
  scope: visibleToAll('what is counted is for all units'),
  byId: (alias, id, day) => sql`(${defined(day)} where i.id = ${id}) ${alias}`,
  named: 'name',
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Indicator', id)),
    code: value('code'),
    name: value('name'),
    measure: value('measure'),
    rollUp: value('roll_up'),
    definitions: many(() => indicatorDefinitionView, {
      rows: (alias, indicator) => sql`(select * from indicator_definition d where d.indicator_id = ${indicator}) ${alias}`,
      orderBy: row => sql`${row}.validity`,
    }),
    identities: many(() => identityView, {
      rows: (alias, indicator) => sql`(select * from identity i where i.total_id = ${indicator}) ${alias}`,
      orderBy: row => sql`${row}.name collate vi_natural, ${row}.id`,
    }),
    version: value('version'),
    history: historyOf('Indicator'),
  },
  list: {
    rows: (alias, day) => sql`(${defined(day)}) ${alias}`,
    filter: {
      code: (row, _day, bind) => sql`${row}.code = any(${bind()})`,
      text: containsText(row => sql`fold(${row}.name)`),
    },
    order: {
      CODE: { by: 'code', type: 'text' },
      NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' },
    },
  },
});

export const indicatorDefinitionView: AnyView = view<IndicatorDefinition>()('IndicatorDefinition', {
  scope: visibleToAll('shown within its indicator'),
  fields: {
    name: value('name'),
    measure: value('measure'),
    definition: value('definition'),
    decimals: value('decimals'),
    rollUp: value('roll_up'),
    numerator: one(() => indicatorView, 'numerator_id'),
    denominator: one(() => indicatorView, 'denominator_id'),
    validFrom: value(row => sql`lower(${row}.validity)`),
    validTo: value(row => sql`upper(${row}.validity) - 1`),
    basis: value('basis'),
  },
});

export const identityView: AnyView = view<Identity, IdentityFilter, IdentityOrder>()('Identity', {
  scope: visibleToAll('what should close is for all units'),
  byId: (alias, id) => sql`(select * from identity i where i.id = ${id}) ${alias}`,
  named: 'name',
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Identity', id)),
    name: value('name'),
    kind: value('kind'),
    total: one(() => indicatorView, 'total_id'),
    parts: many(() => indicatorView, {
      rows: (alias, identity, day) =>
        sql`(${defined(day)} join identity_part p on p.indicator_id = i.id where p.identity_id = ${identity}) ${alias}`,
      orderBy: row => sql`${row}.code`,
    }),
    note: value('note'),
    version: value('version'),
    history: historyOf('Identity'),
  },
  list: {
    rows: alias => sql`identity ${alias}`,
    filter: { kind: (row, _day, bind) => sql`${row}.kind = any(${bind()})` },
    order: { NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' } },
  },
});
