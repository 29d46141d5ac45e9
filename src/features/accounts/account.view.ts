import { givenNameFirst } from '../people/person-name-sql.js';
import { sql } from '../../platform/database/sql.js';
import { view, type AnyView } from '../../platform/views/view.js';
import { visibleToAll } from '../../platform/views/visibility.js';
import { computed, many, one, value } from '../../platform/views/view-fields.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { personView } from '../people/person.view.js';
import { containsText } from '../../platform/words/words.filter.js';
import { accountPersonView } from './persons/account-person.view.js';
import type { Account, AccountFilter, AccountOrder } from './account.graphql.js';

export const accountView: AnyView = view<Account, AccountFilter, AccountOrder>()('Account', {
  scope: visibleToAll('the list asks for the right to manage all accounts; one’s own is shown to oneself'),
  byId: (alias, id) => sql`(select * from account a where a.id = ${id}) ${alias}`,
  named: 'display_name',
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Account', id)),
    name: value('name'),
    displayName: value('display_name'),
    email: value('email'),
    person: one(
      () => personView,
      (row, day) => sql`(select l.person_id from account_person l where l.account_id = ${row}.id and l.validity @> ${day})`,
    ),
    people: many(() => accountPersonView, {
      rows: (alias, account) => sql`(select * from account_person l where l.account_id = ${account}) ${alias}`,
      orderBy: row => sql`${row}.validity`,
    }),
    hasPassword: value(row => sql`${row}.password_hash is not null`),
    secondFactor: value(row => sql`exists (select from second_factor f where f.account_id = ${row}.id and f.confirmed_at is not null)`),
    createdAt: value('created_at'),
    blockedAt: value('blocked_at'),
  },
  list: {
    rows: alias => sql`account ${alias}`,
    filter: {
      text: containsText(row => sql`fold(concat_ws(' ', ${row}.name, ${row}.display_name, ${row}.email))`),
      blocked: (row, _day, bind) => sql`(${row}.blocked_at is not null) = ${bind()}`,
    },
    order: {
      DISPLAY_NAME: { by: row => givenNameFirst(sql`${row}.display_name`), type: 'text' },
      NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' },
    },
  },
});
