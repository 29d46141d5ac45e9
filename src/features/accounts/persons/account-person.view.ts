import { sql } from '../../../platform/database/sql.js';
import { computed, one, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleToAll } from '../../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { personView } from '../../people/person.view.js';
import type { AccountPerson } from './account-person.graphql.js';

export const accountPersonView: AnyView = view<AccountPerson>()('AccountPerson', {
  scope: visibleToAll('shown within an account, which only its owner and administrators see'),
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('AccountPerson', id)),
    person: one(() => personView, 'person_id'),
    validFrom: value(row => sql`lower(${row}.validity)`),
    validTo: value(row => sql`upper(${row}.validity) - 1`),
  },
});
