import { registerDecorator, type ValidationArguments } from 'class-validator';
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
        defaultMessage: (found?: ValidationArguments) => violationOf(found?.value) ?? '',
      },
    });
}

function violationOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined; // The schema has refused it.
  if (value.length > MAX_CHARACTERS) {
    return `dài nhất ${MAX_CHARACTERS} ký tự, hãy tìm bằng ít chữ hơn / at most ${MAX_CHARACTERS} characters, search by fewer words`;
  }
  if (hasForbiddenCharacters(value)) return 'không được có ký tự điều khiển / no control characters';
  const letters = lettersIn(value);
  if (letters === 0) return 'cần có chữ hoặc số, không chỉ dấu câu / needs letters or digits, not only signs';
  if (letters < MIN_LETTERS) return 'cần ít nhất hai chữ hoặc số / at least two letters or digits';
  return undefined;
}
