import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret of this registry, created once and never shown, for example the key that signs cursors. */
@Entity('secret')
export class SecretEntity {
  @PrimaryColumn('text', { name: 'name', primaryKeyConstraintName: 'secret_pk' })
  name: string;

  @Column('text', { name: 'value' })
  value: string;
}
