import { computed, one, value, view, type AnyView, open } from '../../../platform/views/view.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { accountView } from '../account.view.js';
import type { ApiToken, ApiTokenFilter, ApiTokenOrder } from './api-token.graphql.js';

export const apiTokenView: AnyView = view<ApiToken, ApiTokenFilter, ApiTokenOrder>()('ApiToken', {
  scope: open('the list asks for the right to manage all tokens'),
  one: (t, id) => `(select * from api_token k where k.id = ${id}) ${t}`,
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('ApiToken', id)),
    name: value(t => `${t}.name`),
    createdAt: value(t => `${t}.created_at`),
    createdBy: one(
      () => accountView,
      t => `${t}.created_by_id`,
    ),
    expiresAt: value(t => `${t}.expires_at`),
    lastUsedAt: value(t => `${t}.last_used_at`),
    revokedAt: value(t => `${t}.revoked_at`),
  },
  list: {
    rows: t => `api_token ${t}`,
    filter: { revoked: (t, _day, bind) => `(${t}.revoked_at is not null) = ${bind()}` },
    order: {
      CREATED_DESC: { by: t => `${t}.created_at`, type: 'timestamptz', descending: true },
      NAME: { by: t => `${t}.name collate vi_natural`, type: 'text' },
    },
  },
});
