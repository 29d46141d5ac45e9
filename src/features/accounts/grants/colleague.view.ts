import { sql } from '../../../platform/database/sql.js';
import { computed, one, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleByUnit } from '../../../platform/views/visibility.js';
import { containsText } from '../../../platform/words/words.filter.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { givenNameFirst } from '../../people/person-name-sql.js';
import { personView } from '../../people/person.view.js';
import type { Colleague, ColleagueFilter, ColleagueOrder } from './colleague.graphql.js';

/**
 * Accounts as colleagues find each other, to give and delegate rights: those with a right at a unit that the caller reads, and those of people who
 * belong there or have a post there. What else an account is, its administrators see.
 */
export const colleagueView: AnyView = view<Colleague, ColleagueFilter, ColleagueOrder>()('Colleague', {
  scope: visibleByUnit('registry.read', (row, matches) => [
    sql`${row}.id in (select g.account_id from role_grant g where g.ended_at is null and g.unit_id ${matches})`,
    sql`${row}.id in (select l.account_id from account_person l join person p on p.id = l.person_id where p.unit_id ${matches})`,
    sql`${row}.id in (select l.account_id from account_person l join person_post p on p.person_id = l.person_id where p.unit_id ${matches})`,
  ]),
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Account', id)),
    displayName: value('display_name'),
    person: one(
      () => personView,
      (row, day) => sql`(select l.person_id from account_person l where l.account_id = ${row}.id and l.validity @> ${day})`,
    ),
  },
  list: {
    rows: alias => sql`(select * from account a where a.blocked_at is null) ${alias}`,
    filter: { text: containsText(row => sql`fold(${row}.display_name)`) },
    order: { DISPLAY_NAME: { by: row => givenNameFirst(sql`${row}.display_name`), type: 'text' } },
  },
});
