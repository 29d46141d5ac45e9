import { contains } from '../../src/shared/dates.js';
import { historyOf } from './oracle.audit.js';
import {
  bothWays,
  byBytes,
  byNumber,
  byVietnamese,
  columns,
  holdsWords,
  idOf,
  shownAll,
  shownIn,
  type Chapter,
  type ListOracle,
  type Shown,
} from './oracle.chapter.js';
import { rootPage } from './oracle.page.js';
import { lastDay } from './oracle.units.js';
import type { Dated } from './oracle.rows.js';

const sectorList: ListOracle<Shown> = {
  things: ({ rows }, day) =>
    shownAll(
      'Sector',
      rows.sectors.filter(sector => contains(sector, day)),
      day,
    ),
  filter: { code: (code: string) => shown => shown.row.code === code },
  order: { ORDINAL: { key: shown => shown.row.ordinal, compare: byNumber } },
};

const themeList: ListOracle<Shown> = {
  things: ({ rows }, day) => shownAll('Theme', rows.themes, day),
  filter: { text: (words: string) => shown => holdsWords([shown.row.name], words) },
  order: bothWays('NAME', shown => shown.row.name, byVietnamese),
};

export const sectorsChapter: Chapter = {
  lists: { Sector: sectorList, Theme: themeList },
  nodes: { Sector: rows => rows.sectors, Theme: rows => rows.themes },
  fields: {
    Query: { sectors: rootPage('Sector', sectorList), themes: rootPage('Theme', themeList) },
    Sector: {
      id: idOf,
      history: historyOf('Sector'),
      ...columns({ code: 'code', name: 'name', validFrom: 'from', basis: 'basis', version: 'version' }),
      validTo: ({ row }: Shown) => lastDay(row as unknown as Dated),
      comparesWith: ({ row, day }: Shown, _, { rows }) =>
        rows.mappings
          .filter(mapping => mapping.sector_id === row.id)
          .map(mapping => shownIn('Sector', rows.sectors, mapping.compares_with_id!, day)!)
          .toSorted((a, b) => byNumber(a.row.ordinal, b.row.ordinal) || byBytes(a.row.id, b.row.id)),
    },
    Theme: { id: idOf, history: historyOf('Theme'), ...columns({ name: 'name', version: 'version' }) },
  },
};
