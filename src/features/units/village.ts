import { foldText, cleanText } from '../../shared/text.js';
import type { Bilingual } from '../../shared/language.js';

/**
 * The kinds of residential communities below a commune (thôn, tổ dân phố và tương đương). They are no administrative units: they have no code in
 * the official lists, no level and no successions, so a village is a name within the unit of what has it. A working list of the usual names.
 */
export const VillageKind = {
  THON: 'THON',
  LANG: 'LANG',
  AP: 'AP',
  BAN: 'BAN',
  BUON: 'BUON',
  XOM: 'XOM',
  KHOM: 'KHOM',
  TO_DAN_PHO: 'TO_DAN_PHO',
  KHU_PHO: 'KHU_PHO',
  KHOI_PHO: 'KHOI_PHO',
  KHU_DAN_CU: 'KHU_DAN_CU',
  OTHER: 'OTHER',
} as const;
export type VillageKind = keyof typeof VillageKind;

export const VILLAGE_KIND_NAMES: Readonly<Record<VillageKind, Bilingual>> = {
  THON: { vi: 'thôn', en: 'village (thôn)' },
  LANG: { vi: 'làng', en: 'village (làng)' },
  AP: { vi: 'ấp', en: 'hamlet (ấp)' },
  BAN: { vi: 'bản', en: 'village (bản)' },
  BUON: { vi: 'buôn', en: 'village (buôn)' },
  XOM: { vi: 'xóm', en: 'hamlet (xóm)' },
  KHOM: { vi: 'khóm', en: 'residential group (khóm)' },
  TO_DAN_PHO: { vi: 'tổ dân phố', en: 'residential group (tổ dân phố)' },
  KHU_PHO: { vi: 'khu phố', en: 'quarter (khu phố)' },
  KHOI_PHO: { vi: 'khối phố', en: 'quarter (khối phố)' },
  KHU_DAN_CU: { vi: 'khu dân cư', en: 'residential area (khu dân cư)' },
  OTHER: { vi: 'nơi khác', en: 'of another kind' },
};

/** A village by its kind and its name without it: `{ kind: 'THON', name: '3' }`, `{ kind: 'BAN', name: 'Nà Lốc' }`. */
export interface VillageName {
  readonly kind: VillageKind;
  readonly name: string;
}

/** The name without its kind, however it was typed: “Thôn 3” and “3” of the kind THON are one village. */
export function cleanVillage({ kind, name: given }: VillageName): VillageName {
  const name = cleanText(given);
  const word = VILLAGE_KIND_NAMES[kind].vi;
  const begins = foldText(name).startsWith(`${foldText(word)} `);
  return { kind, name: begins ? name.split(/\s+/u).slice(word.split(' ').length).join(' ') : name };
}

/** The rule of a column `village`, which models and people have. */
export const VILLAGE_CHECK = `(village ->> 'kind') in (${Object.keys(VillageKind)
  .map(kind => `'${kind}'`)
  .join(', ')})
  and length(village ->> 'name') between 1 and 100 and village - 'kind' - 'name' = '{}'::jsonb`;
