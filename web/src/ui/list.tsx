import { Button, Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { numberText } from '../api/format.js';
import type { Read } from '../api/read.js';
import { useFirstWords } from '../texts/texts.context.js';
import { DataTable, shownColumns, type Column, type Selection } from './data-table.js';
import { Disclosure } from './disclosure.js';
import { PAGE_SIZE, type ListState } from './list-state.js';
import { Empty, Reading } from './states.js';

interface Connection<Row> {
  readonly nodes: readonly Row[];
  readonly totalCount?: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Props<Data, Row> {
  readonly label: string;
  readonly read: Read<Data>;
  of(data: Data): Connection<Row>;
  readonly columns: readonly Column<Row>[];
  readonly state: ListState;
  readonly defaultOrder?: string;
  readonly filters?: ReactNode;
  readonly selection?: Selection | undefined;
  /** What can be done with the rows that are chosen. */
  readonly bulk?: ReactNode;
  /** Said where the whole list is empty. */
  readonly empty?: ReactNode;
  idOf(row: Row): string;
  nameOf?(row: Row): string;
}

/** A list with its filters, order, columns, total and pages. */
export function List<Data, Row>({ read, of, filters, bulk, empty, ...rest }: Props<Data, Row>): ReactNode {
  const { texts } = useFirstWords();
  const { state, columns, selection } = rest;
  const chosen = selection?.ids.size ?? 0;
  return (
    <div className={`list ${read.renewing ? 'is-renewing' : ''}`}>
      <div className="list-bar">
        <div className="list-filters" role="search" aria-label={texts.lists.filters}>
          {filters}
          {state.isFiltered && (
            <Button variant="subtle" size="compact-sm" onClick={() => state.clearFilters()}>
              {texts.lists.clearFilters}
            </Button>
          )}
        </div>
        <ColumnChoice columns={columns} state={state} />
      </div>
      {chosen > 0 && bulk && <div className="list-bulk">{bulk}</div>}
      <Reading of={read}>
        {data => {
          const connection = of(data);
          if (connection.nodes.length === 0)
            return state.isFiltered || !empty ? <Empty title={state.isFiltered ? texts.lists.emptyFiltered : texts.lists.empty} /> : empty;
          return (
            <>
              <DataTable {...rest} rows={connection.nodes} />
              <Pager connection={connection} state={state} />
            </>
          );
        }}
      </Reading>
    </div>
  );
}

export function Pager<Row>({ connection, state }: { connection: Connection<Row>; state: ListState }): ReactNode {
  const { texts, language } = useFirstWords();
  const { nodes, totalCount, pageInfo } = connection;
  const from = (state.page - 1) * PAGE_SIZE;
  const number = (value: number): string => numberText(value, language);
  return (
    <nav className="pager" aria-label={texts.lists.pages}>
      <span className="pager-total" role="status">
        {typeof totalCount === 'number'
          ? texts.lists.range(number(from + 1), number(from + nodes.length), number(totalCount))
          : `${number(from + 1)}–${number(from + nodes.length)}`}
      </span>
      {state.page > 2 && (
        <Button variant="subtle" size="compact-sm" onClick={() => state.first()}>
          {texts.lists.first}
        </Button>
      )}
      {state.page > 1 && (
        <Button variant="default" size="compact-sm" onClick={() => state.previous()}>
          {texts.lists.previous}
        </Button>
      )}
      {pageInfo.hasNextPage && pageInfo.endCursor !== null && (
        <Button variant="default" size="compact-sm" onClick={() => state.next(pageInfo.endCursor!)}>
          {texts.lists.next}
        </Button>
      )}
    </nav>
  );
}

function ColumnChoice<Row>({ columns, state }: { columns: readonly Column<Row>[]; state: ListState }): ReactNode {
  const { lists } = useFirstWords().texts;
  const free = columns.filter(({ fixed }) => !fixed);
  if (!columns.some(({ extra }) => extra)) return null;
  const shown = new Set(shownColumns(columns, state.columns).map(({ key }) => key));
  const toggle = (key: string): void => {
    const next = free.filter(column => (column.key === key ? !shown.has(key) : shown.has(column.key))).map(column => column.key);
    state.setColumns(next);
  };
  return (
    <Disclosure label={lists.columns} className="list-columns">
      <fieldset className="choices">
        <legend className="only-read">{lists.columns}</legend>
        {free.map(({ key, head }) => (
          <Checkbox key={key} size="sm" label={head} checked={shown.has(key)} onChange={() => toggle(key)} />
        ))}
      </fieldset>
    </Disclosure>
  );
}
