import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, date } from '../../shared/writing.js';

export const CalendarErrors = errors({
  CALENDAR_PERIOD_UNCLEAR: {
    category: 'invalid',
    vi: 'Hãy ghi ngày cuối (to) hoặc số ngày làm việc (count), một trong hai.',
    en: 'Give either the last day (to) or the number of working days (count).',
  },
  CALENDAR_PERIOD_BACKWARDS: {
    category: 'invalid',
    params: { to: date, from: date },
    vi: 'Ngày cuối {to} đứng trước ngày đầu {from}.',
    en: 'The last day, {to}, comes before the first, {from}.',
  },
  CALENDAR_PERIOD_TOO_LONG: {
    category: 'invalid',
    params: { max: count },
    vi: 'Khoảng thời gian dài quá {max} ngày. Hãy chia nhỏ.',
    en: 'The period is longer than {max} days. Divide it.',
  },
  CALENDAR_DAY_OUTSIDE: {
    category: 'invalid',
    params: { date, year: asGiven },
    vi: 'Ngày {date} không thuộc năm {year}. Hãy ghi nó ở năm của nó.',
    en: 'The day {date} is not in {year}. Enter it in its own year.',
  },
  CALENDAR_DAY_TWICE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày {date} được ghi hai lần.',
    en: 'The day {date} is given twice.',
  },
  CALENDAR_DAY_NOT_OFF: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày {date} vốn là ngày làm việc, nên không thể là ngày làm bù.',
    en: 'The day {date} is a working day of the week, so no work is made up for on it.',
  },
  CALENDAR_NEEDS_REASON: {
    category: 'invalid',
    vi: 'Lịch của năm này đã được nhập. Hãy ghi lý do thay đổi và phiên bản đã xem.',
    en: 'The calendar of this year is entered already. Say why it is changed, and the version that you have seen.',
  },
});

constraintError('calendar_year_taken', 'CALENDAR_NEEDS_REASON');
