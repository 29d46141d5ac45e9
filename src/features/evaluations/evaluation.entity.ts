import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Derivation } from '../criteria/rules/derivation.js';
import type { EntryInput, Placing } from './results/round-result.js';

/** An entry of a round with its result: a registration of a model, or a unit in a year. */
@Entity('evaluation')
@Unique('evaluation_numbered', ['roundId', 'number'])
@Unique('evaluation_registration_once', ['roundId', 'registrationId'])
@Index('evaluation_unit_once', ['roundId', 'unitId'], { unique: true, where: 'model_id is null' })
@Index('evaluation_ranking', ['roundId', 'rank', 'id'], { where: 'rank is not null' })
@Check('evaluation_about', `(model_id is null) = (registration_id is null)`)
@Check('evaluation_left', `(left_on is null) = (left_reason is null)`)
@Check('evaluation_decided', `(decided_grade is null) = (decided_reason is null)`)
export class EvaluationEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'evaluation_pk' })
  id: Id;

  @Column('uuid', { name: 'round_id' })
  @ForeignKey('appraisal_round', { name: 'evaluation_round_fk' })
  roundId: Id;

  @Column('integer', { name: 'number' })
  @Check('evaluation_number', `number > 0`)
  number: number;

  /** The unit that runs the round. */
  @Column('uuid', { name: 'host_id' })
  @ForeignKey('unit', { name: 'evaluation_host_fk' })
  @Index('evaluation_host')
  hostId: Id;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'evaluation_unit_fk' })
  @Index('evaluation_unit')
  unitId: Id;

  @Column('uuid', { name: 'model_id', nullable: true })
  @ForeignKey('emulation_model', { name: 'evaluation_model_fk' })
  @Index('evaluation_model', { where: 'model_id is not null' })
  modelId: Id | null;

  @Column('uuid', { name: 'registration_id', nullable: true })
  @ForeignKey('registration', { name: 'evaluation_registration_fk' })
  @Index('evaluation_registration', { where: 'registration_id is not null' })
  registrationId: Id | null;

  /** Quotas are counted within a block; empty: the round has one. */
  @Column('text', { name: 'block' })
  @Check('evaluation_block', `length(block) <= 200`)
  block: string;

  @Column('date', { name: 'left_on', nullable: true })
  leftOn: LocalDate | null;

  @Column('text', { name: 'left_reason', nullable: true })
  @Check('evaluation_left_reason', `length(left_reason) between 1 and 1000`)
  leftReason: string | null;

  @Column('numeric', { name: 'bonus', precision: 9, scale: 4 })
  @Check('evaluation_bonus', `bonus >= 0`)
  bonus: string;

  @Column('numeric', { name: 'penalty', precision: 9, scale: 4 })
  @Check('evaluation_penalty', `penalty >= 0`)
  penalty: string;

  @Column('jsonb', { name: 'answers' })
  answers: Readonly<Record<string, boolean>>;

  @Column('text', { name: 'facts_basis', nullable: true })
  @Check('evaluation_facts_basis', `length(facts_basis) between 1 and 2000`)
  factsBasis: string | null;

  @Column('numeric', { name: 'self_total', precision: 12, scale: 4, nullable: true })
  selfTotal: string | null;

  @Column('numeric', { name: 'total', precision: 12, scale: 4, nullable: true })
  total: string | null;

  /** By the text, after quotas. */
  @Column('text', { name: 'grade', nullable: true })
  grade: string | null;

  @Column('integer', { name: 'rank', nullable: true })
  @Check('evaluation_rank', `rank > 0`)
  rank: number | null;

  @Column('boolean', { name: 'tied', default: false })
  tied: boolean;

  @Column('text', { name: 'decided_grade', nullable: true })
  decidedGrade: string | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn: LocalDate | null;

  @Column('text', { name: 'decided_reason', nullable: true })
  @Check('evaluation_decided_reason', `length(decided_reason) between 1 and 2000`)
  decidedReason: string | null;

  @Column('text', { name: 'tie_decided_by', nullable: true })
  tieDecidedBy: string | null;

  @Column('text', { name: 'tie_decided_reason', nullable: true })
  @Check('evaluation_tie_decided_reason', `length(tie_decided_reason) between 1 and 2000`)
  tieDecidedReason: string | null;

  @Column('jsonb', { name: 'derivation', nullable: true })
  derivation: Derivation | null;

  @Column('jsonb', { name: 'inputs', nullable: true })
  inputs: EntryInput | null;

  @Column('jsonb', { name: 'standing', nullable: true })
  placing: Placing | null;

  /** The days and the mark of the round. */
  @Column('date', { name: 'opened_on' })
  openedOn: LocalDate;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: LocalDate | null;

  @Column('boolean', { name: 'illustrative' })
  illustrative: boolean;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
