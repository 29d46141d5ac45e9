import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given for a unit's code and a year. */
@Entity('model_code_counter')
export class ModelCodeCounterEntity {
  @PrimaryColumn('text', { name: 'prefix', primaryKeyConstraintName: 'model_code_counter_pk' })
  prefix: string;

  @PrimaryColumn('integer', { name: 'year', primaryKeyConstraintName: 'model_code_counter_pk' })
  year: number;

  @Column('integer', { name: 'last' })
  @Check('model_code_counter_positive', `last > 0`)
  last: number;
}
