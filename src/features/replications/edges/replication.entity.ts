import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';

/** An edge: one model is a copy of another. A model copies one other, so edges make trees. */
@Entity('replication')
@Unique('replication_once', ['copyId'])
@Check('replication_itself', `origin_id <> copy_id`)
@Check('replication_day_given', `started_given is null or started_on is not null`)
export class ReplicationEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'replication_pk' })
  id: Id;

  @Column('uuid', { name: 'origin_id' })
  @ForeignKey('emulation_model', { name: 'replication_origin_fk' })
  @Index('replication_origin')
  originId: Id;

  @Column('uuid', { name: 'copy_id' })
  @ForeignKey('emulation_model', { name: 'replication_copy_fk' })
  copyId: Id;

  /** A copy of the unit of the copying model, at which the right to the edge is required. */
  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'replication_unit_fk' })
  @Index('replication_unit')
  unitId: Id;

  /** The day, or the last possible one; `null`: not known. */
  @Column('date', { name: 'started_on', nullable: true })
  startedOn: LocalDate | null;

  /** The same as its source gives it, where that is less than a day. */
  @Column('text', { name: 'started_given', nullable: true })
  @Check('replication_started_given', `length(started_given) between 4 and 22`)
  startedGiven: string | null;

  @Column('uuid', { name: 'plan_id', nullable: true })
  @ForeignKey('replication_plan', { name: 'replication_plan_fk' })
  @Index('replication_plan_id', { where: 'plan_id is not null' })
  planId: Id | null;

  @Column('text', { name: 'kept', nullable: true })
  @Check('replication_kept', `length(kept) between 1 and 5000`)
  kept: string | null;

  @Column('text', { name: 'changed', nullable: true })
  @Check('replication_changed', `length(changed) between 1 and 5000`)
  changed: string | null;

  @Column('text', { name: 'dropped', nullable: true })
  @Check('replication_dropped', `length(dropped) between 1 and 5000`)
  dropped: string | null;

  @Column('text', { name: 'origin_results', nullable: true })
  @Check('replication_origin_results', `length(origin_results) between 1 and 5000`)
  originResults: string | null;

  @Column('text', { name: 'copy_results', nullable: true })
  @Check('replication_copy_results', `length(copy_results) between 1 and 5000`)
  copyResults: string | null;

  @Column('text', { name: 'conditions', nullable: true })
  @Check('replication_conditions', `length(conditions) between 1 and 5000`)
  conditions: string | null;

  @Column('text', { name: 'lessons', nullable: true })
  @Check('replication_lessons', `length(lessons) between 1 and 5000`)
  lessons: string | null;

  @Column('text', { name: 'source', nullable: true })
  @Check('replication_source', `length(source) between 1 and 1000`)
  source: string | null;

  /** As the registration of the copy declares it, and nobody has recorded or corrected it since. */
  @Column('boolean', { name: 'declared' })
  declared: boolean;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
