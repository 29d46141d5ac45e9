import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { COMPUTED } from '../database/computed-column.js';

/** An abbreviation (chữ viết tắt), its long form and its source. One short form may have several long forms. */
@Entity('abbreviation')
export class AbbreviationEntity {
  @PrimaryColumn('text', { name: 'short_form', primaryKeyConstraintName: 'abbreviation_pk' })
  @Check('abbreviation_short_form', `length(short_form) between 2 and 20`)
  shortForm: string;

  @PrimaryColumn('text', { name: 'long_form', primaryKeyConstraintName: 'abbreviation_pk' })
  @Check('abbreviation_long_form', `length(long_form) between 2 and 100`)
  longForm: string;

  @Column('text', { name: 'source' })
  @Check('abbreviation_source', `length(source) between 1 and 200`)
  source: string;

  @Column('text', { name: 'short_words', nullable: true, ...COMPUTED })
  readonly shortWords: string;

  @Column('text', { name: 'long_words', nullable: true, ...COMPUTED })
  readonly longWords: string;
}
