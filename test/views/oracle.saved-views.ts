import { historyOf } from './oracle.audit.js';
import { byNumber, byVietnamese, columns, idOf, moment, shownAll, type Chapter, type ListOracle, type Shown } from './oracle.chapter.js';
import { rootPage } from './oracle.page.js';
import { shownUnit } from './oracle.units.js';

const savedViewList: ListOracle<Shown> = {
  things: ({ rows }, day) => shownAll('SavedView', rows.savedViews, day),
  filter: {
    lists:
      (lists: string[]) =>
      ({ row }) =>
        lists.includes(row.lists),
    shared:
      (shared: boolean) =>
      ({ row }) =>
        (row.unit_id !== null) === shared,
  },
  order: {
    NAME: { key: ({ row }) => row.name, compare: byVietnamese },
    CHANGED_DESC: { key: ({ row }) => row.changed_at.getTime(), compare: byNumber, descending: true },
  },
};

export const savedViewsChapter: Chapter = {
  lists: { SavedView: savedViewList },
  nodes: { SavedView: rows => rows.savedViews },
  fields: {
    Query: { savedViews: rootPage('SavedView', savedViewList) },
    SavedView: {
      id: idOf,
      ...columns({ name: 'name', lists: 'lists', arguments: 'arguments', version: 'version' }),
      unit: ({ row, day }: Shown, _, world) => (row.unit_id === null ? null : shownUnit(world, row.unit_id, day)),
      ownerName: ({ row }: Shown, _, { all }) => all.accounts.find(({ id }) => id === row.owner_id)!.display_name,
      changedAt: moment('changed_at'),
      history: historyOf('SavedView', ({ rows }) => rows.savedViewChanges),
    },
  },
};
