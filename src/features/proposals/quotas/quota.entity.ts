import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '../../../shared/ids.js';
import type { CommendationForm } from '../../commendations/forms/forms.js';
import type { SubjectKind } from '../../sectors/subject-kind.js';

/** How many of a kind may be granted a form from the results of a round (hạn mức khen thưởng), within a block. */
@Entity('commendation_quota')
@Unique('commendation_quota_taken', ['roundId', 'block', 'form', 'kind'])
export class CommendationQuotaEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'commendation_quota_pk' })
  id: Id;

  @Column('uuid', { name: 'round_id' })
  @ForeignKey('appraisal_round', { name: 'commendation_quota_round_fk' })
  roundId: Id;

  /** The block of the entries; empty: the round has one. */
  @Column('text', { name: 'block' })
  @Check('commendation_quota_block', `length(block) <= 200`)
  block: string;

  @Column('text', { name: 'form' })
  @Check('commendation_quota_form', `length(form) between 1 and 100`)
  form: CommendationForm;

  @Column('text', { name: 'kind' })
  @Check('commendation_quota_kind', `kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')`)
  kind: SubjectKind;

  @Column('integer', { name: 'most' })
  @Check('commendation_quota_most', `most between 0 and 100000`)
  most: number;

  @Column('text', { name: 'basis' })
  @Check('commendation_quota_basis', `length(basis) between 1 and 1000`)
  basis: string;
}
