import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '../../../shared/ids.js';

/** A session (phiên đăng nhập): a browser in which a person is signed in, identified by the hash of the secret in its cookie. */
@Entity('session')
@Unique('session_secret_unique', ['secretHash'])
@Index('session_account', ['accountId', 'address'])
export class SessionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'session_pk' })
  id: Id;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey('account', { name: 'session_account_fk' })
  accountId: Id;

  @Column('bytea', { name: 'secret_hash' })
  secretHash: Buffer;

  @Column('text', { name: 'address' })
  address: string;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent: string | null;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  /** The last request, to the minute. */
  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
