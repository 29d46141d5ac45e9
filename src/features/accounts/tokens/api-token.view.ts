import { sql } from '../../../platform/database/sql.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleToAll } from '../../../platform/views/visibility.js';
import { computed, one, value } from '../../../platform/views/view-fields.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { accountView } from '../account.view.js';
import type { ApiToken, ApiTokenFilter, ApiTokenOrder } from './api-token.graphql.js';

export const apiTokenView: AnyView = view<ApiToken, ApiTokenFilter, ApiTokenOrder>()('ApiToken', {
  scope: visibleToAll('the list asks for the right to manage all tokens'),
  byId: (alias, id) => sql`(select * from api_token k where k.id = ${id}) ${alias}`,
  named: 'name',
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('ApiToken', id)),
    name: value('name'),
    createdAt: value('created_at'),
    createdBy: one(() => accountView, 'created_by_id'),
    expiresAt: value('expires_at'),
    lastUsedAt: value('last_used_at'),
    revokedAt: value('revoked_at'),
  },
  list: {
    rows: alias => sql`api_token ${alias}`,
    filter: { revoked: (row, _day, bind) => sql`(${row}.revoked_at is not null) = ${bind()}` },
    order: {
      CREATED_DESC: { by: 'created_at', type: 'timestamptz', descending: true },
      NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' },
    },
  },
});
