import type { OverviewData, Schema } from '#documents/overview';

export type Table = OverviewData['byLevel'];
export type Cell = Table['cells'][number];

/** A year, all years, or what no paper places in a year. */
export type Period = number | 'ALL' | 'UNCLEAR';

const columnOf = (table: Table, period: Period): number | null =>
  period === 'ALL'
    ? null
    : table.columns.findIndex(({ values: [value] }) => (period === 'UNCLEAR' ? value?.kind === period : value?.key === String(period)));

/** @param row the number of the row; `null`: the total of all rows. */
export function cellOf(table: Table, measure: Schema.StatisticsMeasure, row: number | null, period: Period): Cell | undefined {
  const column = columnOf(table, period);
  return table.cells.find(cell => cell.measure === measure && cell.row === row && cell.column === column);
}

export interface Line {
  readonly id: string;
  readonly label: string;
  /** Why the row is no unit, sector or level, such as what only the unit above reaches. */
  readonly reason: string | null;
  readonly cells: readonly (Cell | undefined)[];
}

/** The rows of a table that have something to say in the period or in the year before, for each measure. */
export function linesOf(table: Table, measures: readonly Schema.StatisticsMeasure[], period: Period): Line[] {
  const lines = table.rows.map(({ values }, row) => ({
    id: String(row),
    label: values.map(({ label }) => label).join(', '),
    reason: values.find(({ reason }) => reason)?.reason ?? null,
    cells: measures.map(measure => cellOf(table, measure, row, period)),
  }));
  return lines.filter(({ cells }) => cells.some(cell => (cell?.value ?? 0) > 0 || (cell?.previous ?? 0) > 0));
}
