import { registerDecorator, type ValidationArguments } from 'class-validator';
import { brokenRule } from '../../platform/graphql/input-rules.js';
import type { Bilingual } from '../../shared/language.js';
import { lettersIn } from '../../shared/search-words.js';
import { hasForbiddenCharacters } from '../../shared/text.js';

const MAX_CHARACTERS = 200;
const MIN_LETTERS = 2;

/** The rule of a search text. One letter is not enough: nearly every name contains it. */
export function IsSearchText(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isSearchText',
      target: target.constructor,
      propertyName: property as string,
      validator: {
        validate: value => violationOf(value) === undefined,
        defaultMessage: (found?: ValidationArguments) => brokenRule(violationOf(found?.value)!),
      },
    });
}

function violationOf(value: unknown): Bilingual | undefined {
  if (typeof value !== 'string') return undefined; // The schema has refused it.
  if (value.length > MAX_CHARACTERS) {
    return {
      vi: `dài nhất ${MAX_CHARACTERS} ký tự, hãy tìm bằng ít chữ hơn`,
      en: `it has at most ${MAX_CHARACTERS} characters, search by fewer words`,
    };
  }
  if (hasForbiddenCharacters(value)) return { vi: 'không được có ký tự điều khiển', en: 'control characters are not taken' };
  const letters = lettersIn(value);
  if (letters === 0) return { vi: 'cần có chữ hoặc số, không chỉ dấu câu', en: 'letters or digits are needed, not only signs' };
  if (letters < MIN_LETTERS) return { vi: 'cần ít nhất hai chữ hoặc số', en: 'at least two letters or digits are needed' };
  return undefined;
}
