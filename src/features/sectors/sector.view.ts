import { sql } from '../../platform/database/sql.js';
import { historyOf } from '../../platform/audit/object-history.view.js';
import { view, type AnyView } from '../../platform/views/view.js';
import { visibleToAll, visibleToAllOrByUnit } from '../../platform/views/visibility.js';
import { computed, many, value } from '../../platform/views/view-fields.js';
import { matchesWords } from '../../platform/words/words.filter.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import type { Sector, SectorFilter, SectorOrder, Theme, ThemeFilter, ThemeOrder } from './sector.graphql.js';

export const sectorView: AnyView = view<Sector, SectorFilter, SectorOrder>()('Sector', {
  scope: visibleToAll('a dictionary of all units'),
  byId: (alias, id) => sql`(select * from sector r where r.id = ${id}) ${alias}`,
  named: 'name',
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Sector', id)),
    code: value('code'),
    name: value('name'),
    validFrom: value(row => sql`lower(${row}.validity)`),
    validTo: computed<[LocalDate | null]>([row => sql`upper(${row}.validity)`], upper => (upper === null ? null : addDays(upper, -1))),
    basis: value('basis'),
    version: value('version'),
    history: historyOf('Sector'),
    comparesWith: many(() => sectorView, {
      rows: (alias, sector) =>
        sql`(select r.* from sector_mapping m join sector r on r.id = m.compares_with_id where m.sector_id = ${sector}) ${alias}`,
      orderBy: row => sql`${row}.ordinal, ${row}.id`,
    }),
  },
  list: {
    rows: (alias, day) => sql`(select * from sector r where r.validity @> ${day}) ${alias}`,
    filter: { code: (row, _day, bind) => sql`${row}.code = ${bind(cleanText)}` },
    order: { ORDINAL: { by: 'ordinal', type: 'integer' } },
  },
});

/** A dictionary of all units, and what only drafts have: that is seen with them, as the chapter of models adds. */
export const themeView: AnyView = view<Theme, ThemeFilter, ThemeOrder>()('Theme', {
  scope: visibleToAllOrByUnit(
    row => sql`${row}.listed`,
    'registry.read',
    () => [],
  ),
  byId: (alias, id) => sql`(select * from theme r where r.id = ${id}) ${alias}`,
  named: 'name',
  merges: true,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Theme', id)),
    name: value('name'),
    version: value('version'),
    history: historyOf('Theme'),
  },
  list: {
    rows: alias => sql`theme ${alias}`,
    filter: { text: matchesWords(row => sql`public.lexemes(' ' || public.search_words(${row}.name) || ' ')`) },
    order: {
      NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' },
      NAME_DESC: { by: row => sql`${row}.name collate vi_natural`, type: 'text', descending: true },
    },
  },
});
