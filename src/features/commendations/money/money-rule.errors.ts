import { constraintError } from '../../../platform/database/database-errors.js';
import { errors } from '../../../platform/errors/catalogue.js';
import { asGiven, date } from '../../../shared/writing.js';

export const MoneyRuleErrors = errors({
  MONEY_RULE_TAKEN: {
    category: 'conflict',
    params: { date },
    vi: 'Đã có quy định cùng loại từ ngày {date}; quyết định cũ giữ mức đã tính. Hãy kiểm tra lại ngày, hoặc nhập quy định mới từ ngày khác.',
    en: 'There is such a rule from {date} on already, and decisions keep what was computed. Check the day, or enter the new rule from another day.',
  },
  MONEY_RULE_UNKNOWN: {
    category: 'invalid',
    params: { date },
    vi: 'Không có quy định như vậy bắt đầu từ ngày {date}. Hãy xem danh sách quy định (moneyRules).',
    en: 'There is no such rule that begins on {date}. See the list of rules (moneyRules).',
  },
  MONEY_RULE_OF_WHAT: {
    category: 'invalid',
    vi: 'Hệ số phải ghi tuyến, hình thức và đối tượng; mức lương cơ sở và quy tắc làm tròn thì không ghi. Hãy sửa các mục ấy.',
    en: 'A coefficient names track, form and recipient; a base salary and a rule of rounding name none of them. Correct these fields.',
  },
  MONEY_RULE_USED: {
    category: 'conflict',
    params: { date, recipient: asGiven, decided: date },
    vi: 'Quy định từ ngày {date} đã được dùng để tính tiền thưởng của “{recipient}” theo quyết định ngày {decided}, nên không đính chính hay gỡ được. Hãy nhập quy định đúng từ một ngày khác (recordMoneyRule).',
    en: 'The rule from {date} on was used for the money of “{recipient}” by the decision of {decided}, so it is neither corrected nor removed. Enter the right rule from another day on (recordMoneyRule).',
  },
  MONEY_RULE_CONFIRMED: {
    category: 'conflict',
    params: { date },
    vi: 'Quy định từ ngày {date} đã được đối chiếu với văn bản, nên không gỡ được. Nếu mức hoặc căn cứ sai, hãy đính chính (replaceMoneyRule): sau đó quy định lại ở mức chưa xác minh và gỡ được.',
    en: 'The rule from {date} on was compared with its act, so it is not removed. If its value or act is wrong, replace it (replaceMoneyRule): it is then not verified again, and can be removed.',
  },
});

for (const constraint of ['base_salary_taken', 'money_rounding_taken', 'commendation_rate_taken'])
  constraintError(constraint, 'MONEY_RULE_TAKEN', { date: '…' });
