import { enumTerm, inSentence, term, type Term, type Terms } from '../../../shared/terms.js';
import { REGISTERING, labelOf, type WaitedStep } from './waited-steps.js';

/** The Vietnamese term of a step is its label in the lifecycle. */
const step = (name: WaitedStep | typeof REGISTERING, en: string): Term => term(inSentence(labelOf(name).vi), en);

/** The words of the list of what waits for a person. */
export const waitingTerms = {
  WaitingThing: term('hồ sơ, đợt đăng ký đang chờ', 'An object on which a step waits'),
  WaitingEdge: term('một việc chờ xử lý', 'One object that waits for a step which you may take'),
  WaitingConnection: term('việc chờ tôi xử lý', 'One page of the objects that wait for a step which you may take'),
  WaitingStep: term('bước chờ xử lý', 'A step that you may take', '`actions` of the model say whether anything prevents it.'),
  WaitingStepName: enumTerm('việc chờ xử lý', 'A step that an object can wait for', {
    DRAFT: step(REGISTERING, 'Register a model in a round that closes within two weeks'),
    SUBMIT: step('submit', 'Submit a draft or a returned file'),
    RECEIVE: step('receive', 'Receive a submitted file'),
    RETURN: step('return', 'Return a file for supplement'),
    AGREE: step('agree', 'Agree to a received file and pass it on, where there is an authority above its holder'),
    OPEN_APPRAISAL: step('openAppraisal', 'Open the appraisal of a received file'),
    RECOGNISE: step('recognise', 'Recognise a model under appraisal'),
    DECLINE: step('decline', 'Decline a model under appraisal'),
  }),
  WaitingOrder: enumTerm('thứ tự việc chờ', 'Order of the list of waiting objects', {
    SINCE: term('chờ lâu nhất trước', 'By the day since when they wait, the earliest first'),
    SINCE_DESC: term('chờ lâu nhất sau', 'By the day since when they wait, the latest first'),
  }),
} as const satisfies Terms;
