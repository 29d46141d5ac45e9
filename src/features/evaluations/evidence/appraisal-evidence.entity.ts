import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '../../../shared/ids.js';

/** A file by which a unit shows what it scores itself for a criterion (minh chứng). */
@Entity('appraisal_evidence')
export class AppraisalEvidenceEntity {
  @PrimaryColumn('uuid', { name: 'file_id', primaryKeyConstraintName: 'appraisal_evidence_pk' })
  @ForeignKey('file', { name: 'appraisal_evidence_file_fk' })
  fileId: Id;

  @Column('uuid', { name: 'evaluation_id' })
  @ForeignKey('evaluation', { name: 'appraisal_evidence_evaluation_fk' })
  @Index('appraisal_evidence_evaluation')
  evaluationId: Id;

  /** Code of the criterion, of the version of the round. */
  @Column('text', { name: 'code' })
  @Check('appraisal_evidence_code', `length(code) between 1 and 40`)
  code: string;

  @Column('timestamptz', { name: 'attached_at' })
  attachedAt: Date;
}
