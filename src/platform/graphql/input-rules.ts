import { plainToInstance } from 'class-transformer';
import {
  getMetadataStorage,
  MaxLength,
  registerDecorator,
  validateSync,
  type ValidationArguments,
  type ValidationError,
} from 'class-validator';
import type { Bilingual, Language, NamedValue } from '../../shared/language.js';
import { oddSignIn, withPlainSigns } from '../../shared/signs.js';
import { cleanText, hasForbiddenCharacters, saysSomething } from '../../shared/text.js';
import { count } from '../../shared/writing.js';
import type { DomainError, Path } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { KeepAsGiven } from './entered-texts.js';

const areWords = (value: unknown, max: number): boolean =>
  typeof value === 'string' && isWithin(value, max) && saysSomething(value) && !hasForbiddenCharacters(value);

/**
 * Checks the length of the value as given and as stored, because NFC turns some letters into two. A letter outside the basic plane counts as two
 * here and as one in the database, so an accepted value fits there. The given value is measured first: normalising endless combining marks is slow.
 */
const isWithin = (value: string, max: number): boolean => value.length <= max && cleanText(value).length <= max;

/** Text written by a person: at least one letter or digit, no control characters, at most `max` characters. */
export const IsWords = (max: number): PropertyDecorator => addRule('isWords', max, value => areWords(value, max));

/** A list of such texts. */
export const AreWords = (max: number): PropertyDecorator =>
  addRule('isWords', max, value => Array.isArray(value) && value.every(item => areWords(item, max)));

/** A code or number that is compared sign by sign: words without signs that only look like what they are (src/shared/signs.ts). */
export function IsCode(max: number): PropertyDecorator {
  return (target, property) => {
    IsWords(max)(target, property);
    HasPlainSigns()(target, property);
  };
}

const oddSign = (value: unknown): ReturnType<typeof oddSignIn> => (typeof value === 'string' ? oddSignIn(value.trim()) : undefined);

/** A text in which an odd sign is refused and not replaced. The sentence names the sign, because nobody sees it. */
export function HasPlainSigns(): PropertyDecorator {
  return (target, property) => {
    KeepAsGiven('CODE')(target, property);
    registerDecorator({
      name: 'hasPlainSigns',
      target: target.constructor,
      propertyName: property as string,
      validator: {
        validate: value => oddSign(value) === undefined,
        defaultMessage: (found?: ValidationArguments) => {
          const { code, kind } = oddSign(found?.value)!;
          return brokenRule({
            vi: `có ${kind.vi} (${code}), hãy xóa và gõ lại bằng bàn phím`,
            en: `it has ${kind.en} (${code}), delete it and type it again`,
          });
        },
      },
    });
  };
}

/** A secret or a password: never shown, compared as it was given. */
export function IsSecret(max: number): PropertyDecorator {
  return (target, property) => {
    KeepAsGiven('SECRET')(target, property);
    MaxLength(max)(target, property);
  };
}

const isPlain = (text: string): boolean => !hasForbiddenCharacters(text) && withPlainSigns(text) === text;

/** A key chosen by a program and only compared: 1 to `max` characters, no control characters and no hidden ones. */
export function IsKey(max: number): PropertyDecorator {
  const isKey = (value: unknown): boolean => typeof value === 'string' && value.length >= 1 && value.length <= max && isPlain(value);
  return (target, property) => {
    KeepAsGiven('CODE')(target, property);
    addRule('isKey', max, isKey)(target, property);
  };
}

const NOT_NULL = 'isNotNull';

/** Refuses null. For a field that may be omitted use `@RefusesNull()` of `change-input.ts`. */
export const IsNotNull = (): PropertyDecorator => addRule(NOT_NULL, 0, value => value !== null);

rememberRules();

/** class-validator goes through the rules of all classes for those of one, at each check; a class gets no rules after it was loaded. */
function rememberRules(): void {
  const storage = getMetadataStorage();
  const look = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<typeof look>>();
  storage.getTargetValidationMetadatas = (type, ...options) => {
    let rules = known.get(type);
    if (!rules) known.set(type, (rules = look(type, ...options)));
    return rules;
  };
}

/** The fields of the class that refuse null. */
export const fieldsNotNull = (type: new () => object): string[] =>
  getMetadataStorage()
    .getTargetValidationMetadatas(type, '', false, false)
    .filter(({ name }) => name === NOT_NULL)
    .map(({ propertyName }) => propertyName);

function addRule(name: string, max: number, validate: (value: unknown) => boolean): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: property as string,
      validator: { validate, defaultMessage: () => `${max}` },
    });
}

/** The sentence of each rule. `{n}` is the number of the rule. */
export const RULES: Readonly<Record<string, Bilingual>> = {
  isWords: {
    vi: 'cần có chữ hoặc số, nhiều nhất {n} ký tự, không có ký tự điều khiển',
    en: 'letters or digits are needed, at most {n} characters, no control characters',
  },
  isKey: {
    vi: 'cần có từ 1 đến {n} ký tự, không có ký tự điều khiển, ký tự ẩn',
    en: '1 to {n} characters are needed, no control and no hidden characters',
  },
  [NOT_NULL]: {
    vi: 'không được để trống (null); hãy bỏ hẳn trường này nếu muốn giữ nguyên giá trị',
    en: 'it cannot be emptied (null); omit the field to keep its value',
  },
  min: { vi: 'nhỏ nhất là {n}', en: 'it is at least {n}' },
  max: { vi: 'lớn nhất là {n}', en: 'it is at most {n}' },
  minLength: { vi: 'ngắn nhất {n} ký tự', en: 'it has at least {n} characters' },
  maxLength: { vi: 'dài nhất {n} ký tự', en: 'it has at most {n} characters' },
  arrayMinSize: { vi: 'cần ít nhất {n} mục', en: 'at least {n} items are needed' },
  arrayUnique: { vi: 'mỗi mục chỉ ghi một lần', en: 'each item is given once' },
  arrayMaxSize: { vi: 'nhiều nhất {n} mục', en: 'at most {n} items are taken' },
};

/** The message of a rule with its own sentences: class-validator passes one string on, so it contains both languages as JSON. */
export const brokenRule = (says: Bilingual): string => JSON.stringify(says);

function ruleOf(name: string, message: string): NamedValue {
  const rule = RULES[name];
  if (!rule) return { value: name, ...(JSON.parse(message) as Bilingual) };
  const number = Number(/-?\d+/.exec(message)?.[0]);
  const fill = (language: Language): string => rule[language].replaceAll('{n}', count(number, language));
  return { value: name, vi: fill('vi'), en: fill('en') };
}

/** Whether the class has any rule. The gate skips classes without one, because checking costs an instance for each request. */
export const hasRules = (type: new () => object): boolean =>
  getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0;

/** Every rule of the class `type` that `value` violates, each with its path. Runs before any SQL. */
export function violationsOf(type: new () => object, value: object): DomainError[] {
  return flatten(validateSync(plainToInstance(type, value), { forbidUnknownValues: false }), []);
}

function flatten(errors: readonly ValidationError[], above: Path): DomainError[] {
  return errors.flatMap(error => {
    const path = [...above, /^\d+$/.test(error.property) ? Number(error.property) : error.property];
    const broken = error.constraints ?? {};
    // Null violates every other rule of the field too.
    const own = Object.entries(broken)
      .filter(([name]) => name === NOT_NULL || !(NOT_NULL in broken))
      .map(([name, message]) => PlatformErrors.INPUT_INVALID({ field: path.join('.'), rule: ruleOf(name, message) }).at(...path));
    return [...own, ...flatten(error.children ?? [], path)];
  });
}
