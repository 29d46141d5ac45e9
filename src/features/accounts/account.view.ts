import { computed, open, value, view, type AnyView } from '../../platform/views/view.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { containing } from '../../shared/text.js';
import type { Account, AccountFilter, AccountOrder } from './account.graphql.js';

export const accountView: AnyView = view<Account, AccountFilter, AccountOrder>()('Account', {
  scope: open('the list asks for the right to manage all accounts; one’s own is shown to oneself'),
  one: (t, id) => `(select * from account a where a.id = ${id}) ${t}`,
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('Account', id)),
    name: value(t => `${t}.name`),
    displayName: value(t => `${t}.display_name`),
    email: value(t => `${t}.email`),
    hasPassword: value(t => `${t}.password_hash is not null`),
    secondFactor: value(t => `exists (select from second_factor f where f.account_id = ${t}.id and f.confirmed_at is not null)`),
    createdAt: value(t => `${t}.created_at`),
    blockedAt: value(t => `${t}.blocked_at`),
  },
  list: {
    rows: t => `account ${t}`,
    filter: {
      text: (t, _day, bind) => `fold(concat_ws(' ', ${t}.name, ${t}.display_name, ${t}.email)) like ${bind(containing)}`,
      blocked: (t, _day, bind) => `(${t}.blocked_at is not null) = ${bind()}`,
    },
    order: {
      DISPLAY_NAME: { by: t => `${t}.display_name collate vi_natural`, type: 'text' },
      NAME: { by: t => `${t}.name collate vi_natural`, type: 'text' },
    },
  },
});
