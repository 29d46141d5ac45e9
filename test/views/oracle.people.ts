import { addDays, contains } from '../../src/shared/dates.js';
import { toGlobalId } from '../../src/shared/ids.js';
import { historyOf } from './oracle.audit.js';
import {
  bothWays,
  byBytes,
  byVietnamese,
  columns,
  holds,
  idOf,
  rowId,
  shownAll,
  shownIn,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  givenNameFirst,
} from './oracle.chapter.js';
import { inVillage, villageOf, villageOrder } from './oracle.villages.js';
import { rootPage } from './oracle.page.js';
import { lastDay, reachOf, shownUnit } from './oracle.units.js';

const peopleList: ListOracle<Shown> = {
  things: ({ rows }, day) => shownAll('Person', rows.people, day),
  filter: {
    text:
      (words: string) =>
      ({ row }) =>
        holds(row.name, words),
    village: inVillage,
    unitId: (given: string, world, day) => {
      const units = reachOf(world, rowId('Unit', given), day);
      return ({ row }) => units.has(row.unit_id) || world.rows.posts.some(post => post.person_id === row.id && units.has(post.unit_id));
    },
  },
  order: { ...bothWays('NAME', shown => givenNameFirst(shown.row.name), byVietnamese), ...villageOrder },
};

const postsOf =
  (held: boolean): Answer =>
  ({ row, day }: Shown, _, { rows }) =>
    rows.posts
      .filter(post => post.person_id === row.id && (!held || contains(post, day)))
      .toSorted((a, b) => byBytes(a.from ?? '', b.from ?? '') || byBytes(a.id, b.id))
      .map(post => ({ type: 'PersonPost', row: post, day }));

export const peopleChapter: Chapter = {
  lists: { Person: peopleList },
  nodes: { Person: rows => rows.people },
  fields: {
    Query: {
      people: rootPage('Person', peopleList),
      person: (_, { id, asOf }, { rows, today }) => shownIn('Person', rows.people, rowId('Person', id), asOf ?? today),
    },
    Person: {
      id: idOf,
      ...columns({ name: 'name', achievement: 'achievement', version: 'version' }),
      unit: ({ row, day }: Shown, _, world) => shownUnit(world, row.unit_id, day),
      village: villageOf,
      posts: postsOf(true),
      allPosts: postsOf(false),
      history: historyOf('Person'),
    },
    PersonPost: {
      id: ({ row }: Shown) => toGlobalId('PersonPost', row.id),
      ...columns({ title: 'title', validFrom: 'from' }),
      validTo: ({ row }: Shown) => lastDay(row as never),
      unit: ({ row, day }: Shown, _, world) => {
        const last = row.to === null ? day : addDays(row.to, -1);
        return shownUnit(world, row.unit_id, last < day ? last : day);
      },
    },
  },
};
