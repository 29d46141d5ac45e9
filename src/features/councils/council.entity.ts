import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { COMPUTED } from '../../platform/database/computed-column.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { CouncilKind, CouncilRole, MajorityBase, SessionKind } from './council-kinds.js';

/** A council (hội đồng) of a unit. Its unit never changes: its members, rules and sessions have it, too, so that rights and sight are decided by it. */
@Entity('council')
@Exclusion('council_name_taken', `using gist (unit_id with =, folded with =, validity with &&)`)
export class CouncilEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'council_pk' })
  id: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'council_unit_fk' })
  unitId: Id;

  @Column('text', { name: 'name' })
  @Check('council_name', `length(name) between 1 and 300`)
  name: string;

  @Column('text', { name: 'kind' })
  @Check('council_kind', `kind in ('EMULATION', 'APPRAISAL', 'STEERING', 'OTHER')`)
  kind: CouncilKind;

  @Column('text', { name: 'act_number', nullable: true })
  @Check('council_act_number', `length(act_number) between 1 and 100`)
  actNumber: string | null;

  @Column('date', { name: 'act_date', nullable: true })
  actDate: LocalDate | null;

  @Column('text', { name: 'act_issuer', nullable: true })
  @Check('council_act_issuer', `length(act_issuer) between 1 and 300`)
  actIssuer: string | null;

  @Column('daterange', { name: 'validity' })
  @Check('council_validity', `not isempty(validity) and not lower_inf(validity)`)
  validity: string;

  @Column('text', { name: 'note', nullable: true })
  @Check('council_note', `length(note) between 1 and 2000`)
  note: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;

  @Column('date', { name: 'recorded_on' })
  recordedOn: LocalDate;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  readonly folded: string;
}

/** How many must take part in a kind of session, and how many votes adopt a question. */
@Entity('council_rule')
@Exclusion('council_rule_taken', `using gist (council_id with =, session_kind with =, validity with &&)`)
@Check(
  'council_rule_presence',
  `presence_numerator >= 1 and presence_denominator <= 1000 and case when presence_more_than then presence_numerator < presence_denominator else presence_numerator <= presence_denominator end`,
)
@Check(
  'council_rule_majority',
  `majority_numerator >= 1 and majority_denominator <= 1000 and case when majority_more_than then majority_numerator < majority_denominator else majority_numerator <= majority_denominator end`,
)
export class CouncilRuleEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'council_rule_pk' })
  id: Id;

  @Column('uuid', { name: 'council_id' })
  @ForeignKey('council', { name: 'council_rule_council_fk' })
  councilId: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'council_rule_unit_fk' })
  @Index('council_rule_unit')
  unitId: Id;

  @Column('text', { name: 'session_kind' })
  @Check('council_rule_session_kind', `session_kind in ('GENERAL', 'APPRAISAL', 'AWARDS')`)
  sessionKind: SessionKind;

  @Column('integer', { name: 'presence_numerator' })
  presenceNumerator: number;

  @Column('integer', { name: 'presence_denominator' })
  presenceDenominator: number;

  @Column('boolean', { name: 'presence_more_than' })
  presenceMoreThan: boolean;

  @Column('boolean', { name: 'presence_counts_written' })
  presenceCountsWritten: boolean;

  @Column('integer', { name: 'majority_numerator' })
  majorityNumerator: number;

  @Column('integer', { name: 'majority_denominator' })
  majorityDenominator: number;

  @Column('boolean', { name: 'majority_more_than' })
  majorityMoreThan: boolean;

  @Column('text', { name: 'majority_of' })
  @Check('council_rule_majority_of', `majority_of in ('MEMBERS_IN_TERM', 'TAKING_PART')`)
  majorityOf: MajorityBase;

  @Column('boolean', { name: 'majority_counts_written' })
  majorityCountsWritten: boolean;

  @Column('daterange', { name: 'validity' })
  @Check('council_rule_validity', `not isempty(validity) and not lower_inf(validity)`)
  validity: string;

  @Column('text', { name: 'basis' })
  @Check('council_rule_basis', `length(basis) between 1 and 1000`)
  basis: string;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** A term of a person in a council. */
@Entity('council_member')
@Exclusion('council_member_twice', `using gist (council_id with =, person_id with =, validity with &&)`)
@Exclusion('council_member_two_chairs', `using gist (council_id with =, validity with &&) where (role = 'CHAIR')`)
export class CouncilMemberEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'council_member_pk' })
  id: Id;

  @Column('uuid', { name: 'council_id' })
  @ForeignKey('council', { name: 'council_member_council_fk' })
  councilId: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'council_member_unit_fk' })
  @Index('council_member_unit')
  unitId: Id;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', { name: 'council_member_person_fk' })
  @Index('council_member_person')
  personId: Id;

  @Column('text', { name: 'role' })
  @Check('council_member_role', `role in ('CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER')`)
  role: CouncilRole;

  @Column('daterange', { name: 'validity' })
  @Check('council_member_validity', `not isempty(validity) and not lower_inf(validity)`)
  validity: string;

  @Column('text', { name: 'basis', nullable: true })
  @Check('council_member_basis', `length(basis) between 1 and 1000`)
  basis: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  @Check('council_member_end_reason', `length(end_reason) between 1 and 1000`)
  endReason: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
