import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '../../shared/ids.js';

/** An account (tài khoản): a person’s access under a sign-in name. */
@Entity('account')
@Unique('account_name_unique', ['name'])
export class AccountEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'account_pk' })
  id: Id;

  @Column('text', { name: 'name' })
  @Check('account_name', `length(name) between 1 and 100`)
  name: string;

  @Column('text', { name: 'display_name' })
  @Check('account_display_name', `length(display_name) between 1 and 100`)
  displayName: string;

  /** Never used to identify a person, because several people may share the mailbox of an office. */
  @Column('text', { name: 'email', nullable: true })
  @Check('account_email', `length(email) between 3 and 254`)
  email: string | null;

  /** Null until the person has chosen a password; not needed for single sign-on. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  /** The password was printed by the registry and has to be changed: until then its sessions do nothing else. */
  @Column('boolean', { name: 'password_printed', default: false })
  passwordPrinted: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'blocked_at', nullable: true })
  blockedAt: Date | null;
}
