import { innerMap } from '../../shared/inner-map.js';
import { ALL, type Key } from './dimensions.js';
import { MEASURES } from './measures.js';
import type { StatisticsMeasure } from './statistics-kinds.js';
import type { StatisticsRequest } from './statistics.request.js';
import type { CountRow } from './statistics.statements.js';

/** How many things a cell has, and what they add up to where the measure does. */
interface Numbers {
  readonly value: number;
  readonly amount: string | null;
  readonly unknown: number | null;
}

type Axes = Pick<StatisticsRequest, 'rows' | 'columns'>;

/** The numbers of a table: by the measure, then by the names of the row and of the column. */
export class Counts {
  private readonly numbers = new Map<string, Map<string, Map<string, Numbers>>>();
  readonly keys: readonly (readonly Key[])[];

  constructor({ rows, columns }: Axes, counted: readonly CountRow[]) {
    const dimensions = rows.length + columns.length;
    const full: Key[][] = [];
    for (const [measure, totals, ...rest] of counted) {
      const keys = rest.slice(0, dimensions) as Key[];
      // PostgreSQL writes the first of `grouping` as the highest bit.
      const shown = keys.map((key, i) => (totals & (1 << (dimensions - 1 - i)) ? ALL : key));
      const [value, amount, unknown] = rest.slice(dimensions) as [number, string | null, number | null];
      const row = innerMap(innerMap(this.numbers, measure), nameOf(shown.slice(0, rows.length)));
      const column = nameOf(shown.slice(rows.length));
      // A number out of what is kept comes in two parts; such measures have no amount.
      row.set(column, { value: value + (row.get(column)?.value ?? 0), amount, unknown });
      if (totals === 0) full.push(keys);
    }
    this.keys = full;
  }

  of(measure: StatisticsMeasure, row: string, column: string): number {
    return this.numbersOf(measure, row, column)?.value ?? 0;
  }

  /** Nothing adds up to 0, and has no average. Where no amount is known there is none, either. */
  amountOf(measure: StatisticsMeasure, row: string, column: string): Pick<Numbers, 'amount' | 'unknown'> {
    const { amount } = MEASURES[measure];
    if (!amount) return { amount: null, unknown: null };
    return this.numbersOf(measure, row, column) ?? { amount: amount.by === 'sum' ? '0' : null, unknown: 0 };
  }

  private numbersOf(measure: StatisticsMeasure, row: string, column: string): Numbers | undefined {
    return this.numbers.get(measure)?.get(row)?.get(column);
  }
}

/** No value has such signs: they are ids, codes and words. */
const [BETWEEN, IS_ALL, IS_NULL] = ['\u0000', '\u0001', '\u0002'];

/** The name of a row or a column by its values; of no values, an empty text. */
export const nameOf = (keys: readonly (Key | typeof ALL)[]): string =>
  keys.map(key => (key === ALL ? IS_ALL : (key ?? IS_NULL))).join(BETWEEN);
