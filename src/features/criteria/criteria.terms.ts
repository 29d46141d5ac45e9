import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const criteriaTerms = {
  CriteriaSet: term('bộ tiêu chí', 'A set of criteria by which models or units are graded', 'What it says is in its versions.'),
  CriteriaSetOrder: enumTerm('thứ tự bộ tiêu chí', 'Order of a list of criteria sets', {
    NAME: term('theo tên', 'By name in Vietnamese order'),
    NAME_DESC: term('theo tên, giảm dần', 'By name, descending'),
  }),
  CriteriaSetVersion: term('phiên bản bộ tiêu chí', 'What a criteria set says from a day on', 'Once published it never changes.'),
  CriteriaSetVersionState: enumTerm('trạng thái phiên bản', 'Where a version is in its life', {
    DRAFT: term('bản nháp', 'Being written, not yet in force'),
    PUBLISHED: term('đã ban hành', 'Published and not changed any more'),
    SUPERSEDED: term('đã được thay thế', 'Published, and followed by another version for the same'),
  }),
  GradedThing: enumTerm('đối tượng chấm', 'What a criteria set grades', {
    MODEL_REGISTRATION: term('đăng ký mô hình', 'The registration of a model'),
    UNIT_YEAR: term('đơn vị trong năm', 'The work of a unit in a year'),
    OTHER: term('đối tượng khác', 'Something that the registry does not appraise', 'Kept to be read and compared.'),
  }),
  Criterion: term('tiêu chí', 'A group, a criterion or an item in the tree of a version'),
  CriterionKind: enumTerm('loại nút', 'What a node of the tree is', {
    GROUP: term('nhóm tiêu chí', 'A group of criteria'),
    CRITERION: term('tiêu chí', 'A criterion'),
    ITEM: term('mục', 'An item of a criterion'),
  }),
  CriterionLevel: term('mức mô tả', 'A described level of a criterion'),
  Scoring: enumTerm('cách chấm', 'How a version is scored', {
    POINTS: term('chấm điểm', 'By points'),
    CHECKLIST: term('đạt / không đạt', 'Each item is met or not met'),
    GUIDANCE: term('hướng dẫn nội dung', 'It says what to look at and gives no score'),
  }),
  Stated: enumTerm('văn bản có nêu', 'What a text says about a question', {
    YES: term('có', 'The text says yes'),
    NO: term('không', 'The text says no'),
    NOT_STATED: term('không nêu', 'The text does not say; where it makes a difference, people decide'),
  }),
  CriteriaGrade: term('xếp loại', 'A grade with its thresholds and conditions'),
  GradeBound: term('ngưỡng', 'An end of the points of a grade'),
  GradeCondition: term('điều kiện kèm theo', 'A condition of a grade other than its points'),
  GradeConditionKind: enumTerm('loại điều kiện', 'How a condition is known', {
    NO_CRITERION_SCORED_ZERO: term('không có tiêu chí 0 điểm', 'No criterion is scored zero; it is counted'),
    STATED: term('do người trả lời', 'People answer it'),
  }),
  GradeKnockOut: term('trường hợp xếp thẳng', 'What leads to a grade whatever the points are'),
  KnockOutKind: enumTerm('loại trường hợp', 'How such a fact is known', {
    STATED: term('do người trả lời', 'People answer it'),
    NO_SELF_ASSESSMENT: term('không tự chấm', 'There is no self-assessment; the registry knows it'),
  }),
  GradeCap: term('hạ bậc xếp loại', 'What lets a grade be no better than another'),
  PointAdjustment: term('điểm thưởng, điểm trừ', 'Points other than those of the criteria, with a maximum of their own'),
  ZeroOf: enumTerm('điểm 0 của', 'Whose zero counts where no criterion may be scored zero', {
    AGGREGATE: term('điểm tổng hợp', 'The zero of all sheets together'),
    ANY_SHEET: term('một phiếu bất kỳ', 'The zero of any one sheet'),
  }),
  ChecklistRule: term('quy tắc đạt', 'When an item is met, and how many have to be'),
  MajorityOf: enumTerm('đa số tính trên', 'Of whom a majority is taken', {
    OPINIONS: term('người có ý kiến', 'Those with an opinion'),
    SHEETS: term('mọi phiếu', 'All who marked'),
  }),
  GradeQuota: term('tỷ lệ khống chế', 'How many of a block may have a grade, as a share of those with another'),
  TieBreak: term('tiêu chí phụ khi bằng điểm', 'A step of the chain that orders equal totals'),
  TieBreakKind: enumTerm('cách phân định', 'What decides between equal totals', {
    CRITERION_POINTS: term('điểm của một tiêu chí', 'More points of a group or a criterion'),
    LESS_PENALTY: term('ít điểm trừ hơn', 'Less penalty'),
    MORE_BONUS: term('nhiều điểm thưởng hơn', 'More bonus'),
    DECIDED: term('cấp có thẩm quyền quyết định', 'People decide'),
  }),
  SourcedPart: term('độ tin cậy của một phần', 'How well a part of a version is known'),
  SourceMark: enumTerm('mức xác minh', 'How well something is known', {
    SOURCED: term('có nguồn', 'Read in a source'),
    INFERRED: term('suy từ nguồn', 'Inferred from sources'),
    NOT_VERIFIED: term('chưa kiểm chứng', 'Not verified'),
    ILLUSTRATIVE: term('minh họa', 'Made up to show how it works'),
  }),
  CriteriaFinding: term('điều cần sửa hoặc còn thiếu', 'Something wrong or missing in a version'),
  FindingSeverity: enumTerm('mức độ', 'Whether it prevents publishing', {
    FAULT: term('phải sửa', 'It has to be corrected before the version is published'),
    MISSING: term('còn thiếu', 'The version is published with a reason only'),
  }),
  CriteriaDifference: term('điểm khác nhau', 'A difference between two versions'),
  DifferenceKind: enumTerm('loại khác nhau', 'What happened to a part', {
    ADDED: term('thêm', 'It is only in the second'),
    REMOVED: term('bỏ', 'It is only in the first'),
    CHANGED: term('đổi', 'It is in both and differs'),
  }),
  Aggregation: enumTerm('cách tổng hợp', 'How the points of several sheets become one', {
    SUM: term('tổng', 'The sum'),
    MEAN: term('trung bình cộng', 'The mean'),
    TRIMMED_MEAN: term('trung bình bỏ cao nhất, thấp nhất', 'The mean without the highest and the lowest; of fewer than three the mean'),
    MEDIAN: term('trung vị', 'The median'),
  }),
  ItemMark: enumTerm('ý kiến về một mục', 'What a member says of an item', {
    MET: term('đạt', 'It is met'),
    NOT_MET: term('không đạt', 'It is not met'),
    NO_OPINION: term('không có ý kiến', 'No opinion'),
  }),
  ScoreExplanation: term('diễn giải kết quả', 'How a result came about'),
  CriteriaTrial: term('chấm thử', 'What sheets would come to under a version; nothing is kept'),
} as const satisfies Terms;
