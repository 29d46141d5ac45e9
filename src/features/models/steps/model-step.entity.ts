import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';

/** The check of a column of recognition levels. */
export const LEVELS = `level in ('GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL')`;

/** A step of a model's file or running. */
@Entity('model_step')
@Index('model_step_state', { synchronize: false }) // its directions
export class ModelStepEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'model_step_pk' })
  id: Id;

  @Column('uuid', { name: 'model_id' })
  @ForeignKey('emulation_model', { name: 'model_step_model_fk' })
  modelId: Id;

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
}

/** A recognition by decision, at a level. */
@Entity('recognition')
@Unique('recognition_once', ['modelId', 'decisionId'])
@Check('recognition_revoked', `revoked_on >= recognised_on`)
export class RecognitionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'recognition_pk' })
  id: Id;

  @Column('uuid', { name: 'model_id' })
  @ForeignKey('emulation_model', { name: 'recognition_model_fk' })
  modelId: Id;

  @Column('uuid', { name: 'decision_id' })
  @ForeignKey('decision', { name: 'recognition_decision_fk' })
  @Index('recognition_decision')
  decisionId: Id;

  @Column('text', { name: 'level' })
  @Check('recognition_level', LEVELS)
  level: string;

  @Column('date', { name: 'recognised_on' })
  recognisedOn: LocalDate;

  @Column('date', { name: 'revoked_on', nullable: true })
  revokedOn: LocalDate | null;

  @Column('uuid', { name: 'revoked_by_id', nullable: true })
  @ForeignKey('decision', { name: 'recognition_revoked_by_fk' })
  revokedById: Id | null;
}
