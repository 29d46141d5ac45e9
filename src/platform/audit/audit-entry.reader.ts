import type { Id } from '../../shared/ids.js';
import type { Tx } from '../database/tx.js';

/** The unit under which the first command on the object was recorded. */
export async function unitOfFirstEntry(tx: Tx, objectType: string, id: Id): Promise<Id | null> {
  const [entry] = await tx.query<{ unitId: Id | null }>(
    `select unit_id as "unitId" from audit_entry where object_type = $1 and object_id = $2 order by at, id limit 1`,
    [objectType, id],
  );
  return entry?.unitId ?? null;
}
