import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { anyOf, asGiven, count, date, listOf, period, wordFor, type Writer } from '../../shared/writing.js';
import { ISSUER_NAMES, SUBJECT_NAMES } from './commendation.names.js';
import { FORM_NAMES } from './forms/forms.js';

const form = wordFor(FORM_NAMES);
const may = anyOf(ISSUER_NAMES);
/** An earlier decision by its number and day; empty where the person who reads the sentence does not see what it granted. */
const earlierDecision: Writer<string> = (said, language) =>
  said === '' ? { vi: 'quyết định ngoài phạm vi của bạn', en: 'by a decision outside your reach' }[language] : said;

export const CommendationErrors = errors({
  COMMENDATION_NOT_FOUND: {
    category: 'notFound',
    of: 'Commendation',
    vi: 'Không tìm thấy khen thưởng “{id}”.',
    en: 'There is no commendation “{id}”.',
  },
  COMMENDATION_POWER_OF_OTHER_DAYS: {
    category: 'conflict',
    params: { issuer: asGiven, form, date, act: asGiven, period, may },
    vi: '“{issuer}” không có thẩm quyền tặng {form} vào ngày {date}: theo {act}, thẩm quyền ấy {period}. Ngày đó người có thẩm quyền là {may}: hãy trình cấp ấy, hoặc kiểm tra lại ngày quyết định.',
    en: '“{issuer}” may not grant {form} on {date}: by {act} it may {period}. On that day it is up to {may}: propose it there, or check the day of the decision.',
  },
  COMMENDATION_ISSUER_OF_NO_POWER: {
    category: 'conflict',
    params: { issuer: asGiven, form, date, may },
    vi: '“{issuer}” không có thẩm quyền tặng {form} (06/2022/QH15, Điều 80; khen thưởng của Đảng, Mặt trận theo quy định riêng của mỗi tuyến). Ngày {date} người có thẩm quyền là {may}: hãy trình đúng cấp và đúng tuyến.',
    en: '“{issuer}” has no power to grant {form} (Article 80 of 06/2022/QH15; the Party and the Front commend by their own rules). On {date} it is up to {may}: propose it at that level and in that track.',
  },
  COMMENDATION_POWER_UNKNOWN: {
    category: 'conflict',
    params: { form, date },
    vi: 'Sổ đăng ký chưa có quy định về thẩm quyền tặng {form} vào ngày {date}. Hãy nhập từ văn bản đã có (recordPastCommendation), ghi rõ nguồn.',
    en: 'The registry has no rule that says who may grant {form} on {date}. Enter it from its paper (recordPastCommendation), with the source.',
  },
  COMMENDATION_LAW_UNKNOWN: {
    category: 'conflict',
    params: { date },
    vi: 'Quy định có hiệu lực ngày {date} chưa được nạp (chỉ có từ 01/01/2024, 06/2022/QH15), nên không biết ai có thẩm quyền. Hãy nhập từ văn bản đã có (recordPastCommendation).',
    en: 'The rules in force on {date} are not loaded (they begin on 1 January 2024, 06/2022/QH15), so who had the power is not known. Enter it from its paper (recordPastCommendation).',
  },
  COMMENDATION_RECEIVED_NEEDED: {
    category: 'invalid',
    params: { date },
    vi: 'Quyết định ngày {date} có thể theo luật cũ hoặc luật mới, tùy ngày nhận hồ sơ (06/2026/QH16). Hãy ghi ngày nhận hồ sơ.',
    en: 'A decision of {date} is governed by the older law or the newer one, by the day the dossier was received (06/2026/QH16). Give that day.',
  },
  COMMENDATION_NOTHING_TO_CHOOSE: {
    category: 'invalid',
    vi: 'Chỉ chọn được quy định có lợi hơn khi hồ sơ nhận trước ngày luật mới có hiệu lực và quyết định ban hành sau ngày đó. Hãy bỏ trống lý do chọn.',
    en: 'The more favourable law is chosen only where the dossier was received before the newer law and the decision issued under it. Leave out the reason.',
  },
  COMMENDATION_RECEIVED_AFTER_DECISION: {
    category: 'invalid',
    params: { received: date, date },
    vi: 'Ngày nhận hồ sơ {received} sau ngày quyết định {date}. Hãy kiểm tra lại hai ngày.',
    en: 'The dossier was received on {received}, after the decision of {date}. Check both days.',
  },
  COMMENDATION_DECISION_UNKNOWN: {
    category: 'invalid',
    params: { id: asGiven },
    vi: 'Không có quyết định “{id}”. Hãy nhập quyết định trước (recordDecision).',
    en: 'There is no decision “{id}”. Enter it first (recordDecision).',
  },
  COMMENDATION_DECISION_TWICE: {
    category: 'invalid',
    vi: 'Đã ghi cả quyết định có sẵn lẫn quyết định mới. Hãy chỉ ghi một trong hai.',
    en: 'Both a decision of the registry and a new one are given. Give one of them.',
  },
  COMMENDATION_DECISION_INCOMPLETE: {
    category: 'conflict',
    vi: 'Quyết định chưa đủ số và ngày ban hành, nên chưa biết thẩm quyền và tiền thưởng. Hãy bổ sung quyết định (correctDecision), hoặc nhập từ văn bản đã có (recordPastCommendation).',
    en: 'The decision has no number or no exact day, so power and money are not known. Complete it (correctDecision), or enter this from its paper (recordPastCommendation).',
  },
  COMMENDATION_DECISION_OF_OTHER_KIND: {
    category: 'conflict',
    vi: 'Khen thưởng cần một quyết định; văn bản này thuộc loại khác. Hãy chọn quyết định, hoặc đính chính loại văn bản.',
    en: 'A commendation takes a decision; this paper is of another class. Choose a decision, or correct the class.',
  },
  COMMENDATION_GIVEN_ALREADY: {
    category: 'conflict',
    params: { recipient: asGiven, form, decision: earlierDecision },
    vi: '“{recipient}” đã được tặng {form} cho thành tích này ({decision}). Một thành tích không được tặng nhiều lần một hình thức (152/2025/NĐ-CP, Điều 4): hãy bỏ dòng này, hoặc ghi rõ thành tích và thời gian khác.',
    en: '“{recipient}” was given {form} for this achievement already ({decision}). One achievement is not rewarded twice by one form (Article 4 of Decree 152/2025): leave it out, or give the other achievement and its time.',
  },
  COMMENDATION_NOT_FOR_KIND: {
    category: 'invalid',
    params: { form, kinds: listOf(SUBJECT_NAMES) },
    vi: '{form} chỉ tặng cho {kinds}. Hãy chọn đối tượng hoặc hình thức khác.',
    en: '{form} is only for {kinds}. Choose another kind of recipient or another form.',
  },
  COMMENDATION_NEEDS_RECIPIENT: {
    category: 'invalid',
    vi: 'Chưa rõ khen ai. Hãy ghi người, đơn vị hoặc tên; nếu chưa có danh sách, ghi số lượng.',
    en: 'Who is commended is not said. Give a person, a unit or a name; without a list, give their number.',
  },
  COMMENDATION_HOUSEHOLD_NEEDS_HEAD: {
    category: 'invalid',
    vi: 'Hộ gia đình cần tên chủ hộ (152/2025/NĐ-CP, Điều 54). Hãy chọn người hoặc ghi tên chủ hộ.',
    en: 'A household needs its head (Article 54 of Decree 152/2025). Choose the person or give the name.',
  },
  COMMENDATION_NAMED_AND_COUNTED: {
    category: 'invalid',
    vi: 'Một dòng hoặc nêu tên một đối tượng, hoặc ghi số lượng chưa có tên, không cả hai. Hãy tách thành hai dòng.',
    en: 'A line either names one recipient or gives a number without names, not both. Make it two lines.',
  },
  COMMENDATION_PERSON_UNKNOWN: {
    category: 'invalid',
    params: { id: asGiven },
    vi: 'Không có người “{id}” trong danh bạ. Hãy thêm người trước (recordPerson), hoặc chỉ ghi tên.',
    en: 'There is no person “{id}”. Add the person first (recordPerson), or give only the name.',
  },
  COMMENDATION_UNIT_UNKNOWN: {
    category: 'invalid',
    params: { id: asGiven },
    vi: 'Không có đơn vị “{id}”. Hãy chọn đơn vị trong danh mục.',
    en: 'There is no unit “{id}”. Choose one of the registry.',
  },
  COMMENDATION_UNIT_ENDED: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: '“{unit}” không tồn tại vào ngày quyết định {date}. Hãy chọn đơn vị kế thừa, hoặc kiểm tra lại ngày.',
    en: '“{unit}” is not in force on {date}, the day of the decision. Choose its successor, or check the day.',
  },
  COMMENDATION_MODEL_UNKNOWN: {
    category: 'invalid',
    params: { id: asGiven },
    vi: 'Bạn không thấy mô hình “{id}”. Hãy chọn mô hình khác.',
    en: 'You see no model “{id}”. Choose another.',
  },
  COMMENDATION_EVALUATION_UNKNOWN: {
    category: 'invalid',
    params: { id: asGiven },
    vi: 'Bạn không thấy kết quả thẩm định “{id}”. Hãy chọn kết quả khác.',
    en: 'You see no evaluation “{id}”. Choose another.',
  },
  COMMENDATION_BEFORE_ROUND_CLOSED: {
    category: 'conflict',
    params: { round: asGiven, date },
    vi: 'Đợt thẩm định “{round}” chưa đóng vào ngày quyết định {date}, nên kết quả chưa là căn cứ khen thưởng. Hãy đóng đợt trước, hoặc kiểm tra lại ngày.',
    en: 'The round “{round}” was not closed on {date}, the day of the decision, so its result is no basis yet. Close it first, or check the day.',
  },
  COMMENDATION_PERIOD_BACKWARDS: {
    category: 'invalid',
    params: { first: date, last: date },
    vi: 'Thời gian thành tích kết thúc {last} trước khi bắt đầu {first}.',
    en: 'The achievement ends on {last}, before it begins on {first}.',
  },
  COMMENDATION_DAY_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày {date} ở tương lai. Hãy ghi sau khi việc đã xảy ra.',
    en: 'The day {date} lies in the future. Enter it once it has happened.',
  },
  COMMENDATION_PRESENTED_BEFORE_DECISION: {
    category: 'invalid',
    params: { presented: date, date },
    vi: 'Ngày trao {presented} trước ngày quyết định {date}. Hãy kiểm tra lại hai ngày.',
    en: 'It was presented on {presented}, before the decision of {date}. Check both days.',
  },
  COMMENDATION_NOT_AGGREGATED: {
    category: 'conflict',
    vi: 'Khen thưởng này đã nêu tên, không có danh sách nào phải bổ sung.',
    en: 'This commendation names its recipient; there is no list to complete.',
  },
  COMMENDATION_BEYOND_COUNT: {
    category: 'conflict',
    params: { given: count, left: count, stated: count },
    vi: 'Văn bản ghi {stated}, còn {left} chưa có tên, không thể thêm {given}. Nếu số lượng trên văn bản ghi sai, hãy gỡ và nhập lại khen thưởng này.',
    en: 'The paper states {stated}, of which {left} are not named; {given} cannot be added. If the number was entered wrongly, remove this commendation and enter it again.',
  },
  COMMENDATION_REVOKED_ALREADY: {
    category: 'conflict',
    params: { date },
    vi: 'Khen thưởng này đã bị thu hồi ngày {date}. Nếu ghi nhầm, hãy bỏ việc thu hồi (takeBackRevocation).',
    en: 'This commendation was revoked on {date}. If that was entered by mistake, take it back (takeBackRevocation).',
  },
  COMMENDATION_NOT_REVOKED: {
    category: 'conflict',
    vi: 'Khen thưởng này chưa bị thu hồi.',
    en: 'This commendation was not revoked.',
  },
  COMMENDATION_REVOKED_BEFORE_GIVEN: {
    category: 'invalid',
    params: { date, given: date },
    vi: 'Ngày thu hồi {date} trước ngày khen thưởng {given}. Hãy kiểm tra lại.',
    en: 'It is revoked on {date}, before it was given on {given}. Check the days.',
  },
  COMMENDATION_NOTHING_DUE: {
    category: 'conflict',
    vi: 'Không có gì như vậy phải thu hồi, hoặc đã thu hồi xong.',
    en: 'Nothing of that kind has to be recovered, or it has been already.',
  },
  COMMENDATION_WITHOUT_UNIT: {
    category: 'warning',
    params: { name: asGiven },
    vi: 'Đã ghi, nhưng “{name}” không có đơn vị, nên không có trong danh sách khen thưởng của đơn vị nào. Nếu biết đơn vị, hãy ghi đơn vị (unitId): sửa tờ trình (editProposal), còn khen thưởng thì gỡ và ghi lại.',
    en: 'This was recorded, but “{name}” has no unit and so is in the commendations of no unit. If the unit is known, give it (unitId): edit the proposal (editProposal), or remove the commendation and enter it again.',
  },
  COMMENDATION_MONEY_NOT_OPEN: {
    category: 'conflict',
    vi: 'Tiền thưởng này theo quy định, không có gì để quyết định thêm. Chỉ quyết định mức chi khi cùng thời gian một quyết định trước đã chi cho danh hiệu thấp hơn.',
    en: 'This money follows the rules; there is nothing left to decide. It is decided only where an earlier decision paid a lower title for the same time.',
  },
  COMMENDATION_MONEY_ABOVE_RULE: {
    category: 'invalid',
    params: { amount: count, most: count },
    vi: 'Số tiền {amount} đ cao hơn mức theo quy định là {most} đ. Hãy kiểm tra lại.',
    en: 'The amount of {amount} is above {most}, which the rule gives. Check it.',
  },
  COMMENDATION_ISSUER_DIFFERS: {
    category: 'invalid',
    vi: 'Cơ quan ban hành khác với cơ quan của quyết định. Hãy bỏ trống một trong hai.',
    en: 'The issuer differs from that of the decision. Leave one of them out.',
  },
  COMMENDATION_NOT_OF_A_PAPER: {
    category: 'invalid',
    vi: 'Khen thưởng này được tặng trong sổ đăng ký theo quyết định, nên không có nguồn khác. Hãy bỏ trống nguồn.',
    en: 'This commendation was granted in the registry by its decision, and so has no other source. Leave the source out.',
  },
  COMMENDATION_RESTS_ON_DECISION: {
    category: 'conflict',
    vi: 'Đã tặng khen thưởng theo quyết định này; thẩm quyền và tiền thưởng theo ngày và cơ quan ban hành, nên không đổi được. Hãy gỡ các khen thưởng ấy trước (removeCommendation).',
    en: 'Commendations were granted by this decision; power and money follow its day and issuer, so neither can change. Remove those commendations first (removeCommendation).',
  },
  COMMENDATION_PART_OF_A_LIST: {
    category: 'conflict',
    vi: 'Dòng này thuộc một danh sách đã bổ sung tên. Hãy gỡ bằng takeBackCompletion để số lượng chung không đổi.',
    en: 'This is one name of a list that was completed. Take it back with takeBackCompletion, so that the number stays right.',
  },
});

// Two who grant at the same moment: the second gets the sentence.
constraintError('commendation_once', 'COMMENDATION_GIVEN_ALREADY', { recipient: '…', form: '…', decision: '…' });
