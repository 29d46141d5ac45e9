import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import type { ClearanceResult } from '../proposal.kinds.js';
import { ProposalClearanceEntity, ProposalObjectionEntity } from '../proposal-parts.entity.js';

/** Objections without an answer, and agencies that have not answered, or object. */
export async function openParts(query: QueryRows, proposalId: Id): Promise<{ objections: number; agencies: string[] }> {
  const [row] = await query<{ objections: number; agencies: string[] }>(
    `select (select count(*)::int from proposal_objection where proposal_id = $1 and answered_on is null) as objections,
            array(select agency from proposal_clearance where proposal_id = $1 and result is distinct from 'CLEAR' order by id) as agencies`,
    [proposalId],
  );
  return row!;
}

export async function insertObjection(tx: Tx, proposalId: Id, receivedOn: LocalDate, words: string): Promise<void> {
  await tx.manager.insert(ProposalObjectionEntity, { id: newId(), proposalId, receivedOn, words, answeredOn: null, answer: null });
}

export const objectionOf = (tx: Tx, proposalId: Id, id: Id): Promise<ProposalObjectionEntity | null> =>
  tx.manager.findOneBy(ProposalObjectionEntity, { id, proposalId });

export async function keepAnswer(tx: Tx, id: Id, answer: { readonly answeredOn: LocalDate; readonly answer: string }): Promise<void> {
  await tx.manager.update(ProposalObjectionEntity, { id }, answer);
}

export async function insertClearance(tx: Tx, proposalId: Id, agency: string, askedOn: LocalDate): Promise<void> {
  const open = { answeredOn: null, result: null, words: null };
  await tx.manager.insert(ProposalClearanceEntity, { id: newId(), proposalId, agency, askedOn, ...open });
}

export const clearanceOf = (tx: Tx, proposalId: Id, id: Id): Promise<ProposalClearanceEntity | null> =>
  tx.manager.findOneBy(ProposalClearanceEntity, { id, proposalId });

export async function keepClearance(
  tx: Tx,
  id: Id,
  answer: { readonly answeredOn: LocalDate; readonly result: ClearanceResult; readonly words: string | null },
): Promise<void> {
  await tx.manager.update(ProposalClearanceEntity, { id }, answer);
}
