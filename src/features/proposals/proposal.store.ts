import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import { hashOf, type FlatContent } from './proposal.content.js';
import { contentOf } from './proposal.finder.js';
import { ProposalEntity, ProposalSnapshotEntity } from './proposal.entity.js';
import { ProposalItemEntity } from './proposal-parts.entity.js';

export type ProposalRow = ProposalEntity;
export type ItemRow = ProposalItemEntity;

/** The proposal, locked against other writers until the transaction ends. */
export const lockProposal = (tx: Tx, id: Id): Promise<ProposalRow | null> =>
  tx.manager.findOne(ProposalEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });

/** Its lines, by number. */
export const itemsOf = (tx: Tx, proposalId: Id): Promise<ItemRow[]> =>
  tx.manager.find(ProposalItemEntity, { where: { proposalId }, order: { number: 'ASC' } });

const NEW = {
  issuerId: null,
  state: 'DRAFT',
  sentOn: null,
  receivedOn: null,
  returnedOn: null,
  returnReason: null,
  commentFrom: null,
  commentDays: null,
  commentTo: null,
  decisionId: null,
  despiteReason: null,
  version: 1,
} as const;

/** A new draft without lines; its hash follows with them (`keepContent`). */
export async function insertProposal(
  tx: Tx,
  row: Pick<ProposalRow, 'id' | 'proposerId' | 'roundId' | 'councilId' | 'title'>,
): Promise<void> {
  await tx.manager.insert(ProposalEntity, { ...NEW, ...row, draftedOn: tx.today, contentHash: hashOf({}) });
}

export async function replaceItems(tx: Tx, proposalId: Id, rows: readonly ItemRow[]): Promise<void> {
  await tx.manager.delete(ProposalItemEntity, { proposalId });
  await tx.manager.insert(ProposalItemEntity, [...rows] as never);
}

/** The version is raised by `changeProposal`, where the content is another one then. */
export async function retitle(tx: Tx, id: Id, title: string): Promise<void> {
  await tx.manager.update(ProposalEntity, { id }, { title });
}

export async function changeProposal(
  tx: Tx,
  { id, version }: Pick<ProposalRow, 'id' | 'version'>,
  changes: Partial<ProposalRow>,
): Promise<void> {
  await tx.manager.update(ProposalEntity, { id }, { ...changes, version: version + 1 } as never);
}

/** What came of the lines: a commendation, or why it was left out. */
export async function keepOutcome(
  tx: Tx,
  outcomes: readonly { readonly id: Id; readonly commendationId: Id | null; readonly reason: string | null }[],
): Promise<void> {
  await tx.query(
    `update proposal_item i set commendation_id = o.commendation_id, left_out_reason = o.reason
       from unnest($1::uuid[], $2::uuid[], $3::text[]) o (id, commendation_id, reason) where i.id = o.id`,
    [outcomes.map(({ id }) => id), outcomes.map(({ commendationId }) => commendationId), outcomes.map(({ reason }) => reason)],
  );
}

/** Stores the hash of what the proposal says now, and that content, so that an approval of it can be compared later. @returns the hash */
export async function keepContent(tx: Tx, id: Id): Promise<string> {
  const content = await contentOf(tx.query, id);
  const hash = hashOf(content);
  await tx.manager
    .createQueryBuilder()
    .insert()
    .into(ProposalSnapshotEntity)
    .values({ proposalId: id, hash, content })
    .orIgnore()
    .execute();
  await tx.query(`update proposal set content_hash = $2 where id = $1`, [id, hash]);
  return hash;
}

/** What the proposal said when it had this hash; `undefined`: it never had. */
export const contentWith = async (tx: Tx, id: Id, hash: string): Promise<FlatContent | undefined> =>
  (await tx.manager.findOneBy(ProposalSnapshotEntity, { proposalId: id, hash }))?.content;

/** The proposal with all that belongs to it. */
export async function deleteProposal(tx: Tx, id: Id): Promise<void> {
  for (const part of ['item', 'file', 'clearance', 'objection', 'snapshot'])
    await tx.query(`delete from proposal_${part} where proposal_id = $1`, [id]);
  await tx.query(`delete from proposal where id = $1`, [id]);
}
