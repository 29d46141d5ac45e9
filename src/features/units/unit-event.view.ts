import { idOf } from '../../platform/graphql/node.js';
import { computed, many, part, value, view, type AnyView, open } from '../../platform/views/view.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type { Act, UnitEvent, UnitEventCount, UnitEventFilter, UnitEventOrder } from './unit-event.graphql.js';
import type { UnitEventState } from './unit-event.lifecycle.js';

/** What the resolver of `actions` needs. */
export interface UnitEventCarried {
  readonly id: Id;
  readonly state: UnitEventState;
}

export const unitEventView: AnyView = view<UnitEvent, UnitEventFilter, UnitEventOrder>()('UnitEvent', {
  scope: open('units are public, and so is what happens to them'),
  one: (t, id) => `(select * from unit_event e where e.id = ${id}) ${t}`,
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('UnitEvent', id)),
    kind: value(t => `${t}.kind`),
    effective: value(t => `${t}.effective`),
    act: part(() => actView),
    note: value(t => `${t}.note`),
    state: value(t => `${t}.state`),
    summary: many(() => unitEventCountView, {
      parent: t => `${t}.id`,
      rows: (t, event) =>
        `(select k.key as effect, k.value::int as count from unit_event e cross join lateral jsonb_each_text(e.summary) k where e.id = ${event}) ${t}`,
      orderBy: t => `${t}.effect`,
    }),
    appliedAt: value(t => `${t}.applied_at`),
    undoneAt: value(t => `${t}.undone_at`),
    undoReason: value(t => `${t}.undo_reason`),
    version: value(t => `${t}.version`),
  },
  carry: { id: t => `${t}.id`, state: t => `${t}.state` },
  list: {
    rows: t => `unit_event ${t}`,
    filter: {
      unitId: (t, _day, bind) => {
        const unit = `${bind((id: string) => idOf('Unit', id, 'filter', 'unitId'))}::uuid`;
        return `${t}.id in (select r.event_id from unit_event_row r
                 where r.row_id = ${unit} or (r.relation = 'unit_span' and coalesce(r.after, r.before) ->> 'unit_id' = ${unit}::text))`;
      },
      state: (t, _day, bind) => `${t}.state = ${bind()}`,
    },
    order: {
      APPLIED_AT_DESC: { by: t => `${t}.applied_at`, type: 'timestamptz', descending: true },
      APPLIED_AT: { by: t => `${t}.applied_at`, type: 'timestamptz' },
    },
  },
});

export const actView: AnyView = view<Act>()('Act', {
  scope: open('shown within what has it'),
  fields: {
    number: value(t => `${t}.act_number`),
    date: value(t => `${t}.act_date`),
    issuer: value(t => `${t}.act_issuer`),
  },
});

export const unitEventCountView: AnyView = view<UnitEventCount>()('UnitEventCount', {
  scope: open('shown within its event'),
  fields: { effect: value(t => `${t}.effect`), count: value(t => `${t}.count`) },
});
