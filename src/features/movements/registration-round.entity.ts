import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { COMPUTED } from '../../platform/database/computed-column.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { RecognitionLevel } from '../sectors/recognition-level.js';

/** A registration round (đợt đăng ký): the period in which the units under one unit register models for a movement. Its deadline is the day that an act states. */
@Entity('registration_round')
@Check('registration_round_days', `opens_on <= closes_on`)
@Unique('registration_round_taken', ['movementId', 'unitId', 'folded', 'twin'])
export class RegistrationRoundEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'registration_round_pk' })
  id: Id;

  @Column('uuid', { name: 'movement_id' })
  @ForeignKey('movement', { name: 'registration_round_movement_fk' })
  movementId: Id;

  @Column('text', { name: 'name' })
  @Check('registration_round_name', `length(name) between 1 and 300`)
  name: string;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'registration_round_unit_fk' })
  @Index('registration_round_unit')
  unitId: Id;

  @Column('date', { name: 'opens_on' })
  opensOn: LocalDate;

  @Column('date', { name: 'closes_on' })
  closesOn: LocalDate;

  /** The levels at which its registrations are recognised only after an appraisal, whatever the rule of recognition says. */
  @Column('text', { name: 'appraised_at', array: true, default: () => `'{}'` })
  @Check('registration_round_appraised_at', `appraised_at <@ array['GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL']`)
  appraisedAt: RecognitionLevel[];

  @Column('integer', { name: 'version', default: 1 })
  version: number;

  @Column('date', { name: 'recorded_on' })
  recordedOn: LocalDate;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  readonly folded: string;

  /** Above 0 where the row was equal to an older one when signs that nobody sees stopped counting. Such rows stay until they are corrected. */
  @Column('integer', { name: 'twin', default: 0 })
  readonly twin: number;
}

/** An extension (gia hạn): a later deadline for one unit and all units under it. */
@Entity('registration_extension')
@Unique('registration_extension_taken', ['roundId', 'unitId'])
export class RegistrationExtensionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'registration_extension_pk' })
  id: Id;

  @Column('uuid', { name: 'round_id' })
  @ForeignKey('registration_round', { name: 'registration_extension_round_fk' })
  roundId: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'registration_extension_unit_fk' })
  @Index('registration_extension_unit')
  unitId: Id;

  @Column('date', { name: 'closes_on' })
  closesOn: LocalDate;

  @Column('text', { name: 'reason' })
  @Check('registration_extension_reason', `length(reason) between 1 and 1000`)
  reason: string;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** An assigned target (chỉ tiêu giao): the number of models that a unit has to build in a round. */
@Entity('assigned_target')
@Unique('assigned_target_taken', ['roundId', 'unitId'])
export class AssignedTargetEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'assigned_target_pk' })
  id: Id;

  @Column('uuid', { name: 'round_id' })
  @ForeignKey('registration_round', { name: 'assigned_target_round_fk' })
  roundId: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'assigned_target_unit_fk' })
  @Index('assigned_target_unit')
  unitId: Id;

  @Column('integer', { name: 'count' })
  @Check('assigned_target_count', `count between 1 and 100000`)
  count: number;

  @Column('text', { name: 'basis' })
  @Check('assigned_target_basis', `length(basis) between 1 and 1000`)
  basis: string;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
