import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '../../../shared/ids.js';

/** A one-time secret from an administrator, with which a person chooses a password. */
@Entity('password_reset')
@Unique('password_reset_secret_unique', ['secretHash'])
export class PasswordResetEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'password_reset_pk' })
  id: Id;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey('account', { name: 'password_reset_account_fk' })
  @Index('password_reset_account')
  accountId: Id;

  @Column('bytea', { name: 'secret_hash' })
  secretHash: Buffer;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** Used, or replaced by a later one. */
  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
