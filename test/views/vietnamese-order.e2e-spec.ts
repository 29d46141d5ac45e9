import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { foldText } from '../../src/shared/text.js';
import { NAMES, SENTENCES } from '../support/random-names.js';
import { Random } from '../support/random.js';
import { connect, testDatabase, type TestDatabase } from '../support/test-server.js';
import { byVietnamese } from './oracle.chapter.js';

/** The oracle sorts and folds by JavaScript, the database by its own ICU and dictionary: here they are held against one another. */
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

const SYLLABLES = ['a', 'à', 'ả', 'ã', 'á', 'ạ', 'ă', 'ằ', 'â', 'ậ', 'đ', 'd', 'D', 'Đ', 'e', 'ê', 'ệ', 'i', 'ị', 'o', 'ô', 'ộ', 'ơ', 'ợ'];
const MORE = [
  'u',
  'ủ',
  'ư',
  'ự',
  'y',
  'ỷ',
  'ng',
  'nh',
  'ch',
  'tr',
  'hoà',
  'hòa',
  'uỷ',
  'ủy',
  ' ',
  '-',
  '9',
  '10',
  '09',
  '%',
  '_',
  '(',
  'Xã ',
];

function words(seed: number, count: number): string[] {
  const random = new Random(seed);
  const word = (): string => Array.from({ length: random.between(1, 5) }, () => random.pick([...SYLLABLES, ...MORE])).join('');
  return [...new Set([...NAMES, ...SENTENCES, ...Array.from({ length: count }, word)].map(text => text.normalize('NFC')))];
}

describe('the order of titles and names', () => {
  it('is the same in the database as by JavaScript, for whatever Vietnamese can write', async () => {
    const given = words(1, 3_000);
    const { rows } = await client.query<{ text: string }>(`select text from unnest($1::text[]) text order by text collate vi_natural`, [
      given,
    ]);
    expect(rows.map(row => row.text)).toEqual(given.toSorted(byVietnamese));
  });

  it('puts a letter before its marks, đ behind d, and numbers by their size', async () => {
    const given = ['Đa', 'Da', 'dá', 'da', 'dâ', 'dă', 'Tổ 10', 'Tổ 9', 'Tổ 09'];
    const { rows } = await client.query<{ text: string }>(`select text from unnest($1::text[]) text order by text collate vi_natural`, [
      given,
    ]);
    expect(rows.map(row => row.text)).toEqual(['da', 'Da', 'dá', 'dă', 'dâ', 'Đa', 'Tổ 09', 'Tổ 9', 'Tổ 10']);
  });
});

describe('what search compares', () => {
  it('is folded alike by the database and by JavaScript, for whatever Vietnamese can write', async () => {
    const given = words(2, 3_000);
    const { rows } = await client.query<{ folded: string }>(
      `select fold(text) as folded from unnest($1::text[]) with ordinality given (text, n) order by n`,
      [given],
    );
    expect(rows.map(row => row.folded)).toEqual(given.map(foldText));
  });
});
