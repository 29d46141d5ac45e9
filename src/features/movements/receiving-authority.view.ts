import { idOf } from '../../platform/graphql/node.js';
import { computed, one, value, view, type AnyView, open } from '../../platform/views/view.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { unitView } from '../units/unit.view.js';
import type { ReceivingAuthority, ReceivingAuthorityFilter, ReceivingAuthorityOrder } from './receiving-authority.graphql.js';
import { nearestAuthorities } from './unit-climb.js';

const startOf = (t: string): string => `coalesce(lower(${t}.validity), '-infinity'::date)`;

export const receivingAuthorityView: AnyView = view<ReceivingAuthority, ReceivingAuthorityFilter, ReceivingAuthorityOrder>()(
  'ReceivingAuthority',
  {
    scope: open('published to all units'),
    one: (t, id) => `(select * from receiving_authority a where a.id = ${id}) ${t}`,
    fields: {
      id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('ReceivingAuthority', id)),
      unit: one(
        () => unitView,
        t => `${t}.unit_id`,
      ),
      line: value(t => `${t}.line`),
      receiver: one(
        () => unitView,
        t => `${t}.receiver_id`,
      ),
      recogniser: one(
        () => unitView,
        t => `${t}.recogniser_id`,
      ),
      level: value(t => `${t}.level`),
      validFrom: value(t => `lower(${t}.validity)`),
      validTo: value(t => `upper(${t}.validity) - 1`),
      basis: value(t => `${t}.basis`),
      version: value(t => `${t}.version`),
    },
    list: {
      rows: (t, day) => `(select * from receiving_authority a where a.validity @> ${day}) ${t}`,
      filter: {
        unitId: (t, day, bind) =>
          `${t}.id in ${nearestAuthorities(`${bind((id: string) => idOf('Unit', id, 'filter', 'unitId'))}::uuid`, day)}`,
        line: (t, _day, bind) => `${t}.line = any(${bind()})`,
        receiverId: (t, _day, bind) => `${t}.receiver_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'receiverId'))}::uuid`,
        level: (t, _day, bind) => `${t}.level = any(${bind()})`,
      },
      order: {
        VALID_FROM_DESC: { by: startOf, type: 'date', descending: true },
        VALID_FROM: { by: startOf, type: 'date' },
        LINE: { by: t => `${t}.line`, type: 'text' },
      },
    },
  },
);
