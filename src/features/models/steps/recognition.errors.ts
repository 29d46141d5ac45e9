import { errors } from '../../../platform/errors/catalogue.js';
import { asGiven, date, listOf, wordFor } from '../../../shared/writing.js';
import { DECISION_KIND_NAMES } from '../../decisions/decision.names.js';
import { RECOGNITION_LEVEL_NAMES } from '../../movements/movement.names.js';

/** In what a recognition differs from its rule. */
export const RecognitionErrors = errors({
  RECOGNITION_LEVEL_OVER: {
    category: 'invalid',
    params: { level: wordFor(RECOGNITION_LEVEL_NAMES), date },
    vi: 'Không còn {level} sau ngày {date}. Hãy chọn cấp khác, hoặc ghi đúng ngày công nhận nếu việc công nhận có trước ngày đó.',
    en: 'There is no {level} after {date}. Choose another level, or give the day of the recognition if it was before.',
  },
  RECOGNITION_OTHER_LEVEL: {
    category: 'conflict',
    params: { level: wordFor(RECOGNITION_LEVEL_NAMES), expected: listOf(RECOGNITION_LEVEL_NAMES) },
    vi: 'Theo quy định tiếp nhận, công nhận của nơi giữ hồ sơ, cấp công nhận là {expected}, không phải {level}. Hãy chọn đúng cấp, hoặc nêu lý do khác quy định (deviationReason).',
    en: 'By the rule of the authority that holds the file, the level is {expected}, not {level}. Choose that level, or say why it differs (deviationReason).',
  },
  RECOGNITION_OTHER_ISSUER: {
    category: 'conflict',
    params: { issuer: asGiven, recogniser: asGiven },
    vi: 'Quyết định do “{issuer}” ban hành, trong khi theo quy định “{recogniser}” mới công nhận. Hãy chọn đúng quyết định, hoặc nêu lý do khác quy định (deviationReason).',
    en: 'The decision was issued by “{issuer}”, while by the rule “{recogniser}” recognises. Choose the right decision, or say why it differs (deviationReason).',
  },
  RECOGNITION_OTHER_PAPER: {
    category: 'conflict',
    params: { kind: wordFor(DECISION_KIND_NAMES) },
    vi: 'Văn bản được chọn là {kind}, không phải quyết định hay nghị quyết. Hãy chọn đúng văn bản, hoặc nêu lý do khác quy định (deviationReason).',
    en: 'The document is a {kind}, not a decision or a resolution. Choose the right document, or say why it differs (deviationReason).',
  },
});
