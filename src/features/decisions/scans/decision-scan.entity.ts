import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '../../../shared/ids.js';

/** A scan (bản quét) of a decision’s paper. */
@Entity('decision_scan')
export class DecisionScanEntity {
  @PrimaryColumn('uuid', { name: 'file_id', primaryKeyConstraintName: 'decision_scan_pk' })
  @ForeignKey('file', { name: 'decision_scan_file_fk' })
  fileId: Id;

  @Column('uuid', { name: 'decision_id' })
  @ForeignKey('decision', { name: 'decision_scan_decision_fk' })
  @Index('decision_scan_decision')
  decisionId: Id;

  @Column('timestamptz', { name: 'attached_at' })
  attachedAt: Date;
}
