import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFirstTexts } from '../texts/texts.context.js';
import type { ListState } from './list-state.js';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  cell(row: Row): ReactNode;
  /** The orders of the API that go up and down by this column. */
  readonly orders?: readonly [up: string, down?: string];
  /** Shown only when chosen. */
  readonly extra?: boolean;
  /** Always shown: it says which row it is. */
  readonly fixed?: boolean;
  readonly numeric?: boolean;
}

export interface Selection {
  readonly ids: ReadonlySet<string>;
  set(ids: ReadonlySet<string>): void;
}

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly state?: ListState;
  /** The order where the address names none. */
  readonly defaultOrder?: string;
  readonly selection?: Selection | undefined;
  idOf(row: Row): string;
  nameOf?(row: Row): string;
}

export const shownColumns = <Row,>(columns: readonly Column<Row>[], chosen: readonly string[] | undefined): readonly Column<Row>[] =>
  columns.filter(({ key, extra, fixed }) => fixed || (chosen ? chosen.includes(key) : !extra));

/** A real table; on a phone each row becomes a card, its columns named. */
export function DataTable<Row>({ label, rows, columns, state, defaultOrder, selection, idOf, nameOf }: Props<Row>): ReactNode {
  const { lists } = useFirstTexts();
  const shown = shownColumns(columns, state?.columns);
  const all = rows.map(idOf);
  const allChosen = selection !== undefined && all.length > 0 && all.every(id => selection.ids.has(id));
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={label}>
      <table className="table">
        <thead>
          <tr>
            {selection && (
              <th className="table-choose">
                <Checkbox
                  size="xs"
                  checked={allChosen}
                  indeterminate={!allChosen && selection.ids.size > 0}
                  onChange={() => selection.set(new Set(allChosen ? [] : all))}
                  aria-label={lists.selectAll}
                />
              </th>
            )}
            {shown.map(column => (
              <Head key={column.key} column={column} state={state} order={state?.order ?? defaultOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const id = idOf(row);
            return (
              <tr key={id} className={selection?.ids.has(id) ? 'is-chosen' : undefined}>
                {selection && (
                  <td className="table-choose">
                    <Checkbox
                      size="xs"
                      checked={selection.ids.has(id)}
                      onChange={() => selection.set(toggled(selection.ids, id))}
                      aria-label={`${lists.select}: ${nameOf?.(row) ?? ''}`}
                    />
                  </td>
                )}
                {shown.map(({ key, head, cell, numeric, fixed }) => (
                  <td key={key} data-label={head} className={`${numeric ? 'is-number' : ''} ${fixed ? 'is-name' : ''}`}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({
  column: { head, orders, numeric },
  state,
  order,
}: {
  column: Column<Row>;
  state: ListState | undefined;
  order: string | undefined;
}): ReactNode {
  if (!orders || !state) return <th className={numeric ? 'is-number' : undefined}>{head}</th>;
  const [up, down] = orders;
  const [goesUp, goesDown] = [order === up, order !== undefined && order === down];
  return (
    <th aria-sort={goesUp ? 'ascending' : goesDown ? 'descending' : 'none'} className={numeric ? 'is-number' : undefined}>
      <button type="button" className="table-order" onClick={() => state.setOrder(goesUp && down ? down : up)}>
        {head} <span aria-hidden="true">{goesUp ? '↑' : goesDown ? '↓' : '↕'}</span>
      </button>
    </th>
  );
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
