import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const evaluationTerms = {
  AppraisalRound: term(
    'đợt thẩm định, chấm điểm',
    'Registrations of models, or units in a year, that are scored under one version of a criteria set and ranked among themselves',
  ),
  AppraisalRoundState: enumTerm('trạng thái đợt thẩm định', 'State of an appraisal round', {
    OPEN: term('đang chấm', 'Sheets are being filled in'),
    CLOSED: term('đã khóa', 'Its results are stored and shown', 'After a complaint it is opened again.'),
  }),
  AppraisalRoundOrder: enumTerm('thứ tự đợt thẩm định', 'Order of a list of appraisal rounds', {
    OPENED_ON_DESC: term('theo ngày mở, mới nhất trước', 'By first day, the latest first'),
    OPENED_ON: term('theo ngày mở', 'By first day, the earliest first'),
    NAME: term('theo tên', 'By name in Vietnamese order'),
  }),
  AppraisedThing: enumTerm('đối tượng thẩm định', 'What a round appraises', {
    MODEL_REGISTRATION: term('mô hình đăng ký', 'Registrations of models'),
    UNIT_YEAR: term('đơn vị trong năm', 'Units in a year'),
  }),
  AbsentRule: enumTerm('quy tắc khi vắng phiếu', 'What is done about a sheet that is not there', {
    LEAVE_OUT: term('không tính', 'The other sheets are counted', 'A sheet that is not there is never taken for zero.'),
    WAIT: term('phải chờ', 'There is no result before it is there'),
  }),
  FeedbackPart: enumTerm('nội dung phản hồi', 'What a unit is shown of the scoring once the round is closed', {
    CRITERIA: term('điểm từng tiêu chí', 'The aggregate of each criterion'),
    WORDS: term('nhận xét', 'The words of the members, without their names'),
  }),
  AppraisalProgress: term('tiến độ chấm', 'How far a round is, in numbers'),
  Evaluation: term(
    'kết quả thẩm định',
    'An entry of an appraisal round with its result',
    'Its total, grade and rank are shown once the round is closed.',
  ),
  EntryField: term('mục đã nộp của phiếu đăng ký', 'An item of the registration form, as those read it who score the entry'),
  EvaluationOrder: enumTerm('thứ tự kết quả', 'Order of a list of evaluations', {
    NUMBER: term('theo số thứ tự', 'By number in the round'),
    RANK: term('theo hạng', 'The best first', 'What is not ranked comes last.'),
  }),
  EvaluationExplanation: term('diễn giải kết quả', 'How a result came about, in words and as data'),
  StatedAnswer: term('câu trả lời', 'What staff stated of a knock-out, a cap or a condition'),
  FeedbackLine: term('phản hồi theo tiêu chí', 'What a unit is shown of one criterion'),
  AppraisalStudy: term('chấm lại để nghiên cứu', 'A closed round scored anew under another version', 'It changes nothing and is not kept.'),
  AppraisalStudyRow: term('trường hợp chấm lại', 'The results of an entry under two versions, side by side'),
  StudiedResult: term('kết quả để so sánh', 'Total, grade and rank of an entry'),
  AppraisalAdvice: term('tham khảo về thứ hạng', 'What staff may want to know in addition to the results', 'It never takes their place.'),
  AdvisedEntry: term('thứ hạng để tham khảo', 'The place of an entry, and whether it is firm'),
  RankWithout: term('hạng khi bỏ phiếu của một người', 'The rank of an entry without the sheets of one member'),
  JudgeBias: term('chấm chặt hay rộng', 'How a member scores compared with the others on the same entries'),
  APPRAISAL_EVIDENCE: term('minh chứng tự chấm', 'A file by which a unit shows what it scores itself'),
  AppraisalEvidence: term('minh chứng', 'A file by which a unit shows what it scores itself for a criterion'),
  AppraisalComplaint: term('khiếu nại, kiến nghị', 'A complaint about a result, and what became of it'),
  ComplaintState: enumTerm('trạng thái khiếu nại', 'What became of a complaint', {
    RECEIVED: term('đã nhận', 'Not answered yet'),
    UPHELD: term('đã mở lại đợt', 'The round was opened again because of it'),
    REJECTED: term('giữ nguyên kết quả', 'It was answered, and the result stays'),
  }),
  ScoreSheet: term('phiếu chấm', 'What a member gives to an entry'),
  ScoreSheetState: enumTerm('trạng thái phiếu', 'State of a sheet', {
    DRAFT: term('bản nháp', 'Being filled in', 'It is not counted.'),
    SUBMITTED: term('đã nộp', 'Handed in and counted'),
    ABSTAINED: term('không chấm', 'The member does not score this entry, with a reason'),
  }),
  SheetScore: term('điểm của một tiêu chí', 'What a sheet says of one criterion'),
  SheetRevision: term('lần lưu phiếu', 'A sheet as it was saved'),
  SelfAssessment: term('phiếu tự chấm', 'What a unit gives to its own entry, with evidence'),
  AppraisalJudge: term('người chấm', 'A person who scores an entry, and why they may not'),
  AssignedHow: enumTerm('cách phân công', 'How it was chosen who scores what', {
    BY_HAND: term('chỉ định', 'Named one by one'),
    RANDOM: term('ngẫu nhiên', 'Drawn; the seed makes the same drawing again'),
    BALANCED: term('chia đều', 'Spread so that all score equally many'),
  }),
  AppraisalConflict: term('xung đột lợi ích', 'Why a person may not score an entry'),
  ConflictReason: enumTerm('lý do xung đột lợi ích', 'Why a person may not score an entry', {
    OWN_UNIT: term('đơn vị đang công tác', 'The person has a post in the unit of the entry, or had one in the appraised year'),
    PARENT_UNIT: term('đơn vị cấp trên trực tiếp', 'The entry is of the unit above that of the person, as it was in the appraised year'),
    SUCCESSOR_UNIT: term('đơn vị kế thừa', 'The entry is of a successor of the unit of the person'),
    JOINT_OWNER: term('đơn vị cùng thực hiện', 'The unit of the person carries it out jointly'),
    SUBJECT: term('chính người được nêu', 'The model is about the person'),
    FAMILY: term('quan hệ gia đình', 'Declared: a family tie'),
    WORK: term('quan hệ công tác', 'Declared: common work'),
    OTHER: term('lý do khác', 'Declared: another reason, in words'),
  }),
} as const satisfies Terms;
