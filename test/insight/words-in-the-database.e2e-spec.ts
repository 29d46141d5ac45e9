import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import { searchWords, spelled } from '../../src/shared/search-words.js';
import { SIGN_KINDS } from '../../src/shared/signs.js';
import { foldText, plainText } from '../../src/shared/text.js';
import { connect, testDatabase, type TestDatabase } from '../support/test-server.js';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  client = await connect(database.where);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const LETTERS = 'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ'.split('');
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const letter = fc.tuple(fc.constantFrom(...LETTERS), fc.constantFrom(...TONES)).map(([base, tone]) => base + tone);
const syllable = fc.constantFrom(
  'hoà',
  'hòa',
  'uỷ',
  'ủy',
  'quý',
  'qúy',
  'khoẻ',
  'loè',
  'hoàn',
  'khuỷu',
  'ngoài',
  'Thuý',
  'HOÀ',
  'UỶ',
  'qoà',
);
const hidden = SIGN_KINDS.flatMap(({ ranges }) => ranges.flatMap(range => range.map(code => String.fromCodePoint(code))));
const sign = fc.constantFrom(
  ...hidden,
  '’',
  '–',
  'Ａ',
  '１',
  ' ',
  '\u00a0',
  ', ',
  '-',
  '/',
  '“',
  '”',
  '.',
  '\u200b',
  '9',
  '10',
  '½',
  '_',
  '\n',
);
const vietnamese = fc
  .array(fc.oneof({ weight: 4, arbitrary: letter }, syllable, sign), { minLength: 1, maxLength: 30 })
  .chain(parts => fc.constantFrom('NFC', 'NFD').map(form => parts.join('').normalize(form)));

/** What the database makes of texts. */
async function made(texts: readonly string[]): Promise<object[]> {
  const { rows } = await client.query(
    `select public.plain_text(t) as plain, public.fold(t) as folded, public.spelled(t) as spelled, public.search_words(t) as words from unnest($1::text[]) with ordinality q (t, n) order by n`,
    [texts],
  );
  return rows as object[];
}
const expected = (texts: readonly string[]): object[] =>
  texts.map(text => ({ plain: plainText(text), folded: foldText(text), spelled: spelled(text), words: searchWords(text) }));

describe('the database makes the same words as the program', () => {
  it('of Vietnamese in any form, with any signs', () =>
    fc.assert(
      fc.asyncProperty(fc.array(vietnamese, { minLength: 50, maxLength: 50 }), async texts =>
        expect(await made(texts)).toEqual(expected(texts)),
      ),
      { numRuns: 40 },
    ));

  // Beyond these the program knows letters that are younger than the Unicode of the database.
  it('of every Latin letter and every sign of print', async () => {
    const ranges = [
      [0x20, 0x7e],
      [0xa0, 0x24f],
      [0x300, 0x36f],
      [0x1e00, 0x1eff],
      [0x2000, 0x2bff],
      [0x3000, 0x303f],
      [0xfb00, 0xfb06],
      [0xfe00, 0xffdc],
      ...SIGN_KINDS.flatMap(kind => kind.ranges),
    ] as const;
    const signs = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)));
    const texts = signs.map(one => `a${one}b`);
    const [theirs, ours] = [await made(texts), expected(texts)];
    expect(signs.filter((_, i) => JSON.stringify(theirs[i]) !== JSON.stringify(ours[i]))).toEqual([]);
  });
});
