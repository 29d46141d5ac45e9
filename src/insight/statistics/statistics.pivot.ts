import type { JsonText } from '../../platform/graphql/json-text.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Axis } from './axis.js';
import { ALL, isPeriod, type Key, type Opening } from './dimensions.js';
import { MEASURES } from './measures.js';
import { nameOf, type Counts } from './statistics.counts.js';
import { StatisticsErrors } from './statistics.errors.js';
import type { StatisticsCell } from './statistics.graphql.js';
import type { StatisticsList, StatisticsMeasure } from './statistics-kinds.js';
import { Filters, Opened, openings } from './statistics.openings.js';
import type { StatisticsRequest } from './statistics.request.js';

/** More cells than these are refused: nobody reads them. */
const MAX_CELLS = 10_000;
/** Each cell carries the filter that it opens to, that of the table included. This is the limit of their characters in all, ten times what ordinary tables have. */
const MAX_FILTERS = 4_000_000;

/** A row or a column: a value of each of its dimensions. */
export type Header = readonly Key[];

const IS_PERIOD = /^\d{4}/;

/** A row or a column, or the total of all. What its cells have in common is made once. */
interface Side {
  /** From 0; `null`: the total. */
  readonly number: number | null;
  readonly name: string;
  /** The name of the same side a period earlier, if the table shows it. */
  readonly before: string | undefined;
  readonly opened: Opened;
}

/** Every side of the axes, the total last. */
function sidesOf(headers: readonly Header[], axes: readonly Axis[], open: (axis: Axis, key: Key | typeof ALL) => Opening): Side[] {
  const shown = new Set(headers.flat());
  const sideOf = (keys: readonly (Key | typeof ALL)[], number: number | null): Side => ({
    number,
    name: nameOf(keys),
    before: earlierOf(keys, axes, shown),
    opened: new Opened(keys.map((key, i) => open(axes[i]!, key))),
  });
  const total = sideOf(
    axes.map(() => ALL),
    null,
  );
  return axes.length === 0 ? [total] : [...headers.map(sideOf), total];
}

function earlierOf(keys: readonly (Key | typeof ALL)[], axes: readonly Axis[], shown: ReadonlySet<Key>): string | undefined {
  const at = axes.findIndex(({ by }) => isPeriod(by));
  const key = keys[at];
  if (typeof key !== 'string' || !IS_PERIOD.test(key)) return undefined;
  const earlier = periodBefore(key);
  return shown.has(earlier) ? nameOf(keys.map((one, i) => (i === at ? earlier : one))) : undefined;
}

/** What the cells of a table share. */
interface Table {
  readonly filters: Filters;
  readonly counts: Counts;
  /** The name of the total of all rows. */
  readonly allRows: string;
}

/** A cell, of which only what the client selects is computed. */
class Cell implements StatisticsCell {
  readonly value: number;
  private made: JsonText | undefined;

  constructor(
    private readonly table: Table,
    readonly measure: StatisticsMeasure,
    private readonly inRow: Side,
    private readonly inColumn: Side,
  ) {
    this.value = table.counts.of(measure, inRow.name, inColumn.name);
  }

  get row(): number | null {
    return this.inRow.number;
  }

  get column(): number | null {
    return this.inColumn.number;
  }

  get amount(): string | null {
    return this.table.counts.amountOf(this.measure, this.inRow.name, this.inColumn.name).amount;
  }

  get unknown(): number | null {
    return this.table.counts.amountOf(this.measure, this.inRow.name, this.inColumn.name).unknown;
  }

  get share(): string | null {
    return percentage(this.value, this.table.counts.of(this.measure, this.table.allRows, this.inColumn.name));
  }

  get previous(): number | null {
    const { inRow, inColumn } = this;
    if (inRow.before === undefined && inColumn.before === undefined) return null;
    return this.table.counts.of(this.measure, inRow.before ?? inRow.name, inColumn.before ?? inColumn.name);
  }

  get change(): number | null {
    const { previous } = this;
    return previous === null ? null : this.value - previous;
  }

  get list(): StatisticsList {
    return MEASURES[this.measure].list;
  }

  /** Made once, whatever aliases it is selected under. */
  get filter(): JsonText {
    return (this.made ??= this.table.filters.of(this.measure, this.inRow.opened, this.inColumn.opened));
  }
}

/** Lays the numbers out: every row with every column and the totals. @throws STATISTICS_TOO_LARGE */
export function cellsOf(
  request: StatisticsRequest,
  counts: Counts,
  rows: readonly Header[],
  columns: readonly Header[],
  moved: ReadonlySet<Key>,
): StatisticsCell[] {
  const limit = Math.min(MAX_CELLS, Math.floor(MAX_FILTERS / JSON.stringify([request.filter, request.commendations]).length));
  requireSize((rows.length + 1) * (columns.length + 1) * request.measures.length, limit);
  const open = openings(moved);
  const [inRows, inColumns] = [sidesOf(rows, request.rows, open), sidesOf(columns, request.columns, open)];
  const table = { filters: new Filters(request), counts, allRows: inRows.at(-1)!.name };
  return request.measures.flatMap(measure => inRows.flatMap(row => inColumns.map(column => new Cell(table, measure, row, column))));
}

export function requireSize(cells: number, limit = MAX_CELLS): void {
  if (cells > limit) throw StatisticsErrors.STATISTICS_TOO_LARGE({ cells, limit });
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
