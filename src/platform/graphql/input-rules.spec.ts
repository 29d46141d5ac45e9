import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../../shared/text.js';
import { IsWords, violationsOf } from './input-rules.js';

class Named {
  @IsWords(4)
  name: string;
}

const passes = (name: string): boolean => violationsOf(Named, { name }).length === 0;

it('words are measured as they are kept', () => {
  // Each of these letters is written with two signs, by the rules of NFC.
  expect(passes('\u0958'.repeat(2))).toBe(true);
  expect(passes('\u0958'.repeat(3))).toBe(false);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\u0958', '\ufb2a', '\u0301', '\u{1d160}'), maxLength: 6 }), name => {
      fc.pre(passes(name));
      const kept = cleanText(name);
      expect([...kept].length).toBeGreaterThanOrEqual(1);
      expect([...kept].length).toBeLessThanOrEqual(4);
    }),
  );
});
