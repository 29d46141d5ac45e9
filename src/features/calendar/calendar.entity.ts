import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { CalendarDayKind } from './working-days.js';

/** A year whose movable days were entered from an act. */
@Entity('calendar_year')
@Unique('calendar_year_taken', ['year'])
export class CalendarYearEntity {
  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'calendar_year_pk' })
  id: Id;

  @Column('integer', { name: 'year' })
  @Check('calendar_year_year', `year between 1990 and 2200`)
  year: number;

  @Column('text', { name: 'act' })
  @Check('calendar_year_act', `length(act) between 1 and 1000`)
  act: string;

  /** Whether somebody has compared the days with the act. */
  @Column('boolean', { name: 'verified' })
  verified: boolean;

  @Column('integer', { name: 'version', default: 1 })
  version: number;
}

/** A day of such a year on which people are off, or work although the week has it off. */
@Entity('calendar_day')
export class CalendarDayEntity {
  @PrimaryColumn('date', { name: 'day', primaryKeyConstraintName: 'calendar_day_pk' })
  day: LocalDate;

  @Column('uuid', { name: 'year_id' })
  @ForeignKey('calendar_year', { name: 'calendar_day_year_fk' })
  @Index('calendar_day_year')
  yearId: Id;

  @Column('text', { name: 'kind' })
  @Check('calendar_day_kind', `kind in ('HOLIDAY', 'DAY_OFF_IN_LIEU', 'MADE_UP')`)
  kind: CalendarDayKind;

  @Column('text', { name: 'name' })
  @Check('calendar_day_name', `length(name) between 1 and 300`)
  name: string;
}
