import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { DecisionScanEntity } from './decision-scan.entity.js';

export async function insertScan(tx: Tx, decisionId: Id, fileId: Id): Promise<void> {
  await tx.manager.insert(DecisionScanEntity, { fileId, decisionId, attachedAt: tx.now });
}

/** @returns false where the file is no scan of the decision. */
export const deleteScan = async (tx: Tx, decisionId: Id, fileId: Id): Promise<boolean> =>
  (
    await tx.query(`with gone as (delete from decision_scan where file_id = $1 and decision_id = $2 returning 1) select from gone`, [
      fileId,
      decisionId,
    ])
  ).length > 0;

/** The decision of which the file is a scan; `undefined`: of none. */
export const decisionOfScan = async (query: QueryRows, fileId: Id): Promise<Id | undefined> =>
  (await query<{ id: Id }>(`select decision_id as id from decision_scan where file_id = $1`, [fileId]))[0]?.id;

export const isScanOf = async (query: QueryRows, decisionId: Id, fileId: Id): Promise<boolean> =>
  (await query(`select from decision_scan where file_id = $1 and decision_id = $2`, [fileId, decisionId])).length > 0;
