import type { CouncilRole } from '../../features/councils/council-kinds.js';
import type { GivenScore } from '../../features/evaluations/sheets/given-sheet.js';
import type { SessionRule } from '../../features/councils/quorum.js';

/*
 * What no real source gives in full is shown on an invented unit, so that nothing is made up about a real one. Everything here carries “minh họa”
 * in its name, and persons are named by their role.
 */

export const ILLUSTRATION = 'minh họa';
export const illustratedFrom = '2025-07-01';
export const illustratedUnit = { name: 'Minh Họa', kind: 'XA', source: ILLUSTRATION } as const;

export const illustratedCouncil = { name: 'Hội đồng Thi đua - Khen thưởng xã Minh Họa (minh họa)', kind: 'EMULATION' } as const;

export const illustratedMembers: readonly { readonly name: string; readonly role: CouncilRole }[] = [
  { name: 'Chủ tịch hội đồng (minh họa)', role: 'CHAIR' },
  { name: 'Phó Chủ tịch hội đồng (minh họa)', role: 'DEPUTY' },
  { name: 'Thư ký hội đồng (minh họa)', role: 'SECRETARY' },
  { name: 'Ủy viên thứ nhất (minh họa)', role: 'MEMBER' },
  { name: 'Ủy viên thứ hai (minh họa)', role: 'MEMBER' },
  { name: 'Ủy viên thứ ba (minh họa)', role: 'MEMBER' },
  { name: 'Ủy viên thứ tư (minh họa)', role: 'MEMBER' },
];

const TWO_THIRDS = { numerator: 2, denominator: 3, moreThan: false };
const NOT_VERIFIED = 'cơ sở tính và ý kiến bằng văn bản: chưa xác minh';

/** The shares of award sessions are those of Bắc Ninh; what they are a share of, and what counts in writing, is ours. */
export const illustratedRules: readonly {
  readonly sessionKind: 'AWARDS' | 'APPRAISAL';
  readonly rule: SessionRule;
  readonly basis: string;
}[] = [
  {
    sessionKind: 'AWARDS',
    rule: {
      presence: TWO_THIRDS,
      presenceCountsWritten: false,
      majority: { numerator: 80, denominator: 100, moreThan: false },
      majorityOf: 'MEMBERS_IN_TERM',
      majorityCountsWritten: true,
    },
    basis: `Minh họa, tỷ lệ theo 86/2025/QĐ-UBND của Bắc Ninh; ${NOT_VERIFIED}`,
  },
  {
    sessionKind: 'APPRAISAL',
    rule: {
      presence: TWO_THIRDS,
      presenceCountsWritten: false,
      majority: { numerator: 1, denominator: 2, moreThan: true },
      majorityOf: 'TAKING_PART',
      majorityCountsWritten: false,
    },
    basis: `Minh họa; ${NOT_VERIFIED}`,
  },
];

/** Five of seven were there, one wrote, one was absent. */
export const illustratedSession = {
  heldOn: '2025-12-10',
  subject: 'Xét đề nghị khen thưởng phong trào “Dân vận khéo” năm 2025 (minh họa)',
  presence: ['PRESENT', 'PRESENT', 'PRESENT', 'PRESENT', 'PRESENT', 'IN_WRITING', 'ABSENT'],
  minutesText: 'Biên bản minh họa: một ủy viên không tán thành, ý kiến được ghi.',
  question: {
    text: 'Đề nghị tặng Giấy khen cho Tập thể A (minh họa)',
    votes: { inFavour: 5, against: 0, abstained: 0, writtenInFavour: 1, writtenAgainst: 0, writtenAbstained: 0 },
  },
  dissented: {
    text: 'Đề nghị tặng Giấy khen cho Tập thể B (minh họa)',
    votes: { inFavour: 4, against: 1, abstained: 0, writtenInFavour: 1, writtenAgainst: 0, writtenAbstained: 0 },
    words: 'Hồ sơ chưa đủ minh chứng (minh họa)',
  },
} as const;

/** Units under the invented one, which it appraises. */
export const illustratedOffices = [
  'Văn phòng xã (minh họa)',
  'Trường Tiểu học Minh Họa (minh họa)',
  'Trạm Y tế Minh Họa (minh họa)',
] as const;

export const illustratedRound = {
  name: 'Đánh giá, xếp loại công tác dân vận năm 2026 của các đơn vị thuộc xã (minh họa)',
  year: 2026,
  illustrative: true,
  aggregation: 'MEAN',
  missing: 'LEAVE_OUT',
  abstained: 'LEAVE_OUT',
  feedback: ['CRITERIA', 'WORDS'],
} as const;

/** Nothing of what knocks out or caps a grade has happened. */
export const illustratedFacts = {
  bonus: '0',
  penalty: '0',
  answers: ['THAM_NHUNG', 'MAT_DOAN_KET', 'CACH_CHUC', 'HINH_SU', 'KHIEN_TRACH', 'CANH_CAO'].map(code => ({ code, holds: false })),
  basis: ILLUSTRATION,
};

const FULL = { 'I.1': '4', 'I.2': '6', 'II.1': '30', 'II.2': '30', 'II.3': '20', 'II.4': '10' };
type Points = Partial<typeof FULL>;

/** A sheet with all points but for those given. */
export const illustratedScores = (points: Points): GivenScore[] =>
  Object.entries({ ...FULL, ...points }).map(([code, given]) => ({ code, points: given, mark: null, level: null, words: null }));

const five = (points: Points): Points[] => Array.from({ length: 5 }, () => points);

/** The first is graded, one sheet of the second is missing, and the third has 96 points and a criterion at zero: it fits no grade by the text. */
export const illustratedEntries: readonly { readonly self: Points; readonly sheets: readonly Points[] }[] = [
  { self: {}, sheets: [{ 'II.1': '28' }, { 'II.1': '28.5' }, { 'II.1': '27' }, { 'II.3': '18' }, { 'II.3': '19' }] },
  { self: { 'II.2': '25' }, sheets: five({ 'II.2': '22', 'II.3': '15' }).slice(0, 4) },
  { self: { 'I.1': '0' }, sheets: five({ 'I.1': '0' }) },
];
