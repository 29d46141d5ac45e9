import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { COMPUTED } from '../../platform/database/computed-column.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Qualifier } from './figure-reading.js';
import type { FigureState } from './figure.lifecycle.js';
import type { FigureCoverage } from './indicator-kinds.js';

/** A paper that figures of a unit are from, with the marks that it writes numbers with. */
@Entity('figure_source')
@Unique('figure_source_taken', ['unitId', 'folded'])
export class FigureSourceEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'figure_source_pk' })
  id: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'figure_source_unit_fk' })
  unitId: Id;

  @Column('text', { name: 'title' })
  @Check('figure_source_title', `length(title) between 1 and 500`)
  title: string;

  @Column('text', { name: 'thousands_marks' })
  @Check('figure_source_thousands_marks', `thousands_marks ~ '^[., ]{0,3}$'`)
  thousandsMarks: string;

  @Column('text', { name: 'decimal_marks' })
  @Check('figure_source_decimal_marks', `decimal_marks ~ '^[.,]{0,2}$'`)
  decimalMarks: string;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  readonly folded: string;
}

/** A reported figure (số liệu): as printed, and as read. */
@Entity('figure')
@Index('figure_unit', ['unitId', 'indicatorId'])
@Index('figure_taken', { synchronize: false }) // equal where neither start is known
@Check('figure_returned', `(state = 'RETURNED') = (return_reason is not null)`)
export class FigureEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'figure_pk' })
  id: Id;

  @Column('uuid', { name: 'indicator_id' })
  @ForeignKey('indicator', { name: 'figure_indicator_fk' })
  indicatorId: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'figure_unit_fk' })
  unitId: Id;

  @Column('text', { name: 'covers' })
  @Check('figure_covers', `covers in ('WHOLE', 'OWN')`)
  covers: FigureCoverage;

  @Column('text', { name: 'starts', nullable: true })
  starts: string | null;

  @Column('text', { name: 'ends' })
  ends: string;

  /** The longest period that `starts` and `ends` can mean; used for comparisons only. */
  @Column('daterange', { name: 'period' })
  @Check('figure_period', `not isempty(period) and not upper_inf(period)`)
  period: string;

  @Column('text', { name: 'raw' })
  @Check('figure_raw', `length(raw) between 1 and 100`)
  raw: string;

  @Column('numeric', { name: 'reading' })
  @Check('figure_reading', `reading >= 0`)
  reading: string;

  @Column('text', { name: 'qualifier' })
  @Check('figure_qualifier', `qualifier in ('EXACT', 'AT_LEAST', 'ABOUT')`)
  qualifier: Qualifier;

  @Column('uuid', { name: 'source_id' })
  @ForeignKey('figure_source', { name: 'figure_source_fk' })
  @Index('figure_of_source')
  sourceId: Id;

  @Column('text', { name: 'page', nullable: true })
  @Check('figure_page', `length(page) between 1 and 100`)
  page: string | null;

  @Column('text', { name: 'note', nullable: true })
  @Check('figure_note', `length(note) between 1 and 2000`)
  note: string | null;

  @Column('text', { name: 'state' })
  @Check('figure_state', `state in ('REPORTED', 'APPROVED', 'RETURNED')`)
  state: FigureState;

  @Column('text', { name: 'return_reason', nullable: true })
  @Check('figure_return_reason', `length(return_reason) between 1 and 1000`)
  returnReason: string | null;

  /** The account or token that reported or last corrected it, which may not approve it. Null: the registry itself. */
  @Column('uuid', { name: 'reported_by', nullable: true })
  reportedBy: Id | null;

  @Column('date', { name: 'recorded_on' })
  recordedOn: LocalDate;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** Why an identity does not close at a figure, said of this residual; a later residual is not explained by it. */
@Entity('residual_explanation')
export class ResidualExplanationEntity {
  @PrimaryColumn('uuid', { name: 'identity_id', primaryKeyConstraintName: 'residual_explanation_pk' })
  @ForeignKey('identity', { name: 'residual_explanation_identity_fk' })
  identityId: Id;

  @PrimaryColumn('uuid', { name: 'figure_id', primaryKeyConstraintName: 'residual_explanation_pk' })
  @ForeignKey('figure', { name: 'residual_explanation_figure_fk' })
  @Index('residual_explanation_figure')
  figureId: Id;

  @Column('numeric', { name: 'residual' })
  residual: string;

  @Column('text', { name: 'text' })
  @Check('residual_explanation_text', `length(text) between 1 and 2000`)
  text: string;

  @Column('date', { name: 'explained_on' })
  explainedOn: LocalDate;
}
