import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { registerEnum } from '../../platform/graphql/enum.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { describe } from '../../shared/terms.js';
import { calendarTerms } from './calendar.terms.js';
import { CalendarDayKind } from './working-days.js';

registerEnum(CalendarDayKind, 'CalendarDayKind', calendarTerms.CalendarDayKind);

const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;
const MOST_WORKING_DAYS = 1_000;

@ObjectType({ description: describe(calendarTerms.CalendarDay) })
export class CalendarDay {
  @Field(() => LocalDateScalar, { description: 'The day (ngày).' })
  day: LocalDate;

  @Field(() => CalendarDayKind, { description: 'How it differs from the week (loại ngày).' })
  kind: CalendarDayKind;

  @Field(() => String, { description: 'Its name (tên ngày).' })
  name: string;

  @Field(() => String, { description: 'The act that says so (căn cứ).' })
  act: string;

  @Field(() => Boolean, { description: 'Whether somebody has compared it with the act (đã xác minh).' })
  verified: boolean;
}

@ObjectType({ description: describe(calendarTerms.WorkingDays) })
export class WorkingDays {
  @Field(() => LocalDateScalar, { description: 'The day on which the period begins, which is not counted (ngày bắt đầu).' })
  from: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day; asked by number, the working day on which it is reached (ngày cuối).' })
  to: LocalDate;

  @Field(() => Int, { description: 'The number of working days (số ngày làm việc).' })
  count: number;

  @Field(() => [CalendarDay], { description: 'The days of the period that differ from the week (ngày nghỉ, ngày làm bù trong khoảng).' })
  exceptions: CalendarDay[];

  @Field(() => [Int], {
    description:
      'Years that the period touches and whose movable days nobody has entered (năm chưa nhập lịch nghỉ): Tết is not known to the count. Empty: the count is complete.',
  })
  missingYears: number[];
}

@ObjectType({ description: describe(calendarTerms.CalendarYear) })
export class CalendarYear {
  @Field(() => Int, { description: 'The year (năm).' })
  year: number;

  @Field(() => String, { nullable: true, description: 'The act of the movable days (căn cứ). Null: nobody has entered them.' })
  act: string | null;

  @Field(() => Boolean, { description: 'Whether somebody has compared the movable days with the act (đã xác minh).' })
  verified: boolean;

  @Field(() => Int, { description: 'To be named by the next change of the year (phiên bản). 0: nobody has entered it.' })
  version: number;

  @Field(() => [CalendarDay], { description: 'All days that differ from the week, those with a fixed date included (các ngày).' })
  days: CalendarDay[];
}

@ArgsType()
export class WorkingDaysArgs {
  @Field(() => LocalDateScalar, { description: 'The day on which the period begins, which is not counted (ngày bắt đầu).' })
  from: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day (ngày cuối). Omitted or null: `count` is given.' })
  to?: LocalDate | null;

  @Field(() => Int, { nullable: true, description: 'The number of working days (số ngày làm việc). Omitted or null: `to` is given.' })
  @IsOptional()
  @Min(1)
  @Max(MOST_WORKING_DAYS)
  count?: number | null;
}

@ArgsType()
export class CalendarYearArgs {
  @Field(() => Int, { description: 'The year (năm).' })
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year: number;
}

@InputType({ description: 'A day of `setCalendarYear` (ngày nghỉ, ngày làm bù).' })
export class CalendarDayInput {
  @Field(() => LocalDateScalar, { description: 'The day (ngày).' })
  day: LocalDate;

  @Field(() => CalendarDayKind, { description: 'How it differs from the week (loại ngày).' })
  kind: CalendarDayKind;

  @Field(() => String, { description: 'Its name (tên ngày).' })
  @IsWords(300)
  name: string;
}

@InputType({ description: 'Input of `setCalendarYear` (nhập lịch nghỉ của năm).' })
export class SetCalendarYearInput {
  @Field(() => Int, { description: 'The year (năm).' })
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year: number;

  @Field(() => String, { description: 'The act: title, number, date (căn cứ).' })
  @IsWords(1_000)
  act: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether you have compared the days with the act (đã xác minh).' })
  verified: boolean;

  @Field(() => [CalendarDayInput], {
    description:
      'All movable days of the year (các ngày): Tết and other days off without a fixed date, days off in lieu, days made up for. They take the place of those entered before.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => CalendarDayInput)
  days: CalendarDayInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the year that the client has read (phiên bản đã xem). Omitted or null: it is entered for the first time.',
  })
  expectedVersion?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the year is changed (lý do). Omitted or null: it is entered for the first time.',
  })
  @IsOptional()
  @IsWords(1_000)
  reason?: string | null;
}

@ObjectType({ implements: () => MutationPayload })
export class CalendarYearPayload extends MutationPayload {
  @Field(() => CalendarYear, { nullable: true })
  calendarYear?: CalendarYear | null;
}
