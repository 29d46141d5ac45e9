import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { CommendationForm } from '../commendations/forms/forms.js';
import type { SubjectKind } from '../sectors/subject-kind.js';
import type { ClearanceResult, DossierPart } from './proposal.kinds.js';

/** One line of a proposal. */
@Entity('proposal_item')
@Unique('proposal_item_numbered', ['proposalId', 'number'])
@Check('proposal_item_outcome', `commendation_id is null or left_out_reason is null`)
@Check('proposal_item_period', `period_from <= period_to`)
export class ProposalItemEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'proposal_item_pk' })
  id: Id;

  @Column('uuid', { name: 'proposal_id' })
  @ForeignKey('proposal', { name: 'proposal_item_proposal_fk' })
  proposalId: Id;

  @Column('integer', { name: 'number' })
  @Check('proposal_item_number', `number > 0`)
  number: number;

  @Column('text', { name: 'form' })
  @Check('proposal_item_form', `length(form) between 1 and 100`)
  form: CommendationForm;

  @Column('text', { name: 'kind' })
  @Check('proposal_item_kind', `kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')`)
  kind: SubjectKind;

  @Column('uuid', { name: 'model_id', nullable: true })
  @ForeignKey('emulation_model', { name: 'proposal_item_model_fk' })
  @Index('proposal_item_model', { where: 'model_id is not null' })
  modelId: Id | null;

  @Column('uuid', { name: 'evaluation_id', nullable: true })
  @ForeignKey('evaluation', { name: 'proposal_item_evaluation_fk' })
  @Index('proposal_item_evaluation', { where: 'evaluation_id is not null' })
  evaluationId: Id | null;

  @Column('uuid', { name: 'unit_id', nullable: true })
  @ForeignKey('unit', { name: 'proposal_item_unit_fk' })
  @Index('proposal_item_unit', { where: 'unit_id is not null' })
  unitId: Id | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  @ForeignKey('person', { name: 'proposal_item_person_fk' })
  @Index('proposal_item_person', { where: 'person_id is not null' })
  personId: Id | null;

  @Column('text', { name: 'name', nullable: true })
  @Check('proposal_item_name', `length(name) between 1 and 300`)
  name: string | null;

  @Column('text', { name: 'post', nullable: true })
  @Check('proposal_item_post', `length(post) between 1 and 300`)
  post: string | null;

  @Column('text', { name: 'unit_name', nullable: true })
  @Check('proposal_item_unit_name', `length(unit_name) between 1 and 500`)
  unitName: string | null;

  /** Of a list without names: how many. */
  @Column('integer', { name: 'count', nullable: true })
  @Check('proposal_item_count', `count between 1 and 100000`)
  count: number | null;

  @Column('text', { name: 'reason' })
  @Check('proposal_item_reason', `length(reason) between 1 and 2000`)
  reason: string;

  @Column('date', { name: 'period_from', nullable: true })
  periodFrom: LocalDate | null;

  @Column('date', { name: 'period_to', nullable: true })
  periodTo: LocalDate | null;

  /** The conditions of the standard that the proposing body says are met, each with its basis. */
  @Column('jsonb', { name: 'met' })
  met: Readonly<Record<string, string>>;

  @Column('uuid', { name: 'commendation_id', nullable: true })
  @ForeignKey('commendation', { name: 'proposal_item_commendation_fk' })
  @Index('proposal_item_commendation', { where: 'commendation_id is not null' })
  commendationId: Id | null;

  /** Why the decision does not grant it. */
  @Column('text', { name: 'left_out_reason', nullable: true })
  @Check('proposal_item_left_out', `length(left_out_reason) between 1 and 1000`)
  leftOutReason: string | null;
}

/** A part of the dossier (hồ sơ): a file of the proposal. */
@Entity('proposal_file')
export class ProposalFileEntity {
  @PrimaryColumn('uuid', { name: 'file_id', primaryKeyConstraintName: 'proposal_file_pk' })
  @ForeignKey('file', { name: 'proposal_file_file_fk' })
  fileId: Id;

  @Column('uuid', { name: 'proposal_id' })
  @ForeignKey('proposal', { name: 'proposal_file_proposal_fk' })
  @Index('proposal_file_proposal')
  proposalId: Id;

  @Column('text', { name: 'part' })
  @Check('proposal_file_part', `part in ('REQUEST', 'MINUTES', 'ACHIEVEMENT_REPORT', 'OTHER')`)
  part: DossierPart;

  @Column('timestamptz', { name: 'attached_at' })
  attachedAt: Date;
}

/** A question to another agency whether there is anything against the recipients (xin ý kiến), and its answer. */
@Entity('proposal_clearance')
@Check(
  'proposal_clearance_answered',
  `(answered_on is null) = (result is null) and answered_on >= asked_on and (words is null or result is not null)`,
)
export class ProposalClearanceEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'proposal_clearance_pk' })
  id: Id;

  @Column('uuid', { name: 'proposal_id' })
  @ForeignKey('proposal', { name: 'proposal_clearance_proposal_fk' })
  @Index('proposal_clearance_proposal')
  proposalId: Id;

  @Column('text', { name: 'agency' })
  @Check('proposal_clearance_agency', `length(agency) between 1 and 300`)
  agency: string;

  @Column('date', { name: 'asked_on' })
  askedOn: LocalDate;

  @Column('date', { name: 'answered_on', nullable: true })
  answeredOn: LocalDate | null;

  @Column('text', { name: 'result', nullable: true })
  @Check('proposal_clearance_result', `result in ('CLEAR', 'AGAINST')`)
  result: ClearanceResult | null;

  @Column('text', { name: 'words', nullable: true })
  @Check('proposal_clearance_words', `length(words) between 1 and 2000`)
  words: string | null;
}

/** An objection that was made while the proposal was public (ý kiến phản ánh), and the answer to it. */
@Entity('proposal_objection')
@Check('proposal_objection_answered', `(answered_on is null) = (answer is null) and answered_on >= received_on`)
export class ProposalObjectionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'proposal_objection_pk' })
  id: Id;

  @Column('uuid', { name: 'proposal_id' })
  @ForeignKey('proposal', { name: 'proposal_objection_proposal_fk' })
  @Index('proposal_objection_proposal')
  proposalId: Id;

  @Column('date', { name: 'received_on' })
  receivedOn: LocalDate;

  @Column('text', { name: 'words' })
  @Check('proposal_objection_words', `length(words) between 1 and 5000`)
  words: string;

  @Column('date', { name: 'answered_on', nullable: true })
  answeredOn: LocalDate | null;

  @Column('text', { name: 'answer', nullable: true })
  @Check('proposal_objection_answer', `length(answer) between 1 and 5000`)
  answer: string | null;
}
