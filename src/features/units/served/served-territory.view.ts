import { sql, type Sql } from '../../../platform/database/sql.js';
import { computed, many, one, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView, type ViewField } from '../../../platform/views/view.js';
import { visibleToAll } from '../../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { unitView } from '../unit.view.js';
import type { ServedTerritory } from './served-territory.graphql.js';

export const servedTerritoryView: AnyView = view<ServedTerritory>()('ServedTerritory', {
  scope: visibleToAll('units are public'),
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('ServedTerritory', id)),
    body: one(() => unitView, 'body_id'),
    territory: one(() => unitView, 'territory_id'),
    validFrom: value(row => sql`lower(${row}.validity)`),
    validTo: value(row => sql`upper(${row}.validity) - 1`),
    basis: value('basis'),
    version: value('version'),
  },
});

const servedWhere = (column: Sql): ViewField =>
  many(() => servedTerritoryView, {
    rows: (alias, unit) => sql`(select * from served_territory t where t.${column} = ${unit}) ${alias}`,
    orderBy: row => sql`lower(${row}.validity), ${row}.id`,
  });

/** The fields `servedTerritories` and `servedBy` of units. */
export const servedTerritoriesOfUnit = servedWhere(sql`body_id`);
export const bodiesServingUnit = servedWhere(sql`territory_id`);
