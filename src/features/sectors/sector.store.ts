import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { SectorEntity } from './sector.entity.js';

/** Puts a new sector after all others. */
const NEXT_ORDINAL = (): string => '(select coalesce(max(ordinal), 0) + 1 from sector)';

/** Whether a sector in force on a day of `validity` has the code. @param validity a range literal, such as `[2026-01-01,)`. */
export const isCodeTaken = async (tx: Tx, code: string, validity: string): Promise<boolean> =>
  (await tx.query(`select from sector where code = $1 and validity && $2::daterange`, [code, validity])).length > 0;

export async function insertSector(
  tx: Tx,
  sector: Pick<SectorEntity, 'id' | 'code' | 'name' | 'basis'> & { readonly validity: string },
): Promise<void> {
  await tx.manager.insert(SectorEntity, { ...sector, ordinal: NEXT_ORDINAL });
}

export const insertMapping = (tx: Tx, sectorId: Id, comparesWithId: Id): Promise<unknown> =>
  tx.query(`insert into sector_mapping (sector_id, compares_with_id) values ($1, $2) on conflict do nothing`, [sectorId, comparesWithId]);

interface LockedSector {
  readonly from: LocalDate | null;
  /** The first day on which it is no longer in force. */
  readonly to: LocalDate | null;
  readonly version: number;
}

export async function lockSector(tx: Tx, id: Id): Promise<LockedSector | undefined> {
  const [sector] = await tx.query<LockedSector>(
    `select lower(validity) as "from", upper(validity) as "to", version from sector where id = $1 for update`,
    [id],
  );
  return sector;
}

/** @param to the first day on which it is no longer in force. */
export const endValidity = (tx: Tx, id: Id, to: LocalDate): Promise<unknown> =>
  tx.query(`update sector set validity = daterange(lower(validity), $2::date), version = version + 1 where id = $1`, [id, to]);
