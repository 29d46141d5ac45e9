import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { asGiven, date, wordFor } from '../../shared/writing.js';
import { RECOGNITION_LEVEL_NAMES } from '../movements/movement.names.js';

/** Recognitions in force that differ from the rule of recognition, as a person said when entering them. No defect: reality differs at times. */
export const recognisedAgainstTheRule: InvariantCheck = {
  toCompare: true,
  ...invariant('models.recognisedByTheRule', {
    broken: `
      select m.code, m.title, r.level, r.recognised_on::text as day, r.deviation_reason as reason
        from recognition r join emulation_model m on m.id = r.model_id where r.deviation_reason is not null and r.revoked_on is null
       order by r.recognised_on desc, r.id`,
    describe: {
      params: { code: asGiven, title: asGiven, level: wordFor(RECOGNITION_LEVEL_NAMES), day: date, reason: asGiven },
      vi: 'Mô hình {code} “{title}” được công nhận {level} ngày {day} khác quy định: {reason}',
      en: 'The model {code} “{title}” was recognised at {level} on {day} against the rule: {reason}',
    },
    remedy: {
      vi: 'Hãy đối chiếu quyết định. Nếu quy định tiếp nhận, công nhận ghi thiếu hoặc sai thì đặt, đính chính quy định; nếu công nhận ghi sai thì sửa bước đó.',
      en: 'Compare the decision. If the rule of receiving is missing or wrong, set or correct it; if the recognition was entered wrongly, correct that step.',
    },
  }),
};
