import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { FormItemName } from './form-items.js';

/** What the registration form has to contain (mục bắt buộc), from a day on: for a movement, or for one round of it. */
@Entity('required_form_items')
@Check('required_form_items_of_one', `(movement_id is null) <> (round_id is null)`)
@Unique('required_form_items_of_movement', ['movementId', 'fromDay'])
@Unique('required_form_items_of_round', ['roundId', 'fromDay'])
export class RequiredFormItemsEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'required_form_items_pk' })
  id: Id;

  @Column('uuid', { name: 'movement_id', nullable: true })
  @ForeignKey('movement', { name: 'required_form_items_movement_fk' })
  movementId: Id | null;

  @Column('uuid', { name: 'round_id', nullable: true })
  @ForeignKey('registration_round', { name: 'required_form_items_round_fk' })
  roundId: Id | null;

  /** It holds until the day before the next one of the same movement or round. */
  @Column('date', { name: 'from_day' })
  fromDay: LocalDate;

  @Column('text', { name: 'items', array: true })
  @Check(
    'required_form_items_known',
    `items <@ array['SITUATION', 'AIMS', 'APPROACH', 'AUDIENCE', 'FORCES', 'RESOURCES', 'SCHEDULE', 'OUTPUTS', 'SUSTAINABILITY']`,
  )
  items: FormItemName[];

  @Column('text', { name: 'basis' })
  @Check('required_form_items_basis', `length(basis) between 1 and 1000`)
  basis: string;
}
