import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '../../platform/access/actor.js';
import type { Id } from '../../shared/ids.js';

/** Who may act under a name and a password, of which only the hash is kept. */
@Entity('account')
@Unique('account_name_unique', ['name'])
export class AccountEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'account_pk' })
  id: Id;

  @Column('text', { name: 'name' })
  @Check('account_name', `length(name) between 1 and 100`)
  name: string;

  @Column('text', { name: 'role' })
  @Check('account_role', `role in ('administrator', 'reader')`)
  role: Role;

  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
