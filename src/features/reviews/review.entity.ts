import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { COMPUTED } from '../../platform/database/computed-column.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { ReviewBasis, ReviewKind, ReviewTaskState } from './review-kinds.js';

/** A review (sơ kết, tổng kết) of a unit’s period. */
@Entity('review')
@Unique('review_taken', ['unitId', 'folded', 'starts', 'ends'])
export class ReviewEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'review_pk' })
  id: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'review_unit_fk' })
  unitId: Id;

  @Column('text', { name: 'name' })
  @Check('review_name', `length(name) between 1 and 300`)
  name: string;

  @Column('text', { name: 'kind' })
  @Check('review_kind', `kind in ('INTERIM', 'FINAL')`)
  kind: ReviewKind;

  @Column('text', { name: 'theme', nullable: true })
  @Check('review_theme', `length(theme) between 1 and 500`)
  theme: string | null;

  @Column('text', { name: 'period_text' })
  @Check('review_period_text', `length(period_text) between 1 and 200`)
  periodText: string;

  @Column('text', { name: 'starts' })
  starts: string;

  @Column('text', { name: 'ends' })
  ends: string;

  /** The longest period that `starts` and `ends` can mean; used for comparisons only. */
  @Column('daterange', { name: 'period' })
  @Check('review_period', `not isempty(period) and not upper_inf(period)`)
  period: string;

  @Column('date', { name: 'held_on', nullable: true })
  heldOn: LocalDate | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn: LocalDate | null;

  @Column('uuid', { name: 'previous_id', nullable: true })
  @ForeignKey('review', { name: 'review_previous_fk' })
  @Index('review_previous')
  @Check('review_not_its_own_previous', `previous_id <> id`)
  previousId: Id | null;

  @Column('text', { name: 'note', nullable: true })
  @Check('review_note', `length(note) between 1 and 5000`)
  note: string | null;

  @Column('date', { name: 'recorded_on' })
  recordedOn: LocalDate;

  @Column('integer', { name: 'version', default: 1 })
  version: number;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  readonly folded: string;
}

@Entity('review_organiser')
export class ReviewOrganiserEntity {
  @PrimaryColumn('uuid', { name: 'review_id', primaryKeyConstraintName: 'review_organiser_pk' })
  @ForeignKey('review', { name: 'review_organiser_review_fk' })
  reviewId: Id;

  @PrimaryColumn('uuid', { name: 'unit_id', primaryKeyConstraintName: 'review_organiser_pk' })
  @ForeignKey('unit', { name: 'review_organiser_unit_fk' })
  @Index('review_organiser_unit')
  unitId: Id;

  @Column('integer', { name: 'ordinal' })
  ordinal: number;
}

/** A unit that reports for the review. */
@Entity('review_unit')
@Check('review_unit_extension', `(extended_to is null) = (extension_reason is null)`)
export class ReviewUnitEntity {
  @PrimaryColumn('uuid', { name: 'review_id', primaryKeyConstraintName: 'review_unit_pk' })
  @ForeignKey('review', { name: 'review_unit_review_fk' })
  reviewId: Id;

  @PrimaryColumn('uuid', { name: 'unit_id', primaryKeyConstraintName: 'review_unit_pk' })
  @ForeignKey('unit', { name: 'review_unit_unit_fk' })
  @Index('review_unit_unit')
  unitId: Id;

  @Column('date', { name: 'extended_to', nullable: true })
  extendedTo: LocalDate | null;

  @Column('text', { name: 'extension_reason', nullable: true })
  @Check('review_unit_extension_reason', `length(extension_reason) between 1 and 1000`)
  extensionReason: string | null;

  @Column('date', { name: 'submitted_on', nullable: true })
  submittedOn: LocalDate | null;
}

/** A model that the review names as exemplary. */
@Entity('review_model')
export class ReviewModelEntity {
  @PrimaryColumn('uuid', { name: 'review_id', primaryKeyConstraintName: 'review_model_pk' })
  @ForeignKey('review', { name: 'review_model_review_fk' })
  reviewId: Id;

  @PrimaryColumn('uuid', { name: 'model_id', primaryKeyConstraintName: 'review_model_pk' })
  @ForeignKey('emulation_model', { name: 'review_model_model_fk' })
  @Index('review_model_model')
  modelId: Id;
}

/** A commendation that the review names. */
@Entity('review_commendation')
export class ReviewCommendationEntity {
  @PrimaryColumn('uuid', { name: 'review_id', primaryKeyConstraintName: 'review_commendation_pk' })
  @ForeignKey('review', { name: 'review_commendation_review_fk' })
  reviewId: Id;

  @PrimaryColumn('uuid', { name: 'commendation_id', primaryKeyConstraintName: 'review_commendation_pk' })
  @ForeignKey('commendation', { name: 'review_commendation_commendation_fk' })
  @Index('review_commendation_commendation')
  commendationId: Id;
}

/** A task for the next period. */
@Entity('review_task')
export class ReviewTaskEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'review_task_pk' })
  id: Id;

  @Column('uuid', { name: 'review_id' })
  @ForeignKey('review', { name: 'review_task_review_fk' })
  @Index('review_task_review')
  reviewId: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'review_task_unit_fk' })
  @Index('review_task_unit')
  unitId: Id;

  @Column('text', { name: 'text' })
  @Check('review_task_text', `length(text) between 1 and 2000`)
  text: string;

  @Column('uuid', { name: 'owner_id', nullable: true })
  @ForeignKey('unit', { name: 'review_task_owner_fk' })
  @Index('review_task_owner')
  ownerId: Id | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn: LocalDate | null;

  @Column('text', { name: 'state' })
  @Check('review_task_state', `state in ('OPEN', 'DONE', 'DROPPED')`)
  state: ReviewTaskState;

  @Column('text', { name: 'outcome', nullable: true })
  @Check('review_task_outcome', `length(outcome) between 1 and 2000`)
  outcome: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** The numbers of a review as they were at a moment. It is never changed. */
@Entity('review_freeze')
@Index('review_freeze_review', ['reviewId', 'frozenAt'])
export class ReviewFreezeEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'review_freeze_pk' })
  id: Id;

  @Column('uuid', { name: 'review_id' })
  @ForeignKey('review', { name: 'review_freeze_review_fk' })
  reviewId: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'review_freeze_unit_fk' })
  @Index('review_freeze_unit')
  unitId: Id;

  @Column('timestamptz', { name: 'frozen_at' })
  frozenAt: Date;

  @Column('text', { name: 'basis' })
  @Check('review_freeze_basis', `basis in ('AS_REPORTED', 'RESTATED')`)
  basis: ReviewBasis;

  @Column('date', { name: 'as_of' })
  asOf: LocalDate;

  @Column('jsonb', { name: 'asked' })
  asked: object;

  @Column('jsonb', { name: 'answer' })
  answer: object;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
