import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '../../shared/ids.js';
import type { FigureCoverage, TargetDirection } from './indicator-kinds.js';

/** What the figure of an indicator, a unit and a period should reach (chỉ tiêu giao). */
@Entity('figure_target')
@Index('figure_target_unit', ['unitId', 'indicatorId'])
@Index('figure_target_taken', { synchronize: false }) // equal where neither start is known
export class FigureTargetEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'figure_target_pk' })
  id: Id;

  @Column('uuid', { name: 'indicator_id' })
  @ForeignKey('indicator', { name: 'figure_target_indicator_fk' })
  indicatorId: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'figure_target_unit_fk' })
  unitId: Id;

  @Column('text', { name: 'covers' })
  @Check('figure_target_covers', `covers in ('WHOLE', 'OWN')`)
  covers: FigureCoverage;

  @Column('text', { name: 'starts', nullable: true })
  starts: string | null;

  @Column('text', { name: 'ends' })
  ends: string;

  /** The longest period that `starts` and `ends` can mean; used for comparisons only. */
  @Column('daterange', { name: 'period' })
  @Check('figure_target_period', `not isempty(period) and not upper_inf(period)`)
  period: string;

  @Column('numeric', { name: 'value' })
  @Check('figure_target_value', `value >= 0`)
  value: string;

  @Column('text', { name: 'direction' })
  @Check('figure_target_direction', `direction in ('AT_LEAST', 'AT_MOST')`)
  direction: TargetDirection;

  @Column('text', { name: 'basis' })
  @Check('figure_target_basis', `length(basis) between 1 and 1000`)
  basis: string;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
