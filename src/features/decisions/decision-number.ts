/**
 * Letters that look like Đ (U+0110) or đ (U+0111) and are none: eth and African D. Old fonts and keyboards leave them behind; nobody
 * who types the number with a Vietnamese Đ would ever find the decision.
 */
const LOOK_ALIKES = /[\u00d0\u00f0\u0189]/u;

/** The first letter of the number that only looks like Đ, with its code for the sentence; `undefined` when there is none. */
export function lookAlikeIn(number: string): { letter: string; code: string } | undefined {
  const [letter] = LOOK_ALIKES.exec(number) ?? [];
  return letter === undefined ? undefined : { letter, code: `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` };
}
