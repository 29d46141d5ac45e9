import { historyOf } from '../../platform/audit/object-history.view.js';
import { idOf } from '../../platform/graphql/node.js';
import {
  computed,
  many,
  ofUnits,
  one,
  open,
  through,
  value,
  view,
  type AnyView,
  type ViewField,
  type Ways,
} from '../../platform/views/view.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { containing } from '../../shared/text.js';
import { subtreeWithPredecessors } from '../units/unit-sql.js';
import { unitView } from '../units/unit.view.js';
import type { Person, PersonFilter, PersonOrder, PersonPost } from './person.graphql.js';

const postsWhere = (condition: (day: string) => string): ViewField =>
  many(() => personPostView, {
    parent: t => `${t}.id`,
    rows: (t, person, day) => `(select * from person_post p where p.person_id = ${person}${condition(day)}) ${t}`,
    orderBy: t => `lower(${t}.validity) nulls first, ${t}.id`,
  });

/** A person belongs to the unit they stand with, and to each in which they hold or held a post. */
const belongsTo: Ways = (t, is, leads) => [
  `${t}.unit_id ${is}`,
  through(t, { column: 'p.person_id', rows: 'person_post p', where: `p.unit_id ${is}` }, leads),
];

/** What is shown of a person. Nothing of `personal_data` is ever in a view. */
export const personView: AnyView = view<Person, PersonFilter, PersonOrder>()('Person', {
  // Chapters above add ways: whoever sees a model sees whose it is.
  scope: ofUnits('registry.read', belongsTo),
  one: (t, id) => `(select * from person p where p.id = ${id}) ${t}`,
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('Person', id)),
    name: value(t => `${t}.name`),
    achievement: value(t => `${t}.achievement`),
    unit: one(
      () => unitView,
      t => `${t}.unit_id`,
    ),
    posts: postsWhere(day => ` and p.validity @> ${day}`),
    allPosts: postsWhere(() => ''),
    version: value(t => `${t}.version`),
    history: historyOf('Person'),
  },
  list: {
    rows: t => `person ${t}`,
    filter: {
      text: (t, _day, bind) => `${t}.folded like ${bind(containing)}`,
      unitId: {
        keys: (day, bind) =>
          subtreeWithPredecessors(
            bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
            day,
          ),
        ways: belongsTo,
      },
    },
    order: {
      NAME: { by: t => `${t}.name collate vi_natural`, type: 'text' },
      NAME_DESC: { by: t => `${t}.name collate vi_natural`, type: 'text', descending: true },
    },
  },
});

export const personPostView: AnyView = view<PersonPost>()('PersonPost', {
  scope: open('shown within a person, by whom it is told who sees them'),
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('PersonPost', id)),
    title: value(t => `${t}.title`),
    unit: one(
      () => unitView,
      t => `${t}.unit_id`,
      // As it stood while the post was held: on its last day, or today.
      (t, day) => `coalesce(least(upper(${t}.validity) - 1, ${day}), ${day})`,
    ),
    validFrom: value(t => `lower(${t}.validity)`),
    validTo: computed<[LocalDate | null]>([t => `upper(${t}.validity)`], upper => (upper === null ? null : addDays(upper, -1))),
  },
});
