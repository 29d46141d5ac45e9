import { documentOf, EMPTY_HEAD, type SetDocument } from '../document/set-document.js';
import { EMPTY_CONTENT, type CriterionNode, type Grade } from '../rules/version-content.js';
import { canThoGrading } from './cantho-rules.js';

const node = (code: string, kind: CriterionNode['kind'], text: string, maximum: string | null = null): CriterionNode => ({
  code,
  parentCode: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null,
  kind,
  text,
  maximum,
  note: null,
  levels: [],
});

const canThoGroups = [
  node('I', 'GROUP', 'Tổ chức và cụ thể hóa các văn bản về dân vận chính quyền và dân chủ ở cơ sở', '10'),
  node('II', 'GROUP', 'Tham mưu, tổ chức thực hiện dân vận chính quyền và dân chủ ở cơ sở', '90'),
];

/** Cần Thơ 2025. It grades a unit in a year. */
export const canTho2025: SetDocument = documentOf(
  {
    name: 'Tiêu chí đánh giá, xếp loại công tác dân vận và thực hiện dân chủ ở cơ sở tại các cơ quan nhà nước (Cần Thơ)',
    graded: 'UNIT_YEAR',
    illustrative: false,
    note: 'Thay Quyết định 1849/QĐ-UBND ngày 20/8/2024 (Cần Thơ) và 824/QĐ-UBND ngày 11/6/2024 (Hậu Giang)',
  },
  {
    ...EMPTY_HEAD,
    ...canThoGrading,
    act: { number: '2579/QĐ-UBND', date: '2025-11-21', issuer: 'Ủy ban nhân dân thành phố Cần Thơ' },
    validFrom: '2025-11-21',
    scoredFrom: '2026',
    subjectKinds: ['COLLECTIVE'],
    appliesTo: 'cơ quan, đơn vị cấp thành phố; UBND xã, phường',
    incompleteness: 'Quy định xếp loại (Điều 3–9) đầy đủ; danh mục tiêu chí (Phụ lục II) chưa có, nên mới có điểm tối đa của hai nhóm',
    source: 'Quyết định 2579/QĐ-UBND ngày 21/11/2025 của UBND thành phố Cần Thơ',
    criteria: canThoGroups,
  },
);

/** The rules of Cần Thơ with items of our own, to show how they work. It is nobody's set and has no act. */
export const illustrativeSet: SetDocument = documentOf(
  {
    name: 'Bộ tiêu chí minh họa (quy tắc xếp loại như Cần Thơ, tiêu chí do chương trình đặt ra)',
    graded: 'UNIT_YEAR',
    illustrative: true,
    note: 'Minh họa: không của cơ quan nào, không có văn bản, không dùng để công nhận hay thống kê',
  },
  {
    ...EMPTY_HEAD,
    ...canThoGrading,
    validFrom: '2025-11-21',
    scoredFrom: '2026',
    subjectKinds: ['COLLECTIVE'],
    incompleteness: null,
    source: null,
    penalty: { maximum: '3', basis: 'minh họa' },
    criteria: [
      canThoGroups[0]!,
      node('I.1', 'CRITERION', 'Ban hành kế hoạch năm (minh họa)', '4'),
      node('I.2', 'CRITERION', 'Phân công người phụ trách (minh họa)', '6'),
      canThoGroups[1]!,
      node('II.1', 'CRITERION', 'Tiếp dân, đối thoại với nhân dân (minh họa)', '30'),
      node('II.2', 'CRITERION', 'Giải quyết kiến nghị, thủ tục đúng hạn (minh họa)', '30'),
      node('II.3', 'CRITERION', 'Thực hiện dân chủ ở cơ sở (minh họa)', '20'),
      node('II.4', 'CRITERION', 'Tuyên truyền, vận động (minh họa)', '10'),
    ],
    marks: [
      { about: 'criteria', mark: 'ILLUSTRATIVE', note: 'Tiêu chí do chương trình đặt ra' },
      { about: 'rounding', mark: 'NOT_VERIFIED', note: 'Văn bản Cần Thơ không nêu cách làm tròn' },
      { about: 'zeroOf', mark: 'NOT_VERIFIED', note: 'Văn bản Cần Thơ không nêu' },
    ],
  },
);

const stated = (code: string, text: string): Grade['conditions'][number] => ({ kind: 'STATED', code, text });

