import { constraintError } from '../../../platform/database/database-errors.js';
import { errors } from '../../../platform/errors/catalogue.js';
import { asGiven, date } from '../../../shared/writing.js';

export const StillAliveErrors = errors({
  STILL_ALIVE_ANSWER_NOT_FOUND: {
    category: 'notFound',
    of: 'StillAliveAnswer',
    vi: 'Không tìm thấy câu trả lời “{id}”.',
    en: 'There is no answer “{id}”.',
  },
  STILL_ALIVE_NOT_ASKED: {
    category: 'conflict',
    params: { year: asGiven },
    vi: 'Năm {year} mô hình này không được hỏi: câu hỏi hằng năm chỉ dành cho mô hình đang được công nhận, chưa dừng, từ năm sau năm công nhận.',
    en: 'The model is not asked in {year}: the yearly question is for recognised models that have not stopped, from the year after their recognition.',
  },
  STILL_ALIVE_NOT_ASKED_YET: {
    category: 'conflict',
    params: { date },
    vi: 'Chưa đến ngày hỏi của năm nay ({date}).',
    en: 'The question of this year is not asked before {date}.',
  },
  STILL_ALIVE_ANSWERED: {
    category: 'conflict',
    params: { year: asGiven },
    vi: 'Câu hỏi của năm {year} đã được trả lời. Nếu trả lời sai, hãy gỡ câu trả lời đó (removeStillAliveAnswer) rồi trả lời lại.',
    en: 'The question of {year} is answered already. If the answer is wrong, remove it (removeStillAliveAnswer) and answer again.',
  },
  STILL_ALIVE_DAY: {
    category: 'invalid',
    params: { date, asked: date },
    vi: 'Ngày {date} không trả lời được câu hỏi này: hãy ghi một ngày từ {asked} đến hôm nay.',
    en: 'The day {date} does not answer this question: give one from {asked} to today.',
  },
  STILL_ALIVE_NEEDS_WORDS: {
    category: 'invalid',
    vi: 'Hãy ghi đã thay đổi gì, hoặc vì sao dừng.',
    en: 'Say what has changed, or why it stopped.',
  },
  STILL_ALIVE_FIGURE_NAMED: {
    category: 'invalid',
    vi: 'Số liệu cần có tên của nó, và tên cần có số liệu.',
    en: 'A figure needs its name, and a name its figure.',
  },
});

constraintError('still_alive_answer_once', 'STILL_ALIVE_ANSWERED');
