import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** A name that a movement had before it was renamed. Its present name is that of the row of the movement. */
@Entity('former_movement_name')
export class FormerMovementNameEntity {
  @PrimaryColumn('uuid', { name: 'movement_id', primaryKeyConstraintName: 'former_movement_name_pk' })
  @ForeignKey('movement', { name: 'former_movement_name_movement_fk' })
  movementId: Id;

  /** The last day on which this was the name; the next former name, or the present one, begins on the day after. */
  @PrimaryColumn('date', { name: 'last_day', primaryKeyConstraintName: 'former_movement_name_pk' })
  lastDay: LocalDate;

  @Column('text', { name: 'name' })
  @Check('former_movement_name_length', `length(name) between 1 and 300`)
  name: string;
}
