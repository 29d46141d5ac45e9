import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { HoldGround } from '../proposal.kinds.js';

/** A hold (chưa khen thưởng): this recipient cannot be granted now. A person, somebody named in a unit, or the unit itself. */
@Entity('commendation_hold')
@Check('commendation_hold_lifted', `(lifted_on is null) = (lift_reason is null) and lifted_on >= placed_on`)
@Check('commendation_hold_review', `review_on >= placed_on`)
export class HoldEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'commendation_hold_pk' })
  id: Id;

  /** The proposing or issuing body that placed it. */
  @Column('uuid', { name: 'body_id' })
  @ForeignKey('unit', { name: 'commendation_hold_body_fk' })
  @Index('commendation_hold_body')
  bodyId: Id;

  /** The council that considers the case. */
  @Column('uuid', { name: 'council_id', nullable: true })
  @ForeignKey('council', { name: 'commendation_hold_council_fk' })
  @Index('commendation_hold_council', { where: 'council_id is not null' })
  councilId: Id | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  @ForeignKey('person', { name: 'commendation_hold_person_fk' })
  @Index('commendation_hold_person', { where: 'person_id is not null' })
  personId: Id | null;

  /** The unit of the recipient; without a name the recipient itself. */
  @Column('uuid', { name: 'unit_id', nullable: true })
  @ForeignKey('unit', { name: 'commendation_hold_unit_fk' })
  @Index('commendation_hold_unit', { where: 'unit_id is not null' })
  unitId: Id | null;

  /** `null`: the unit itself is held. */
  @Column('text', { name: 'name', nullable: true })
  @Check('commendation_hold_name', `length(name) between 1 and 300`)
  name: string | null;

  @Column('text', { name: 'ground' })
  @Check('commendation_hold_ground', `ground in ('DISCIPLINE', 'INVESTIGATION', 'VERIFICATION')`)
  ground: HoldGround;

  @Column('text', { name: 'reason' })
  @Check('commendation_hold_reason', `length(reason) between 1 and 2000`)
  reason: string;

  @Column('text', { name: 'source' })
  @Check('commendation_hold_source', `length(source) between 1 and 1000`)
  source: string;

  @Column('date', { name: 'placed_on' })
  placedOn: LocalDate;

  @Column('date', { name: 'review_on' })
  reviewOn: LocalDate;

  @Column('date', { name: 'lifted_on', nullable: true })
  liftedOn: LocalDate | null;

  @Column('text', { name: 'lift_reason', nullable: true })
  @Check('commendation_hold_lift_reason', `length(lift_reason) between 1 and 2000`)
  liftReason: string | null;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}
