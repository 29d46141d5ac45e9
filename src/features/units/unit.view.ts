import { addDays, type LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { idOf } from '../../platform/graphql/node.js';
import { computed, many, one, page, value, view, type AnyView, open } from '../../platform/views/view.js';
import { holdsWords } from '../../platform/words/words.filter.js';
import { fullName, type UnitKind } from './unit-kinds.js';
import { pathOf, restatedTo, subtreeOn, unitOn, unitsInForce } from './unit-sql.js';
import type { Unit, UnitFilter, UnitOrder, UnitSpan, UnitSuccession } from './unit.graphql.js';

/** The last day of a half-open range's end. */
const lastDay = (upper: LocalDate | null): LocalDate | null => (upper === null ? null : addDays(upper, -1));

export const unitView: AnyView = view<Unit, UnitFilter, UnitOrder>()('Unit', {
  scope: open('units are public'),
  one: unitOn,
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('Unit', id)),
    asOf: value((_, day) => day),
    name: value(t => `${t}.name`),
    fullName: computed<[UnitKind, string]>([t => `${t}.kind`, t => `${t}.name`], fullName),
    kind: value(t => `${t}.kind`),
    line: value(t => `${t}.line`),
    code: value(t => `${t}.code`),
    inForce: value((t, day) => `${t}.life @> ${day}`),
    validFrom: value(t => `${t}.starts`),
    validTo: value(t => `${t}.ends`),
    source: value(t => `${t}.source`),
    version: value(t => `${t}.version`),
    path: value((t, day) => pathOf(`${t}.id`, day)),
    parent: one(
      () => unitView,
      t => `${t}.parent_id`,
    ),
    territory: one(
      () => unitView,
      t => `${t}.territory_id`,
    ),
    restated: one(
      () => unitView,
      (t, day) => restatedTo(`${t}.id`, day),
    ),
    successors: many(() => unitSuccessionView, {
      parent: t => `${t}.id`,
      rows: (t, unit) => successions(t, 'predecessor_id', 'successor_id', unit),
      orderBy: t => `${t}.effective_on, ${t}.whole desc, ${t}.id`,
    }),
    predecessors: many(() => unitSuccessionView, {
      parent: t => `${t}.id`,
      rows: (t, unit) => successions(t, 'successor_id', 'predecessor_id', unit),
      orderBy: t => `${t}.effective_on, ${t}.whole desc, ${t}.id`,
    }),
    history: many(() => unitSpanView, {
      parent: t => `${t}.id`,
      rows: (t, unit) => `(select * from unit_span h where h.unit_id = ${unit}) ${t}`,
      orderBy: t => `lower(${t}.validity) nulls first`,
    }),
  },
  pages: {
    children: page(() => unitView, {
      parent: t => `${t}.id`,
      where: (t, parent) => `(${t}.parent_id = ${parent} or ${t}.territory_id = ${parent})`,
    }),
  },
  list: {
    rows: unitsInForce,
    filter: {
      text: holdsWords(t => `${t}.lexemes`),
      unitId: (t, day, bind) =>
        `${t}.id in ${subtreeOn(
          bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
          day,
        )}`,
      parentId: (t, _day, bind) => {
        const parent = `${bind((id: string) => idOf('Unit', id, 'filter', 'parentId'))}::uuid`;
        return `(${t}.parent_id = ${parent} or ${t}.territory_id = ${parent})`;
      },
      kind: (t, _day, bind) => `${t}.kind = any(${bind()})`,
      line: (t, _day, bind) => `${t}.line = any(${bind()})`,
      code: (t, _day, bind) => `${t}.code = ${bind()}`,
    },
    order: {
      NAME: { by: t => `${t}.name collate vi_natural`, type: 'text' },
      NAME_DESC: { by: t => `${t}.name collate vi_natural`, type: 'text', descending: true },
      CODE: { by: t => `coalesce(${t}.code, '')`, type: 'text' },
      CODE_DESC: { by: t => `coalesce(${t}.code, '')`, type: 'text', descending: true },
    },
  },
});

const successions = (t: string, from: string, to: string, unit: string): string =>
  `(select c.id, c.${to} as other_id, c.whole, c.effective, c.effective_on, e.act_number
      from unit_succession c join unit_event e on e.id = c.event_id where c.${from} = ${unit}) ${t}`;

export const unitSuccessionView: AnyView = view<UnitSuccession>()('UnitSuccession', {
  scope: open('units are public'),
  fields: {
    unit: one(
      () => unitView,
      t => `${t}.other_id`,
    ),
    whole: value(t => `${t}.whole`),
    date: value(t => `${t}.effective`),
    act: value(t => `${t}.act_number`),
  },
});

/** What stood above a unit in a span is shown as of the span's last day, or of the day asked for while the span goes on. */
const shownOn = (t: string, day: string): string => `least(coalesce(upper(${t}.validity) - 1, ${day}), ${day})`;

export const unitSpanView: AnyView = view<UnitSpan>()('UnitSpan', {
  scope: open('units are public'),
  fields: {
    from: value(t => `lower(${t}.validity)`),
    to: computed<[LocalDate | null]>([t => `upper(${t}.validity)`], lastDay),
    name: value(t => `${t}.name`),
    kind: value(t => `${t}.kind`),
    code: value(t => `${t}.code`),
    parent: one(
      () => unitView,
      t => `${t}.parent_id`,
      shownOn,
    ),
    territory: one(
      () => unitView,
      t => `${t}.territory_id`,
      shownOn,
    ),
  },
});
