import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Entities that are also the contract, as the Nest documentation shows them; of the columns, those that the questions need. */

@ObjectType()
@Entity('sector')
export class Sector {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  name: string;
}

/** The name, kind and place of a unit in a range of days; the contract shows it as the unit. */
@ObjectType('Unit')
@Entity('unit_span')
export class UnitSpan {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('daterange')
  validity: string;

  @Field()
  @Column('text')
  kind: string;

  @Field()
  @Column('text')
  name: string;
}

@ObjectType()
@Entity('model_step')
export class ModelStep {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'model_id' })
  modelId: string;

  @Field()
  @Column('text')
  lifecycle: string;

  @Field()
  @Column('text', { name: 'to_state' })
  to: string;

  @Field()
  @Column('date', { name: 'on_day' })
  on: string;
}

@ObjectType()
@Entity('emulation_model')
export class EmulationModel {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  code: string;

  @Field()
  @Column('text')
  title: string;

  @Field()
  @Column('text', { name: 'file_state' })
  state: string;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'running_state', nullable: true })
  running: string | null;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('uuid', { name: 'sector_id', nullable: true })
  sectorId: string | null;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('date', { name: 'attested_on' })
  attestedOn: string;

  @Column('timestamptz', { name: 'trashed_at', nullable: true })
  trashedAt: Date | null;

  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;
}
