import { sql } from '../../platform/database/sql.js';
import type { RecordKind } from '../../platform/records/record-kind.js';
import { SectorErrors } from './sector.errors.js';
import { themeView } from './sector.view.js';
import { listThemes } from './theme.store.js';

/** A theme is a free name, so two themes of different names can be the same: nothing has to agree before they are merged. */
export const themeRecords: RecordKind = {
  type: 'Theme',
  table: 'theme',
  seenBy: themeView,
  notFound: SectorErrors.THEME_NOT_FOUND,
  trail: 'theme',
  action: 'theme.edit',
  unit: null,
  merging: {
    agree: {},
    // The kept one takes over the models of the doubled one: what all units saw, they go on seeing.
    check: async (tx, kept, doubled) => {
      if (doubled.listed) await listThemes(tx, sql`$1`, [kept.id]);
    },
  },
};
