import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { FlatContent } from './proposal.content.js';
import type { ProposalState } from './proposal.lifecycle.js';

/** A proposal (tờ trình đề nghị khen thưởng): who should be granted what, sent to the body that has the power. */
@Entity('proposal')
@Check('proposal_sent', `(issuer_id is null) = (sent_on is null) and (sent_on is null) = (received_on is null) and received_on >= sent_on`)
@Check('proposal_stands', `state = 'DRAFT' or sent_on is not null`)
@Check('proposal_returned', `(returned_on is null) = (return_reason is null) and (state <> 'RETURNED' or returned_on is not null)`)
@Check('proposal_decided', `(state = 'DECIDED') = (decision_id is not null)`)
@Check('proposal_comment', `(comment_from is null) = (comment_days is null) and (comment_from is null) = (comment_to is null)`)
export class ProposalEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'proposal_pk' })
  id: Id;

  @Column('uuid', { name: 'proposer_id' })
  @ForeignKey('unit', { name: 'proposal_proposer_fk' })
  @Index('proposal_proposer')
  proposerId: Id;

  /** The body to which it was sent last. */
  @Column('uuid', { name: 'issuer_id', nullable: true })
  @ForeignKey('unit', { name: 'proposal_issuer_fk' })
  @Index('proposal_issuer', { where: 'issuer_id is not null' })
  issuerId: Id | null;

  @Column('uuid', { name: 'round_id', nullable: true })
  @ForeignKey('appraisal_round', { name: 'proposal_round_fk' })
  @Index('proposal_round', { where: 'round_id is not null' })
  roundId: Id | null;

  @Column('uuid', { name: 'council_id', nullable: true })
  @ForeignKey('council', { name: 'proposal_council_fk' })
  @Index('proposal_council', { where: 'council_id is not null' })
  councilId: Id | null;

  @Column('text', { name: 'title' })
  @Check('proposal_title', `length(title) between 1 and 500`)
  title: string;

  @Column('text', { name: 'state' })
  @Check('proposal_state', `state in ('DRAFT', 'SENT', 'RETURNED', 'DECIDED')`)
  state: ProposalState;

  @Column('date', { name: 'drafted_on' })
  draftedOn: LocalDate;

  @Column('date', { name: 'sent_on', nullable: true })
  sentOn: LocalDate | null;

  /** The day on which the dossier was received for appraisal: it decides which law governs. */
  @Column('date', { name: 'received_on', nullable: true })
  receivedOn: LocalDate | null;

  @Column('date', { name: 'returned_on', nullable: true })
  returnedOn: LocalDate | null;

  @Column('text', { name: 'return_reason', nullable: true })
  @Check('proposal_return_reason', `length(return_reason) between 1 and 2000`)
  returnReason: string | null;

  @Column('date', { name: 'comment_from', nullable: true })
  commentFrom: LocalDate | null;

  @Column('integer', { name: 'comment_days', nullable: true })
  @Check('proposal_comment_days', `comment_days between 1 and 60`)
  commentDays: number | null;

  /** The last day on which objections are taken. */
  @Column('date', { name: 'comment_to', nullable: true })
  commentTo: LocalDate | null;

  @Column('uuid', { name: 'decision_id', nullable: true })
  @ForeignKey('decision', { name: 'proposal_decision_fk' })
  @Index('proposal_decision', { where: 'decision_id is not null' })
  decisionId: Id | null;

  /** Why it was decided with objections or clearances open. */
  @Column('text', { name: 'despite_reason', nullable: true })
  @Check('proposal_despite_reason', `length(despite_reason) between 1 and 2000`)
  despiteReason: string | null;

  /** Of the present content; once decided, of what was approved. */
  @Column('text', { name: 'content_hash' })
  @Check('proposal_content_hash', `content_hash ~ '^[0-9a-f]{64}$'`)
  contentHash: string;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** What a proposal said at one time: an approval of it is compared with the present content field by field. */
@Entity('proposal_snapshot')
export class ProposalSnapshotEntity {
  @PrimaryColumn('uuid', { name: 'proposal_id', primaryKeyConstraintName: 'proposal_snapshot_pk' })
  @ForeignKey('proposal', { name: 'proposal_snapshot_proposal_fk' })
  proposalId: Id;

  @PrimaryColumn('text', { name: 'hash', primaryKeyConstraintName: 'proposal_snapshot_pk' })
  hash: string;

  @Column('jsonb', { name: 'content' })
  content: FlatContent;
}
