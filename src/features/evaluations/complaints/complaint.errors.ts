import { errors } from '../../../platform/errors/catalogue.js';
import { count, date } from '../../../shared/writing.js';

export const ComplaintErrors = errors({
  APPRAISAL_COMPLAINT_OPEN: {
    category: 'conflict',
    vi: 'Đợt chưa khóa nên chưa có kết quả để khiếu nại. Hãy sửa phiếu trước khi khóa đợt.',
    en: 'The round is not closed, so there is no result to complain about. Correct the sheets before it is closed.',
  },
  APPRAISAL_COMPLAINT_DAY: {
    category: 'invalid',
    params: { first: date, last: date },
    vi: 'Ngày nhận khiếu nại phải từ {first} (ngày khóa đợt) đến {last} (hết thời hạn của đợt, hoặc hôm nay).',
    en: 'The complaint must have been received from {first} (the day the round was closed) to {last} (the end of the time that the round states, or today).',
  },
  APPRAISAL_COMPLAINT_LATE: {
    category: 'conflict',
    params: { last: date },
    vi: 'Thời hạn khiếu nại của đợt đã hết ngày {last}. Khiếu nại nhận trong thời hạn ấy do ban tổ chức đợt ghi nhận, nêu giấy tờ thể hiện ngày nhận (source).',
    en: 'The time for complaints of the round ended on {last}. One received in that time is recorded by the board that runs the round, with the paper that shows the day (source).',
  },
  APPRAISAL_COMPLAINT_NOT_FOUND: {
    category: 'invalid',
    vi: 'Trường hợp này không có khiếu nại đó. Hãy lấy mã khiếu nại từ “complaints” của trường hợp.',
    en: 'The entry has no such complaint. Take its identifier from `complaints` of the entry.',
  },
  APPRAISAL_COMPLAINT_ANSWERED: {
    category: 'conflict',
    vi: 'Khiếu nại này đã được trả lời.',
    en: 'The complaint was answered already.',
  },
  APPRAISAL_NEEDS_COMPLAINT: {
    category: 'conflict',
    params: { days: count },
    vi: 'Đợt quy định chỉ mở lại theo khiếu nại nhận trong {days} ngày sau khi khóa. Hãy ghi nhận khiếu nại (recordAppraisalComplaint) rồi nêu mã của nó (complaintId).',
    en: 'By its rule the round is opened again for a complaint received within {days} days after it was closed. Record the complaint (recordAppraisalComplaint) and name it (complaintId).',
  },
});
