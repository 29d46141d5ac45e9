import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, date } from '../../shared/writing.js';

export const PersonErrors = errors({
  PERSON_NOT_FOUND: { category: 'notFound', of: 'Person', vi: 'Không tìm thấy người “{id}”.', en: 'There is no person “{id}”.' },
  PERSON_POST_NOT_FOUND: { category: 'notFound', of: 'PersonPost', vi: 'Không tìm thấy chức vụ “{id}”.', en: 'There is no post “{id}”.' },
  PERSON_UNIT_MISSING: {
    category: 'invalid',
    vi: 'Hãy chọn đơn vị mà người này thuộc về; chỉ người phụ trách toàn bộ sổ mới được để trống.',
    en: 'Choose the unit that this person belongs to; only a grant over the whole registry lets you leave it open.',
  },
  PERSON_POST_BACKWARDS: {
    category: 'invalid',
    vi: 'Ngày cuối giữ chức vụ đứng trước ngày đầu.',
    en: 'The last day of the post comes before its first.',
  },
  PERSON_BORN_AFTER_POST: {
    category: 'conflict',
    params: { date },
    vi: 'Người này đã giữ chức vụ từ ngày {date}, trước ngày sinh vừa ghi. Hãy kiểm tra lại ngày sinh, hoặc đính chính chức vụ (correctPost) trước.',
    en: 'This person holds a post from {date}, before the birth given. Check the birth, or correct the post (correctPost) first.',
  },
  PERSON_UNIT_NOT_IN_FORCE: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: 'Đơn vị “{unit}” không tồn tại vào ngày {date}. Hãy chọn đơn vị của thời điểm đó.',
    en: 'The unit “{unit}” is not in force on {date}. Choose the unit of that time.',
  },
  PERSON_RETENTION_NOT_SET: {
    category: 'conflict',
    vi: 'Chưa đặt thời hạn lưu giữ dữ liệu cá nhân nên chưa được ghi. Hãy nhờ quản trị viên đặt PERSONAL_DATA_MONTHS và PERSONAL_DATA_REASON.',
    en: 'No retention time is set for personal data, so none is kept. Ask the administrator to set PERSONAL_DATA_MONTHS and PERSONAL_DATA_REASON.',
  },
  PERSON_HAS_NO_PERSONAL_DATA: {
    category: 'conflict',
    vi: 'Không có dữ liệu cá nhân nào được lưu của người này.',
    en: 'No personal data are kept of this person.',
  },
});
