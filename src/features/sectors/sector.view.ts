import { historyOf } from '../../platform/audit/object-history.view.js';
import { computed, many, value, view, type AnyView, open } from '../../platform/views/view.js';
import { holdsWords } from '../../platform/words/words.filter.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type { Sector, SectorFilter, SectorOrder, Theme, ThemeFilter, ThemeOrder } from './sector.graphql.js';

export const sectorView: AnyView = view<Sector, SectorFilter, SectorOrder>()('Sector', {
  scope: open('a dictionary of all units'),
  one: (t, id) => `(select * from sector r where r.id = ${id}) ${t}`,
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('Sector', id)),
    code: value(t => `${t}.code`),
    name: value(t => `${t}.name`),
    validFrom: value(t => `lower(${t}.validity)`),
    validTo: computed<[LocalDate | null]>([t => `upper(${t}.validity)`], upper => (upper === null ? null : addDays(upper, -1))),
    basis: value(t => `${t}.basis`),
    version: value(t => `${t}.version`),
    history: historyOf('Sector'),
    comparesWith: many(() => sectorView, {
      parent: t => `${t}.id`,
      rows: (t, sector) =>
        `(select r.* from sector_mapping m join sector r on r.id = m.compares_with_id where m.sector_id = ${sector}) ${t}`,
      orderBy: t => `${t}.ordinal, ${t}.id`,
    }),
  },
  list: {
    rows: (t, day) => `(select * from sector r where r.validity @> ${day}) ${t}`,
    filter: { code: (t, _day, bind) => `${t}.code = ${bind()}` },
    order: { ORDINAL: { by: t => `${t}.ordinal`, type: 'integer' } },
  },
});

export const themeView: AnyView = view<Theme, ThemeFilter, ThemeOrder>()('Theme', {
  scope: open('a dictionary of all units'),
  one: (t, id) => `(select * from theme r where r.id = ${id}) ${t}`,
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('Theme', id)),
    name: value(t => `${t}.name`),
    version: value(t => `${t}.version`),
    history: historyOf('Theme'),
  },
  list: {
    rows: t => `theme ${t}`,
    filter: { text: holdsWords(t => `public.lexemes(' ' || public.search_words(${t}.name) || ' ')`) },
    order: {
      NAME: { by: t => `${t}.name collate vi_natural`, type: 'text' },
      NAME_DESC: { by: t => `${t}.name collate vi_natural`, type: 'text', descending: true },
    },
  },
});
