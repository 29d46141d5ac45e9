import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The key of a command that must not run twice, with the answer that a repeated request gets. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn('text', { name: 'actor', primaryKeyConstraintName: 'idempotency_key_pk' })
  actor: string;

  @PrimaryColumn('text', { name: 'key', primaryKeyConstraintName: 'idempotency_key_pk' })
  @Check('idempotency_key_length', `length(key) between 1 and 200`)
  key: string;

  @Column('text', { name: 'request_hash' })
  requestHash: string;

  @Column('jsonb', { name: 'answer', nullable: true })
  answer: unknown;

  @Column('timestamptz', { name: 'at' })
  at: Date;
}
