import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isFraction, majorityOf, majorityText, needed, quorumOf, quorumText, type Fraction, type SessionRule } from './quorum.js';

const atLeast = (numerator: number, denominator: number): Fraction => ({ numerator, denominator, moreThan: false });
const moreThan = (numerator: number, denominator: number): Fraction => ({ numerator, denominator, moreThan: true });

const RULE: SessionRule = {
  presence: atLeast(2, 3),
  presenceCountsWritten: false,
  majority: atLeast(80, 100),
  majorityOf: 'MEMBERS_IN_TERM',
  majorityCountsWritten: true,
};
const NO_VOTES = { inFavour: 0, against: 0, abstained: 0, writtenInFavour: 0, writtenAgainst: 0, writtenAbstained: 0 };

/** By whole numbers of any size. */
const reaches = ({ numerator, denominator, moreThan: strict }: Fraction, counted: number, whole: number): boolean =>
  strict
    ? BigInt(counted) * BigInt(denominator) > BigInt(numerator) * BigInt(whole)
    : BigInt(counted) * BigInt(denominator) >= BigInt(numerator) * BigInt(whole);

describe('a fraction of members', () => {
  it.each([
    [atLeast(2, 3), 7, 5],
    [atLeast(2, 3), 6, 4],
    [atLeast(2, 3), 9, 6],
    [atLeast(80, 100), 5, 4],
    [atLeast(80, 100), 7, 6],
    [moreThan(1, 2), 8, 5],
    [moreThan(1, 2), 7, 4],
    [atLeast(1, 2), 8, 4],
    [atLeast(1, 1), 7, 7],
  ])('%j of %i is %i', (fraction, whole, expected) => {
    expect(needed(fraction, whole)).toBe(expected);
  });

  it('needs one at least, also where there are no members', () => {
    expect(needed(atLeast(1, 1000), 1)).toBe(1);
    expect(needed(atLeast(2, 3), 0)).toBe(1);
  });

  it.each([
    [atLeast(3, 2), false],
    [atLeast(0, 3), false],
    [atLeast(1, 0), false],
    [atLeast(-1, 2), false],
    [moreThan(1, 1), false],
    [atLeast(1, 1001), false],
    [atLeast(1, 1), true],
    [moreThan(1, 2), true],
  ])('%j is one: %s', (fraction, expected) => {
    expect(isFraction(fraction)).toBe(expected);
  });

  const fractions = fc
    .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), fc.boolean())
    .map(([numerator, denominator, strict]) => ({ numerator, denominator, moreThan: strict }))
    .filter(isFraction);

  it('the least number that reaches it: by whole numbers, and one less does not', () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: 1, max: 10_000 }), (fraction, whole) => {
        const least = needed(fraction, whole);
        expect(least).toBeLessThanOrEqual(whole);
        expect(reaches(fraction, least, whole)).toBe(true);
        expect(least === 1 || !reaches(fraction, least - 1, whole)).toBe(true);
      }),
    );
  });

  it('more members never need fewer', () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: 1, max: 10_000 }), (fraction, whole) => {
        expect(needed(fraction, whole + 1)).toBeGreaterThanOrEqual(needed(fraction, whole));
      }),
    );
  });
});

describe('a session', () => {
  it('opinions in writing count towards the presence only where the rule says so', () => {
    const participation = { inTerm: 7, present: 4, written: 1 };
    expect(quorumOf(RULE, participation)).toEqual({ counted: 4, needed: 5, of: 7, met: false });
    expect(quorumOf({ ...RULE, presenceCountsWritten: true }, participation)).toEqual({ counted: 5, needed: 5, of: 7, met: true });
  });

  it('presence and majority are two rules: enough were there, and too few were in favour', () => {
    const participation = { inTerm: 7, present: 5, written: 2 };
    const votes = { ...NO_VOTES, inFavour: 4, against: 1, writtenInFavour: 1, writtenAgainst: 1 };
    expect(quorumOf(RULE, participation).met).toBe(true);
    expect(majorityOf(RULE, participation, votes)).toEqual({ counted: 5, needed: 6, of: 7, met: false });
  });

  it('the majority is of the members in term, or of those who took part', () => {
    const participation = { inTerm: 7, present: 5, written: 1 };
    const votes = { ...NO_VOTES, inFavour: 4, abstained: 1, writtenInFavour: 1 };
    const ofTaking: SessionRule = { ...RULE, majorityOf: 'TAKING_PART' };
    expect(majorityOf(ofTaking, participation, votes)).toEqual({ counted: 5, needed: 5, of: 6, met: true });
    expect(majorityOf({ ...ofTaking, majorityCountsWritten: false }, participation, votes)).toEqual({
      counted: 4,
      needed: 4,
      of: 5,
      met: true,
    });
  });

  it('explains itself in a sentence', () => {
    expect(quorumText(RULE, { inTerm: 7, present: 5, written: 1 }, '2025-12-10')).toBe(
      'Ngày 10/12/2025 có 7 thành viên đương nhiệm; 5 có mặt, 1 ý kiến bằng văn bản (không tính). Quy chế cần ít nhất 2/3, tức 5: đủ điều kiện họp.',
    );
    expect(quorumText(null, { inTerm: 7, present: 5, written: 0 }, '2025-12-10')).toBe(
      'Ngày 10/12/2025 có 7 thành viên đương nhiệm; 5 có mặt. Chưa có quy chế cho loại phiên họp này.',
    );
    expect(majorityText(RULE, { inTerm: 7, present: 5, written: 1 }, { ...NO_VOTES, inFavour: 5, writtenInFavour: 1 })).toBe(
      '5 có mặt tán thành, 1 phiếu tán thành bằng văn bản (được tính): 6 trên 7 thành viên đương nhiệm. Quy chế cần ít nhất 80/100, tức 6: được thông qua.',
    );
  });
});
