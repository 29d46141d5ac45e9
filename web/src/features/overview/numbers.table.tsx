import type { ReactNode } from 'react';
import type { Schema } from '#documents/overview';
import { useWords } from '../../texts/texts.context.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Bar, Change, Count } from './number.js';
import { cellOf, linesOf, type Line, type Period, type Table } from './numbers.js';

interface Props {
  readonly title: string;
  /** What the rows are: units, sectors. */
  readonly head: string;
  readonly table: Table;
  readonly measures: readonly Schema.StatisticsMeasure[];
  readonly period: Period;
}

const lineName = (label: string, reason: string | null): ReactNode => (
  <>
    {label}
    {reason && <span className="quiet reason">{reason}</span>}
  </>
);

/** A number and a bar for each row, and the total, in which each thing counts once. */
export function NumbersTable({ title, head, table, measures, period }: Props): ReactNode {
  const { texts, terms } = useWords();
  const lines = linesOf(table, measures, period);
  if (lines.length === 0) return <p className="quiet">{texts.overview.nothing}</p>;
  const total: Line = {
    id: 'total',
    label: texts.overview.total,
    reason: null,
    cells: measures.map(measure => cellOf(table, measure, null, period)),
  };
  const most = measures.map((_measure, i) => Math.max(...lines.map(({ cells }) => cells[i]?.value ?? 0)));
  const columns: readonly Column<Line>[] = [
    {
      key: 'label',
      head,
      fixed: true,
      cell: ({ id, label, reason }) => (id === 'total' ? <strong>{label}</strong> : lineName(label, reason)),
    },
    ...measures.map((measure, i): Column<Line> => {
      const term = terms.StatisticsMeasure[measure];
      return {
        key: measure,
        head: term,
        cell: ({ id, label, cells }) => (
          <span className="count">
            <span className="count-number">
              <Count cell={cells[i]} name={[term, label, texts.overview.inPeriod(period)].filter(Boolean).join(', ')} />
            </span>
            <Change cell={cells[i]} />
            {id !== 'total' && <Bar value={cells[i]?.value ?? 0} most={most[i]!} />}
          </span>
        ),
      };
    }),
  ];
  return <DataTable label={title} rows={[...lines, total]} columns={columns} idOf={({ id }) => id} />;
}
