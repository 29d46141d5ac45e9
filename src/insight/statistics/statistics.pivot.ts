import type { LocalDate } from '../../shared/dates.js';
import { ALL, DIMENSIONS, isPeriod, type Key, type Opening } from './dimensions.js';
import { MEASURES } from './measures.js';
import { StatisticsErrors } from './statistics.errors.js';
import type { StatisticsMeasure } from './statistics-kinds.js';
import type { StatisticsCell } from './statistics.graphql.js';
import type { Axis } from './axis.js';
import { allOf, isEmpty, type StatisticsRequest } from './statistics.request.js';
import type { CountRow } from './statistics.statements.js';

/** More cells than these are refused: nobody reads them. */
const MAX_CELLS = 10_000;
/** Each cell carries the filter that it opens to, that of the table included. This is the limit of their characters in all, ten times what ordinary tables have. */
const MAX_FILTERS = 4_000_000;

/** A row or a column: a value of each of its dimensions. */
export type Header = readonly Key[];

/** How many things a cell has, and what they add up to where the measure does. */
interface Numbers {
  readonly value: number;
  readonly amount: string | null;
  readonly unknown: number | null;
}

/** The numbers of a table, by the values of its dimensions. */
export class Counts {
  private readonly numbers = new Map<string, Numbers>();
  readonly keys: readonly (readonly Key[])[];

  constructor(
    private readonly dimensions: number,
    counted: readonly CountRow[],
  ) {
    const full: Key[][] = [];
    for (const [measure, totals, ...rest] of counted) {
      const keys = rest.slice(0, dimensions) as Key[];
      const shown = keys.map((key, i) => (this.isTotal(totals, i) ? ALL : key));
      const [value, amount, unknown] = rest.slice(dimensions) as [number, string | null, number | null];
      this.numbers.set(nameOf(measure, shown), { value, amount, unknown });
      if (totals === 0) full.push(keys);
    }
    this.keys = full;
  }

  of(measure: StatisticsMeasure, keys: readonly (Key | typeof ALL)[]): number {
    return this.numbers.get(nameOf(measure, keys))?.value ?? 0;
  }

  /** Nothing adds up to 0, and has no average. Where no amount is known there is none, either. */
  amountOf(measure: StatisticsMeasure, keys: readonly (Key | typeof ALL)[]): Pick<Numbers, 'amount' | 'unknown'> {
    const { amount } = MEASURES[measure];
    if (!amount) return { amount: null, unknown: null };
    return this.numbers.get(nameOf(measure, keys)) ?? { amount: amount.by === 'sum' ? '0' : null, unknown: 0 };
  }

  /** PostgreSQL writes the first of `grouping` as the highest bit. */
  private isTotal(totals: number, i: number): boolean {
    return (totals & (1 << (this.dimensions - 1 - i))) !== 0;
  }
}

/** No value has such signs: they are ids, codes and words. */
const [BETWEEN, IS_ALL, IS_NULL] = ['\u0000', '\u0001', '\u0002'];

function nameOf(measure: string, keys: readonly (Key | typeof ALL)[]): string {
  let name = measure;
  for (const key of keys) name += BETWEEN + (key === ALL ? IS_ALL : (key ?? IS_NULL));
  return name;
}

const all = (axes: readonly Axis[]): (typeof ALL)[] => axes.map(() => ALL);

/** Lays the numbers out: every row with every column and the totals. @throws STATISTICS_TOO_LARGE */
export function cellsOf(request: StatisticsRequest, counts: Counts, rows: readonly Header[], columns: readonly Header[]): StatisticsCell[] {
  const limit = Math.min(MAX_CELLS, Math.floor(MAX_FILTERS / JSON.stringify([request.filter, request.commendations]).length));
  requireSize((rows.length + 1) * (columns.length + 1) * request.measures.length, limit);
  const within = (headers: readonly Header[], axes: readonly Axis[]): [number | null, readonly (Key | typeof ALL)[]][] =>
    axes.length === 0 ? [[null, []]] : [...headers.map((keys, i): [number, Header] => [i, keys]), [null, all(axes)]];
  const axes = [...request.rows, ...request.columns];
  const periodAt = axes.findIndex(({ by }) => isPeriod(by));
  const shown = new Set([...rows, ...columns].flat());
  const openings = openingsOf(axes);
  return request.measures.flatMap(measure =>
    within(rows, request.rows).flatMap(([row, inRow]) =>
      within(columns, request.columns).map(([column, inColumn]): StatisticsCell => {
        const keys = [...inRow, ...inColumn];
        const value = counts.of(measure, keys);
        const previous = before(periodAt, keys, shown);
        const number = previous && counts.of(measure, previous);
        const { amount, unknown } = counts.amountOf(measure, keys);
        return {
          row,
          column,
          measure,
          value,
          amount,
          unknown,
          share: percentage(value, counts.of(measure, [...all(request.rows), ...inColumn])),
          previous: number ?? null,
          change: number === undefined ? null : value - number,
          list: MEASURES[measure].list,
          filter: filterOf(request, measure, openings(keys)),
        };
      }),
    ),
  );
}

