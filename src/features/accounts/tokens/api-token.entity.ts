import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '../../../shared/ids.js';

/** A token (mã truy cập): a program’s access, identified by the hash of its secret. */
@Entity('api_token')
@Unique('api_token_secret_unique', ['secretHash'])
export class ApiTokenEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'api_token_pk' })
  id: Id;

  @Column('text', { name: 'name' })
  @Check('api_token_name', `length(name) between 1 and 100`)
  name: string;

  @Column('bytea', { name: 'secret_hash' })
  secretHash: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  /** Null: created on the server’s command line. */
  @Column('uuid', { name: 'created_by_id', nullable: true })
  @ForeignKey('account', { name: 'api_token_created_by_fk' })
  createdById: Id | null;

  /** Accurate to some minutes. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;
}
