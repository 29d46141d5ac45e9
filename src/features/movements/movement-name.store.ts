import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { FormerMovementNameEntity } from './former-movement-name.entity.js';
import { MovementErrors } from './movement.errors.js';

export interface NamedMovement {
  readonly name: string;
  readonly launcherId: Id;
  readonly version: number;
  /** The bounds of the longest period that its dates can mean. */
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
  /** Its name before the present one, and the last day of that. */
  readonly formerName: string | null;
  readonly formerLastDay: LocalDate | null;
}

/** The movement with its present and its latest former name, locked until the transaction ends. @throws MOVEMENT_NOT_FOUND */
export async function lockNamedMovement(tx: Tx, id: Id): Promise<NamedMovement> {
  const [movement] = await tx.query<NamedMovement>(
    `select m.name, m.launcher_id as "launcherId", m.version, lower(m.period) as first, upper(m.period) - 1 as last,
            f.name as "formerName", f.last_day as "formerLastDay"
       from movement m left join lateral (
         select name, last_day from former_movement_name where movement_id = m.id order by last_day desc limit 1) f on true
      where m.id = $1 for update of m`,
    [id],
  );
  if (!movement) throw MovementErrors.MOVEMENT_NOT_FOUND({ id });
  return movement;
}

export const wasRenamed = async (tx: Tx, id: Id): Promise<boolean> =>
  (await tx.query(`select from former_movement_name where movement_id = $1 limit 1`, [id])).length > 0;

export async function addFormerName(tx: Tx, movementId: Id, name: string, lastDay: LocalDate): Promise<void> {
  await tx.manager.insert(FormerMovementNameEntity, { movementId, name, lastDay });
}

export async function deleteFormerName(tx: Tx, movementId: Id, lastDay: LocalDate): Promise<void> {
  await tx.manager.delete(FormerMovementNameEntity, { movementId, lastDay });
}

export const setName = (tx: Tx, id: Id, name: string): Promise<unknown> =>
  tx.query(`update movement set name = $2, version = version + 1 where id = $1`, [id, name]);
