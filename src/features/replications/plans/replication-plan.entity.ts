import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';

/** A unit is assigned to copy a model by a day (kế hoạch nhân rộng). */
@Entity('replication_plan')
@Unique('replication_plan_twice', ['originId', 'unitId', 'dueOn'])
export class ReplicationPlanEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'replication_plan_pk' })
  id: Id;

  @Column('uuid', { name: 'origin_id' })
  @ForeignKey('emulation_model', { name: 'replication_plan_origin_fk' })
  originId: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'replication_plan_unit_fk' })
  @Index('replication_plan_unit')
  unitId: Id;

  @Column('date', { name: 'due_on' })
  dueOn: LocalDate;

  @Column('text', { name: 'basis' })
  @Check('replication_plan_basis', `length(basis) between 1 and 1000`)
  basis: string;

  @Column('date', { name: 'recorded_on' })
  recordedOn: LocalDate;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
