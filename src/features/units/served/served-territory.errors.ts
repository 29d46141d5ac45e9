import { errors } from '../../../platform/errors/catalogue.js';
import { asGiven, date, period } from '../../../shared/writing.js';

export const ServedTerritoryErrors = errors({
  SERVED_TERRITORY_NOT_FOUND: {
    category: 'notFound',
    of: 'ServedTerritory',
    vi: 'Không tìm thấy lần giao địa bàn “{id}”.',
    en: 'There is no assignment of a territory “{id}”.',
  },
  SERVED_BODY_IS_TERRITORY: {
    category: 'invalid',
    params: { unit: asGiven },
    vi: '“{unit}” là đơn vị hành chính, vốn đã gồm các đơn vị trực thuộc. Hãy chọn một tổ chức: ban, cơ quan, ủy ban.',
    en: '“{unit}” is an administrative unit, which contains its units anyway. Choose an organisation: a board, an office, a committee.',
  },
  SERVED_UNIT_IS_NO_TERRITORY: {
    category: 'invalid',
    params: { unit: asGiven },
    vi: '“{unit}” không phải là đơn vị hành chính nên không thể là địa bàn. Hãy chọn tỉnh, huyện hoặc xã.',
    en: '“{unit}” is not an administrative unit, so it cannot be a territory. Choose a province, a district or a commune.',
  },
  SERVED_BACKWARDS: {
    category: 'invalid',
    params: { first: date, last: date },
    vi: 'Ngày cuối phụ trách {last} đứng trước ngày đầu {first}.',
    en: 'The last day, {last}, comes before the first day, {first}.',
  },
  SERVED_BEYOND_LIFE: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: '“{unit}” kết thúc ngày {date}. Hãy ghi ngày cuối phụ trách không muộn hơn ngày đó; đơn vị kế thừa thì ghi lần giao riêng.',
    en: '“{unit}” ends on {date}. Give a last day that is no later; for its successor enter an assignment of its own.',
  },
  SERVED_ALREADY: {
    category: 'conflict',
    params: { body: asGiven, territory: asGiven, period },
    vi: '“{body}” đã được ghi phụ trách “{territory}” ({period}). Hãy sửa ngày cuối của lần giao đó, hoặc chọn những ngày khác.',
    en: '“{body}” is already recorded as working for “{territory}” ({period}). Change the last day of that assignment, or choose other days.',
  },
});
