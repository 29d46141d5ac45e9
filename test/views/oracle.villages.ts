import { cleanVillage, VILLAGE_KIND_NAMES, type VillageKind, type VillageName } from '../../src/features/units/village.js';
import { foldText } from '../../src/shared/text.js';
import { byVietnamese, columns, type Answer, type OrderOracle, type Shown } from './oracle.chapter.js';
import type { AnyRow } from './oracle.rows.js';

const villageIn = (row: AnyRow): VillageName | null => row.village as VillageName | null;

export const inVillage =
  ({ kind, name }: { kind?: VillageKind | null; name: string }) =>
  ({ row }: Shown): boolean => {
    const village = villageIn(row);
    const wanted = kind ? cleanVillage({ kind, name }).name : name;
    return village !== null && foldText(village.name) === foldText(wanted) && (!kind || village.kind === kind);
  };

export const villageOrder: Record<'VILLAGE', OrderOracle<Shown>> = {
  VILLAGE: { key: ({ row }) => villageIn(row)?.name ?? null, compare: byVietnamese },
};

export const villageOf: Answer = ({ row, day }: Shown) => {
  const village = villageIn(row);
  return village && { type: 'Village', row: { id: row.id, ...village }, day };
};

export const villageFields = columns({ kind: 'kind', name: 'name' });

/** What search finds of a village: its kind and its name. */
export const villageWords = (row: AnyRow): string | null => {
  const village = villageIn(row);
  return village && `${village.kind === 'OTHER' ? '' : VILLAGE_KIND_NAMES[village.kind].vi} ${village.name}`;
};
