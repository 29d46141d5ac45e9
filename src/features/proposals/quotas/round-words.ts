import type { NamedValue } from '../../../shared/language.js';

const UNSEEN = { vi: 'một đợt thẩm định ngoài phạm vi của bạn', en: 'an appraisal round outside your reach' };

/** A round by its name within a sentence. `null`: the person who reads the sentence does not see it. */
export const roundInWords = (name: string | null): NamedValue =>
  name === null ? { value: '', ...UNSEEN } : { value: name, vi: `đợt “${name}”`, en: `the round “${name}”` };

/** A result by its number in its round. */
export function resultInWords(found: { readonly round: string; readonly number: number } | null): NamedValue {
  if (!found) return { value: '', vi: `kết quả trong ${UNSEEN.vi}`, en: `a result in ${UNSEEN.en}` };
  const { vi, en } = roundInWords(found.round);
  return { value: `${found.round}, ${found.number}`, vi: `kết quả số ${found.number} trong ${vi}`, en: `result ${found.number} in ${en}` };
}
