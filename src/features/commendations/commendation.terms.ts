import { enumTerm, term, type Terms } from '../../shared/terms.js';
import { COMMENDATION_FORMS, type CommendationForm } from './forms/forms.js';

const forms = Object.fromEntries(
  Object.entries(COMMENDATION_FORMS).map(([key, { label }]) => [
    key,
    term(label, `${key.replaceAll('_', ' ').toLowerCase()}, a form or a title`),
  ]),
) as Record<CommendationForm, ReturnType<typeof term>>;

/** The words of this chapter. */
export const commendationTerms = {
  Commendation: term(
    'khen thưởng',
    'A reward by a decision, to one recipient, or to several who are not named yet',
    'It is not a recognition: a model can be recognised and not commended.',
  ),
  CommendationRecipient: term('đối tượng được khen', 'Who is commended, with name, post and unit as they were'),
  CommendationMoney: term('tiền thưởng', 'The money that goes with a commendation, in đồng, and how it came about'),
  CommendationRevocation: term('thu hồi, hủy bỏ quyết định khen thưởng', 'Why a commendation was revoked, and what has to be recovered'),
  CommendationLaw: term('luật áp dụng', 'Which law governs a commendation, and why'),
  CommendationTotal: term('tổng tiền thưởng', 'The money of a decision as far as it is known'),
  GrantedRow: term('dòng khen thưởng', 'One line of a decision after it was granted'),
  CommendationFormRules: term('hình thức khen thưởng, danh hiệu', 'A form of commendation or a title, with the rules of a day'),
  CommendationAuthority: term('thẩm quyền khen thưởng', 'Who may grant a form, from when to when'),
  CommendationRate: term('hệ số tiền thưởng', 'The money of a form as thousandths of the base salary'),
  MoneyRule: term('quy định tiền thưởng', 'A base salary, a coefficient or a rule of rounding, with its days and act'),
  MoneyRuleKind: enumTerm('loại quy định tiền thưởng', 'What a rule of money says', {
    BASE_SALARY: term('mức lương cơ sở', 'The base salary, in đồng'),
    COEFFICIENT: term('hệ số', 'The money of a form as thousandths of the base salary'),
    ROUNDING: term('quy tắc làm tròn', 'To whole multiples of how many đồng amounts are rounded up'),
  }),
  CertificateStatement: term('kết quả tra cứu bằng, giấy khen', 'What is said of a certificate to anyone who has its code'),
  CommendationForm: enumTerm('hình thức khen thưởng', 'Form of commendation, or title of emulation', forms),
  CommendationTrack: enumTerm('tuyến khen thưởng', 'Who commends: each with its own rules and money', {
    STATE: term('Nhà nước', 'By the law on emulation and commendation'),
    PARTY: term('Đảng', 'By the rules of the Party'),
    FRONT: term('Mặt trận, đoàn thể', 'By the Fatherland Front and the mass organisations'),
  }),
  CommendationIssuer: enumTerm('người có thẩm quyền khen thưởng', 'As whom a unit commends', {
    PRIME_MINISTER: term('Thủ tướng Chính phủ', 'The Prime Minister'),
    MINISTER: term('Bộ trưởng', 'A minister'),
    PROVINCE_CHAIR: term('Chủ tịch Ủy ban nhân dân tỉnh, thành phố', 'The chairman of a provincial People’s Committee'),
    PROVINCE_AGENCY: term('thủ trưởng cơ quan chuyên môn cấp tỉnh', 'The head of a provincial agency'),
    DISTRICT_CHAIR: term('Chủ tịch Ủy ban nhân dân huyện', 'The chairman of a district People’s Committee, until 30 June 2025'),
    COMMUNE_CHAIR: term('Chủ tịch Ủy ban nhân dân xã, phường, đặc khu', 'The chairman of a commune People’s Committee'),
    ENTERPRISE: term('người đứng đầu doanh nghiệp, hợp tác xã', 'The head of an enterprise or a co-operative'),
    CENTRAL_BOARD: term('Ban Tuyên giáo và Dân vận Trung ương', 'The central board'),
    PARTY_PROVINCE: term('Ban Thường vụ tỉnh ủy, thành ủy', 'The standing committee of a provincial Party committee'),
    PARTY_DISTRICT: term('Ban Thường vụ huyện ủy', 'The standing committee of a district Party committee, until 30 June 2025'),
    PARTY_COMMUNE: term('cấp ủy cơ sở', 'A grassroots Party committee'),
    FRONT: term('Mặt trận, tổ chức chính trị - xã hội', 'The Fatherland Front or a mass organisation'),
  }),
  RuleMark: enumTerm('mức độ xác minh', 'How well a rule is known', {
    SOURCED: term('có nguồn', 'Read in a source'),
    INFERRED: term('suy ra từ nguồn khác', 'Inferred from sources'),
    NOT_VERIFIED: term('chưa xác minh', 'General knowledge, not verified'),
  }),
  LawReason: enumTerm('lý do áp dụng luật', 'Why a law governs a commendation', {
    IN_FORCE: term('có hiệu lực khi nhận hồ sơ', 'It was in force when the dossier was received'),
    RECEIVED_BEFORE: term('hồ sơ nhận trước luật mới', 'The dossier was received before the newer law'),
    CHOSEN: term('quy định mới có lợi hơn', 'A person decided that the newer law is more favourable'),
  }),
  CommendationState: enumTerm('trạng thái khen thưởng', 'State of a commendation', {
    IN_FORCE: term('có hiệu lực', 'It is in force'),
    REVOKED: term('đã thu hồi', 'It was revoked'),
  }),
  Recoverable: enumTerm('thứ phải thu hồi', 'What has to be recovered after a revocation', {
    CERTIFICATE: term('hiện vật, bằng, giấy khen', 'The certificate'),
    MONEY: term('tiền thưởng đã nhận', 'The money'),
  }),
  CertificateState: enumTerm('giá trị của bằng, giấy khen', 'Whether a certificate is valid', {
    VALID: term('có giá trị', 'It was granted and is in force'),
    REVOKED: term('đã thu hồi', 'It was revoked'),
    UNKNOWN: term('không tìm thấy', 'No certificate has this code'),
  }),
  CommendationOrder: enumTerm('thứ tự khen thưởng', 'Order of a list of commendations', {
    DAY_DESC: term('theo ngày, mới nhất trước', 'By the day of the decision, or of the presentation, the latest first'),
    DAY: term('theo ngày', 'By the same day, the earliest first'),
  }),
} as const satisfies Terms;
