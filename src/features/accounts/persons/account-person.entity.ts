import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Id } from '../../../shared/ids.js';

/** Whose account it is, over a span of days: on a day an account has one person, and a person one account. */
@Entity('account_person')
@Exclusion('account_person_account_taken', `using gist (account_id with =, validity with &&)`)
@Exclusion('account_person_person_taken', `using gist (person_id with =, validity with &&)`)
export class AccountPersonEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'account_person_pk' })
  id: Id;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey('account', { name: 'account_person_account_fk' })
  accountId: Id;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', { name: 'account_person_person_fk' })
  personId: Id;

  @Column('daterange', { name: 'validity' })
  @Check('account_person_validity', `not isempty(validity) and not lower_inf(validity)`)
  validity: string;
}
