import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** What somebody said about a figure, and whether it is to be followed up. */
@Entity('figure_remark')
@Index('figure_remark_open', ['saidOn', 'figureId'], { where: 'follow_up and settled_on is null' })
@Check('figure_remark_settled', `(settled_on is null) = (outcome is null) and (follow_up or settled_on is null)`)
export class FigureRemarkEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'figure_remark_pk' })
  id: Id;

  @Column('uuid', { name: 'figure_id' })
  @ForeignKey('figure', { name: 'figure_remark_figure_fk' })
  @Index('figure_remark_figure')
  figureId: Id;

  /** The unit of the figure. */
  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'figure_remark_unit_fk' })
  @Index('figure_remark_unit')
  unitId: Id;

  @Column('text', { name: 'text' })
  @Check('figure_remark_text', `length(text) between 1 and 2000`)
  text: string;

  @Column('boolean', { name: 'follow_up' })
  followUp: boolean;

  @Column('text', { name: 'author' })
  @Check('figure_remark_author', `length(author) between 1 and 300`)
  author: string;

  /** The account or token; null: said before the registry kept it. */
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: Id | null;

  @Column('date', { name: 'said_on' })
  saidOn: LocalDate;

  @Column('date', { name: 'settled_on', nullable: true })
  settledOn: LocalDate | null;

  @Column('text', { name: 'outcome', nullable: true })
  @Check('figure_remark_outcome', `length(outcome) between 1 and 2000`)
  outcome: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
