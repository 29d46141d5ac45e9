import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { COMPUTED } from '../../platform/database/computed-column.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** A movement (phong trào) with its launcher, legal basis and period. */
@Entity('movement')
export class MovementEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'movement_pk' })
  id: Id;

  @Column('text', { name: 'name' })
  @Check('movement_name', `length(name) between 1 and 300`)
  name: string;

  @Column('uuid', { name: 'launcher_id' })
  @ForeignKey('unit', { name: 'movement_launcher_fk' })
  @Index('movement_launcher')
  launcherId: Id;

  @Column('text', { name: 'act_number', nullable: true })
  @Check('movement_act_number', `length(act_number) between 1 and 100`)
  actNumber: string | null;

  @Column('date', { name: 'act_date', nullable: true })
  actDate: LocalDate | null;

  @Column('text', { name: 'act_issuer', nullable: true })
  @Check('movement_act_issuer', `length(act_issuer) between 1 and 300`)
  actIssuer: string | null;

  @Column('text', { name: 'starts', nullable: true })
  starts: string | null;

  @Column('text', { name: 'ends', nullable: true })
  ends: string | null;

  /** The longest period that `starts` and `ends` can mean; used for comparisons only. */
  @Column('daterange', { name: 'period' })
  @Check('movement_period', `not isempty(period)`)
  period: string;

  @Column('text', { name: 'note', nullable: true })
  @Check('movement_note', `length(note) between 1 and 2000`)
  note: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;

  @Column('date', { name: 'recorded_on' })
  recordedOn: LocalDate;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  readonly folded: string;
}
