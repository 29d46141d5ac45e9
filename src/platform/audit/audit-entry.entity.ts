import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Id } from '../../shared/ids.js';

/** One entry of the trail: who did what to which object, with its state before and after. Append-only. */
@Entity('audit_entry')
@Index('audit_entry_object', ['objectType', 'objectId', 'at', 'id'])
@Index('audit_entry_at', ['at', 'id'])
@Index('audit_entry_action', ['action', 'at', 'id'])
@Index('audit_entry_actor', ['actorId', 'at', 'id'], { where: 'actor_id is not null' })
@Index('audit_entry_unit', ['unitId', 'at', 'id'], { where: 'unit_id is not null' })
@Index('audit_entry_on_behalf_of', ['onBehalfOfId', 'at', 'id'], { where: 'on_behalf_of_id is not null' })
@Check('audit_entry_principal', `num_nonnulls(on_behalf_of_id, on_behalf_of_name) in (0, 2)`)
export class AuditEntryEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'audit_entry_pk' })
  id: Id;

  @Column('timestamptz', { name: 'at' })
  at: Date;

  @Column('text', { name: 'actor_kind' })
  actorKind: string;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: Id | null;

  @Column('text', { name: 'actor_name' })
  actorName: string;

  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;

  @Column('text', { name: 'action' })
  action: string;

  @Column('text', { name: 'object_type' })
  objectType: string;

  @Column('uuid', { name: 'object_id', nullable: true })
  objectId: Id | null;

  @Column('jsonb', { name: 'before', nullable: true })
  before: unknown;

  @Column('jsonb', { name: 'after', nullable: true })
  after: unknown;

  @Column('text', { name: 'reason', nullable: true })
  reason: string | null;

  /** No foreign key: an entry outlives its object, also a unit whose event was undone. */
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: Id | null;

  /** The account that delegated the right, where the actor's own rights did not suffice. */
  @Column('uuid', { name: 'on_behalf_of_id', nullable: true })
  onBehalfOfId: Id | null;

  @Column('text', { name: 'on_behalf_of_name', nullable: true })
  onBehalfOfName: string | null;
}

/** An entry that is not sealed yet. */
@Entity('audit_pending')
@Unique('audit_pending_entry_unique', ['entryId'])
export class AuditPendingEntity {
  @PrimaryGeneratedColumn('identity', {
    name: 'ordinal',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'audit_pending_pk',
  })
  ordinal: string;

  @Column('uuid', { name: 'entry_id' })
  @ForeignKey('audit_entry', { name: 'audit_pending_entry_fk' })
  entryId: Id;
}

/** The position of an entry in the chain, with the hash over the previous seal and the entry itself. */
@Entity('audit_seal')
@Unique('audit_seal_entry_unique', ['entryId'])
export class AuditSealEntity {
  @PrimaryColumn('bigint', { name: 'position', primaryKeyConstraintName: 'audit_seal_pk' })
  position: string;

  @Column('uuid', { name: 'entry_id' })
  @ForeignKey('audit_entry', { name: 'audit_seal_entry_fk' })
  entryId: Id;

  @Column('bytea', { name: 'hash' })
  @Check('audit_seal_hash_length', `octet_length(hash) = 32`)
  hash: Buffer;

  @Column('timestamptz', { name: 'sealed_at' })
  sealedAt: Date;
}
