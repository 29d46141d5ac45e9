import { sql } from '../../platform/database/sql.js';
import { idOf } from '../../platform/graphql/node.js';
import { view, type AnyView } from '../../platform/views/view.js';
import { visibleToAll } from '../../platform/views/visibility.js';
import { computed, many, part, value } from '../../platform/views/view-fields.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type { Act, UnitEvent, UnitEventCount, UnitEventEffect, UnitEventFilter, UnitEventOrder } from './unit-event.graphql.js';
import type { UnitEventState } from './unit-event.lifecycle.js';

/** The columns that the resolver of `actions` needs. */
export interface UnitEventCarried {
  readonly id: Id;
  readonly state: UnitEventState;
}

export const unitEventView: AnyView = view<UnitEvent, UnitEventFilter, UnitEventOrder>()('UnitEvent', {
  scope: visibleToAll('units are public, and so is what happens to them'),
  byId: (alias, id) => sql`(select * from unit_event e where e.id = ${id}) ${alias}`,
  named: row => sql`coalesce(${row}.act_number, ${row}.note)`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('UnitEvent', id)),
    kind: value('kind'),
    effective: value('effective'),
    act: part(() => actView),
    note: value('note'),
    state: value('state'),
    summary: many(() => unitEventCountView, {
      rows: (alias, event) =>
        sql`(select k.key as effect, k.value::int as count from unit_event e cross join lateral jsonb_each_text(e.summary) k where e.id = ${event}) ${alias}`,
      orderBy: row => sql`${row}.effect`,
    }),
    effects: many(() => unitEventEffectView, {
      rows: (alias, event) =>
        sql`(select f.ordinal, f.effect ->> 'kind' as kind, f.effect ->> 'unit' as unit, f.effect ->> 'before' as before, f.effect ->> 'after' as after
             from unit_event e cross join lateral jsonb_array_elements(e.effects) with ordinality f (effect, ordinal) where e.id = ${event}) ${alias}`,
      orderBy: row => sql`${row}.ordinal`,
    }),
    appliedAt: value('applied_at'),
    undoneAt: value('undone_at'),
    undoReason: value('undo_reason'),
    version: value('version'),
  },
  resolverColumns: { id: 'id', state: 'state' },
  list: {
    rows: alias => sql`unit_event ${alias}`,
    filter: {
      unitId: (row, _day, bind) => {
        const unit = sql`${bind((id: string) => idOf('Unit', id, 'filter', 'unitId'))}::uuid`;
        return sql`${row}.id in (select r.event_id from unit_event_row r
                 where r.row_id = ${unit} or (r.relation = 'unit_span' and coalesce(r.after, r.before) ->> 'unit_id' = ${unit}::text))`;
      },
      state: (row, _day, bind) => sql`${row}.state = ${bind()}`,
    },
    order: {
      APPLIED_AT_DESC: { by: 'applied_at', type: 'timestamptz', descending: true },
      APPLIED_AT: { by: 'applied_at', type: 'timestamptz' },
    },
  },
});

export const actView: AnyView = view<Act>()('Act', {
  scope: visibleToAll('shown within what has it'),
  fields: {
    number: value('act_number'),
    date: value('act_date'),
    issuer: value('act_issuer'),
  },
});

export const unitEventEffectView: AnyView = view<UnitEventEffect>()('UnitEventEffect', {
  scope: visibleToAll('shown within its event'),
  fields: { kind: value('kind'), unit: value('unit'), before: value('before'), after: value('after') },
});

export const unitEventCountView: AnyView = view<UnitEventCount>()('UnitEventCount', {
  scope: visibleToAll('shown within its event'),
  fields: { effect: value('effect'), count: value('count') },
});
