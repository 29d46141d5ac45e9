import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { ComplaintState } from '../evaluation.kinds.js';

/** A complaint (khiếu nại, kiến nghị) about a result, and what became of it. */
@Entity('appraisal_complaint')
@Check('appraisal_complaint_answered', `(state = 'RECEIVED') = (answered_on is null) and (answered_on is null) = (answer is null)`)
@Check('appraisal_complaint_days', `answered_on >= received_on`)
export class AppraisalComplaintEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'appraisal_complaint_pk' })
  id: Id;

  @Column('uuid', { name: 'evaluation_id' })
  @ForeignKey('evaluation', { name: 'appraisal_complaint_evaluation_fk' })
  @Index('appraisal_complaint_evaluation')
  evaluationId: Id;

  /** The unit that runs the round. */
  @Column('uuid', { name: 'host_id' })
  @ForeignKey('unit', { name: 'appraisal_complaint_host_fk' })
  @Index('appraisal_complaint_host')
  hostId: Id;

  /** The unit of the entry. */
  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'appraisal_complaint_unit_fk' })
  @Index('appraisal_complaint_unit')
  unitId: Id;

  @Column('date', { name: 'received_on' })
  receivedOn: LocalDate;

  @Column('text', { name: 'words' })
  @Check('appraisal_complaint_words', `length(words) between 1 and 2000`)
  words: string;

  @Column('text', { name: 'state' })
  @Check('appraisal_complaint_state', `state in ('RECEIVED', 'UPHELD', 'REJECTED')`)
  state: ComplaintState;

  @Column('date', { name: 'answered_on', nullable: true })
  answeredOn: LocalDate | null;

  @Column('text', { name: 'answer', nullable: true })
  @Check('appraisal_complaint_answer', `length(answer) between 1 and 2000`)
  answer: string | null;

  @Column('text', { name: 'entered_by' })
  enteredBy: string;
}
