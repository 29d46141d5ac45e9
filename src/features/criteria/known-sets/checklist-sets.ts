import { documentOf, EMPTY_HEAD, type SetDocument, type SetHead, type VersionHead } from '../document/set-document.js';
import { EMPTY_CONTENT, type CriterionNode } from '../rules/version-content.js';

const item = (code: string, text: string): CriterionNode => ({
  code,
  parentCode: null,
  kind: 'CRITERION',
  text,
  maximum: null,
  note: null,
  levels: [],
});

const list = (items: Readonly<Record<string, string>>): CriterionNode[] => Object.entries(items).map(([code, text]) => item(code, text));

const NO_RULE = 'Nguồn không nêu phải đạt tất cả hay bao nhiêu tiêu chí, và đạt theo đa số nào';

const daLat: SetHead = {
  name: 'Tiêu chí “Dân vận khéo” trong cơ quan hành chính, đơn vị sự nghiệp (Đà Lạt, Lâm Đồng)',
  graded: 'MODEL_REGISTRATION',
  illustrative: false,
  note: 'Theo bài báo, lời văn được rút gọn; số văn bản không được nêu',
};
const daLatHead: VersionHead = {
  ...EMPTY_HEAD,
  act: { number: null, date: null, issuer: 'Đà Lạt (Lâm Đồng)' },
  validFrom: '2017',
  validTo: '2020',
  appliesTo: 'cơ quan hành chính, đơn vị sự nghiệp',
  incompleteness: NO_RULE,
  source: 'baolamdong.vn, tháng 10/2017, bài 2850067',
};
const shortened = { about: 'criteria', mark: 'SOURCED', note: 'Danh mục đầy đủ theo bài báo, lời văn rút gọn' } as const;

/** Đà Lạt 2017: five criteria for collectives, five for individuals. */
export const daLat2017: readonly [SetDocument, SetDocument] = [
  documentOf(daLat, {
    ...daLatHead,
    ...EMPTY_CONTENT,
    subjectKinds: ['COLLECTIVE'],
    scoring: 'CHECKLIST',
    criteria: list({
      T1: 'Sáng tạo, tiết kiệm thời gian và chi phí để thực hiện hiệu quả nhiệm vụ chính trị',
      T2: 'Lãnh đạo, tuyên truyền để nhân dân tự giác chấp hành pháp luật',
      T3: 'Huy động nhiều lực lượng cùng tham gia',
      T4: 'Hài hòa ba lợi ích: tập thể, cá nhân, xã hội',
      T5: 'Bền vững',
    }),
    marks: [shortened],
  }),
  documentOf(daLat, {
    ...daLatHead,
    ...EMPTY_CONTENT,
    subjectKinds: ['INDIVIDUAL'],
    scoring: 'CHECKLIST',
    criteria: list({
      C1: 'Bản thân và gia đình gương mẫu chấp hành chủ trương, pháp luật',
      C2: 'Tham mưu ý tưởng hay',
      C3: 'Đề xuất giải quyết vấn đề bức xúc kéo dài',
      C4: 'Phục vụ tận tình nhân dân',
      C5: 'Hằng năm đạt “Gia đình văn hóa” và hoàn thành tốt nhiệm vụ',
    }),
    marks: [shortened],
  }),
];

/** A provincial Party committee, 2021–2025. Its copies do not say for certain which one. */
export const provincialCommittee2021: SetDocument = documentOf(
  {
    name: 'Hướng dẫn đăng ký, xây dựng, xét công nhận mô hình, điển hình “Dân vận khéo” giai đoạn 2021-2025',
    graded: 'MODEL_REGISTRATION',
    illustrative: false,
    note: 'Một Tỉnh ủy, có lẽ Quảng Ngãi; hai bản sao của bên thứ ba',
  },
  {
    ...EMPTY_HEAD,
    ...EMPTY_CONTENT,
    act: { number: null, date: '2021-04-19', issuer: 'Một Tỉnh ủy (có lẽ Quảng Ngãi)' },
    validFrom: '2021-04-19',
    validTo: '2025-12-31',
    incompleteness: `${NO_RULE}; tiêu chuẩn theo từng cấp (cơ sở, huyện, tỉnh) bị cắt sau phần đầu`,
    source: 'cunghoidap.com (bản chép kế hoạch ngày 19/4/2021); christmasloaded.com (phần đầu văn bản ghi Tỉnh ủy Quảng Ngãi)',
    scoring: 'CHECKLIST',
    criteria: list({
      '1': 'Có tên, địa chỉ cụ thể; thuộc một trong bốn lĩnh vực',
      '2': 'Gắn với sự lãnh đạo của cấp ủy, chính quyền; đã đăng ký với cơ quan phát động',
      '3': 'Phối hợp, huy động nhiều lực lượng tham gia',
      '4': 'Có sức lan tỏa, hiệu quả thiết thực',
      '5': 'Được nhân dân đồng tình, tham gia',
      '6': 'Giải quyết được việc khó khăn, cấp bách hoặc nhiệm vụ chính trị',
      '7': 'Được cấp ủy, chính quyền … công nhận; bền vững, có tính kế thừa',
    }),
    marks: [
      { about: 'criteria', mark: 'SOURCED', note: 'Tiêu chí chung đầy đủ' },
      { about: 'act', mark: 'INFERRED', note: 'Tên cơ quan suy ra từ bản sao thứ hai' },
    ],
  },
);

const field = (code: string, text: string, contents: readonly string[], note: string | null = null): CriterionNode[] => [
  { ...item(code, text), kind: 'GROUP', note },
  ...contents.map((content, i): CriterionNode => ({ ...item(`${code}.${i + 1}`, content), parentCode: code })),
];

/** Đắk Nông 2023: what models of each field contain. Nothing is scored. */
export const dakNong2023: SetDocument = documentOf(
  {
    name: 'Hướng dẫn nội dung “Dân vận khéo” theo lĩnh vực (Đắk Nông)',
    graded: 'MODEL_REGISTRATION',
    illustrative: false,
    note: null,
  },
  {
    ...EMPTY_HEAD,
    ...EMPTY_CONTENT,
    act: { number: null, date: null, issuer: 'Tỉnh ủy Đắk Nông' },
    validFrom: '2023',
    incompleteness: 'Nội dung của lĩnh vực xây dựng hệ thống chính trị chưa có',
    source: 'tinhuy.daknong.gov.vn, trang 8854 (chỉ phần đầu)',
    scoring: 'GUIDANCE',
    criteria: [
      ...field('KT', 'kinh tế', ['hợp tác xã, câu lạc bộ, trang trại', 'chuyển đổi cơ cấu', 'khoa học kỹ thuật', 'phát triển bền vững']),
      ...field('VHXH', 'văn hóa - xã hội', [
        'nông thôn mới, đô thị văn minh',
        'giảm nghèo',
        'hiến đất',
        'xóa mù chữ',
        'tự quản',
        'môi trường',
        'nhân đạo',
      ]),
      ...field('QPAN', 'quốc phòng - an ninh', ['tuyên truyền pháp luật', 'lực lượng nòng cốt', 'bảo vệ an ninh Tổ quốc', 'biên giới']),
      ...field('HTCT', 'xây dựng hệ thống chính trị', [], 'Chưa có văn bản'),
    ],
    marks: [{ about: 'criteria', mark: 'SOURCED', note: 'Ba trong bốn lĩnh vực' }],
  },
);
