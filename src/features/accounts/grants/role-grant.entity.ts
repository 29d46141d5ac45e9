import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../../../platform/access/actor.js';
import type { Id } from '../../../shared/ids.js';
import type { UnitLine } from '../../units/unit-kinds.js';

/** A grant (quyền được cấp): a role of an account or a program’s token, for units and for a time. It is ended, never changed. */
@Entity('role_grant')
@Check('role_grant_holder', `num_nonnulls(account_id, api_token_id) = 1`)
@Check('role_grant_end', `num_nonnulls(ended_by, ended_at, end_reason) in (0, 3)`)
@Check(
  'role_grant_delegation',
  `case when delegated_from is null then paper_number is null else account_id is not null and not upper_inf(validity) end`,
)
@Index('role_grant_newest', ['givenAt', 'id'])
export class RoleGrantEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'role_grant_pk' })
  id: Id;

  @Column('uuid', { name: 'account_id', nullable: true })
  @ForeignKey('account', { name: 'role_grant_account_fk' })
  @Index('role_grant_account', { where: 'account_id is not null' })
  accountId: Id | null;

  @Column('uuid', { name: 'api_token_id', nullable: true })
  @ForeignKey('api_token', { name: 'role_grant_api_token_fk' })
  @Index('role_grant_api_token', { where: 'api_token_id is not null' })
  apiTokenId: Id | null;

  @Column('text', { name: 'role' })
  @Check(
    'role_grant_role',
    `role in ('unitOfficer', 'unitHead', 'boardStaff', 'councilMember', 'leader', 'auditor', 'administrator', 'reportingClient')`,
  )
  role: Role;

  /** `null`: the whole registry. */
  @Column('uuid', { name: 'unit_id', nullable: true })
  @ForeignKey('unit', { name: 'role_grant_unit_fk' })
  @Index('role_grant_unit', { where: 'unit_id is not null' })
  unitId: Id | null;

  /** `null`: units of all lines. */
  @Column('text', { name: 'line', nullable: true })
  @Check('role_grant_line', `line in ('TERRITORY', 'STATE', 'PARTY', 'FRONT', 'FORCES', 'OTHER')`)
  line: UnitLine | null;

  @Column('daterange', { name: 'validity' })
  @Check('role_grant_validity', `not isempty(validity)`)
  validity: string;

  @Column('text', { name: 'reason' })
  @Check('role_grant_reason', `length(reason) between 1 and 1000`)
  reason: string;

  @Column('text', { name: 'given_by' })
  @Check('role_grant_given_by', `length(given_by) between 1 and 300`)
  givenBy: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt: Date;

  @Column('text', { name: 'ended_by', nullable: true })
  @Check('role_grant_ended_by', `length(ended_by) between 1 and 300`)
  endedBy: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  @Check('role_grant_end_reason', `length(end_reason) between 1 and 1000`)
  endReason: string | null;

  /** The delegated grant (uỷ quyền): of the same role, units and line, with a validity that contains this one. `null`: not a delegation. */
  @Column('uuid', { name: 'delegated_from', nullable: true })
  @ForeignKey('role_grant', { name: 'role_grant_delegated_from_fk' })
  @Index('role_grant_delegated_from', { where: 'delegated_from is not null' })
  delegatedFrom: Id | null;

  /** The number of the paper that delegates it, if there is one. */
  @Column('text', { name: 'paper_number', nullable: true })
  @Check('role_grant_paper_number', `length(paper_number) between 1 and 100`)
  paperNumber: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
