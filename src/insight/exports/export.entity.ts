import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '../../shared/ids.js';
import type { Language } from '../../shared/language.js';
import type { ExportFormat, ExportState } from './exports.graphql.js';

/** A requested export (kết xuất); its bytes are in the storage under its id. */
@Entity('list_export')
@Check('list_export_written', `(state in ('READY', 'EXPIRED')) = (num_nonnulls(row_count, size, sha256, snapshot_at, expires_at) = 5)`)
@Check('list_export_failed', `(state = 'FAILED') = (failure is not null)`)
@Check('list_export_claimed', `claimed >= 0 and (state = 'WAITING' or claimed = 0)`)
@Index('list_export_asker', ['askerId', 'requestedAt'])
@Index('list_export_end', ['requestedAt'])
export class ListExportEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'list_export_pk' })
  id: Id;

  @Column('text', { name: 'asker_kind' })
  @Check('list_export_asker_kind', `asker_kind in ('ACCOUNT', 'TOKEN')`)
  askerKind: 'ACCOUNT' | 'TOKEN';

  @Column('uuid', { name: 'asker_id' })
  askerId: Id;

  @Column('text', { name: 'asker_name' })
  askerName: string;

  @Column('text', { name: 'question' })
  @Check('list_export_question', `length(question) between 1 and 20000`)
  question: string;

  @Column('jsonb', { name: 'variables' })
  variables: Record<string, unknown>;

  @Column('text', { name: 'format' })
  @Check('list_export_format', `format in ('JSONL', 'CSV')`)
  format: ExportFormat;

  /** Of labels and of the failure. */
  @Column('text', { name: 'language' })
  @Check('list_export_language', `language in ('vi', 'en')`)
  language: Language;

  @Column('text', { name: 'state', default: 'WAITING' })
  @Check('list_export_state', `state in ('WAITING', 'READY', 'FAILED', 'EXPIRED')`)
  state: ExportState;

  @Column('text', { name: 'failure', nullable: true })
  failure: string | null;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('timestamptz', { name: 'snapshot_at', nullable: true })
  snapshotAt: Date | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('integer', { name: 'row_count', nullable: true })
  rowCount: number | null;

  @Column('bigint', { name: 'size', nullable: true })
  size: string | null;

  /** Bytes of the storage that it may use while it is being written. */
  @Column('bigint', { name: 'claimed', default: 0 })
  claimed: string;

  @Column('text', { name: 'sha256', nullable: true })
  @Check('list_export_hash', `sha256 ~ '^[0-9a-f]{64}$'`)
  sha256: string | null;
}
