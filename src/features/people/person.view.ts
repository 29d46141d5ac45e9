import { givenNameFirst } from './person-name-sql.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import { historyOf } from '../../platform/audit/object-history.view.js';
import { containsText } from '../../platform/words/words.filter.js';
import { idOf } from '../../platform/graphql/node.js';
import { view, type AnyView, type ViewField } from '../../platform/views/view.js';
import { visibleByUnitOrSelf, visibleToAll, type OwnershipPaths } from '../../platform/views/visibility.js';
import { computed, many, one, throughTable, value } from '../../platform/views/view-fields.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { reachOf } from '../units/unit-reach-sql.js';
import { byVillage, isInVillage, villageOfRow } from '../units/village.view.js';
import { unitView } from '../units/unit.view.js';
import type { Person, PersonFilter, PersonOrder, PersonPost } from './person.graphql.js';

const postsWhere = (condition: (day: Sql) => Sql): ViewField =>
  many(() => personPostView, {
    rows: (alias, person, day) => sql`(select * from person_post p where p.person_id = ${person}${condition(day)}) ${alias}`,
    orderBy: row => sql`lower(${row}.validity) nulls first, ${row}.id`,
  });

/** A person belongs to their unit and to every unit in which they hold or held a post. */
const unitsOfPerson: OwnershipPaths = (row, matches, driving) => [
  sql`${row}.unit_id ${matches}`,
  throughTable(row, { column: sql`p.person_id`, rows: sql`person_post p`, where: sql`p.unit_id ${matches}` }, driving),
];

/** Who sees a person: those of these units, and the person. */
const ownersOfPerson: OwnershipPaths = (row, matches, driving) => [...unitsOfPerson(row, matches, driving), sql`${row}.id ${matches}`];

/** What the API shows of a person. No view reads `personal_data`. */
export const personView: AnyView = view<Person, PersonFilter, PersonOrder>()('Person', {
  // Chapters above extend the scope: a caller who sees a model also sees the people it names (`app/views.ts`).
  scope: visibleByUnitOrSelf('registry.read', ownersOfPerson),
  byId: (alias, id) => sql`(select * from person p where p.id = ${id}) ${alias}`,
  named: 'name',
  merges: true,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Person', id)),
    name: value('name'),
    achievement: value('achievement'),
    unit: one(() => unitView, 'unit_id'),
    village: villageOfRow,
    posts: postsWhere(day => sql` and p.validity @> ${day}`),
    allPosts: postsWhere(() => sql``),
    version: value('version'),
    history: historyOf('Person'),
  },
  list: {
    rows: alias => sql`person ${alias}`,
    filter: {
      text: containsText(row => sql`${row}.folded`),
      village: isInVillage,
      unitId: {
        keys: (day, bind) =>
          reachOf(
            bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
            day,
          ),
        paths: unitsOfPerson,
      },
    },
    order: {
      NAME: { by: row => givenNameFirst(sql`${row}.name`), type: 'text' },
      NAME_DESC: { by: row => givenNameFirst(sql`${row}.name`), type: 'text', descending: true },
      VILLAGE: byVillage,
    },
  },
});

export const personPostView: AnyView = view<PersonPost>()('PersonPost', {
  scope: visibleToAll('shown within a person, whose scope applies'),
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('PersonPost', id)),
    title: value('title'),
    unit: one(
      () => unitView,
      'unit_id',
      // The unit as of the last day of the post, or as of the requested day if that is earlier.
      (row, day) => sql`coalesce(least(upper(${row}.validity) - 1, ${day}), ${day})`,
    ),
    validFrom: value(row => sql`lower(${row}.validity)`),
    validTo: computed<[LocalDate | null]>([row => sql`upper(${row}.validity)`], upper => (upper === null ? null : addDays(upper, -1))),
  },
});
