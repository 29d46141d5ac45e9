import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, date, wordFor } from '../../shared/writing.js';
import { TASK_STATE_NAMES } from './review.names.js';

export const ReviewErrors = errors({
  REVIEW_NOT_FOUND: {
    category: 'notFound',
    of: 'Review',
    vi: 'Không tìm thấy sơ kết, tổng kết “{id}”.',
    en: 'There is no review “{id}”.',
  },
  REVIEW_TASK_NOT_FOUND: {
    category: 'notFound',
    of: 'ReviewTask',
    vi: 'Không tìm thấy nhiệm vụ “{id}”.',
    en: 'There is no task “{id}”.',
  },
  REVIEW_FREEZE_NOT_FOUND: {
    category: 'notFound',
    of: 'ReviewFreeze',
    vi: 'Không tìm thấy bản chốt số liệu “{id}”.',
    en: 'There are no frozen numbers “{id}”.',
  },
  REVIEW_TAKEN: {
    category: 'conflict',
    params: { name: asGiven },
    vi: 'Đơn vị đã có “{name}” cho đúng kỳ ấy. Hãy dùng hội nghị đã có, hoặc đặt tên khác.',
    en: 'The unit has “{name}” for exactly this period already. Use that one, or choose another name.',
  },
  REVIEW_PERIOD_BACKWARDS: {
    category: 'invalid',
    params: { starts: date, ends: date },
    vi: 'Kỳ sơ kết, tổng kết kết thúc ({ends}) trước khi bắt đầu ({starts}).',
    en: 'The period of the review ends ({ends}) before it starts ({starts}).',
  },
  REVIEW_PERIOD_IN_FUTURE: {
    category: 'invalid',
    params: { starts: date },
    vi: 'Kỳ sơ kết, tổng kết bắt đầu {starts}, ở tương lai. Hãy ghi kỳ đã hoặc đang diễn ra.',
    en: 'The period of the review starts {starts}, which lies in the future. Give one that has begun.',
  },
  REVIEW_HELD_BEFORE_PERIOD: {
    category: 'invalid',
    params: { date, starts: date },
    vi: 'Hội nghị ghi ngày {date}, trước khi kỳ bắt đầu ({starts}).',
    en: 'The review is said to be held on {date}, before its period starts ({starts}).',
  },
  REVIEW_UNIT_NOT_IN_SCOPE: {
    category: 'conflict',
    params: { unit: asGiven },
    vi: 'Đơn vị “{unit}” không thuộc diện báo cáo của hội nghị này. Hãy thêm đơn vị trước (correctReview).',
    en: 'The unit “{unit}” does not report for this review. Add it first (correctReview).',
  },
  REVIEW_UNIT_HAS_SUBMITTED: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: 'Đơn vị “{unit}” đã nộp ngày {date}.',
    en: 'The unit “{unit}” has sent in its figures on {date}.',
  },
  REVIEW_HAS_RETURNS: {
    category: 'conflict',
    params: { count },
    vi: 'Còn {count} số liệu bị trả lại trong kỳ. Hãy đính chính (correctFigure) hoặc gỡ bỏ (removeFigure) rồi làm tiếp.',
    en: '{count} figures of the period are returned. Correct them (correctFigure) or remove them (removeFigure) first.',
  },
  REVIEW_EXTENSION_BACKWARDS: {
    category: 'invalid',
    params: { date, due: date },
    vi: 'Gia hạn đến {date} không sau hạn nộp {due}.',
    en: 'The extension to {date} is not after the day on which figures are due, {due}.',
  },
  REVIEW_WITHOUT_DUE_DAY: {
    category: 'conflict',
    vi: 'Hội nghị chưa có hạn nộp, nên không có gì để gia hạn. Hãy ghi hạn nộp trước (correctReview).',
    en: 'The review has no day on which figures are due, so nothing is extended. Enter it first (correctReview).',
  },
  REVIEW_FROZEN: {
    category: 'conflict',
    params: { date },
    vi: 'Số liệu của hội nghị đã chốt ngày {date}, nên kỳ, đơn vị và hội nghị trước giữ nguyên. Tên, chủ đề, ghi chú và nhiệm vụ vẫn đính chính được.',
    en: 'The numbers of the review were frozen on {date}, so its units, models and previous review stay. Name, theme, note and tasks can be corrected.',
  },
  REVIEW_PREVIOUS_NOT_EARLIER: {
    category: 'invalid',
    params: { name: asGiven },
    vi: '“{name}” không kết thúc trước hội nghị này, nên không phải kỳ trước.',
    en: '“{name}” does not end before this review, and so is not the one before.',
  },
  REVIEW_TASK_STATE_SAME: {
    category: 'conflict',
    params: { state: wordFor(TASK_STATE_NAMES) },
    vi: 'Nhiệm vụ đã ở trạng thái “{state}”.',
    en: 'The task is {state} already.',
  },
});

constraintError('review_taken', 'REVIEW_TAKEN');
