import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { StillAliveAnswerKind } from './still-alive.js';

/** The answer of a unit to the question of a year whether its recognised model still runs. */
@Entity('still_alive_answer')
@Unique('still_alive_answer_once', ['modelId', 'year'])
@Check('still_alive_answer_figure_named', `(figure is null) = (figure_name is null)`)
@Check('still_alive_answer_said', `answer = 'RUNNING' or words is not null`)
export class StillAliveAnswerEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'still_alive_answer_pk' })
  id: Id;

  @Column('uuid', { name: 'model_id' })
  @ForeignKey('emulation_model', { name: 'still_alive_answer_model_fk' })
  modelId: Id;

  /** The unit of the model when it answered. */
  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'still_alive_answer_unit_fk' })
  @Index('still_alive_answer_unit')
  unitId: Id;

  @Column('integer', { name: 'year' })
  @Check('still_alive_answer_year', `year between 1990 and 2200`)
  year: number;

  /** The day on which the model was so. */
  @Column('date', { name: 'on_day' })
  onDay: LocalDate;

  @Column('text', { name: 'answer' })
  @Check('still_alive_answer_answer', `answer in ('RUNNING', 'CHANGED', 'STOPPED')`)
  answer: StillAliveAnswerKind;

  @Column('text', { name: 'words', nullable: true })
  @Check('still_alive_answer_words', `length(words) between 1 and 2000`)
  words: string | null;

  @Column('text', { name: 'figure_name', nullable: true })
  @Check('still_alive_answer_figure_name', `length(figure_name) between 1 and 300`)
  figureName: string | null;

  @Column('numeric', { name: 'figure', precision: 20, scale: 4, nullable: true })
  figure: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
