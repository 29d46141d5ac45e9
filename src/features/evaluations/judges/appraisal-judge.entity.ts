import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { AssignedHow, ConflictReason } from '../evaluation.kinds.js';

/** Who scores what (phân công chấm). */
@Entity('appraisal_assignment')
export class AppraisalAssignmentEntity {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'appraisal_assignment_pk' })
  @ForeignKey('evaluation', { name: 'appraisal_assignment_evaluation_fk' })
  evaluationId: Id;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'appraisal_assignment_pk' })
  @ForeignKey('person', { name: 'appraisal_assignment_person_fk' })
  @Index('appraisal_assignment_person')
  personId: Id;

  /** The unit that runs the round. */
  @Column('uuid', { name: 'host_id' })
  @ForeignKey('unit', { name: 'appraisal_assignment_host_fk' })
  @Index('appraisal_assignment_host')
  hostId: Id;

  @Column('text', { name: 'how' })
  @Check('appraisal_assignment_how', `how in ('BY_HAND', 'RANDOM', 'BALANCED')`)
  how: AssignedHow;

  /** By which the same drawing can be made again. */
  @Column('text', { name: 'seed', nullable: true })
  @Check('appraisal_assignment_seed', `length(seed) between 1 and 100`)
  seed: string | null;

  @Column('date', { name: 'assigned_on' })
  assignedOn: LocalDate;

  @Column('text', { name: 'assigned_by' })
  assignedBy: string;
}

/** Why a member may not score an entry (xung đột lợi ích). */
@Entity('appraisal_conflict')
@Check(
  'appraisal_conflict_overridden',
  `(override_reason is null) = (overridden_by is null) and (override_reason is null) = (overridden_on is null)`,
)
export class AppraisalConflictEntity {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'appraisal_conflict_pk' })
  @ForeignKey('evaluation', { name: 'appraisal_conflict_evaluation_fk' })
  evaluationId: Id;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'appraisal_conflict_pk' })
  @ForeignKey('person', { name: 'appraisal_conflict_person_fk' })
  @Index('appraisal_conflict_person')
  personId: Id;

  @PrimaryColumn('text', { name: 'reason', primaryKeyConstraintName: 'appraisal_conflict_pk' })
  @Check(
    'appraisal_conflict_reason',
    `reason in ('OWN_UNIT', 'PARENT_UNIT', 'SUCCESSOR_UNIT', 'JOINT_OWNER', 'SUBJECT', 'FAMILY', 'WORK', 'OTHER')`,
  )
  reason: ConflictReason;

  @Column('uuid', { name: 'host_id' })
  @ForeignKey('unit', { name: 'appraisal_conflict_host_fk' })
  @Index('appraisal_conflict_host')
  hostId: Id;

  @Column('boolean', { name: 'declared' })
  declared: boolean;

  @Column('text', { name: 'words', nullable: true })
  @Check('appraisal_conflict_words', `length(words) between 1 and 2000`)
  words: string | null;

  @Column('date', { name: 'found_on' })
  foundOn: LocalDate;

  @Column('text', { name: 'found_by' })
  foundBy: string;

  /** The account or token; null: the registry itself. */
  @Column('uuid', { name: 'found_by_id', nullable: true })
  foundById: Id | null;

  @Column('text', { name: 'override_reason', nullable: true })
  @Check('appraisal_conflict_override', `length(override_reason) between 1 and 2000`)
  overrideReason: string | null;

  @Column('text', { name: 'overridden_by', nullable: true })
  overriddenBy: string | null;

  @Column('date', { name: 'overridden_on', nullable: true })
  overriddenOn: LocalDate | null;
}
