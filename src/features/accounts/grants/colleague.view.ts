import { sql, type Sql } from '../../../platform/database/sql.js';
import { computed, one, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleByUnit } from '../../../platform/views/visibility.js';
import { containsText } from '../../../platform/words/words.filter.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { givenNameFirst } from '../../people/person-name-sql.js';
import { personView } from '../../people/person.view.js';
import { inForce } from './grant.view.js';
import type { Colleague, ColleagueFilter, ColleagueOrder } from './colleague.graphql.js';

/** The account is that of a person on the day of the list. @param who the rows of people, `l` is the link. */
const isOfPerson = (row: Sql, who: Sql): Sql =>
  sql`exists (select from account_person l join ${who} where l.account_id = ${row}.id and l.validity @> ${row}.day)`;

/**
 * Accounts as colleagues find each other, to give and delegate rights: those with a right in force at a unit that the caller reads, and those of people
 * who belong there or have a post there today. What else an account is, its administrators see.
 */
export const colleagueView: AnyView = view<Colleague, ColleagueFilter, ColleagueOrder>()('Colleague', {
  scope: visibleByUnit('registry.read', (row, matches) => [
    sql`exists (select from role_grant g where g.account_id = ${row}.id and ${inForce(sql`g`, sql`${row}.day`)} and g.unit_id ${matches})`,
    isOfPerson(row, sql`person p on p.id = l.person_id and p.unit_id ${matches}`),
    isOfPerson(row, sql`person_post p on p.person_id = l.person_id and p.validity @> ${row}.day and p.unit_id ${matches}`),
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
    rows: (alias, day) => sql`(select a.*, ${day} as day from account a where a.blocked_at is null) ${alias}`,
    filter: { text: containsText(row => sql`fold(${row}.display_name)`) },
    order: { DISPLAY_NAME: { by: row => givenNameFirst(sql`${row}.display_name`), type: 'text' } },
  },
});
