import { oddSignIn } from '../../shared/signs.js';
import { cleanText, hasForbiddenCharacters, saysSomething } from '../../shared/text.js';
import { spelled } from '../../shared/search-words.js';
import { AdministrativeLevel, kindFacts, type UnitKind, type UnitLine } from './unit-kinds.js';

/**
 * What a unit may be called, which code it may have, and where it may be placed. These rules are the same for single events, for official
 * lists and for the doctor, which examines what was recorded before a rule existed. Each way in reports a broken rule in its own words.
 */

export const MAX_CODE_LENGTH = 40;
const MAX_UNIT_NAME_LENGTH = 300;

/** From the highest to the lowest. */
export const LEVELS = Object.keys(AdministrativeLevel) as readonly AdministrativeLevel[];

/** Codes have no blanks and no letters that only look like Latin ones: `20 680` and `20680` would be two codes of one unit. */
export const isCode = (code: string): boolean =>
  code.length <= MAX_CODE_LENGTH && /^[\p{L}\p{N}._/-]+$/u.test(code) && oddSignIn(code) === undefined;

/** A name as it is stored and compared: clean, every run of blanks one space. Official lists contain double blanks and decomposed letters. */
export const foldBlanks = (text: string): string => cleanText(text).replaceAll(/\s+/gu, ' ');

export const isUnitName = (name: string): boolean =>
  name.length <= MAX_UNIT_NAME_LENGTH && saysSomething(name) && !hasForbiddenCharacters(name) && name === foldBlanks(name);

export const isOfLine = (kind: UnitKind, line: UnitLine): boolean => kindFacts(kind).lines.includes(line);

/** Decomposed names contain Latin letters with marks, đ, digits and some punctuation. Other characters come from wrong decoding or old fonts. */
const FOREIGN_CHARACTER = /[^A-Za-zĐđ0-9\p{M}\s'’‘.,()/&–-]/u;

/** The first character that no name of an administrative unit has. Organisations may be named with any character. */
export const foreignCharacterIn = (name: string, line: UnitLine): string | undefined =>
  line === 'TERRITORY' ? FOREIGN_CHARACTER.exec(name.normalize('NFD'))?.[0] : undefined;

/** “Xã Quế Hiệp” as the name of a xã, which would be shown as “Xã Xã Quế Hiệp”. It may be right: there was a phường named “Phường Đúc”. */
export function repeatsKind(kind: UnitKind, name: string): boolean {
  const { level, label } = kindFacts(kind);
  return level !== undefined && `${name.normalize('NFC').toLowerCase()} `.startsWith(`${label.toLowerCase()} `);
}

/** An administrative unit is placed under one of a higher level. Organisations have no levels; their lines are compared elsewhere. */
export function mayBeUnder(kind: UnitKind, parent: UnitKind): boolean {
  const [level, above] = [kindFacts(kind).level, kindFacts(parent).level];
  return level === undefined || above === undefined || LEVELS.indexOf(above) < LEVELS.indexOf(level);
}

/** Whether two names differ at most in their spelling, as search compares them: “Hoà Vang” and “Hòa Vang”, capitals, blanks, punctuation. */
export const isSameName = (left: string, right: string): boolean => left === right || spelled(left) === spelled(right);

export interface PlacedUnit {
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly territoryId: string | null;
}

/**
 * The same for units of one kind and name in one place, of which there is usually one: a second one is rather an error than another unit.
 * `undefined` while the place is not known.
 */
export function twinKey({ name, kind, parentId, territoryId }: PlacedUnit): string | undefined {
  if (parentId === null && territoryId === null && kindFacts(kind).level !== 'PROVINCE') return undefined;
  return [kind, spelled(name), parentId, territoryId].join('|');
}

/**
 * The digits of official codes: Quyết định 124/2004/QĐ-TTg; since 1/7/2025 Quyết định 19/2025/QĐ-TTg, which has no districts. Fewer digits
 * mean that a spreadsheet read the codes as numbers.
 */
export const CODE_DIGITS: Readonly<Record<AdministrativeLevel, number>> = { PROVINCE: 2, DISTRICT: 3, COMMUNE: 5 };
