import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const calendarTerms = {
  WorkingDays: term(
    'ngày làm việc',
    'A period counted in working days',
    'Saturdays, Sundays and days off are not counted, days that are made up for are. The day on which the period begins is not counted.',
  ),
  CalendarYear: term(
    'lịch nghỉ của năm',
    'The days of a year that differ from the week and have no fixed date: Tết, days off in lieu, days made up for',
    'The registry has none of its own: people enter them from the act of the year.',
  ),
  CalendarDay: term('ngày nghỉ, ngày làm bù', 'A day that differs from the week'),
  CalendarDayKind: enumTerm('loại ngày', 'How a day differs from the week', {
    HOLIDAY: term('nghỉ lễ, tết', 'A public holiday'),
    DAY_OFF_IN_LIEU: term('nghỉ bù, nghỉ hoán đổi', 'A day off in the place of another'),
    MADE_UP: term('làm bù', 'A day of the weekend on which work is made up for'),
  }),
} as const satisfies Terms;
