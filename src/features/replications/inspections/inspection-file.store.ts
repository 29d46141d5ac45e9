import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { InspectionFileEntity } from './inspection-file.entity.js';

export async function insertInspectionFile(tx: Tx, inspectionId: Id, fileId: Id): Promise<void> {
  await tx.manager.insert(InspectionFileEntity, { fileId, inspectionId, attachedAt: tx.now });
}

/** @returns false where the file is none of the inspection. */
export const deleteInspectionFile = async (tx: Tx, inspectionId: Id, fileId: Id): Promise<boolean> =>
  (
    await tx.query(`with gone as (delete from inspection_file where file_id = $1 and inspection_id = $2 returning 1) select from gone`, [
      fileId,
      inspectionId,
    ])
  ).length > 0;

/** The inspection to which the file belongs; `undefined`: to none. */
export const inspectionWith = async (query: QueryRows, fileId: Id): Promise<Id | undefined> =>
  (await query<{ id: Id }>(`select inspection_id as id from inspection_file where file_id = $1`, [fileId]))[0]?.id;
