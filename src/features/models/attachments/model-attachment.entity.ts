import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '../../../shared/ids.js';
import type { ModelAttachmentKind } from './model-attachment.graphql.js';

/** A file that a model has. */
@Entity('model_attachment')
export class ModelAttachmentEntity {
  @PrimaryColumn('uuid', { name: 'file_id', primaryKeyConstraintName: 'model_attachment_pk' })
  @ForeignKey('file', { name: 'model_attachment_file_fk' })
  fileId: Id;

  @Column('uuid', { name: 'model_id' })
  @ForeignKey('emulation_model', { name: 'model_attachment_model_fk' })
  @Index('model_attachment_model')
  modelId: Id;

  @Column('text', { name: 'kind' })
  @Check('model_attachment_kind', `kind in ('FORM', 'REPORT', 'EVIDENCE', 'PHOTO', 'OTHER')`)
  kind: ModelAttachmentKind;

  @Column('text', { name: 'note', nullable: true })
  @Check('model_attachment_note', `length(note) between 1 and 1000`)
  note: string | null;

  @Column('timestamptz', { name: 'attached_at' })
  attachedAt: Date;
}