/** Quy định 366-QĐ/TW, Phụ lục 5. It grades persons, not models: kept because it is complete, and a condition of commendation. */
export const regulation366: SetDocument = documentOf(
  {
    name: 'Khung tiêu chí đánh giá, xếp loại chất lượng tập thể, cá nhân (Quy định 366-QĐ/TW)',
    graded: 'OTHER',
    illustrative: false,
    note: 'Thay Quy định 124-QĐ/TW (2023). Năm phụ lục; ở đây là Phụ lục 5',
  },
  {
    ...EMPTY_HEAD,
    ...EMPTY_CONTENT,
    act: { number: '366-QĐ/TW', date: '2025-08-30', issuer: 'Ban Chấp hành Trung ương' },
    validFrom: '2025-08-30',
    subjectKinds: ['INDIVIDUAL'],
    appliesTo: 'Phụ lục 5: đảng viên không làm việc trong hệ thống chính trị',
    incompleteness:
      'Văn bản chỉ nêu điểm của hai nhóm; điểm dưới nhóm do địa phương đặt. Phụ lục 1–3 có một phần, Phụ lục 4 gần đủ, chưa nhập',
    source: 'Các trang viết về Quy định 366-QĐ/TW ngày 30/8/2025',
    scoring: 'POINTS',
    maximum: '100',
    criteria: [
      node('I', 'GROUP', 'Nhóm tiêu chí chung', '30'),
      node('I.1', 'CRITERION', 'Phẩm chất chính trị, đạo đức, lối sống, ý thức tổ chức kỷ luật'),
      node('I.1.1', 'ITEM', 'lập trường tư tưởng; chấp hành đường lối, pháp luật, quy định nơi lao động, học tập, sinh sống'),
      node('I.1.2', 'ITEM', 'đạo đức, lối sống trung thực; không vi phạm điều đảng viên không được làm; văn hóa ứng xử nơi cư trú'),
      node('I.1.3', 'ITEM', 'nguyên tắc tổ chức, sinh hoạt đảng; tự phê bình; đoàn kết trong chi bộ; quan hệ với quần chúng'),
      node('I.2', 'CRITERION', 'Tự phê bình và phê bình, khắc phục hạn chế, khuyết điểm'),
      node('II', 'GROUP', 'Nhóm tiêu chí về kết quả thực hiện nhiệm vụ', '70'),
      node('II.1', 'CRITERION', 'Thực hiện quyền, nghĩa vụ đảng viên; hoàn thành nhiệm vụ được phân công'),
      node('II.2', 'CRITERION', 'Học tập nghị quyết; phát huy vai trò đảng viên, phát biểu xây dựng chi bộ'),
      node('II.3', 'CRITERION', 'Hoàn thành nhiệm vụ đột xuất; tham gia hoạt động ở địa phương phù hợp điều kiện'),
    ],
    grades: [
      {
        code: 'XUAT_SAC',
        name: 'Hoàn thành xuất sắc nhiệm vụ',
        lower: { at: '90', inclusive: true },
        upper: null,
        conditions: [
          stated('DUNG_HAN', '100 % nhiệm vụ hoàn thành đúng tiến độ, bảo đảm chất lượng'),
          stated('VUOT_YEU_CAU', 'ít nhất 30 % nhiệm vụ hoàn thành vượt yêu cầu'),
          stated('KHAC_PHUC', '100 % hạn chế, khuyết điểm trước đó được khắc phục'),
        ],
      },
      {
        code: 'TOT',
        name: 'Hoàn thành tốt nhiệm vụ',
        lower: { at: '70', inclusive: true },
        upper: { at: '90', inclusive: false },
        conditions: [stated('DUNG_HAN', '100 % nhiệm vụ hoàn thành đúng tiến độ, bảo đảm chất lượng')],
      },
      {
        code: 'HOAN_THANH',
        name: 'Hoàn thành nhiệm vụ',
        lower: { at: '50', inclusive: true },
        upper: { at: '70', inclusive: false },
        conditions: [stated('CHAM_NHIEU_NHAT_20', 'nhiệm vụ chậm tiến độ không quá 20 %')],
      },
      { code: 'KHONG_HOAN_THANH', name: 'Không hoàn thành nhiệm vụ', lower: null, upper: { at: '50', inclusive: false }, conditions: [] },
    ],
    gradeGap: 'Đủ điểm của một loại mà không đạt điều kiện kèm theo thì văn bản không nêu loại; phải xin quyết định.',
    quotas: [{ gradeCode: 'XUAT_SAC', baseGradeCode: 'TOT', percent: '20', raisedPercent: '25', floor: 0 }],
    marks: [
      { about: 'criteria', mark: 'SOURCED', note: 'Phụ lục 5 đầy đủ' },
      { about: 'quotas', mark: 'SOURCED', note: '25 % cho tổ chức tiêu biểu' },
      { about: 'gradeGap', mark: 'INFERRED', note: null },
      { about: 'rounding', mark: 'NOT_VERIFIED', note: 'Văn bản không nêu cách làm tròn' },
    ],
  },
);
