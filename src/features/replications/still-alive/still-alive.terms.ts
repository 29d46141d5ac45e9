import { enumTerm, term, type Terms } from '../../../shared/terms.js';

export const STILL_ALIVE_LABEL = { vi: 'Trả lời mô hình còn duy trì không', en: 'Say whether the model still runs' };

/** The words of the yearly question. */
export const stillAliveTerms = {
  StillAlive: term(
    'câu hỏi duy trì hằng năm',
    'The question to the unit of a recognised model whether it still runs',
    'It is asked each year on the day of the recognition, from the year after it, unless the model has stopped. The day is a convention of this registry; no regulation names one.',
  ),
  StillAliveAnswer: term('trả lời mô hình còn duy trì', 'The answer of the unit to the question of one year'),
  StillAliveAnswerKind: enumTerm('nội dung trả lời', 'How the unit answers', {
    RUNNING: term('vẫn duy trì', 'It runs as before'),
    CHANGED: term('duy trì, có thay đổi', 'It runs, and something has changed'),
    STOPPED: term('đã dừng', 'It has stopped'),
  }),
  StillAliveSilence: enumTerm('lý do chưa có trả lời', 'Why there is no answer', {
    NOT_ASKED_YET: term('chưa đến ngày hỏi', 'The day of the question has not come, or the model was recognised in that year'),
    UNANSWERED: term('đã hỏi, chưa trả lời', 'It was asked, there is somebody who may answer, and nobody has'),
    NOBODY_TO_ANSWER: term(
      'không còn ai trả lời',
      'It was asked, and today nobody has the right to answer for its unit: the unit has ended without a whole successor, or has no officer and no head with an account',
    ),
  }),
  StillAliveCounts: term(
    'tổng hợp câu hỏi duy trì',
    'How the questions of a year were answered',
    'Each model that is asked, or will be, is counted in exactly one number.',
  ),
  'WaitingStepName.ANSWER_STILL_ALIVE': term('trả lời mô hình còn duy trì không', 'Say whether a recognised model still runs'),
} as const satisfies Terms;
