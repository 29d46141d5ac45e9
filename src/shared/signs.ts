import type { Bilingual } from './language.js';

/** A kind of sign that is not what it looks like. */
export interface SignKind {
  readonly name: Bilingual;
  /** First and last code points. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
  /** What text has in its place; for letters, by the sign. */
  readonly becomes: string | Readonly<Record<string, string>>;
}

const one = (...codes: readonly number[]): readonly (readonly [number, number])[] => codes.map(code => [code, code]);

/**
 * Signs that nobody sees, or that look like others, with what text has in their place. They come with text that is copied from web pages, PDF files and
 * chats, and from old fonts; two names that differ only in them are the same name for everybody who reads them.
 * `plain_text()` of the database has the same table: a test compares both for every sign.
 */
export const SIGN_KINDS: readonly SignKind[] = [
  {
    // They only say where a line may break.
    name: { vi: 'dấu ngắt dòng ẩn', en: 'a hidden line-break mark' },
    ranges: one(0x00ad, 0x180e, 0x200b, 0x2060, 0xfeff),
    becomes: '',
  },
  {
    // They join or separate signs of writings that Vietnamese does not use; between emoji they choose a picture.
    name: { vi: 'dấu nối ẩn', en: 'a hidden joiner' },
    ranges: one(0x034f, 0x200c, 0x200d),
    becomes: '',
  },
  {
    // They turn the direction of writing: “12/QĐ” is shown as another text than the one that is compared.
    name: { vi: 'dấu đổi hướng chữ', en: 'a direction mark' },
    ranges: [...one(0x061c, 0x200e, 0x200f), [0x202a, 0x202e], [0x2066, 0x2069]],
    becomes: '',
  },
  {
    // They choose between drawings of the sign before.
    name: { vi: 'dấu chọn kiểu chữ', en: 'a variation selector' },
    ranges: [
      [0x180b, 0x180d],
      [0x180f, 0x180f],
      [0xfe00, 0xfe0f],
      [0xe0100, 0xe01ef],
    ],
    becomes: '',
  },
  {
    // Fillers, tags, and marks for programs. A whole sentence can be hidden in tags.
    name: { vi: 'ký tự ẩn', en: 'an invisible sign' },
    ranges: [
      [0x115f, 0x1160],
      [0x17b4, 0x17b5],
      [0x2061, 0x2065],
      [0x206a, 0x206f],
      ...one(0x3164, 0xffa0),
      [0xfff0, 0xfffb],
      [0x1bca0, 0x1bca3],
      [0x1d173, 0x1d17a],
      [0xe0000, 0xe00ff],
      [0xe01f0, 0xe0fff],
    ],
    becomes: '',
  },
  {
    // Blanks of other widths, and the blank that does not end a line.
    name: { vi: 'dấu cách khác thường', en: 'an unusual blank' },
    ranges: [...one(0x00a0, 0x1680), [0x2000, 0x200a], ...one(0x202f, 0x205f, 0x2800, 0x3000)],
    becomes: ' ',
  },
  {
    name: { vi: 'dấu xuống dòng khác thường', en: 'an unusual line break' },
    ranges: [[0x2028, 0x2029]],
    becomes: '\n',
  },
  {
    // Eth and the African D. Old fonts have them at the place of Đ, and no language of Việt Nam uses them.
    name: { vi: 'chữ chỉ trông giống Đ (U+0110)', en: 'a letter that only looks like U+0110, a D with a stroke' },
    ranges: one(0x00d0, 0x00f0, 0x0189, 0x0256),
    becomes: { Ð: 'Đ', ð: 'đ', Ɖ: 'Đ', ɖ: 'đ' },
  },
];

const escaped = (code: number): string => `\\u{${code.toString(16)}}`;
const classOf = (kinds: readonly SignKind[]): string =>
  `[${kinds.flatMap(({ ranges }) => ranges.map(([first, last]) => `${escaped(first)}-${escaped(last)}`)).join('')}]`;

const ANY_SIGN = new RegExp(classOf(SIGN_KINDS), 'u');
const EVERY_SIGN = new RegExp(classOf(SIGN_KINDS), 'gu');
const BY_KIND = SIGN_KINDS.map(kind => [new RegExp(classOf([kind]), 'u'), kind] as const);

const kindOf = (sign: string): SignKind | undefined => BY_KIND.find(([pattern]) => pattern.test(sign))?.[1];

/** The text without signs that nobody sees, and with the sign that everybody sees in place of one that looks like it. Everything else stays. */
export const withPlainSigns = (text: string): string =>
  ANY_SIGN.test(text)
    ? text.replaceAll(EVERY_SIGN, sign => {
        const { becomes } = kindOf(sign)!;
        return typeof becomes === 'string' ? becomes : becomes[sign]!;
      })
    : text;

/** A sign that a code may not have. */
export interface OddSign {
  /** U+200B */
  readonly code: string;
  readonly kind: Bilingual;
}

const WIDE: Bilingual = { vi: 'chữ hoặc số toàn khổ', en: 'a full-width sign' };
const OTHER_LETTER: Bilingual = { vi: 'chữ hoặc số không phải chữ La-tinh, số thường', en: 'no Latin letter and no common digit' };
const WIDE_SIGN = /[\uff01-\uff5e\uffe0-\uffee]/u;
/** Letters of other alphabets look like Latin ones (Cyrillic С), and so do mathematical letters and digits of other writings. */
const FOREIGN_SIGN = /(?![\p{Script=Latin}0-9])[\p{L}\p{N}]/u;

const oddKindOf = (sign: string): Bilingual | undefined =>
  kindOf(sign)?.name ?? (WIDE_SIGN.test(sign) ? WIDE : FOREIGN_SIGN.test(sign) ? OTHER_LETTER : undefined);
/** U+200B */
export const codePointOf = (sign: string): string => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * The first sign of a code, a number or a name of an account that is not what it looks like. Such a sign is refused there and not removed: the
 * person may have meant another one.
 */
export function oddSignIn(given: string): OddSign | undefined {
  for (const sign of given.normalize('NFC')) {
    const kind = oddKindOf(sign);
    if (kind) return { code: codePointOf(sign), kind };
  }
  return undefined;
}

/** The text with the name of each sign of the table in its place, for a sentence: “12‹U+200B›/QĐ”. */
export const withNamedSigns = (text: string): string => text.replaceAll(EVERY_SIGN, sign => `‹${codePointOf(sign)}›`);
