import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';

/** By what events are counted: each row of an event has these, and each count of them. */
abstract class Countable {
  @Column('text', { name: 'measure' })
  measure: string;

  /** The first possible day of the event; in a count, the first day of that year. */
  @Column('date', { name: 'first_day' })
  firstDay: LocalDate;

  /** The last possible day of the event; in a count, the last day of that year. */
  @Column('date', { name: 'last_day' })
  lastDay: LocalDate;

  @Column('text', { name: 'level', nullable: true })
  level: string | null;

  @Column('uuid', { name: 'sector_id', nullable: true })
  sectorId: Id | null;

  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('text', { name: 'kind' })
  kind: string;

  @Column('text', { name: 'state', nullable: true })
  state: string | null;

  @Column('text', { name: 'running', nullable: true })
  running: string | null;
}

/** What a measure counts: an event of a model, once for each unit of the model. Written by `EventCounter` alone. */
@Entity('counted_event')
@Index('counted_event_unit', ['unitId', 'measure'])
export class CountedEventEntity extends Countable {
  @PrimaryGeneratedColumn('identity', {
    name: 'id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'counted_event_pk',
  })
  @Index('counted_event_together', { where: '(not alone)' })
  id: string;

  @Column('uuid', { name: 'model_id' })
  @Index('counted_event_model')
  modelId: Id;

  /** The model, or its registration, that is counted once however many events it has. */
  @Column('uuid', { name: 'thing_id' })
  thingId: Id;

  @Column('uuid', { name: 'unit_id' })
  unitId: Id;

  /** Whether the thing has no other event of the measure and no other unit: then it can be added up. */
  @Column('boolean', { name: 'alone' })
  alone: boolean;
}

/** In which unit of province level a unit was on which days. */
@Entity('counted_place')
export class CountedPlaceEntity {
  @PrimaryColumn('uuid', { name: 'unit_id', primaryKeyConstraintName: 'counted_place_pk' })
  @Index('counted_place_crowded', { where: '(not sole)' })
  unitId: Id;

  @PrimaryColumn('uuid', { name: 'place_id', primaryKeyConstraintName: 'counted_place_pk' })
  placeId: Id;

  @PrimaryColumn('daterange', { name: 'validity', primaryKeyConstraintName: 'counted_place_pk' })
  validity: string;

  /** Whether the unit was never in two of them on one day. */
  @Column('boolean', { name: 'sole' })
  sole: boolean;
}

/** How many events that are alone there are of a kind, by the unit of province level. */
@Entity('event_count')
@Index('event_count_once', { synchronize: false }) // nulls that are equal
export class EventCountEntity extends Countable {
  @PrimaryGeneratedColumn('identity', {
    name: 'id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'event_count_pk',
  })
  id: string;

  /** Whether it is the count of the whole registry, which has no unit. Else it is that of a unit or, without one, of what is in none. */
  @Column('boolean', { name: 'whole' })
  whole: boolean;

  /** By the units of the day of the event. */
  @Column('uuid', { name: 'reported_id', nullable: true })
  reportedId: Id | null;

  /** By the units of the day of `counted_day`. */
  @Column('uuid', { name: 'restated_id', nullable: true })
  restatedId: Id | null;

  @Column('integer', { name: 'n' })
  n: number;
}

/** The day for which events are counted: one row, or none while nothing is. */
@Entity('counted_day')
export class CountedDayEntity {
  @PrimaryColumn('date', { name: 'day', primaryKeyConstraintName: 'counted_day_pk' })
  day: LocalDate;
}

/** A model that has changed since its events were counted; without a model: units have changed. Written by triggers, in the transaction of the change. */
@Entity('uncounted_model')
export class UncountedModelEntity {
  @PrimaryGeneratedColumn('identity', {
    name: 'ordinal',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'uncounted_model_pk',
  })
  ordinal: string;

  @Column('uuid', { name: 'model_id', nullable: true })
  modelId: Id | null;
}
