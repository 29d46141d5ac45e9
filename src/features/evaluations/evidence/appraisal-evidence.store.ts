import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { AppraisalEvidenceEntity } from './appraisal-evidence.entity.js';

export async function insertEvidence(tx: Tx, evidence: Omit<AppraisalEvidenceEntity, 'attachedAt'>): Promise<void> {
  await tx.manager.insert(AppraisalEvidenceEntity, { ...evidence, attachedAt: tx.now });
}

/** The criterion for which the file is evidence of the entry; `undefined` where it is not. */
export async function criterionOf(tx: Tx, evaluationId: Id, fileId: Id): Promise<string | undefined> {
  const [row] = await tx.query<{ code: string }>(`select code from appraisal_evidence where file_id = $1 and evaluation_id = $2`, [
    fileId,
    evaluationId,
  ]);
  return row?.code;
}

export const deleteEvidence = (tx: Tx, fileId: Id): Promise<unknown> =>
  tx.query(`delete from appraisal_evidence where file_id = $1`, [fileId]);
