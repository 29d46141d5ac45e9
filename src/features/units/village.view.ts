import { literal, sql, words, type Sql } from '../../platform/database/sql.js';
import { view, visibleToAll, type AnyView, type Condition, type Order, type ViewField } from '../../platform/views/view.js';
import { lateralOne, value } from '../../platform/views/view-fields.js';
import type { Village } from './village.graphql.js';
import { cleanVillage, VILLAGE_KIND_NAMES, type VillageKind } from './village.js';

export const villageView: AnyView = view<Village>()('Village', {
  scope: visibleToAll('shown within what has it'),
  fields: { kind: value('kind'), name: value('name') },
});

/** The village of a row with the column `village` (jsonb with `kind` and `name`); null where it has none. */
export const villageOfRow: ViewField = lateralOne(
  () => villageView,
  (alias, row) =>
    sql`(select ${row}.id, ${row}.village ->> 'kind' as kind, ${row}.village ->> 'name' as name where ${row}.village is not null) ${alias}`,
);

interface GivenVillage {
  readonly kind?: VillageKind | null;
  readonly name: string;
}

/** Rows of a village by its name, compared without marks and case, and by its kind where it is given. */
export const isInVillage: Condition = (row, _day, bind) =>
  sql`(fold(${row}.village ->> 'name') = fold(${bind(({ kind, name }: GivenVillage) => (kind ? cleanVillage({ kind, name }).name : name))})
    and ${row}.village ->> 'kind' = coalesce(${bind(({ kind }: GivenVillage) => kind ?? null)}::text, ${row}.village ->> 'kind'))`;

/** By the name of the village, 9 before 10; rows without one come last. */
export const byVillage: Order = {
  by: row => sql`(${row}.village ->> 'name') collate vi_natural`,
  type: 'text',
  nullable: true,
  isUnindexed: true,
};

/** “thôn 3”: the village of a row as people write it; null where it has none. */
export const villageText = (row: Sql): Sql =>
  sql`(case ${row}.village ->> 'kind' ${words(
    Object.entries(VILLAGE_KIND_NAMES)
      .filter(([kind]) => kind !== 'OTHER')
      .map(([kind, { vi }]) => sql`when ${literal(kind)} then ${literal(`${vi} `)}`),
  )} else '' end || (${row}.village ->> 'name'))`;
