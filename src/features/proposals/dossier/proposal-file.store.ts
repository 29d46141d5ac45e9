import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { ProposalFileEntity } from '../proposal-parts.entity.js';
import type { DossierPart } from '../proposal.kinds.js';

export async function insertFile(tx: Tx, proposalId: Id, fileId: Id, part: DossierPart): Promise<void> {
  await tx.manager.insert(ProposalFileEntity, { fileId, proposalId, part, attachedAt: tx.now });
}

/** The part that the file was; `undefined` where it is none of the proposal. */
export const deleteFile = async (tx: Tx, proposalId: Id, fileId: Id): Promise<DossierPart | undefined> =>
  (
    await tx.query<{ part: DossierPart }>(
      `with gone as (delete from proposal_file where file_id = $1 and proposal_id = $2 returning part) select part from gone`,
      [fileId, proposalId],
    )
  )[0]?.part;

/** The proposal to whose dossier the file belongs. */
export const proposalWith = async (query: QueryRows, fileId: Id): Promise<Id | undefined> =>
  (await query<{ id: Id }>(`select proposal_id as id from proposal_file where file_id = $1`, [fileId]))[0]?.id;
