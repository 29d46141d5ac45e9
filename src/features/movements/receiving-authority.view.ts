import { sql, type Sql } from '../../platform/database/sql.js';
import { idOf } from '../../platform/graphql/node.js';
import { view, type AnyView } from '../../platform/views/view.js';
import { visibleToAll } from '../../platform/views/visibility.js';
import { computed, one, value } from '../../platform/views/view-fields.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { unitView } from '../units/unit.view.js';
import type { ReceivingAuthority, ReceivingAuthorityFilter, ReceivingAuthorityOrder } from './receiving-authority.graphql.js';
import { authoritiesShownFor } from './movement-sql.js';

const startOf = (row: Sql): Sql => sql`coalesce(lower(${row}.validity), '-infinity'::date)`;

export const receivingAuthorityView: AnyView = view<ReceivingAuthority, ReceivingAuthorityFilter, ReceivingAuthorityOrder>()(
  'ReceivingAuthority',
  {
    scope: visibleToAll('published to all units'),
    byId: (alias, id) => sql`(select * from receiving_authority a where a.id = ${id}) ${alias}`,
    fields: {
      id: computed<[Id]>(['id'], id => toGlobalId('ReceivingAuthority', id)),
      unit: one(() => unitView, 'unit_id'),
      line: value('line'),
      receiver: one(() => unitView, 'receiver_id'),
      recogniser: one(() => unitView, 'recogniser_id'),
      level: value('level'),
      requiresAppraisal: value('requires_appraisal'),
      validFrom: value(row => sql`lower(${row}.validity)`),
      validTo: value(row => sql`upper(${row}.validity) - 1`),
      basis: value('basis'),
      version: value('version'),
    },
    list: {
      rows: (alias, day) => sql`(select * from receiving_authority a where a.validity @> ${day}) ${alias}`,
      filter: {
        unitId: (row, day, bind) =>
          sql`${row}.id in ${authoritiesShownFor(sql`${bind((id: string) => idOf('Unit', id, 'filter', 'unitId'))}::uuid`, day)}`,
        line: (row, _day, bind) => sql`${row}.line = any(${bind()})`,
        receiverId: (row, _day, bind) => sql`${row}.receiver_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'receiverId'))}::uuid`,
        level: (row, _day, bind) => sql`${row}.level = any(${bind()})`,
      },
      order: {
        VALID_FROM_DESC: { by: startOf, type: 'date', descending: true },
        VALID_FROM: { by: startOf, type: 'date' },
        LINE: { by: 'line', type: 'text' },
      },
    },
  },
);
