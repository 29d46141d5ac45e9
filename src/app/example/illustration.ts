import type { CouncilRole } from '../../features/councils/council-kinds.js';
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
