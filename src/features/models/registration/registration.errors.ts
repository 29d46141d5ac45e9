import { errors } from '../../../platform/errors/catalogue.js';
import { asGiven, date, wordFor } from '../../../shared/writing.js';
import { MODEL_STATE_NAMES } from '../model.names.js';

/** What is wrong with a registration, with a step that is taken back, or with a title over time. */
export const RegistrationErrors = errors({
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
  MODEL_REGISTRATION_OPEN: {
    category: 'conflict',
    vi: 'Lần đăng ký trước của mô hình chưa kết thúc. Hãy rút (withdrawModels) hoặc chờ kết quả rồi đăng ký lại.',
    en: 'The last registration of the model has not ended. Withdraw it (withdrawModels), or wait for its result, and then register again.',
  },
  MODEL_REGISTRATION_UNKNOWN: {
    category: 'invalid',
    vi: 'Lần đăng ký này không phải của mô hình.',
    en: 'This registration is not one of the model.',
  },
  MODEL_REGISTERED_LATER: {
    category: 'conflict',
    vi: 'Mô hình đã được đăng ký lại sau bước này nên không thể thu lại. Hãy thu lại lần đăng ký sau trước.',
    en: 'The model was registered again after this step, so it cannot be taken back. Take back the later registration first.',
  },
  MODEL_FIRST_STEP_STAYS: {
    category: 'conflict',
    vi: 'Đây là bước đầu tiên của lần đăng ký duy nhất. Nếu mô hình nhập nhầm, hãy chuyển vào thùng rác (trashModel).',
    en: 'This is the first step of the only registration. If the model was entered by mistake, move it to the trash (trashModel).',
  },
  MODEL_STEP_NONE: {
    category: 'conflict',
    vi: 'Không có bước nào để thu lại.',
    en: 'There is no step to take back.',
  },
  MODEL_STEP_SUPERSEDED: {
    category: 'conflict',
    params: { action: asGiven },
    vi: 'Bước gần nhất bây giờ là bước khác ({action}), có thể do người khác vừa thực hiện. Hãy xem lại rồi thu lại đúng bước.',
    en: 'The last step is now another one ({action}); somebody may just have taken it. Look again, and take back the right one.',
  },
  MODEL_STATE_KNOWN: {
    category: 'conflict',
    params: { state: wordFor(MODEL_STATE_NAMES) },
    vi: 'Trạng thái hồ sơ đã được ghi ({state}). Hãy dùng các bước xử lý.',
    en: 'The state of the file is known ({state}). Use its steps.',
  },
  MODEL_NOT_FROM_PAPER: {
    category: 'conflict',
    vi: 'Mô hình này được đăng ký trên hệ thống, không phải nhập từ văn bản cũ, nên ngày và nguồn không sửa được.',
    en: 'The model was registered here and not entered from a paper, so its day and source cannot be corrected.',
  },
  MODEL_STEPS_BEFORE_DAY: {
    category: 'conflict',
    params: { date },
    vi: 'Sau ngày {date} đã có bước xử lý hoặc lần đăng ký khác, nên ngày ghi nhận không được muộn hơn. Hãy chọn ngày sớm hơn.',
    en: 'After {date} there are steps or another registration, so the new day is not later than that. Choose an earlier day.',
  },
  MODEL_TITLE_SINCE: {
    category: 'conflict',
    params: { date },
    vi: 'Tên hiện nay có từ ngày {date}. Hãy chọn ngày đổi tên sau ngày đó, hoặc sửa tên (editModel) nếu tên bị ghi sai.',
    en: 'The present title counts from {date}. Choose a later day, or correct the title (editModel) if it was wrong.',
  },
  MODEL_RENAMED_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày đổi tên {date} ở tương lai. Hãy ghi khi tên mới có hiệu lực.',
    en: 'The day {date} lies in the future. Rename the model when its new title counts.',
  },
  MODEL_SAME_TITLE: {
    category: 'invalid',
    vi: 'Tên mới trùng với tên hiện nay.',
    en: 'The new title is the present one.',
  },
  MODEL_NOT_RENAMED: {
    category: 'conflict',
    vi: 'Mô hình chưa đổi tên lần nào nên không có gì để hoàn tác.',
    en: 'The model was never renamed, so there is nothing to undo.',
  },
});
