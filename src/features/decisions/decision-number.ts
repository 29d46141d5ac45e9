/**
 * Letters that look like Đ (U+0110) or đ (U+0111) but are eth or African D. They come from old fonts and keyboards; a search for the number
 * typed with a Vietnamese Đ would not find the decision.
 */
const LOOKALIKES = /[\u00d0\u00f0\u0189]/u;

/** The first letter of the number that only looks like Đ, with its code point for the error message; `undefined` if there is none. */
export function lookalikeIn(number: string): { letter: string; code: string } | undefined {
  const [letter] = LOOKALIKES.exec(number) ?? [];
  return letter === undefined ? undefined : { letter, code: `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` };
}
