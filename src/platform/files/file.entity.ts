import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '../../shared/ids.js';
import type { Actor } from '../access/actor.js';
import type { FileState } from './file.graphql.js';

const KINDS = `in ('ACCOUNT', 'TOKEN', 'SYSTEM')`;

/** The metadata of a file; its bytes are in the storage under its id. */
@Entity('file')
@Check('file_refused', `(state = 'REFUSED') = (refusal is not null)`)
@Index('file_record', ['recordId'], { where: 'record_id is not null' })
@Index('file_quarantined', ['id'], { where: `state = 'QUARANTINED'` })
@Index('file_loose', ['looseSince'], { where: 'loose_since is not null' })
export class FileEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'file_pk' })
  id: Id;

  /** The given name, cleaned by `cleanFileName`. */
  @Column('text', { name: 'name' })
  @Check('file_name', `length(name) between 1 and 200`)
  name: string;

  /** Detected by its content. */
  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('integer', { name: 'size' })
  @Check('file_size', `size > 0`)
  size: number;

  @Column('text', { name: 'sha256' })
  @Check('file_hash', `sha256 ~ '^[0-9a-f]{64}$'`)
  sha256: string;

  @Column('text', { name: 'state' })
  @Check('file_state', `state in ('QUARANTINED', 'READY', 'REFUSED')`)
  state: FileState;

  /** What the scanner found. */
  @Column('text', { name: 'refusal', nullable: true })
  @Check('file_refusal', `length(refusal) between 1 and 300`)
  refusal: string | null;

  @Column('text', { name: 'purpose' })
  purpose: string;

  /** The record it was uploaded for. Whether it is linked to the record is stored by the record's chapter. */
  @Column('uuid', { name: 'record_id', nullable: true })
  recordId: Id | null;

  @Column('text', { name: 'uploader_kind' })
  @Check('file_uploader_kind', `uploader_kind ${KINDS}`)
  uploaderKind: Actor['kind'];

  @Column('uuid', { name: 'uploader_id', nullable: true })
  uploaderId: Id | null;

  @Column('text', { name: 'uploaded_by' })
  uploadedBy: string;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt: Date;

  /** Since when no record links to it; `null`: a record does. */
  @Column('timestamptz', { name: 'loose_since', nullable: true })
  looseSince: Date | null;
}

/** The permission to upload one file, once. The file gets the ticket's id. */
@Entity('upload_ticket')
@Unique('upload_ticket_secret', ['secretHash'])
@Check('upload_ticket_life', `expires_at > asked_at`)
@Index('upload_ticket_asker', ['askerId', 'askedAt'])
@Index('upload_ticket_record', ['recordId'], { where: 'used_at is null' })
@Index('upload_ticket_end', ['expiresAt'])
export class UploadTicketEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'upload_ticket_pk' })
  id: Id;

  @Column('bytea', { name: 'secret_hash' })
  secretHash: Buffer;

  @Column('text', { name: 'file_name' })
  @Check('upload_ticket_file_name', `length(file_name) between 1 and 200`)
  fileName: string;

  @Column('text', { name: 'purpose' })
  purpose: string;

  @Column('uuid', { name: 'record_id', nullable: true })
  recordId: Id | null;

  @Column('text', { name: 'asker_kind' })
  @Check('upload_ticket_asker_kind', `asker_kind ${KINDS}`)
  askerKind: Actor['kind'];

  @Column('uuid', { name: 'asker_id', nullable: true })
  askerId: Id | null;

  @Column('text', { name: 'asker_name' })
  askerName: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
