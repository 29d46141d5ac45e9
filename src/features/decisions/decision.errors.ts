import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, date } from '../../shared/writing.js';

export const DecisionErrors = errors({
  DECISION_NOT_FOUND: { category: 'notFound', of: 'Decision', vi: 'Không tìm thấy quyết định “{id}”.', en: 'There is no decision “{id}”.' },
  DECISION_NUMBER_TAKEN: {
    category: 'conflict',
    params: { issuer: asGiven, number: asGiven, date },
    vi: '“{issuer}” đã có văn bản cùng loại số “{number}”, ban hành: {date}, trong năm đó. Hãy dùng văn bản ấy, hoặc kiểm tra lại số.',
    en: '“{issuer}” already has a paper of this kind with the number “{number}”, issued: {date}, in that year. Use that one, or check the number.',
  },
  DECISION_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày ban hành {date} ở tương lai. Hãy ghi ngày trên văn bản.',
    en: 'The day of issue, {date}, lies in the future. Give the day that is written on the paper.',
  },
  DECISION_AFTER_EFFECT: {
    category: 'conflict',
    params: { date },
    vi: 'Đã có việc làm theo quyết định này từ ngày {date}, nên ngày ban hành không thể muộn hơn. Hãy xem lại ngày trên văn bản; nếu ngày mới là đúng, hãy sửa những việc ấy trước.',
    en: 'Things were done by this decision from {date} on, so it cannot have been issued later. Check the day that is written on the paper; if it is right, correct those things first.',
  },
  DECISION_NEEDS_SOURCE: {
    category: 'invalid',
    vi: 'Chưa rõ số hoặc ngày ban hành của văn bản. Hãy ghi nguồn cho biết có văn bản này (ví dụ báo cáo, danh sách), hoặc ghi đủ số và ngày.',
    en: 'The number or the exact day of issue is not known. Say where this paper is known from (for example a report or a list), or give both.',
  },
});

// Should two people record the same paper at one moment, the second still gets the sentence.
constraintError('decision_number_taken', 'DECISION_NUMBER_TAKEN');
constraintError('decision_incomplete_has_source', 'DECISION_NEEDS_SOURCE');
