import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';

/** An inspection of a model on the spot (kiểm tra, khảo sát thực tế): planned, held, or both. */
@Entity('inspection')
@Index('inspection_held_once', ['modelId', 'unitId', 'heldOn'], { unique: true, where: 'held_on is not null' })
@Index('inspection_planned_once', ['modelId', 'unitId', 'plannedOn'], { unique: true, where: 'held_on is null' })
@Check('inspection_known', `planned_on is not null or held_on is not null`)
@Check('inspection_held', `(held_on is null) = (findings is null) and (held_on is null or team is not null)`)
export class InspectionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'inspection_pk' })
  id: Id;

  @Column('uuid', { name: 'model_id' })
  @ForeignKey('emulation_model', { name: 'inspection_model_fk' })
  @Index('inspection_model')
  modelId: Id;

  /** The unit that inspects. */
  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'inspection_unit_fk' })
  @Index('inspection_unit')
  unitId: Id;

  @Column('date', { name: 'planned_on', nullable: true })
  plannedOn: LocalDate | null;

  @Column('date', { name: 'held_on', nullable: true })
  heldOn: LocalDate | null;

  @Column('text', { name: 'team', nullable: true })
  @Check('inspection_team', `length(team) between 1 and 1000`)
  team: string | null;

  @Column('text', { name: 'findings', nullable: true })
  @Check('inspection_findings', `length(findings) between 1 and 10000`)
  findings: string | null;

  @Column('text', { name: 'paper', nullable: true })
  @Check('inspection_paper', `length(paper) between 1 and 1000`)
  paper: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
