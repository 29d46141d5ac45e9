import { constraintError } from '../../../platform/database/database-errors.js';
import { errors } from '../../../platform/errors/catalogue.js';
import { asGiven, date } from '../../../shared/writing.js';

export const InspectionErrors = errors({
  INSPECTION_NOT_FOUND: {
    category: 'notFound',
    of: 'Inspection',
    vi: 'Không tìm thấy cuộc kiểm tra “{id}”.',
    en: 'There is no inspection “{id}”.',
  },
  INSPECTION_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày kiểm tra {date} ở tương lai. Cuộc kiểm tra chưa diễn ra là kế hoạch (planInspection).',
    en: 'The inspection lies in the future ({date}). One that has not been held is planned (planInspection).',
  },
  INSPECTION_BEFORE_MODEL: {
    category: 'conflict',
    params: { title: asGiven, starts: date },
    vi: 'Cuộc kiểm tra diễn ra trước khi mô hình “{title}” bắt đầu ({starts}). Hãy kiểm tra lại hai ngày.',
    en: 'The inspection was held before the model “{title}” starts ({starts}). Check both days.',
  },
  INSPECTION_OF_ANOTHER: {
    category: 'conflict',
    vi: 'Cuộc kiểm tra theo kế hoạch đó là của mô hình khác. Hãy chọn đúng cuộc kiểm tra, hoặc bỏ trống.',
    en: 'The planned inspection is one of another model. Choose the right one, or none.',
  },
  INSPECTION_HELD: {
    category: 'conflict',
    params: { date },
    vi: 'Cuộc kiểm tra đã được ghi là diễn ra ngày {date}. Nếu ghi sai, hãy đính chính (correctInspection).',
    en: 'The inspection is recorded as held on {date} already. If that is wrong, correct it (correctInspection).',
  },
  INSPECTION_NOT_HELD: {
    category: 'conflict',
    vi: 'Cuộc kiểm tra chưa diễn ra nên chưa có thành phần đoàn và kết quả. Hãy ghi nhận khi đã kiểm tra (recordInspection).',
    en: 'The inspection has not been held, so it has no findings yet. Record it when it was held (recordInspection).',
  },
  INSPECTION_KNOWN: {
    category: 'conflict',
    vi: 'Đơn vị đã ghi một cuộc kiểm tra mô hình này vào đúng ngày đó.',
    en: 'The unit has an inspection of this model on that day already.',
  },
  INSPECTION_MODEL_GONE: {
    category: 'conflict',
    params: { title: asGiven },
    vi: 'Mô hình “{title}” đã ở trong thùng rác hoặc đã gộp vào mô hình khác, nên không ghi kiểm tra được.',
    en: 'The model “{title}” is in the trash or merged into another, so no inspection is recorded for it.',
  },
});

constraintError('inspection_held_once', 'INSPECTION_KNOWN');
constraintError('inspection_planned_once', 'INSPECTION_KNOWN');
