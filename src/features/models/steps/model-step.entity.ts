import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';

/** The check of a column of recognition levels. */
export const LEVELS = `level in ('GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL')`;

/** A step of a model's file or running. */
@Entity('model_step')
@Index('model_step_state', { synchronize: false }) // its directions
@Index('model_step_of_registration', { synchronize: false }) // its directions
@Check('model_step_belongs', `(lifecycle = 'FILE') = (registration_id is not null)`)
export class ModelStepEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'model_step_pk' })
  id: Id;

  @Column('uuid', { name: 'model_id' })
  @ForeignKey('emulation_model', { name: 'model_step_model_fk' })
  modelId: Id;

  /** The registration whose file took the step; `null` for a step of the running. */
  @Column('uuid', { name: 'registration_id', nullable: true })
  @ForeignKey('registration', { name: 'model_step_registration_fk' })
  registrationId: Id | null;

  @Column('text', { name: 'lifecycle' })
  @Check('model_step_lifecycle', `lifecycle in ('FILE', 'RUNNING')`)
  lifecycle: 'FILE' | 'RUNNING';

  @Column('text', { name: 'action' })
  action: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: string | null;

  @Column('text', { name: 'to_state' })
  toState: string;

  @Column('date', { name: 'on_day' })
  onDay: LocalDate;

  /** The day as its paper gives it, where that is less than a day: “2022”. `onDay` is then the last possible day. */
  @Column('text', { name: 'on_given', nullable: true })
  @Check('model_step_given', `length(on_given) between 4 and 22`)
  onGiven: string | null;

  @Column('timestamptz', { name: 'at' })
  at: Date;

  @Column('text', { name: 'actor_name' })
  actorName: string;

  @Column('text', { name: 'reason', nullable: true })
  @Check('model_step_reason', `length(reason) between 1 and 2000`)
  reason: string | null;

  @Column('uuid', { name: 'unit_id', nullable: true })
  @ForeignKey('unit', { name: 'model_step_unit_fk' })
  @Index('model_step_unit', { where: 'unit_id is not null' })
  unitId: Id | null;

  @Column('uuid', { name: 'decision_id', nullable: true })
  @ForeignKey('decision', { name: 'model_step_decision_fk' })
  @Index('model_step_decision', { where: 'decision_id is not null' })
  decisionId: Id | null;

  /** The content that was submitted or approved. */
  @Column('uuid', { name: 'content_id', nullable: true })
  @ForeignKey('content_snapshot', { name: 'model_step_content_fk' })
  contentId: Id | null;
}

/** A recognition at a level, by a decision or, in a paper of the past, without one that is known. */
@Entity('recognition')
@Unique('recognition_once', ['registrationId'])
@Index('recognition_model', ['modelId', 'recognisedOn'])
@Check('recognition_known_from', `decision_id is not null or source is not null`)
@Check('recognition_revoked', `revoked_on >= recognised_on`)
export class RecognitionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'recognition_pk' })
  id: Id;

  @Column('uuid', { name: 'model_id' })
  @ForeignKey('emulation_model', { name: 'recognition_model_fk' })
  modelId: Id;

  @Column('uuid', { name: 'registration_id' })
  @ForeignKey('registration', { name: 'recognition_registration_fk' })
  registrationId: Id;

  /** `null`: the decision is not known. */
  @Column('uuid', { name: 'decision_id', nullable: true })
  @ForeignKey('decision', { name: 'recognition_decision_fk' })
  @Index('recognition_decision')
  decisionId: Id | null;

  /** The paper that it is known from, if no decision is known. */
  @Column('text', { name: 'source', nullable: true })
  @Check('recognition_source', `length(source) between 1 and 1000`)
  source: string | null;

  @Column('text', { name: 'level' })
  @Check('recognition_level', LEVELS)
  level: string;

  @Column('date', { name: 'recognised_on' })
  recognisedOn: LocalDate;

  /** The same as its paper gives it, where that is less than a day. `recognisedOn` is then the last possible day. */
  @Column('text', { name: 'recognised_given', nullable: true })
  @Check('recognition_given', `length(recognised_given) between 4 and 22`)
  recognisedGiven: string | null;

  /** Why the level or the issuer differs from the rule of recognition; `null`: it does not, or no rule is known. */
  @Column('text', { name: 'deviation_reason', nullable: true })
  @Check('recognition_deviation', `length(deviation_reason) between 1 and 2000`)
  deviationReason: string | null;

  /** The content that was approved; `null`: recognised before the registry kept it. */
  @Column('uuid', { name: 'approved_id', nullable: true })
  @ForeignKey('content_snapshot', { name: 'recognition_approved_fk' })
  approvedId: Id | null;

  @Column('date', { name: 'revoked_on', nullable: true })
  revokedOn: LocalDate | null;

  @Column('uuid', { name: 'revoked_by_id', nullable: true })
  @ForeignKey('decision', { name: 'recognition_revoked_by_fk' })
  @Index('recognition_revoked_by', { where: 'revoked_by_id is not null' })
  revokedById: Id | null;
}