export function requireSize(cells: number, limit = MAX_CELLS): void {
  if (cells > limit) throw StatisticsErrors.STATISTICS_TOO_LARGE({ cells, limit });
}

/** The same keys for the period before, if the table shows it. */
function before(at: number, keys: readonly (Key | typeof ALL)[], shown: ReadonlySet<Key>): (Key | typeof ALL)[] | undefined {
  const key = keys[at];
  if (typeof key !== 'string' || !/^\d{4}/.test(key)) return undefined;
  const earlier = periodBefore(key);
  return shown.has(earlier) ? keys.map((one, i) => (i === at ? earlier : one)) : undefined;
}

/** `2023` of `2024`, `2023-Q4` of `2024-Q1`. */
function periodBefore(key: string): string {
  const [year, quarter] = key.split('-Q');
  if (quarter === undefined) return String(Number(year) - 1).padStart(4, '0');
  return quarter === '1' ? `${String(Number(year) - 1).padStart(4, '0')}-Q4` : `${year}-Q${Number(quarter) - 1}`;
}

/** Of every period from the first to the last, `undefined` where there are none. */
export function periodsBetween(part: 'YEAR' | 'QUARTER', first: LocalDate, last: LocalDate): string[] {
  const keyOf = (day: string): string =>
    part === 'YEAR' ? day.slice(0, 4) : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const start = keyOf(first);
  const keys = [keyOf(last)];
  while (keys[0]! > start && keys.length <= MAX_CELLS) keys.unshift(periodBefore(keys[0]!));
  return keys[0]! < start ? [] : keys;
}

/** Two decimals, a half rounded up; whole numbers throughout. */
function percentage(value: number, of: number): string | null {
  if (of === 0) return null;
  const hundredths = (BigInt(value) * 20_000n + BigInt(of)) / (2n * BigInt(of));
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

/** How the values of a header open: each value is in many cells, and is looked at once. */
function openingsOf(axes: readonly Axis[]): (keys: readonly (Key | typeof ALL)[]) => Opening[] {
  const known = axes.map(() => new Map<Key | typeof ALL, Opening>());
  return keys =>
    keys.map((key, i) => {
      const opening = known[i]!.get(key) ?? DIMENSIONS[axes[i]!.by].opens(axes[i]!, key);
      known[i]!.set(key, opening);
      return opening;
    });
}

/** The filter of the measure's list that finds exactly what is counted where the values open so. */
function filterOf(
  { filter, commendations, rows, columns }: StatisticsRequest,
  measure: StatisticsMeasure,
  openings: readonly Opening[],
): object {
  const { list, filter: field, having, recognisedBefore } = MEASURES[measure];
  let event: Record<string, unknown> = Object.assign({}, ...openings.map(opening => opening.event));
  if (recognisedBefore) {
    const period = [...rows, ...columns].find(({ by }) => isPeriod(by));
    const { certainty: _certainty, ...days } = (event.period ?? {}) as Record<string, unknown>;
    event = { ...event, period: { within: period!.by, ...days } };
  }
  const owners = openings.flatMap(({ owner }) => owner ?? []);
  if (list === 'COMMENDATIONS') {
    const model = isEmpty(filter) ? [] : [{ model: filter }];
    return allOf([commendations, ...model, ...owners, { [field]: event }]);
  }
  const conditions = [filter, ...openings.flatMap(({ model }) => model ?? []), ...owners, ...(having ? [{ having: [having] }] : [])];
  if (list === 'MODELS') return allOf([...conditions, { [field]: event }]);
  const model = allOf(conditions);
  // A result is counted for a model that the caller sees; a registration is seen by itself.
  return { [field]: event, ...((list === 'EVALUATIONS' || !isEmpty(model)) && { model }) };
}
