import { describe, expect, it } from '@jest/globals';
import { changesBetween, hashOf, type ApprovedContent } from './decision-content.js';

const APPROVED: ApprovedContent = { fields: { signer: 'Ông A', abstract: null }, lines: ['một', 'một', 'hai'] };

describe('what was approved and what a draft says now', () => {
  it('differ field by field, and by the lines that went and came, each as often as it did', () => {
    const now = { fields: { signer: 'Ông B', abstract: null }, lines: ['hai', 'một', 'ba'] };
    expect(changesBetween(APPROVED, now)).toEqual([
      { field: 'signer', before: 'Ông A', after: 'Ông B' },
      { field: 'carries', before: 'một', after: null },
      { field: 'carries', before: null, after: 'ba' },
    ]);
    expect(hashOf(now)).not.toBe(hashOf(APPROVED));
  });

  it('are equal where nothing changed, in whatever order the fields stand', () => {
    const same = { lines: APPROVED.lines, fields: { abstract: null, signer: 'Ông A' } };
    expect(changesBetween(APPROVED, same)).toEqual([]);
    expect(hashOf(same)).toBe(hashOf(APPROVED));
  });
});
