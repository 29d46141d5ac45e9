import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, date, wordFor } from '../../shared/writing.js';
import { DIMENSION_NAMES, MEASURE_NAMES } from './statistics.terms.js';

const dimension = wordFor(DIMENSION_NAMES);
const measure = wordFor(MEASURE_NAMES);

export const StatisticsErrors = errors({
  STATISTICS_TOO_LARGE: {
    category: 'invalid',
    params: { cells: count, limit: count },
    vi: 'Bảng có {cells} ô, quá giới hạn {limit}. Hãy bớt chiều, thu hẹp thời gian hoặc lọc theo một đơn vị.',
    en: 'The table has {cells} cells, more than {limit}. Leave out a dimension, narrow the period or filter by a unit.',
  },
  STATISTICS_MEASURE_WITHOUT_DIMENSION: {
    category: 'invalid',
    params: { measure, dimension },
    vi: 'Chỉ số “{measure}” không có chiều “{dimension}”. Hãy bỏ chiều này hoặc hỏi chỉ số này riêng.',
    en: 'The measure “{measure}” does not have the dimension “{dimension}”. Leave the dimension out, or ask for this measure by itself.',
  },
  STATISTICS_NEEDS_PERIOD: {
    category: 'invalid',
    params: { measure },
    vi: 'Chỉ số “{measure}” so với một kỳ. Hãy thêm chiều năm hoặc quý.',
    en: 'The measure “{measure}” is about a period. Add the dimension year or quarter.',
  },
  STATISTICS_DIMENSION_TWICE: {
    category: 'invalid',
    params: { dimension },
    vi: 'Chiều “{dimension}” xuất hiện hai lần, hoặc vừa theo năm vừa theo quý. Hãy giữ lại một.',
    en: 'The dimension “{dimension}” is given twice, or with both year and quarter. Keep one.',
  },
  STATISTICS_UNIT_NOT_SAID: {
    category: 'invalid',
    vi: 'Chiều đơn vị cần đúng một trong hai: cấp hành chính (level) hoặc đơn vị cấp trên (childrenOf).',
    en: 'The dimension “unit” needs exactly one of `level` and `childrenOf`.',
  },
  STATISTICS_AXIS_DOES_NOT_TAKE: {
    category: 'invalid',
    params: { dimension, argument: asGiven },
    vi: 'Chiều “{dimension}” không dùng “{argument}”. Hãy bỏ phần đó.',
    en: 'The dimension “{dimension}” does not take `{argument}`. Leave it out.',
  },
  STATISTICS_PERIOD_REVERSED: {
    category: 'invalid',
    params: { from: date, to: date },
    vi: 'Kỳ kết thúc ({to}) trước khi bắt đầu ({from}). Hãy đổi lại hai ngày.',
    en: 'The period ends ({to}) before it starts ({from}). Exchange the two days.',
  },
  STATISTICS_PERIOD_IN_FUTURE: {
    category: 'invalid',
    params: { from: date, day: date },
    vi: 'Kỳ bắt đầu ngày {from}, sau ngày xem {day}: chưa có gì để đếm. Hãy chọn kỳ sớm hơn hoặc ngày xem muộn hơn.',
    en: 'The period starts on {from}, after the day {day} that is looked at: there is nothing to count yet. Choose an earlier period or a later day.',
  },
  STATISTICS_DAY_IN_FUTURE: {
    category: 'invalid',
    params: { day: date },
    vi: 'Ngày xem {day} chưa đến. Hãy chọn hôm nay hoặc một ngày trước.',
    en: 'The day {day} has not come yet. Choose today or an earlier day.',
  },
  STATISTICS_UNIT_NOT_IN_FORCE: {
    category: 'invalid',
    params: { unit: asGiven, day: date },
    vi: '“{unit}” không tồn tại vào ngày {day} nên không quy về được. Hãy chọn đơn vị kế thừa, ngày xem khác, hoặc xem theo đơn vị tại thời điểm.',
    en: '“{unit}” is not in force on {day}, so nothing can be restated to it. Choose its successor, another day, or ask by the units of the time.',
  },
});
