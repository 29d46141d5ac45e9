import type { TieBreak, VersionContent } from '../../criteria/rules/version-content.js';
import { explanationOf } from '../../criteria/rules/explanation.js';
import type { Derivation } from '../../criteria/rules/derivation.js';
import { asGiven, count, write } from '../../../shared/writing.js';
import type { Bilingual } from '../../../shared/language.js';
import type { Placing } from './round-result.js';

/** What people decided after the text left it open. */
export interface Decisions {
  readonly grade: string | null;
  readonly gradeBy: string | null;
  readonly gradeReason: string | null;
  readonly tieBy: string | null;
  readonly tieReason: string | null;
}

/** The words of a version that sentences about results use. */
export type WordsOfVersion = Pick<VersionContent, 'criteria' | 'grades' | 'knockOuts' | 'caps'>;

/** How a result came about: its derivation, then its place among the others, then what people decided. */
export function sentencesOf(
  words: WordsOfVersion,
  derivation: Derivation,
  { conflicted, placing, rank, decisions }: { readonly conflicted: number; readonly placing: Placing | null; readonly rank: number | null; readonly decisions: Decisions }, // prettier-ignore
): Bilingual[] {
  const name = (code: string | null): string => words.grades.find(grade => grade.code === code)?.name ?? code ?? '';
  return [
    ...(conflicted > 0 ? [write(CONFLICTED, { n: conflicted })] : []),
    ...explanationOf(words as VersionContent, derivation),
    ...(placing?.loweredFrom ? [write(LOWERED, { grade: name(placing.loweredFrom) })] : []),
    ...(placing?.quotaOpen ? [QUOTA_OPEN] : []),
    ...(placing?.partedBy ? [write(PARTED, { step: stepName(placing.partedBy, words) })] : []),
    ...(placing?.tied && decisions.tieReason === null ? [TIED] : []),
    ...(decisions.tieReason === null ? [] : [write(TIE_DECIDED, { by: decisions.tieBy ?? '', reason: decisions.tieReason })]),
    ...(rank === null ? [] : [write(RANKED, { rank })]),
    ...(decisions.grade === null
      ? []
      : [write(DECIDED, { grade: name(decisions.grade), by: decisions.gradeBy ?? '', reason: decisions.gradeReason ?? '' })]),
  ];
}

const CONFLICTED = {
  params: { n: count },
  vi: '{n} thành viên có xung đột lợi ích: không chấm, phiếu không tính.',
  en: 'Members with a conflict of interest, who do not score: {n}.',
};
const LOWERED = {
  params: { grade: asGiven },
  vi: 'Tỷ lệ khống chế không còn chỗ cho loại “{grade}”: hạ một bậc.',
  en: 'The quota of “{grade}” is used up: one grade lower.',
};
const QUOTA_OPEN = {
  vi: 'Chỗ cuối của tỷ lệ khống chế rơi vào các trường hợp bằng nhau: cần quyết định.',
  en: 'The last places of the quota fall into a tie: decide.',
};
const PARTED = {
  params: { step: asGiven },
  vi: 'Bằng điểm với trường hợp khác; phân định theo {step}.',
  en: 'Equal to another in points; parted by {step}.',
};
const TIED = {
  vi: 'Bằng nhau theo mọi tiêu chí phụ: cùng hạng, cần quyết định.',
  en: 'Equal by every step of the written chain: the same rank, decide.',
};
const TIE_DECIDED = {
  params: { by: asGiven, reason: asGiven },
  vi: 'Thứ hạng giữa các trường hợp bằng nhau do {by} quyết định: {reason}',
  en: 'The order among equals was decided by {by}: {reason}',
};
const RANKED = { params: { rank: count }, vi: 'Xếp hạng {rank}.', en: 'Rank {rank}.' };
const DECIDED = {
  params: { grade: asGiven, by: asGiven, reason: asGiven },
  vi: 'Xếp loại “{grade}” do {by} quyết định: {reason}',
  en: 'The grade “{grade}” was decided by {by}: {reason}',
};

function stepName({ kind, code, text }: TieBreak, { criteria }: WordsOfVersion): string {
  if (text !== null) return `“${text}”`;
  if (kind === 'LESS_PENALTY') return 'ít điểm trừ hơn';
  if (kind === 'MORE_BONUS') return 'nhiều điểm thưởng hơn';
  return `điểm của ${code} “${criteria.find(node => node.code === code)?.text ?? ''}”`;
}
