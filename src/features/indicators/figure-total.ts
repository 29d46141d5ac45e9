import { Exact } from '../../shared/exact.js';
import type { Id } from '../../shared/ids.js';
import type { Qualifier } from './figure-reading.js';
import type { RollUp } from './indicator-kinds.js';

/*
 * How figures are put together. Nothing is counted twice and nothing is divided: a figure of a whole unit contains those of the units below it, a figure
 * of three years those of each year, and neither is added to what it contains. Periods that overlap in part cannot be added and are set apart.
 */

/** An approved figure. `first` and `last` are the days of its period. */
export interface Addend {
  readonly id: Id;
  readonly unitId: Id;
  readonly covers: 'WHOLE' | 'OWN';
  readonly first: string | null;
  readonly last: string;
  readonly reading: string;
  readonly qualifier: Qualifier;
  /** The units that its unit reached on its last day, where it covers them. */
  readonly reaches: ReadonlySet<Id>;
}

export interface Chosen<A extends Addend = Addend> {
  /** What is added up. */
  readonly counted: readonly A[];
  /** What is contained in one that is counted, and so is not added. */
  readonly covered: readonly A[];
  /** What overlaps one that is counted, and cannot be added. */
  readonly overlapping: readonly A[];
}

/** The figures that make up a total without counting anything twice: the widest first, then those that they neither contain nor overlap. */
export function chosen<A extends Addend>(rule: RollUp, addends: readonly A[]): Chosen<A> {
  const latest =
    rule === 'LAST' ? addends.filter(one => !addends.some(other => isSameSubject(one, other) && isLater(other, one))) : addends;
  const [counted, covered, overlapping]: [A[], A[], A[]] = [[], [], []];
  for (const one of latest.toSorted(byWidth)) {
    const others = counted.filter(other => concerns(other, one));
    if (others.some(other => rule === 'LAST' || holds(other, one))) covered.push(one);
    else if (others.some(other => overlaps(other, one))) overlapping.push(one);
    else counted.push(one);
  }
  return { counted, covered, overlapping };
}

export interface Total {
  readonly reading: string | null;
  readonly qualifier: Qualifier | null;
}

export const NOTHING: Total = { reading: null, qualifier: null };

/** The total of the counted figures. Null: there are none, or they are not added up. */
export function totalOf(rule: RollUp, counted: readonly Pick<Addend, 'reading' | 'qualifier'>[]): Total {
  const [only, ...others] = counted;
  if (!only || (rule !== 'SUM' && rule !== 'LAST' && others.length > 0)) return NOTHING;
  return { reading: Exact.sum(counted.map(({ reading }) => Exact.read(reading))).toString(), qualifier: weakest(counted) };
}

/** The ratio of two totals in the indicator’s measure, rounded once. */
export function ratioOf(
  numerator: Total,
  denominator: Total,
  { percent, decimals }: { readonly percent: boolean; readonly decimals: number },
): Total {
  if (numerator.reading === null || denominator.reading === null || Exact.read(denominator.reading).isZero) return NOTHING;
  const ratio = Exact.read(numerator.reading).over(Exact.read(denominator.reading));
  const exact = numerator.qualifier === 'EXACT' && denominator.qualifier === 'EXACT';
  return { reading: (percent ? ratio.times(Exact.of(100)) : ratio).round(decimals).toString(), qualifier: exact ? 'EXACT' : 'ABOUT' };
}

function weakest(counted: readonly Pick<Addend, 'qualifier'>[]): Qualifier {
  if (counted.some(({ qualifier }) => qualifier === 'ABOUT')) return 'ABOUT';
  return counted.some(({ qualifier }) => qualifier === 'AT_LEAST') ? 'AT_LEAST' : 'EXACT';
}

const START = '0000-01-01';
const firstOf = ({ first }: Addend): string => first ?? START;

const isSameSubject = (one: Addend, other: Addend): boolean => one.unitId === other.unitId && one.covers === other.covers;
const isLater = (one: Addend, other: Addend): boolean => one.last > other.last || (one.last === other.last && one.id > other.id);

/** Whether the two are about the same work: one unit’s own, or something within a whole unit. */
const concerns = (other: Addend, one: Addend): boolean =>
  isSameSubject(other, one) ||
  (other.covers === 'WHOLE' && (other.unitId === one.unitId || other.reaches.has(one.unitId))) ||
  (one.covers === 'WHOLE' && (other.unitId === one.unitId || one.reaches.has(other.unitId)));

/** Whether `other` contains `one`: its work and its days. */
const holds = (other: Addend, one: Addend): boolean =>
  firstOf(other) <= firstOf(one) &&
  one.last <= other.last &&
  (isSameSubject(other, one) || (other.covers === 'WHOLE' && (other.unitId === one.unitId || other.reaches.has(one.unitId))));

const overlaps = (other: Addend, one: Addend): boolean => firstOf(other) <= one.last && firstOf(one) <= other.last;

/** The widest first: the most units, then the most days; the id decides between equals. */
const byWidth = (a: Addend, b: Addend): number =>
  sizeOf(b) - sizeOf(a) || compare(firstOf(a), firstOf(b)) || compare(b.last, a.last) || compare(a.id, b.id);
const sizeOf = ({ covers, reaches }: Addend): number => (covers === 'WHOLE' ? reaches.size + 1 : 0);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
