import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const proposalTerms = {
  Proposal: term(
    'tờ trình đề nghị khen thưởng',
    'A request to the body that has the power, with its dossier: who should be granted what',
    'It grants nothing: the decision does.',
  ),
  ProposedItem: term('đối tượng đề nghị khen', 'One line of a proposal'),
  StandardExplanation: term('tiêu chuẩn khen thưởng', 'Which conditions of a standard a recipient meets, and which are missing'),
  MetCondition: term('điều kiện đạt được', 'A condition of a standard that the proposing body says is met'),
  CommendationStandard: term('tiêu chuẩn khen thưởng theo văn bản', 'The conditions of a form, as an act states them'),
  StandardCondition: term('điều kiện của tiêu chuẩn', 'A condition that can be stated of a recipient'),
  ProposalFile: term('thành phần hồ sơ', 'A file of the dossier'),
  Clearance: term('xin ý kiến', 'A question to an agency whether there is anything against the recipients, and its answer'),
  Objection: term('ý kiến phản ánh', 'An objection made while the proposal was public, and the answer'),
  CommendationQuota: term('hạn mức khen thưởng', 'How many of a kind may be granted a form from the results of a round, within a block'),
  QuotaRule: term('quy định về hạn mức', 'A quota as an act states it'),
  Hold: term('chưa khen thưởng', 'Somebody who cannot be granted now', 'It is no refusal: once it is lifted, the award goes on.'),
  HoldReason: term('lý do chưa khen thưởng', 'Why somebody cannot be granted now; only for those who decide about it'),
  ProposalState: enumTerm('trạng thái tờ trình', 'State of a proposal', {
    DRAFT: term('dự thảo', 'Being written by the proposing body'),
    SENT: term('đã trình', 'At the body that decides'),
    RETURNED: term('trả lại', 'Sent back, to be corrected and sent again'),
    DECIDED: term('đã quyết định', 'Granted by a decision'),
  }),
  ProposalOrder: enumTerm('thứ tự tờ trình', 'Order of a list of proposals', {
    DRAFTED_ON_DESC: term('mới lập trước', 'By the day they were drafted, the latest first'),
    DRAFTED_ON: term('lập sớm trước', 'By the same day, the earliest first'),
  }),
  DossierPart: enumTerm('loại tài liệu hồ sơ', 'Part of a dossier', {
    REQUEST: term('tờ trình', 'The request itself'),
    MINUTES: term('biên bản họp xét', 'The minutes of the council'),
    ACHIEVEMENT_REPORT: term('báo cáo thành tích', 'The report of an achievement'),
    OTHER: term('tài liệu khác', 'Another paper'),
  }),
  ClearanceResult: enumTerm('kết quả xin ý kiến', 'What an agency answers', {
    CLEAR: term('không có vướng mắc', 'There is nothing against it'),
    AGAINST: term('có vướng mắc', 'There is something against it'),
  }),
  HoldGround: enumTerm('căn cứ chưa khen thưởng', 'Why somebody cannot be granted yet', {
    DISCIPLINE: term('đang xem xét kỷ luật', 'Discipline is being considered'),
    INVESTIGATION: term('đang thanh tra, kiểm tra, điều tra', 'An inspection or investigation with signs of violation'),
    VERIFICATION: term('đang xác minh đơn, phản ánh', 'A complaint, a denunciation or a press report is being verified'),
  }),
  HoldOrder: enumTerm('thứ tự danh sách chưa khen thưởng', 'Order of a list of holds', {
    REVIEW_ON: term('theo ngày xem lại', 'By the day of review, the earliest first'),
    PLACED_ON_DESC: term('mới ghi trước', 'By the day they were placed, the latest first'),
  }),
  'WaitingStepName.DECIDE_PROPOSAL': term('quyết định theo tờ trình', 'Decide a proposal that was sent'),
  'WaitingStepName.SEND_PROPOSAL': term('bổ sung, trình lại', 'Correct a returned proposal and send it again'),
  'WaitingStepName.REVIEW_HOLD': term('xem lại lý do chưa khen thưởng', 'Review or lift a hold whose day of review is within two weeks'),
  PROPOSAL_DOSSIER: term('tài liệu trong hồ sơ trình khen', 'A part of the dossier of a proposal'),
} as const satisfies Terms;
