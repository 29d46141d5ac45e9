import { Exact } from '../../shared/exact.js';

/*
 * How a printed figure is read: “33,838”, “8.552”, “trên 1.000”, “07”. Nothing is repaired and nothing is guessed: where a text can be read in two
 * ways, or the source has written numbers otherwise until now, the person who has the paper says how it is read, and the source remembers it.
 */

/** How close the printed number is to the true one: “trên 1.000” is at least that number, “khoảng 60” about that number. */
export const Qualifier = { EXACT: 'EXACT', AT_LEAST: 'AT_LEAST', ABOUT: 'ABOUT' } as const;
export type Qualifier = keyof typeof Qualifier;

/** The marks that a source uses: between groups of three digits, and in front of decimals. Each text is a set of signs. */
export interface Marks {
  readonly thousands: string;
  readonly decimal: string;
}

export const NO_MARKS: Marks = { thousands: '', decimal: '' };

/** What the definition of an indicator says of its figures. */
export interface FigureForm {
  /** The most decimals that its figures have; 0: whole things are counted. */
  readonly decimals: number;
  /** Whether a percent sign may follow. */
  readonly percent: boolean;
}

/** One way to read a text, with the marks that it takes for that. */
interface Candidate extends Marks {
  readonly reading: string;
}

export type FigureReading =
  | { readonly kind: 'read'; readonly reading: string; readonly qualifier: Qualifier; readonly marks: Marks }
  | { readonly kind: 'unreadable' }
  /** Several readings, or marks that the source has not used in this way. */
  | { readonly kind: 'unsure'; readonly readings: readonly string[] }
  /** The reading that was given is none of these. */
  | { readonly kind: 'other'; readonly readings: readonly string[] };

const AT_LEAST = /^(?:trên|hơn|ít nhất|tối thiểu|không dưới|không ít hơn|>=?|≥)\s*(?=\d)/iu;
const ABOUT = /^(?:khoảng|gần|chừng|ước|ước tính|ước đạt|xấp xỉ|~|≈)\s*(?=\d)/iu;
const AND_MORE = /(?<=\d\s*%?)\s+trở lên$/iu;
const BLANKS = /[\s\u00a0\u2007\u2009\u202f]+/gu;

/** The qualifier of the text and what is left of it. */
function qualified(raw: string, percent: boolean): { readonly qualifier: Qualifier; readonly number: string } {
  const text = raw.normalize('NFC').replaceAll(BLANKS, ' ').trim();
  const more = AT_LEAST.test(text) || AND_MORE.test(text);
  const bare = text.replace(AT_LEAST, '').replace(ABOUT, '').replace(AND_MORE, '').trim();
  return {
    qualifier: more ? 'AT_LEAST' : ABOUT.test(text) ? 'ABOUT' : 'EXACT',
    number: percent ? bare.replace(/ ?%$/u, '') : bare,
  };
}

const THOUSANDS = ['', '.', ',', ' '];
const DECIMAL = ['', '.', ','];
const signs = (mark: string): string => mark.replace('.', '\\.');

/** Every way in which the number can be read. */
function candidatesFor(number: string, decimals: number): Candidate[] {
  return THOUSANDS.flatMap(thousands =>
    DECIMAL.filter(decimal => decimal === '' || decimal !== thousands).flatMap(decimal => {
      const whole = thousands === '' ? '\\d{1,30}' : `[1-9]\\d{0,2}(?:${signs(thousands)}\\d{3}){1,9}`;
      const part = decimal === '' ? '' : `${signs(decimal)}(\\d{1,${Math.max(decimals, 1)}})`;
      const found = new RegExp(`^(${whole})${part}$`, 'u').exec(number);
      if (!found || (decimal !== '' && decimals === 0)) return [];
      const digits = found[1]!.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '');
      return [{ reading: found[2] === undefined ? digits : `${digits}.${found[2]}`, thousands, decimal }];
    }),
  );
}

/** Whether the source can have meant it so: no mark is used for two things, and one thing has one mark. */
const agrees = ({ thousands, decimal }: Candidate, known: Marks): boolean =>
  agreesOn(thousands, known.thousands, known.decimal) && agreesOn(decimal, known.decimal, known.thousands);
const agreesOn = (mark: string, same: string, other: string): boolean =>
  mark === '' || same.includes(mark) || (same === '' && !other.includes(mark));

/** Whether the source has shown by other figures that it means it so, and has never meant it otherwise. */
const isShown = ({ thousands, decimal }: Candidate, known: Marks): boolean =>
  (thousands === '' || (known.thousands.includes(thousands) && !known.decimal.includes(thousands))) &&
  (decimal === '' || (known.decimal.includes(decimal) && !known.thousands.includes(decimal)));

const joined = (known: string, mark: string): string => (known.includes(mark) ? known : known + mark);

/**
 * Reads a printed figure.
 * @param known the marks that the source has used until now. @param given the reading that a person states.
 */
export function readFigure(raw: string, { decimals, percent }: FigureForm, known: Marks, given: string | null): FigureReading {
  const { qualifier, number } = qualified(raw, percent);
  const candidates = candidatesFor(number, decimals);
  if (candidates.length === 0) return { kind: 'unreadable' };
  const readings = [...new Set(candidates.map(({ reading }) => reading))];
  const chosen = given === null ? unasked(candidates, known) : candidates.find(({ reading }) => sameNumber(reading, given));
  if (!chosen) return { kind: given === null ? 'unsure' : 'other', readings };
  const marks = { thousands: joined(known.thousands, chosen.thousands), decimal: joined(known.decimal, chosen.decimal) };
  return { kind: 'read', reading: chosen.reading, qualifier, marks };
}

/** The reading that needs no question. */
function unasked(candidates: readonly Candidate[], known: Marks): Candidate | undefined {
  const [only, ...others] = candidates;
  if (others.length === 0) return agrees(only!, known) ? only : undefined;
  const shown = candidates.filter(candidate => isShown(candidate, known));
  return shown.length === 1 ? shown[0] : undefined;
}

const sameNumber = (one: string, other: string): boolean => Exact.read(one).equals(Exact.read(other));
