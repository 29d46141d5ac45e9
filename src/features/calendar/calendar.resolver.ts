import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowEverywhere } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { CalendarErrors } from './calendar.errors.js';
import {
  CalendarYear,
  CalendarYearArgs,
  CalendarYearPayload,
  SetCalendarYearInput,
  WorkingDays,
  WorkingDaysArgs,
} from './calendar.graphql.js';
import { CalendarReader, type Counted, type KnownYear } from './calendar.reader.js';
import { CalendarService } from './calendar.service.js';

@Resolver()
export class CalendarResolver {
  constructor(
    private readonly reader: CalendarReader,
    private readonly service: CalendarService,
  ) {}

  @Query(() => WorkingDays, {
    description:
      'The working days after a day up to another (`to`), or the day on which a number of them is over (`count`) (ngày làm việc). `missingYears` says where Tết is not known.',
  })
  @Allow('registry.read')
  workingDays(@Args() { from, to, count }: WorkingDaysArgs): Promise<Counted> {
    if (to && !count) return this.reader.between(from, to);
    if (count && !to) return this.reader.after(from, count);
    throw CalendarErrors.CALENDAR_PERIOD_UNCLEAR().at('to');
  }

  @Query(() => CalendarYear, { description: 'The days of a year that differ from the week, as far as they are known (lịch nghỉ của năm).' })
  @Allow('registry.read')
  calendarYear(@Args() { year }: CalendarYearArgs): Promise<KnownYear> {
    return this.reader.year(year);
  }

  @Mutation(() => CalendarYearPayload, {
    description:
      'Enters the movable days of a year from its act, or puts others in their place (nhập lịch nghỉ, hoán đổi ngày làm việc của năm).',
  })
  @AllowEverywhere('calendar.edit')
  setCalendarYear(
    @Args('input', { type: () => SetCalendarYearInput }) input: SetCalendarYearInput,
    @Context() context: RequestContext,
  ): Promise<CalendarYearPayload> {
    return mutate(context, SetCalendarYearInput, input, async () => {
      const { year, act, verified, expectedVersion = null, reason = null } = input;
      const days = input.days.map(({ day, kind, name }) => ({ day, kind, name }));
      await this.service.setYear(context.signedIn, { year, act, verified, days, expectedVersion, reason });
      return { calendarYear: (await this.reader.year(year)) as CalendarYear };
    });
  }
}
