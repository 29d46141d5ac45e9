import { describe, expect, it } from '@jest/globals';
import { capitalised, joined } from './language.js';
import { anyOf, count, date, itsWords, period, wordFor } from './writing.js';

describe('a date is written for people', () => {
  it.each([
    ['2026-11-29', '29/11/2026', '29 November 2026'],
    ['2025-07-01', '1/7/2025', '1 July 2025'],
    ['2025-07', 'tháng 7/2025', 'July 2025'],
    ['2025', 'năm 2025', '2025'],
    ['2025-01-01..2025-06-30', 'từ 1/1/2025 đến 30/6/2025', 'from 1 January 2025 to 30 June 2025'],
    ['..2025-06-30', 'đến 30/6/2025', 'until 30 June 2025'],
    ['29/11', '29/11', '29/11'],
  ])('%s', (given, vi, en) => {
    expect(date(given, 'vi')).toBe(vi);
    expect(date(given, 'en')).toBe(en);
  });

  it.each([
    ['[2025-01-01,2025-07-01)', 'từ 1/1/2025 đến 30/6/2025', 'from 1 January 2025 to 30 June 2025'],
    ['[2025-01-01,2025-06-30]', 'từ 1/1/2025 đến 30/6/2025', 'from 1 January 2025 to 30 June 2025'],
    ['[2025-01-01,)', 'từ 1/1/2025', 'from 1 January 2025 on'],
    ['(,2025-07-01)', 'đến 30/6/2025', 'until 30 June 2025'],
    ['(,)', 'không giới hạn thời gian', 'without limit in time'],
    ['empty', 'empty', 'empty'],
  ])('the range %s', (given, vi, en) => {
    expect(period(given, 'vi')).toBe(vi);
    expect(period(given, 'en')).toBe(en);
  });
});

it('numbers have the separators of the language', () => {
  expect([count(43_479, 'vi'), count(43_479, 'en'), count(999, 'vi')]).toEqual(['43.479', '43,479', '999']);
});

describe('a value of a vocabulary', () => {
  const WORDS = { DRAFT: { vi: 'bản nháp', en: 'draft' }, SENT: { vi: 'đã gửi', en: 'sent' }, DONE: { vi: 'xong', en: 'done' } };

  it('is written by its word', () => {
    expect(wordFor(WORDS)('DRAFT', 'vi')).toBe('bản nháp');
    expect(wordFor<string>(WORDS)('NEW', 'vi')).toBe('NEW');
    expect(itsWords({ value: 'DRAFT', ...WORDS.DRAFT }, 'en')).toBe('draft');
    expect(capitalised('đã gửi')).toBe('Đã gửi');
  });

  it('is one of several', () => {
    expect(anyOf(WORDS)(['DRAFT'], 'vi')).toBe('bản nháp');
    expect(anyOf(WORDS)(['DRAFT', 'SENT'], 'vi')).toBe('bản nháp hoặc đã gửi');
    expect(anyOf(WORDS)(['DRAFT', 'SENT', 'DONE'], 'en')).toBe('draft, sent or done');
  });
});

it('what is said in both languages is joined language by language', () => {
  expect(
    joined(
      [
        { vi: 'một', en: 'one' },
        { vi: 'hai', en: 'two' },
      ],
      ', ',
    ),
  ).toEqual({ vi: 'một, hai', en: 'one, two' });
});
