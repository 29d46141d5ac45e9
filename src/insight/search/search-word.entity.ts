import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A word that has occurred in some name; words not in this table are taken for typos. Written by triggers when names are inserted or changed. */
@Entity('search_word')
export class SearchWordEntity {
  @PrimaryGeneratedColumn('identity', {
    name: 'id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'search_word_pk',
  })
  id: string;

  @Column('text', { name: 'word' })
  @Index('search_word_word')
  word: string;
}
