import { date } from '../../shared/writing.js';
import type { LocalDate } from '../../shared/dates.js';
import type { MajorityBase } from './council-kinds.js';

/** A share: at least `numerator`/`denominator`, or more than that. Integers, so that two thirds are two thirds. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
  readonly moreThan: boolean;
}

/** The two rules for one kind of session. */
export interface SessionRule {
  readonly presence: Fraction;
  /** Whether an opinion in writing counts as taking part. */
  readonly presenceCountsWritten: boolean;
  readonly majority: Fraction;
  readonly majorityOf: MajorityBase;
  /** Whether votes in writing count. */
  readonly majorityCountsWritten: boolean;
}

/** How many members there were on the day, and how many of them took part. */
export interface Participation {
  readonly inTerm: number;
  readonly present: number;
  readonly written: number;
}

/** The votes of those who were there, and those in writing. */
export interface QuestionVotes {
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly writtenInFavour: number;
  readonly writtenAgainst: number;
  readonly writtenAbstained: number;
}

const LARGEST_DENOMINATOR = 1_000;

/** Above nothing and at most the whole; more than the whole nobody reaches. */
export const isFraction = ({ numerator, denominator, moreThan }: Fraction): boolean =>
  numerator >= 1 && denominator <= LARGEST_DENOMINATOR && (moreThan ? numerator < denominator : numerator <= denominator);

/** The least number of the `whole` that reaches the fraction: 2/3 of 7 are 5, more than 1/2 of 8 are 5. At least one. */
export function needed({ numerator, denominator, moreThan }: Fraction, whole: number): number {
  const parts = numerator * whole;
  const rest = parts % denominator;
  const below = (parts - rest) / denominator;
  return Math.max(1, moreThan || rest > 0 ? below + 1 : below);
}

export interface Reckoning {
  readonly counted: number;
  readonly needed: number;
  /** The number of which the fraction is taken. */
  readonly of: number;
  readonly met: boolean;
}

const reckon = (counted: number, fraction: Fraction, of: number): Reckoning => {
  const least = needed(fraction, of);
  return { counted, needed: least, of, met: counted >= least };
};

/** Whether enough of the members in term took part. */
export const quorumOf = ({ presence, presenceCountsWritten }: SessionRule, { inTerm, present, written }: Participation): Reckoning =>
  reckon(present + (presenceCountsWritten ? written : 0), presence, inTerm);

/** Whether enough votes were in favour. Whether the session could decide at all is `quorumOf`. */
export function majorityOf(rule: SessionRule, { inTerm, present, written }: Participation, votes: QuestionVotes): Reckoning {
  const taking = present + (rule.majorityCountsWritten ? written : 0);
  const inFavour = votes.inFavour + (rule.majorityCountsWritten ? votes.writtenInFavour : 0);
  return reckon(inFavour, rule.majority, rule.majorityOf === 'MEMBERS_IN_TERM' ? inTerm : taking);
}

const fractionText = ({ numerator, denominator, moreThan }: Fraction): string =>
  `${moreThan ? 'hơn' : 'ít nhất'} ${numerator}/${denominator}`;

const writtenText = (written: number, counts: boolean): string =>
  written === 0 ? '' : `, ${written} ý kiến bằng văn bản (${counts ? 'được tính' : 'không tính'})`;

/** “Ngày 10/12/2025 có 7 thành viên đương nhiệm; 5 có mặt. Quy chế cần ít nhất 2/3, tức 5: đủ điều kiện họp.” */
export function quorumText(rule: SessionRule | null, { inTerm, present, written }: Participation, heldOn: LocalDate): string {
  const members = `Ngày ${date(heldOn, 'vi')} có ${inTerm} thành viên đương nhiệm; ${present} có mặt`;
  if (!rule) return `${members}${written === 0 ? '' : `, ${written} ý kiến bằng văn bản`}. Chưa có quy chế cho loại phiên họp này.`;
  const { needed: least, met } = quorumOf(rule, { inTerm, present, written });
  const verdict = met ? 'đủ điều kiện họp' : 'không đủ điều kiện họp';
  return `${members}${writtenText(written, rule.presenceCountsWritten)}. Quy chế cần ${fractionText(rule.presence)}, tức ${least}: ${verdict}.`;
}

/** “6 trên 7 thành viên đương nhiệm tán thành. Quy chế cần ít nhất 80/100, tức 6: được thông qua.” */
export function majorityText(rule: SessionRule, participation: Participation, votes: QuestionVotes): string {
  const { counted, needed: least, of, met } = majorityOf(rule, participation, votes);
  const whole = rule.majorityOf === 'MEMBERS_IN_TERM' ? 'thành viên đương nhiệm' : 'thành viên tham gia';
  const inWriting = writtenText(votes.writtenInFavour, rule.majorityCountsWritten).replace('ý kiến', 'phiếu tán thành');
  const verdict = met ? 'được thông qua' : 'không được thông qua';
  return `${votes.inFavour} có mặt tán thành${inWriting}: ${counted} trên ${of} ${whole}. Quy chế cần ${fractionText(rule.majority)}, tức ${least}: ${verdict}.`;
}
