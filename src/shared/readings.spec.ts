import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allWords, allWordsSoFar, asPhrase, inTwoPieces, looksLikeWord, readingsOf, type Abbreviation } from './readings.js';

const ABBREVIATIONS: readonly Abbreviation[] = [
  { short: 'TTHC', long: 'thủ tục hành chính' },
  { short: 'UBND', long: 'Ủy ban nhân dân' },
  { short: 'CA', long: 'công an' },
  { short: 'TT', long: 'thị trấn' },
  { short: 'TT', long: 'thông tư' },
];
const read = (text: string): string[] => readingsOf(text, ABBREVIATIONS).map(words => words.join(' '));

describe('a text is read', () => {
  it('as it is written first, then with short forms expanded', () =>
    expect(read('giải quyết TTHC')).toEqual(['giai quyet tthc', 'giai quyet thu tuc hanh chinh']));

  it('with long forms shortened', () =>
    expect(read('giải quyết thủ tục hành chính')).toEqual(['giai quyet thu tuc hanh chinh', 'giai quyet tthc']));

  it('in every mixture of several', () =>
    expect(new Set(read('UBND TTHC'))).toEqual(
      new Set(['ubnd tthc', 'uy ban nhan dan tthc', 'ubnd thu tuc hanh chinh', 'uy ban nhan dan thu tuc hanh chinh']),
    ));

  it('by each meaning of a short form', () => expect(new Set(read('tt'))).toEqual(new Set(['tt', 'thi tran', 'thong tu'])));

  it('without taking a fish for the police: a short form that looks like a word counts in capitals only', () => {
    expect(read('nuôi cá')).toEqual(['nuoi ca']);
    expect(read('nuoi ca')).toEqual(['nuoi ca']);
    expect(read('CA xã')).toEqual(['ca xa', 'cong an xa']);
    expect(read('công an xã')).toEqual(['cong an xa']);
  });

  it('by whole words: nothing is shortened inside another', () => expect(read('thủ tục hành chínhh')).toEqual(['thu tuc hanh chinhh']));

  it.each([
    ['T.T. Đông Phú', 'thi tran dong phu'],
    ['T.T.Đông Phú', 'thi tran dong phu'],
    ['u.b.n.d xã', 'uy ban nhan dan xa'],
    ['P. Hòa Hải', 'phuong hoa hai'],
    ['p hoà hải', 'phuong hoa hai'],
    ['P5', 'phuong 5'],
    ['P.12', 'phuong 12'],
  ])('“%s” as “%s”, too', (text, reading) =>
    expect(readingsOf(text, [...ABBREVIATIONS, { short: 'P.', long: 'phường' }]).map(words => words.join(' '))).toContain(reading),
  );

  it('in at most twelve ways, the first as it is written', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('TTHC', 'UBND', 'CA', 'TT', 'thủ tục', 'hành chính', 'xã'), { minLength: 1, maxLength: 12 }),
        parts => {
          const readings = read(parts.join(' '));
          expect(readings.length).toBeLessThanOrEqual(12);
          expect(new Set(readings).size).toBe(readings.length);
          expect(readings[0]).toBe(readingsOf(parts.join(' '), [])[0]!.join(' '));
        },
      ),
    ));
});

it.each([
  ['CA', true],
  ['BAN', true],
  ['TTHC', false],
  ['UBND', false],
  ['CĐ', false],
  ['KT-XH', false],
])('“%s” looks like a word: %s', (short, expected) => expect(looksLikeWord(short)).toBe(expected));

describe('the question to the text index', () => {
  it('asks for all words of some reading', () =>
    expect(allWords([['giai', 'quyet', 'tthc'], ['mot']])).toBe(`('giai' & 'quyet' & 'tthc') | ('mot')`));
  it('takes the last word as far as it is typed, behind the one before', () => {
    expect(allWordsSoFar([['thu', 't']])).toBe(`('thu' & 't' | 'thu_t':*)`);
    expect(allWordsSoFar([['giai', 'quyet', 'th']])).toBe(`('giai' & 'quyet' & 'th' | 'giai' & 'quyet_th':*)`);
    expect(allWordsSoFar([['khe']])).toBe(`('khe' | 'khe':*)`);
  });
  it('knows a phrase by its neighbours', () =>
    expect(asPhrase([['dan', 'van', 'kheo'], ['dvk']])).toBe(`('dan_van' & 'van_kheo') | ('dvk')`));
  it('and two pieces of one, cut at each place', () =>
    expect(inTwoPieces([['tiep', 'dan', 'kheo']])).toBe(`('tiep' & 'dan_kheo' | 'tiep_dan' & 'kheo')`));
  it('is empty for a text without words', () => expect(allWords(readingsOf('…', []))).toBe(''));
});
