import { sql } from '../../../platform/database/sql.js';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { UnitLine } from '../unit-kinds.js';
import { reachOf } from '../unit-reach-sql.js';
import { nameOn, wholeSuccessorOn } from '../unit-sql.js';
import { ServedTerritoryErrors } from './served-territory.errors.js';

export interface GivenServedTerritory {
  readonly bodyId: Id;
  readonly territoryId: Id;
  readonly validFrom: LocalDate;
  /** `null`: it continues. */
  readonly validTo: LocalDate | null;
  readonly basis: string;
}

export interface ServedTerritoryRow extends GivenServedTerritory {
  readonly id: Id;
  readonly version: number;
}

/** A unit as far as it matters to who works for it, or for whom it works. */
export interface UnitOfService {
  readonly id: Id;
  readonly line: UnitLine;
  readonly name: string;
  /** Whether it is in force on the day. */
  readonly inForce: boolean;
  /** `null`: it continues. */
  readonly lastDay: LocalDate | null;
}

/** The units as of the day, locked until the transaction ends, so that two commands on one of them follow each other. */
export async function lockUnitsOfService(tx: Tx, ids: readonly Id[], day: LocalDate): Promise<ReadonlyMap<Id, UnitOfService>> {
  const rows = await tx.query<UnitOfService>(
    `select u.id, u.line, ${nameOn(sql`u.id`, sql`$2::date`)} as name, u.validity @> $2::date as "inForce", upper(u.validity) - 1 as "lastDay"
       from unit u where u.id = any($1::uuid[]) order by u.id for no key update`,
    [ids, day],
  );
  return new Map(rows.map(row => [row.id, row]));
}

/** The assignment, locked until the transaction ends. @throws SERVED_TERRITORY_NOT_FOUND */
export async function lockServedTerritory(tx: Tx, id: Id): Promise<ServedTerritoryRow> {
  const [row] = await tx.query<ServedTerritoryRow>(
    `select id, body_id as "bodyId", territory_id as "territoryId", lower(validity) as "validFrom", upper(validity) - 1 as "validTo", basis, version
       from served_territory where id = $1 for update`,
    [id],
  );
  if (!row) throw ServedTerritoryErrors.SERVED_TERRITORY_NOT_FOUND({ id });
  return row;
}

/**
 * The territories that these units work for today or later, by themselves, by what they wholly passed to, or for what wholly passed into that: each as
 * the unit at which it counts when the assignment holds.
 */
export async function territoriesServedBy(query: QueryRows, unitIds: readonly Id[], today: LocalDate): Promise<Id[]> {
  const rows = await query<{ id: Id }>(
    `with recursive heirs (id) as (
       select unnest($1::uuid[])
       union
       select c.successor_id from heirs join unit_succession c on c.predecessor_id = heirs.id and c.whole),
     went_on (id) as (
       select id from heirs
       union
       select c.predecessor_id from went_on join unit_succession c on c.successor_id = went_on.id and c.whole)
     select distinct lasting_territory.id from went_on join served_territory served on served.body_id = went_on.id
       cross join lateral ${wholeSuccessorOn(sql`served.territory_id`, sql`greatest(lower(served.validity), $2::date)`)} lasting_territory
      where upper_inf(served.validity) or upper(served.validity) > $2::date`,
    [unitIds, today],
  );
  return rows.map(({ id }) => id);
}

/** The same territories with all units in them. */
export async function unitsServedBy(query: QueryRows, unitIds: readonly Id[], today: LocalDate): Promise<Id[]> {
  const territories = unitIds.length > 0 ? await territoriesServedBy(query, unitIds, today) : [];
  return territories.length > 0 ? [...territories, ...(await unitsIn(query, territories, today))] : [];
}

/** The units of all lines that a right at one of the territories reaches today. */
export async function unitsIn(query: QueryRows, territoryIds: readonly Id[], today: LocalDate): Promise<Id[]> {
  const rows = await query<{ id: Id }>(
    `select distinct reached.id from unnest($1::uuid[]) asked (id)
       cross join lateral ${wholeSuccessorOn(sql`asked.id`, sql`$2::date`)} lasting cross join lateral ${reachOf(sql`lasting.id`, sql`$2::date`)} reached`,
    [territoryIds, today],
  );
  return rows.map(({ id }) => id);
}

/** The days of another assignment of the same territory to the same body, on one of these days. @param self the assignment itself, where it exists. */
export async function otherAssignment(
  tx: Tx,
  { bodyId, territoryId, validFrom, validTo }: Omit<GivenServedTerritory, 'basis'>,
  self: Id | null,
): Promise<string | undefined> {
  const [other] = await tx.query<{ period: string }>(
    `select validity::text as period from served_territory
      where body_id = $1 and territory_id = $2 and validity && daterange($3, $4, '[]') and id is distinct from $5 order by validity limit 1`,
    [bodyId, territoryId, validFrom, validTo, self],
  );
  return other?.period;
}
