import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, date, listOf, wordFor } from '../../shared/writing.js';
import { DECISION_KIND_NAMES } from '../decisions/decision.names.js';
import { RECOGNITION_LEVEL_NAMES } from '../movements/movement.names.js';

export const ModelErrors = errors({
  MODEL_NOT_FOUND: { category: 'notFound', of: 'EmulationModel', vi: 'Không tìm thấy mô hình “{id}”.', en: 'There is no model “{id}”.' },
  MODEL_UNIT_NOT_IN_FORCE: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: 'Đơn vị “{unit}” không tồn tại vào ngày {date}. Hãy chọn đơn vị của thời điểm đó.',
    en: 'The unit “{unit}” is not in force on {date}. Choose the unit of that time.',
  },
  MODEL_PARENT_UNKNOWN: {
    category: 'invalid',
    of: 'EmulationModel',
    vi: 'Không tìm thấy mô hình cấp trên “{id}”.',
    en: 'There is no parent model “{id}”.',
  },
  MODEL_OWN_PARENT: {
    category: 'invalid',
    vi: 'Mô hình không thể đứng dưới chính nó.',
    en: 'A model cannot be its own parent.',
  },
  MODEL_PARENT_HAS_PARENT: {
    category: 'conflict',
    params: { title: asGiven },
    vi: '“{title}” đã thuộc một mô hình khác nên không thể có mô hình con: chỉ có hai cấp.',
    en: '“{title}” belongs to another model already and cannot have models of its own: there are two levels.',
  },
  MODEL_HAS_CHILDREN: {
    category: 'conflict',
    vi: 'Còn mô hình con đứng dưới mô hình này. Hãy chuyển chúng trước.',
    en: 'Other models belong to this one. Move them first.',
  },
  MODEL_ATTESTED_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày ghi nhận {date} ở tương lai. Văn bản chỉ chứng minh điều đã có.',
    en: 'The attested day {date} lies in the future. A paper proves only what was.',
  },
  MODEL_PAST_NEEDS_STEP: {
    category: 'invalid',
    vi: 'Việc công nhận hoặc thu hồi cần quyết định: hãy nhập ở bước trước đó (ví dụ “đang thẩm định”), rồi ghi bước công nhận với quyết định.',
    en: 'Recognition and revocation need a decision: enter the model at the step before (for example “under appraisal”), then recognise it with the decision.',
  },
  MODEL_OWNER_DOUBLED: {
    category: 'invalid',
    params: { unit: asGiven },
    vi: 'Đơn vị “{unit}” được nêu hai lần trong các đơn vị cùng thực hiện.',
    en: 'The unit “{unit}” is named twice among the owners.',
  },
  MODEL_SECTOR_UNKNOWN: { category: 'invalid', of: 'Sector', vi: 'Không tìm thấy lĩnh vực “{id}”.', en: 'There is no sector “{id}”.' },
  MODEL_PERSON_UNKNOWN: {
    category: 'invalid',
    of: 'Person',
    vi: 'Không tìm thấy người “{id}” trong danh bạ.',
    en: 'There is no person “{id}”.',
  },
  MODEL_OF_A_COLLECTIVE: {
    category: 'invalid',
    vi: 'Mô hình của tập thể không gắn với một người. Hãy bỏ trống, hoặc chọn đối tượng là cá nhân hay hộ gia đình.',
    en: 'A collective’s model is not one person’s. Leave it out, or make it an individual’s or a household’s.',
  },
  MODEL_ENDS_BEFORE_IT_STARTS: {
    category: 'invalid',
    vi: 'Ngày kết thúc của mô hình đứng trước ngày bắt đầu.',
    en: 'The end of the model comes before its start.',
  },
  MODEL_OUTSIDE_ROUND: {
    category: 'conflict',
    vi: 'Đợt đăng ký này không dành cho đơn vị. Hãy chọn đợt của đơn vị hoặc của cấp trên.',
    en: 'This registration round is not for the unit. Choose a round of the unit or of a unit above it.',
  },
  MODEL_BEFORE_OPENING: {
    category: 'conflict',
    params: { date },
    vi: 'Đợt đăng ký mở từ ngày {date}.',
    en: 'The registration round opens on {date}.',
  },
  MODEL_AFTER_DEADLINE: {
    category: 'conflict',
    params: { date },
    vi: 'Đợt đăng ký đã hết hạn ngày {date} và đơn vị không được gia hạn. Hãy đề nghị gia hạn.',
    en: 'The registration round closed on {date}, and the unit has no extension. Ask for one.',
  },
  MODEL_NO_RECEIVER: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: 'Chưa có quy định cơ quan tiếp nhận cho “{unit}” vào ngày {date}. Hãy khai báo cơ quan tiếp nhận trước.',
    en: 'No receiving authority is set for “{unit}” on {date}. Set it first.',
  },
  MODEL_NOT_APPRAISED: {
    category: 'conflict',
    vi: 'Mô hình chưa được thẩm định trong đợt này.',
    en: 'The model has not been appraised in this round.',
  },
  MODEL_NEEDS_REASON: { category: 'invalid', vi: 'Cần nêu lý do.', en: 'A reason is needed.' },
  MODEL_NEEDS_DECISION: {
    category: 'invalid',
    vi: 'Cần chọn quyết định (số, ngày, cơ quan ban hành).',
    en: 'A decision is needed (number, date, issuer).',
  },
  MODEL_NEEDS_LEVEL: { category: 'invalid', vi: 'Cần nêu cấp công nhận.', en: 'The level of recognition is needed.' },
  MODEL_DECISION_UNKNOWN: {
    category: 'invalid',
    of: 'Decision',
    vi: 'Không tìm thấy quyết định “{id}”.',
    en: 'There is no decision “{id}”.',
  },
  MODEL_DECISION_LATER: {
    category: 'conflict',
    params: { date },
    vi: 'Quyết định ký ngày {date}, sau ngày của bước này.',
    en: 'The decision was issued on {date}, after the day of this step.',
  },
  MODEL_STEP_IN_FUTURE: { category: 'invalid', params: { date }, vi: 'Ngày {date} ở tương lai.', en: 'The day {date} lies in the future.' },
  MODEL_STEP_BEFORE_LAST: {
    category: 'conflict',
    params: { date },
    vi: 'Đã có bước sau ngày này (ngày {date}). Các bước ghi theo thứ tự thời gian.',
    en: 'A later step is recorded already (on {date}). Steps are entered in the order of time.',
  },
  MODEL_DAY_NEEDED: {
    category: 'invalid',
    params: { date },
    vi: 'Bước này cần ngày cụ thể, không chỉ {date}. Chỉ hồ sơ nhập từ văn bản cũ mới được ghi ngày chưa rõ.',
    en: 'This step needs a day, not only {date}. Less than a day is for registrations that are known from a paper of the past.',
  },
  MODEL_STATE_UNKNOWN: {
    category: 'conflict',
    vi: 'Chưa biết hồ sơ của lần đăng ký này ở trạng thái nào. Hãy ghi trạng thái đó trước (recordModelState).',
    en: 'The state of the file of this registration is not known. Enter that first (recordModelState).',
  },
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
  MODEL_RUNNING_UNKNOWN: {
    category: 'conflict',
    vi: 'Chưa biết mô hình đang vận hành thế nào. Hãy ghi tình trạng đó trước (recordModelRunning).',
    en: 'It is not known how the model runs. Enter that first (recordModelRunning).',
  },
  MODEL_ORIGINAL_UNKNOWN: {
    category: 'invalid',
    of: 'EmulationModel',
    vi: 'Không tìm thấy mô hình gốc “{id}”, hoặc mô hình đó đã bị xóa hay gộp.',
    en: 'There is no model “{id}” to be copied, or it is in the trash or merged.',
  },
  MODEL_OWN_COPY: {
    category: 'invalid',
    vi: 'Mô hình không thể nhân rộng từ chính nó hoặc từ bản nhân rộng của nó.',
    en: 'A model is no copy of itself, nor of one of its copies.',
  },
  MODEL_RUNNING_KNOWN: {
    category: 'conflict',
    vi: 'Tình trạng vận hành đã được ghi. Hãy dùng thao tác tương ứng để thay đổi.',
    en: 'How the model runs is known already. Use the step that changes it.',
  },
  MODEL_FACT_IN_FUTURE: { category: 'invalid', params: { date }, vi: 'Ngày {date} ở tương lai.', en: 'The day {date} lies in the future.' },
  MODEL_FACT_KNOWN: {
    category: 'conflict',
    vi: 'Việc này đã được ghi với cùng ngày, cấp và quyết định.',
    en: 'This is recorded already, with the same day, level and decision.',
  },
  MODEL_FACT_UNKNOWN: { category: 'notFound', vi: 'Mô hình không có ghi nhận này.', en: 'The model has no such fact.' },
  MODEL_IN_TRASH: {
    category: 'conflict',
    vi: 'Mô hình đang ở thùng rác. Hãy khôi phục trước.',
    en: 'The model is in the trash. Restore it first.',
  },
  MODEL_NOT_IN_TRASH: { category: 'conflict', vi: 'Mô hình không ở thùng rác.', en: 'The model is not in the trash.' },
  MODEL_PARENT_IN_TRASH: {
    category: 'conflict',
    vi: 'Mô hình cấp trên đang ở thùng rác. Hãy khôi phục mô hình cấp trên trước.',
    en: 'Its parent model is in the trash. Restore that one first.',
  },
  MODEL_PARENT_MERGED: {
    category: 'conflict',
    vi: 'Mô hình cấp trên đã được gộp vào mô hình khác. Hãy tách lại mô hình cấp trên, khôi phục mô hình này, chuyển nó sang mô hình được giữ lại, rồi gộp lại.',
    en: 'Its parent model has been merged into another. Unmerge the parent, restore this model, move it to the model that is kept, and merge again.',
  },
  MODEL_RECOGNISED_STAYS: {
    category: 'conflict',
    vi: 'Mô hình đã được công nhận thì không xóa; nếu cần, hãy thu hồi công nhận.',
    en: 'A recognised model is not thrown away; revoke the recognition if need be.',
  },
  MODEL_MERGED: { category: 'conflict', vi: 'Mô hình đã được gộp vào mô hình khác.', en: 'The model has been merged into another.' },
  MODEL_NOT_MERGED: { category: 'conflict', vi: 'Mô hình chưa được gộp.', en: 'The model is not merged.' },
  MODEL_HAS_MERGED: {
    category: 'conflict',
    vi: 'Đã có mô hình khác gộp vào mô hình này. Hãy tách chúng ra trước, hoặc gộp theo chiều ngược lại.',
    en: 'Other models have been merged into this one. Part them first, or merge the other way round.',
  },
  MODEL_MERGE_ITSELF: { category: 'invalid', vi: 'Không thể gộp mô hình vào chính nó.', en: 'A model cannot be merged into itself.' },
  MODEL_MERGE_TARGET_GONE: {
    category: 'invalid',
    vi: 'Mô hình được gộp vào không còn hoặc đã được gộp.',
    en: 'The model to merge into is gone or merged itself.',
  },
});
