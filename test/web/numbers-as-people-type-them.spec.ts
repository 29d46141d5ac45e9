import { expect, it } from '@jest/globals';
import { decimalFrom, decimalText, partialFrom, partialText, wholeFrom } from '../../web/src/api/format.js';

it.each([
  ['8,5', '8.5'],
  ['8.5', '8.5'],
  ['77,83', '77.83'],
  ['43.479', '43479'],
  ['1.094,13', '1094.13'],
  ['0.125', '0.125'],
  ['-1.200', '-1200'],
  [' 12 ', '12'],
  ['', ''],
])('in Vietnamese %j is %j', (typed, number) => expect(decimalFrom(typed, 'vi')).toBe(number));

it.each([
  ['43,479', '43479'],
  ['1,094.13', '1094.13'],
  ['8.125', '8.125'],
  ['8,5', '8.5'],
])('in English %j is %j', (typed, number) => expect(decimalFrom(typed, 'en')).toBe(number));

it('what the client shows is read as the same number', () => {
  for (const language of ['vi', 'en'] as const)
    for (const number of ['0', '-0.5', '8.5', '8.125', '43.479', '1094.13', '43479', '1000000', '12345678901234567890.25'])
      expect(decimalFrom(decimalText(number, language), language)).toBe(number);
});

it('what is no number is left as it is, for the server to refuse', () => {
  expect(['năm', '1.2.3', '1,2,3'].map(typed => decimalFrom(typed, 'vi'))).toEqual(['năm', '1.2.3', '1.2,3']);
});

it.each([
  ['5', 5],
  ['1.000.000', 1_000_000],
  ['1,000', 1_000],
  ['1 000', 1_000],
  ['', null],
  ['1.5', NaN],
  ['43.47', NaN],
  ['1e3', NaN],
  ['năm', NaN],
])('as a whole number %j is %j', (typed, number) => expect(wholeFrom(typed)).toBe(number));

it('a day that a source leaves open is read again as it is shown', () => {
  const days = ['2025-07-01', '2025-07', '2025', '2025-01-01..2025-06-30', '..2022-10-13', '..2022'];
  for (const day of days) expect(partialFrom(partialText(day))).toBe(day);
  expect(partialText('..2022-10-13')).toBe('≤ 13/10/2022');
  expect(['..2022', '<= 2022', '≤ 31/02/2022', '≤ 2021 – 2022'].map(partialFrom)).toEqual(['..2022', '..2022', undefined, undefined]);
});
