import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { COMPUTED } from '../../platform/database/computed-column.js';
import type { Id } from '../../shared/ids.js';
import type { IdentityKind, RollUp } from './indicator-kinds.js';

/** An indicator (chỉ tiêu, chỉ số). What it means is in its definitions. */
@Entity('indicator')
@Unique('indicator_code_taken', ['code'])
export class IndicatorEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'indicator_pk' })
  id: Id;

  @Column('text', { name: 'code' })
  @Check('indicator_code', `code ~ '^[A-Z][A-Z0-9_]{1,59}$'`)
  code: string;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** What an indicator means from a day to a day. */
@Entity('indicator_definition')
@Exclusion('indicator_definition_taken', `using gist (indicator_id with =, validity with &&)`)
@Check(
  'indicator_definition_ratio',
  `(roll_up = 'RATIO_OF_SUMS') = (numerator_id is not null) and (numerator_id is null) = (denominator_id is null)`,
)
export class IndicatorDefinitionEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'indicator_definition_pk' })
  id: Id;

  @Column('uuid', { name: 'indicator_id' })
  @ForeignKey('indicator', { name: 'indicator_definition_indicator_fk' })
  indicatorId: Id;

  @Column('text', { name: 'name' })
  @Check('indicator_definition_name', `length(name) between 1 and 300`)
  name: string;

  @Column('text', { name: 'measure' })
  @Check('indicator_definition_measure', `length(measure) between 1 and 100`)
  measure: string;

  @Column('text', { name: 'definition', nullable: true })
  @Check('indicator_definition_text', `length(definition) between 1 and 2000`)
  definition: string | null;

  @Column('integer', { name: 'decimals' })
  @Check('indicator_definition_decimals', `decimals between 0 and 6`)
  decimals: number;

  @Column('text', { name: 'roll_up' })
  @Check('indicator_definition_roll_up', `roll_up in ('SUM', 'LAST', 'RATIO_OF_SUMS', 'NOT_ADDITIVE')`)
  rollUp: RollUp;

  @Column('uuid', { name: 'numerator_id', nullable: true })
  @ForeignKey('indicator', { name: 'indicator_definition_numerator_fk' })
  @Index('indicator_definition_numerator')
  numeratorId: Id | null;

  @Column('uuid', { name: 'denominator_id', nullable: true })
  @ForeignKey('indicator', { name: 'indicator_definition_denominator_fk' })
  @Index('indicator_definition_denominator')
  denominatorId: Id | null;

  @Column('daterange', { name: 'validity' })
  @Check('indicator_definition_validity', `not isempty(validity)`)
  validity: string;

  @Column('text', { name: 'basis', nullable: true })
  @Check('indicator_definition_basis', `length(basis) between 1 and 1000`)
  basis: string | null;
}

/** A statement about figures that should hold (đẳng thức kiểm tra). */
@Entity('identity')
@Unique('identity_name_taken', ['folded'])
export class IdentityEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'identity_pk' })
  id: Id;

  @Column('text', { name: 'name' })
  @Check('identity_name', `length(name) between 1 and 300`)
  name: string;

  @Column('text', { name: 'kind' })
  @Check('identity_kind', `kind in ('PARTS_TOTAL', 'CHILDREN_PARENT', 'CLOSE_OPEN', 'NOT_MORE', 'WHOLE_SHARE')`)
  kind: IdentityKind;

  @Column('uuid', { name: 'total_id' })
  @ForeignKey('indicator', { name: 'identity_total_fk' })
  @Index('identity_total')
  totalId: Id;

  @Column('text', { name: 'note', nullable: true })
  @Check('identity_note', `length(note) between 1 and 2000`)
  note: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;

  @Column('text', { name: 'folded', nullable: true, ...COMPUTED })
  readonly folded: string;
}

@Entity('identity_part')
export class IdentityPartEntity {
  @PrimaryColumn('uuid', { name: 'identity_id', primaryKeyConstraintName: 'identity_part_pk' })
  @ForeignKey('identity', { name: 'identity_part_identity_fk' })
  identityId: Id;

  @PrimaryColumn('uuid', { name: 'indicator_id', primaryKeyConstraintName: 'identity_part_pk' })
  @ForeignKey('indicator', { name: 'identity_part_indicator_fk' })
  @Index('identity_part_indicator')
  indicatorId: Id;
}
