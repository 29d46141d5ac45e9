import { describe, expect, it } from '@jest/globals';
import { lookalikeIn } from './decision-number.js';

describe('a decision’s number', () => {
  it.each(['2579/QĐ-UBND', '06/2021/QĐ-UBND', '0125/KH-UBND', '29-HD/ĐUK', '12/qđ-ubnd', '249/MTTQ-BTT'])(
    '%s is written in Vietnamese letters',
    number => expect(lookalikeIn(number)).toBeUndefined(),
  );

  it.each([
    ['2579/Q\u00d0-UBND', '\u00d0', 'U+00D0'],
    ['2579/q\u00f0-ubnd', '\u00f0', 'U+00F0'],
    ['29-HD/\u0189UK', '\u0189', 'U+0189'],
  ])('%s has a letter that only looks like Đ', (number, letter, code) => expect(lookalikeIn(number)).toEqual({ letter, code }));
});
