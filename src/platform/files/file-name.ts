import { withPlainSigns } from '../../shared/signs.js';

/** Characters of a stored name; within the limits of the column and of file systems. */
const MAX_LENGTH = 120;
/** Control characters and failed decodings. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\ufffd]/gu;
/** Reserved by Windows. */
const RESERVED_SIGNS = /[<>:"|?*]/g;
const RESERVED_NAMES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * The name of a file for display and download: the last part of a path, without characters that a file system or a screen could misinterpret.
 * No file is ever stored under this name. Empty when nothing is left.
 */
export function cleanFileName(given: string): string {
  const last = withPlainSigns(given).normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replaceAll(UNWRITABLE, '')
    .replaceAll(RESERVED_SIGNS, '_')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  const named = RESERVED_NAMES.test(plain) ? `_${plain}` : plain;
  const letters = [...named];
  if (letters.length <= MAX_LENGTH) return named;
  const ending = endingOf(named);
  const tail = ending === '' ? '' : `.${ending}`;
  return `${letters.slice(0, MAX_LENGTH - tail.length).join('')}${tail}`;
}

/** The file name extension in lower case: `docx`; empty when there is none. Digits alone are none: “Công văn 12.2026”. */
export const endingOf = (name: string): string => /[^.]\.((?=\d*[a-z])[a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
