import { sql } from '../../platform/database/sql.js';
import { MOST_CHANGES, objectChangeView } from '../../platform/audit/object-history.view.js';
import { computed, many, one, value } from '../../platform/views/view-fields.js';
import { view, type AnyView } from '../../platform/views/view.js';
import { visibleToOwnerOrByUnit } from '../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { unitView } from '../../features/units/unit.view.js';
import type { SavedView, SavedViewFilter, SavedViewList, SavedViewOrder } from './saved-view.graphql.js';

/** Columns for the fields that are no column: see `saved-views.resolver.ts`. */
export interface SavedViewCarried {
  readonly lists: SavedViewList;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly ownerId: Id;
}

/** A change of a saved view: its owner's alone, unless it was made while the view was shared with the unit of the entry. */
const savedViewChangeView: AnyView = {
  ...objectChangeView,
  // Scopes are found by the name.
  name: 'SavedViewChange',
  scope: visibleToOwnerOrByUnit('savedView.read', { owner: 'owner_id', unit: 'unit_id' }),
};

export const savedViewView: AnyView = view<SavedView, SavedViewFilter, SavedViewOrder>()('SavedView', {
  scope: visibleToOwnerOrByUnit('savedView.read', { owner: 'owner_id', unit: 'unit_id' }),
  byId: (alias, id) => sql`(select * from saved_view s where s.id = ${id}) ${alias}`,
  named: 'name',
  resolverColumns: { lists: 'lists', arguments: row => sql`${row}.arguments::json`, ownerId: 'owner_id' },
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('SavedView', id)),
    name: value('name'),
    lists: value('lists'),
    arguments: value(row => sql`${row}.arguments::json`),
    unit: one(() => unitView, 'unit_id'),
    ownerName: value(row => sql`(select a.display_name from account a where a.id = ${row}.owner_id)`),
    changedAt: value('changed_at'),
    version: value('version'),
    history: many(() => objectChangeView, {
      // The latest of each unit, so that what is its owner's alone leaves others what they see.
      rows: (alias, saved) => sql`(select * from (
          select e.*, s.owner_id, row_number() over (partition by e.unit_id order by e.at desc, e.id desc) as nth
            from audit_entry e join saved_view s on s.id = e.object_id
           where e.object_type = 'SavedView' and e.object_id = ${saved}) numbered where numbered.nth <= ${MOST_CHANGES}) ${alias}`,
      orderBy: row => sql`${row}.at desc, ${row}.id desc`,
      as: () => savedViewChangeView,
    }),
  },
  list: {
    rows: alias => sql`saved_view ${alias}`,
    filter: {
      lists: (row, _day, bind) => sql`${row}.lists = any(${bind()})`,
      shared: (row, _day, bind) => sql`(${row}.unit_id is not null) = ${bind()}`,
    },
    order: {
      NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' },
      CHANGED_DESC: { by: 'changed_at', type: 'timestamptz', descending: true },
    },
  },
});
