import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { COMPUTED } from '../../platform/database/computed-column.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { DecisionKind } from './decision-kinds.js';

/** A decision or another official document (quyết định, văn bản), as its paper states it. */
@Entity('decision')
@Unique('decision_number_taken', ['issuerId', 'kind', 'year', 'compared', 'twin'])
@Index('decision_issued_order', ['issuedOn', 'id'])
export class DecisionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'decision_pk' })
  id: Id;

  @Column('text', { name: 'number' })
  @Check('decision_number', `length(number) between 1 and 100`)
  @Check('decision_number_letters', `number !~ '[ÐðƉ]'`)
  number: string;

  @Column('text', { name: 'kind' })
  @Check('decision_kind', `kind in ('DECISION', 'RESOLUTION', 'PLAN', 'GUIDANCE', 'SCHEME', 'NOTICE', 'OTHER')`)
  kind: DecisionKind;

  @Column('date', { name: 'issued_on' })
  issuedOn: LocalDate;

  @Column('uuid', { name: 'issuer_id' })
  @ForeignKey('unit', { name: 'decision_issuer_fk' })
  issuerId: Id;

  @Column('text', { name: 'signer', nullable: true })
  @Check('decision_signer', `length(signer) between 1 and 300`)
  signer: string | null;

  @Column('text', { name: 'abstract', nullable: true })
  @Check('decision_abstract', `length(abstract) between 1 and 2000`)
  abstract: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('integer', { name: 'year', nullable: true, ...COMPUTED })
  readonly year: number;

  /** The number as it is compared: without case, marks and blanks. */
  @Column('text', { name: 'compared', nullable: true, ...COMPUTED })
  readonly compared: string;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  readonly folded: string;

  /** Above 0 where the row was equal to an older one when signs that nobody sees stopped counting. Such rows stay until they are corrected. */
  @Column('integer', { name: 'twin', default: 0 })
  readonly twin: number;
}
