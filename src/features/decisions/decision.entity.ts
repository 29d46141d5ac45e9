import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { COMPUTED } from '../../platform/database/computed-column.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { DecisionKind } from './decision-kinds.js';
import type { ApprovedContent } from './lifecycle/decision-content.js';
import type { DecisionState } from './decision-states.js';

/** A decision or another official document (quyết định, văn bản), as its paper states it. */
@Entity('decision')
@Unique('decision_number_taken', ['issuerId', 'kind', 'year', 'compared', 'twin'])
@Index('decision_issued_order', { synchronize: false })
@Check(
  'decision_issued',
  `(issued is null) = (issued_by is null) and (issued_by is not null or issued_from is null) and issued_from <= issued_by`,
)
@Check('decision_incomplete_has_source', `state = 'DRAFT' or (number is not null and issued_on is not null) or source is not null`)
@Check(
  'decision_approved',
  `(approved_hash is null) = (approved_content is null) and (approved_hash is null) = (approved_by is null)
          and (approved_hash is null) = (approved_at is null)`,
)
@Check(
  'decision_revoked',
  `(state = 'REVOKED') = (revoked_on is not null) and (revoked_on is null) = (revoked_reason is null)
          and (revoked_on is not null or revoked_by_id is null)`,
)
@Check('decision_amended', `amended_by_id is null or state in ('AMENDED', 'REVOKED')`)
export class DecisionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'decision_pk' })
  id: Id;

  @Column('text', { name: 'number', nullable: true })
  @Check('decision_number', `length(number) between 1 and 100`)
  @Check('decision_number_letters', `number !~ '[ÐðƉ]'`)
  number: string | null;

  @Column('text', { name: 'kind' })
  @Check('decision_kind', `kind in ('DECISION', 'RESOLUTION', 'PLAN', 'GUIDANCE', 'SCHEME', 'NOTICE', 'OTHER')`)
  kind: DecisionKind;

  /** The date of issue in the text of its source, a partial date; its first and last possible day. */
  @Column('text', { name: 'issued', nullable: true })
  issued: string | null;

  @Column('date', { name: 'issued_from', nullable: true })
  issuedFrom: LocalDate | null;

  @Column('date', { name: 'issued_by', nullable: true })
  issuedBy: LocalDate | null;

  @Column('uuid', { name: 'issuer_id' })
  @ForeignKey('unit', { name: 'decision_issuer_fk' })
  issuerId: Id;

  @Column('text', { name: 'signer', nullable: true })
  @Check('decision_signer', `length(signer) between 1 and 300`)
  signer: string | null;

  /** The post that the signer held then. */
  @Column('text', { name: 'signer_post', nullable: true })
  @Check('decision_signer_post', `length(signer_post) between 1 and 300`)
  signerPost: string | null;

  @Column('text', { name: 'state', default: 'ISSUED' })
  @Check('decision_state', `state in ('DRAFT', 'ISSUED', 'AMENDED', 'REVOKED')`)
  state: DecisionState;

  /** What was approved, and its hash: a draft that differs from it is not issued. */
  @Column('text', { name: 'approved_hash', nullable: true })
  @Check('decision_approved_hash', `approved_hash ~ '^[0-9a-f]{64}$'`)
  approvedHash: string | null;

  @Column('jsonb', { name: 'approved_content', nullable: true })
  approvedContent: ApprovedContent | null;

  @Column('text', { name: 'approved_by', nullable: true })
  @Check('decision_approved_by', `length(approved_by) between 1 and 300`)
  approvedBy: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt: Date | null;

  @Column('uuid', { name: 'amended_by_id', nullable: true })
  @ForeignKey('decision', { name: 'decision_amended_by_fk' })
  @Index('decision_amended_by', { where: 'amended_by_id is not null' })
  amendedById: Id | null;

  @Column('date', { name: 'revoked_on', nullable: true })
  revokedOn: LocalDate | null;

  @Column('text', { name: 'revoked_reason', nullable: true })
  @Check('decision_revoked_reason', `length(revoked_reason) between 1 and 1000`)
  revokedReason: string | null;

  @Column('uuid', { name: 'revoked_by_id', nullable: true })
  @ForeignKey('decision', { name: 'decision_revoked_by_fk' })
  @Index('decision_revoked_by', { where: 'revoked_by_id is not null' })
  revokedById: Id | null;

  @Column('text', { name: 'abstract', nullable: true })
  @Check('decision_abstract', `length(abstract) between 1 and 2000`)
  abstract: string | null;

  /** Where it is known from. Required while the number or the day is not known. */
  @Column('text', { name: 'source', nullable: true })
  @Check('decision_source', `length(source) between 1 and 1000`)
  source: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  /** The day of issue, where it is known exactly. */
  @Column('date', { name: 'issued_on', nullable: true, ...COMPUTED })
  readonly issuedOn: LocalDate | null;

  @Column('integer', { name: 'year', nullable: true, ...COMPUTED })
  readonly year: number | null;

  /** The number as it is compared: without case, marks and blanks. */
  @Column('text', { name: 'compared', nullable: true, ...COMPUTED })
  @Index('decision_compared')
  readonly compared: string | null;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  readonly folded: string;

  /** Above 0 where the row was equal to an older one when signs that nobody sees stopped counting. Such rows stay until they are corrected. */
  @Column('integer', { name: 'twin', default: 0 })
  readonly twin: number;
}
