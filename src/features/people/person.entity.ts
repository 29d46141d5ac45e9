import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { COMPUTED } from '../../platform/database/computed-column.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

import { VILLAGE_CHECK, type VillageName } from '../units/village.js';

/** A person (người, danh bạ): what every caller who may see the person sees. */
@Entity('person')
@Index('person_given_name_order', { synchronize: false }) // an expression
@Index('person_village_name', { synchronize: false }) // its expression
@Index('person_unit_name', { synchronize: false }) // an expression
export class PersonEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'person_pk' })
  id: Id;

  @Column('text', { name: 'name' })
  @Check('person_name', `length(name) between 1 and 200`)
  name: string;

  @Column('text', { name: 'achievement', nullable: true })
  @Check('person_achievement', `length(achievement) between 1 and 2000`)
  achievement: string | null;

  /** The person’s present unit; `null`: not known. */
  @Column('uuid', { name: 'unit_id', nullable: true })
  @ForeignKey('unit', { name: 'person_unit_fk' })
  unitId: Id | null;

  @Column('jsonb', { name: 'village', nullable: true })
  @Check('person_village', VILLAGE_CHECK)
  village: VillageName | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  readonly folded: string;
}

/** A post that a person holds or held in a unit. */
@Entity('person_post')
export class PersonPostEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'person_post_pk' })
  id: Id;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', { name: 'person_post_person_fk' })
  @Index('person_post_person')
  personId: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'person_post_unit_fk' })
  @Index('person_post_unit')
  unitId: Id;

  @Column('text', { name: 'title' })
  @Check('person_post_title', `length(title) between 1 and 200`)
  title: string;

  @Column('daterange', { name: 'validity' })
  @Check('person_post_validity', `not isempty(validity)`)
  validity: string;
}

/** Protected data of a person. They are in no view and in no entry of the audit trail, and are deleted when their retention time ends. */
@Entity('personal_data')
export class PersonalDataEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'personal_data_pk' })
  @ForeignKey('person', { name: 'personal_data_person_fk' })
  personId: Id;

  @Column('text', { name: 'birth_date', nullable: true })
  @Check('personal_data_birth_date', `length(birth_date) between 1 and 30`)
  birthDate: string | null;

  @Column('text', { name: 'id_number', nullable: true })
  @Check('personal_data_id_number', `length(id_number) between 1 and 30`)
  idNumber: string | null;

  @Column('text', { name: 'phone', nullable: true })
  @Check('personal_data_phone', `length(phone) between 1 and 30`)
  phone: string | null;

  @Column('text', { name: 'address', nullable: true })
  @Check('personal_data_address', `length(address) between 1 and 300`)
  address: string | null;

  @Column('text', { name: 'party_member', nullable: true })
  @Check('personal_data_party_member', `length(party_member) between 1 and 100`)
  partyMember: string | null;

  @Column('date', { name: 'recorded_on' })
  @Index('personal_data_recorded')
  recordedOn: LocalDate;
}
