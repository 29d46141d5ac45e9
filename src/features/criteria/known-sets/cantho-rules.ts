import { EMPTY_CONTENT, type Grade, type GradeCondition, type VersionContent } from '../rules/version-content.js';

const noZero: GradeCondition = { kind: 'NO_CRITERION_SCORED_ZERO', code: null, text: null };
const from = (at: string): Grade['lower'] => ({ at, inclusive: true });
const below = (at: string): Grade['upper'] => ({ at, inclusive: false });

/** The rules of grading of Quyết định 2579/QĐ-UBND (Cần Thơ, 21/11/2025), Điều 3–9. Its list of items is not known. */
export const canThoGrading: VersionContent = {
  ...EMPTY_CONTENT,
  scoring: 'POINTS',
  maximum: '100',
  grades: [
    { code: 'XUAT_SAC', name: 'Hoàn thành xuất sắc', lower: from('95'), upper: null, conditions: [noZero] },
    { code: 'TOT', name: 'Hoàn thành tốt', lower: from('85'), upper: below('95'), conditions: [noZero] },
    { code: 'HOAN_THANH', name: 'Hoàn thành', lower: from('75'), upper: below('85'), conditions: [] },
    { code: 'KHONG_HOAN_THANH', name: 'Không hoàn thành', lower: null, upper: below('75'), conditions: [] },
  ],
  gradeGap: 'Theo văn bản, từ 85 điểm trở lên mà có tiêu chí 0 điểm thì không thuộc loại nào; phải xin quyết định, không tự xếp.',
  knockOuts: [
    { code: 'THAM_NHUNG', kind: 'STATED', text: 'xảy ra tham nhũng', gradeCode: 'KHONG_HOAN_THANH' },
    { code: 'MAT_DOAN_KET', kind: 'STATED', text: 'mất đoàn kết nội bộ nghiêm trọng', gradeCode: 'KHONG_HOAN_THANH' },
    {
      code: 'CACH_CHUC',
      kind: 'STATED',
      text: 'cán bộ lãnh đạo, quản lý bị kỷ luật từ cách chức trở lên',
      gradeCode: 'KHONG_HOAN_THANH',
    },
    {
      code: 'HINH_SU',
      kind: 'STATED',
      text: 'công chức, viên chức, người lao động bị xử lý hình sự',
      gradeCode: 'KHONG_HOAN_THANH',
    },
    { code: 'KHONG_TU_CHAM', kind: 'NO_SELF_ASSESSMENT', text: 'không tự đánh giá, chấm điểm', gradeCode: 'KHONG_HOAN_THANH' },
  ],
  caps: [
    { code: 'KHIEN_TRACH', text: 'người đứng đầu hoặc cấp phó bị khiển trách', gradeCode: 'TOT' },
    { code: 'CANH_CAO', text: 'người đứng đầu hoặc cấp phó bị cảnh cáo', gradeCode: 'HOAN_THANH' },
  ],
  bonus: { maximum: '3', basis: 'mô hình, điển hình “Dân vận khéo” do cơ quan có thẩm quyền công nhận' },
  penalty: { maximum: '3', basis: 'Phụ lục II (chưa có)' },
  mayPassMaximum: 'NOT_STATED',
  beforeThresholds: 'NOT_STATED',
  tieBreaks: [{ kind: 'DECIDED', code: null, text: 'Bằng điểm thì cấp có thẩm quyền quyết định' }],
  marks: [
    { about: 'grades', mark: 'SOURCED', note: null },
    { about: 'rounding', mark: 'NOT_VERIFIED', note: 'Văn bản không nêu cách làm tròn' },
    { about: 'zeroOf', mark: 'NOT_VERIFIED', note: 'Văn bản không nêu là điểm của từng phiếu hay điểm tổng hợp' },
    { about: 'mayPassMaximum', mark: 'NOT_VERIFIED', note: 'Văn bản không nêu' },
    { about: 'beforeThresholds', mark: 'NOT_VERIFIED', note: 'Văn bản không nêu' },
  ],
};
