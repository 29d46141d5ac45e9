import type { QueryRows } from '../../platform/database/query-rows.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** How many records of a unit lie outside its life. */
export interface OutsideRow {
  readonly unitId: Id;
  readonly n: number;
}

/**
 * The records that lie outside the lives of their units. The units are joined: a list of thousands would be searched for each record anew.
 * @param rows see `DatedRecords`. @param endsOn instead of the end of their lives as stored
 */
export const recordsOutside = (query: QueryRows, rows: string, units: readonly Id[], endsOn: LocalDate | null): Promise<OutsideRow[]> =>
  query<OutsideRow>(
    `select r.unit_id as "unitId", count(*)::int as n from (${rows}) r join unit u on u.id = r.unit_id
      where r.unit_id in (select unnest($1::uuid[]))
        and not case when $2::date is null then u.validity else u.validity * daterange(null, $2::date) end && r.days
      group by r.unit_id order by r.unit_id`,
    [units, endsOn],
  );
