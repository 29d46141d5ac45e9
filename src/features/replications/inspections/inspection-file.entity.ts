import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '../../../shared/ids.js';

/** A file of an inspection: its minutes, its report, a photo. */
@Entity('inspection_file')
export class InspectionFileEntity {
  @PrimaryColumn('uuid', { name: 'file_id', primaryKeyConstraintName: 'inspection_file_pk' })
  @ForeignKey('file', { name: 'inspection_file_file_fk' })
  fileId: Id;

  @Column('uuid', { name: 'inspection_id' })
  @ForeignKey('inspection', { name: 'inspection_file_inspection_fk' })
  @Index('inspection_file_inspection')
  inspectionId: Id;

  @Column('timestamptz', { name: 'attached_at' })
  attachedAt: Date;
}
