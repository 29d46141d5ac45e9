import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Id } from '../../../shared/ids.js';
import type { DraftedGrant } from './given-recipients.js';

/** What the draft of a decision would grant (dự thảo khen thưởng). It is granted when the decision is issued. */
@Entity('commendation_draft')
export class GrantDraftEntity {
  @PrimaryColumn('uuid', { name: 'decision_id', primaryKeyConstraintName: 'commendation_draft_pk' })
  @ForeignKey('decision', { name: 'commendation_draft_decision_fk' })
  decisionId: Id;

  @Column('jsonb', { name: 'given' })
  given: DraftedGrant;
}
