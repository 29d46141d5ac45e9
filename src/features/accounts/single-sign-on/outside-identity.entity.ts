import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '../../../shared/ids.js';

/** An account’s identity in an external system: a subject at an issuer. Never an e-mail, because an address passes from one person to another. */
@Entity('outside_identity')
export class OutsideIdentityEntity {
  @PrimaryColumn('text', { name: 'issuer', primaryKeyConstraintName: 'outside_identity_pk' })
  issuer: string;

  @PrimaryColumn('text', { name: 'subject', primaryKeyConstraintName: 'outside_identity_pk' })
  @Check('outside_identity_subject', `length(subject) between 1 and 255`)
  subject: string;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey('account', { name: 'outside_identity_account_fk' })
  @Index('outside_identity_account')
  accountId: Id;

  @Column('timestamptz', { name: 'linked_at' })
  linkedAt: Date;
}
