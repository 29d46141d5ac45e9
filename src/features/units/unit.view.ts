import { sql, type Sql } from '../../platform/database/sql.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { idOf } from '../../platform/graphql/node.js';
import { view, type AnyView } from '../../platform/views/view.js';
import { visibleToAll } from '../../platform/views/visibility.js';
import { computed, many, one, page, value } from '../../platform/views/view-fields.js';
import { matchesWords } from '../../platform/words/words.filter.js';
import { cleanText } from '../../shared/text.js';
import { fullName, type UnitKind } from './unit-kinds.js';
import { residualOf, restatedTo } from './unit-reach-sql.js';
import { kindLabel, pathOf, subtreeOn, unitOn, unitsInForce } from './unit-sql.js';
import type { ResidualUnit, Unit, UnitFilter, UnitOrder, UnitSpan, UnitSuccession } from './unit.graphql.js';

/** The last day of a range with the given exclusive end. */
const lastDay = (upper: LocalDate | null): LocalDate | null => (upper === null ? null : addDays(upper, -1));

export const unitView: AnyView = view<Unit, UnitFilter, UnitOrder>()('Unit', {
  scope: visibleToAll('units are public'),
  byId: unitOn,
  named: row => sql`${kindLabel(sql`${row}.kind`)} || ${row}.name`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Unit', id)),
    asOf: value((_, day) => day),
    name: value('name'),
    fullName: computed<[UnitKind, string]>(['kind', 'name'], fullName),
    kind: value('kind'),
    line: value('line'),
    code: value('code'),
    inForce: value((row, day) => sql`${row}.life @> ${day}`),
    validFrom: value('starts'),
    validTo: value('ends'),
    source: value('source'),
    version: value('version'),
    path: value((row, day) => pathOf(sql`${row}.id`, day)),
    parent: one(() => unitView, 'parent_id'),
    territory: one(() => unitView, 'territory_id'),
    restated: one(
      () => unitView,
      (row, day) => restatedTo(sql`${row}.id`, day),
    ),
    successors: many(() => unitSuccessionView, {
      rows: (row, unit) => successions(row, sql`predecessor_id`, sql`successor_id`, unit),
      orderBy: row => sql`${row}.effective_on, ${row}.whole desc, ${row}.id`,
    }),
    predecessors: many(() => unitSuccessionView, {
      rows: (row, unit) => successions(row, sql`successor_id`, sql`predecessor_id`, unit),
      orderBy: row => sql`${row}.effective_on, ${row}.whole desc, ${row}.id`,
    }),
    residual: many(() => residualUnitView, {
      rows: (alias, unit, day) => sql`(select r.id, r.id as other_id, r.reason from ${residualOf(unit, day)} r) ${alias}`,
      orderBy: row => sql`${row}.reason, ${row}.id`,
    }),
    history: many(() => unitSpanView, {
      rows: (alias, unit) => sql`(select * from unit_span h where h.unit_id = ${unit}) ${alias}`,
      orderBy: row => sql`lower(${row}.validity) nulls first`,
    }),
  },
  pages: {
    children: page(
      () => unitView,
      (row, parent) => sql`(${row}.parent_id = ${parent} or ${row}.territory_id = ${parent})`,
    ),
  },
  list: {
    rows: unitsInForce,
    filter: {
      text: matchesWords(row => sql`${row}.lexemes`),
      unitId: (row, day, bind) =>
        sql`${row}.id in ${subtreeOn(
          bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
          day,
        )}`,
      parentId: (row, _day, bind) => {
        const parent = sql`${bind((id: string) => idOf('Unit', id, 'filter', 'parentId'))}::uuid`;
        return sql`(${row}.parent_id = ${parent} or ${row}.territory_id = ${parent})`;
      },
      kind: (row, _day, bind) => sql`${row}.kind = any(${bind()})`,
      line: (row, _day, bind) => sql`${row}.line = any(${bind()})`,
      code: (row, _day, bind) => sql`${row}.code = ${bind(cleanText)}`,
    },
    order: {
      NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' },
      NAME_DESC: { by: row => sql`${row}.name collate vi_natural`, type: 'text', descending: true },
      CODE: { by: row => sql`coalesce(${row}.code, '')`, type: 'text' },
      CODE_DESC: { by: row => sql`coalesce(${row}.code, '')`, type: 'text', descending: true },
    },
  },
});

const successions = (alias: Sql, from: Sql, to: Sql, unit: Sql): Sql =>
  sql`(select c.id, c.${to} as other_id, c.whole, c.effective, c.effective_on, e.act_number
      from unit_succession c join unit_event e on e.id = c.event_id where c.${from} = ${unit}) ${alias}`;

export const unitSuccessionView: AnyView = view<UnitSuccession>()('UnitSuccession', {
  scope: visibleToAll('units are public'),
  fields: {
    unit: one(() => unitView, 'other_id'),
    whole: value('whole'),
    date: value('effective'),
    act: value('act_number'),
  },
});

export const residualUnitView: AnyView = view<ResidualUnit>()('ResidualUnit', {
  scope: visibleToAll('units are public'),
  fields: {
    unit: one(() => unitView, 'other_id'),
    reason: value('reason'),
  },
});

/** The parent and territory of a span are shown as of its last day, or as of the requested day if that is earlier. */
const shownOn = (row: Sql, day: Sql): Sql => sql`least(coalesce(upper(${row}.validity) - 1, ${day}), ${day})`;

export const unitSpanView: AnyView = view<UnitSpan>()('UnitSpan', {
  scope: visibleToAll('units are public'),
  fields: {
    from: value(row => sql`lower(${row}.validity)`),
    to: computed<[LocalDate | null]>([row => sql`upper(${row}.validity)`], lastDay),
    name: value('name'),
    kind: value('kind'),
    code: value('code'),
    parent: one(() => unitView, 'parent_id', shownOn),
    territory: one(() => unitView, 'territory_id', shownOn),
  },
});
