/** Longest name that is kept; the column and what file systems take agree with it. */
const MAX_LENGTH = 120;
/** Control characters, marks that turn the direction of writing round, and invisible ones: they make a name look like another. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/gu;
/** What Windows keeps for itself. */
const RESERVED_SIGNS = /[<>:"|?*]/g;
const RESERVED_NAMES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * The name of a file as it is shown and offered for saving: the last part of a path, without what a file system or a screen could take for
 * something else. Nothing is ever stored under it. Empty when nothing is left.
 */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replaceAll(INVISIBLE, '')
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

/** What stands behind the last dot, in small letters; empty when that is no ending of a file. */
export const endingOf = (name: string): string => /[^.]\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
