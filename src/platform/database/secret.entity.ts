import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret of this registry, made once and never shown: what signs the cursors of lists. */
@Entity('secret')
export class SecretEntity {
  @PrimaryColumn('text', { name: 'name', primaryKeyConstraintName: 'secret_pk' })
  name: string;

  @Column('text', { name: 'value' })
  value: string;
}
