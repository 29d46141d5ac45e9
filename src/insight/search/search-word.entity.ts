import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A word that some name has had: what a slip of the finger is told from. Written by the database when names come in or change. */
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
