import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_MARKS, readFigure, type Marks } from './figure-reading.js';

const WHOLE = { decimals: 0, percent: false };
const PERCENT = { decimals: 2, percent: true };
const read = (raw: string, form = WHOLE, known: Marks = NO_MARKS, given: string | null = null): unknown => {
  const answer = readFigure(raw, form, known, given);
  return answer.kind === 'read' ? [answer.reading, answer.qualifier] : answer;
};

describe('a printed figure', () => {
  it.each([
    ['777', '777', 'EXACT'],
    ['07', '7', 'EXACT'],
    ['33,838', '33838', 'EXACT'],
    ['8.552', '8552', 'EXACT'],
    ['1 234 567', '1234567', 'EXACT'],
    ['1\u00a0234', '1234', 'EXACT'],
    ['trên 1.000', '1000', 'AT_LEAST'],
    ['Hơn 680', '680', 'AT_LEAST'],
    ['680 trở lên', '680', 'AT_LEAST'],
    ['khoảng 60', '60', 'ABOUT'],
    ['gần 1.000', '1000', 'ABOUT'],
  ])('%s is read as %s, %s', (raw, reading, qualifier) => expect(read(raw)).toEqual([reading, qualifier]));

  it.each([
    ['83,07%', '83.07'],
    ['83.07 %', '83.07'],
    ['1.234,5', '1234.5'],
    ['100', '100'],
  ])('of an indicator with decimals, %s is read as %s', (raw, reading) => expect(read(raw, PERCENT)).toEqual([reading, 'EXACT']));

  it.each(['', 'nhiều', '12.34', '1.0000', '0.123', '1,234.567', '-5', '5 mô hình', '75%', '07/10', 'dưới 10', '1..000'])(
    '“%s” is not read as a count',
    raw => expect(read(raw)).toEqual({ kind: 'unreadable' }),
  );
});

describe('a source', () => {
  const commas: Marks = { thousands: ',', decimal: '' };

  it('that has written thousands with a comma is asked about a point, and answers once', () => {
    expect(read('8.552', WHOLE, commas)).toEqual({ kind: 'unsure', readings: ['8552'] });
    const answer = readFigure('8.552', WHOLE, commas, '8552');
    expect(answer).toMatchObject({ kind: 'read', reading: '8552', marks: { thousands: ',.' } });
    expect(read('1.000', WHOLE, { thousands: ',.', decimal: '' })).toEqual(['1000', 'EXACT']);
  });

  it('that has written thousands with a comma is asked about a comma in front of decimals', () => {
    expect(read('77,83', PERCENT, commas)).toEqual({ kind: 'unsure', readings: ['77.83'] });
  });

  it('is asked where a text has two readings, unless its other figures show which', () => {
    const form = { decimals: 3, percent: false };
    expect(read('1.234', form)).toEqual({ kind: 'unsure', readings: ['1.234', '1234'] });
    expect(read('1.234', form, { thousands: '.', decimal: '' })).toEqual(['1234', 'EXACT']);
    expect(read('1.234', form, { thousands: ',', decimal: '.' })).toEqual(['1.234', 'EXACT']);
    expect(read('1.234', form, NO_MARKS, '1234')).toEqual(['1234', 'EXACT']);
  });

  it('does not make a reading of what was not printed', () => {
    expect(read('8.552', WHOLE, NO_MARKS, '8.552')).toEqual({ kind: 'other', readings: ['8552'] });
    expect(read('8.552', WHOLE, NO_MARKS, '8553')).toEqual({ kind: 'other', readings: ['8552'] });
  });
});

const grouped = (digits: string, mark: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, mark);

describe('for every number', () => {
  it('what is written with one mark is read back exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.constantFrom('.', ',', ' ', '\u00a0'), (value, mark) => {
        expect(read(grouped(String(value), mark))).toEqual([String(value), 'EXACT']);
      }),
    );
  });

  it('a reading has exactly the digits of the text, whatever is known of the source', () => {
    const marks = fc.constantFrom('', '.', ',', '.,', ' ');
    fc.assert(
      fc.property(fc.stringMatching(/^[\d., ]{1,12}$/), marks, marks, fc.nat(4), (raw, thousands, decimal, decimals) => {
        const answer = readFigure(raw, { decimals, percent: false }, { thousands, decimal }, null);
        if (answer.kind !== 'read') return;
        const digits = raw.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '');
        expect(answer.reading.replace('.', '').replace(/^0+(?=\d)/, '')).toBe(digits.replace(/^0+(?=\d)/, ''));
        expect(readFigure(raw, { decimals, percent: false }, answer.marks, answer.reading)).toMatchObject({ reading: answer.reading });
      }),
    );
  });
});
