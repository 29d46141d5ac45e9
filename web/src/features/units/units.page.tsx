import type { ReactNode } from 'react';
import { Units, type Schema, type UnitsData } from '#documents/units';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { numberText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useWords } from '../../texts/texts.context.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs, TextFilter } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { UnitTree } from './unit.tree.js';

type Row = UnitsData['units']['nodes'][number];

/** The tree of units on a day, or the units that a filter finds. */
export function UnitsPage(): ReactNode {
  const { texts } = useWords();
  const may = useMay();
  const state = useListState();
  const isList = state.filter('xem') === 'ds';
  return (
    <Page
      title={texts.units.title}
      actions={
        <>
          <To to={isList ? `/${addresses.units}` : `/${addresses.units}?xem=ds`} className="button">
            {isList ? texts.units.tree : texts.units.list}
          </To>
          {may('unit.change') && (
            <To to={`/${addresses.unitEvents}/moi`} className="button button-first">
              {texts.units.change}
            </To>
          )}
        </>
      }
    >
      {isList ? <UnitList /> : <UnitTree />}
    </Page>
  );
}

function UnitList(): ReactNode {
  const { language, texts, terms } = useWords();
  const state = useListState();
  const heads = texts.units.columns;
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      head: heads.name,
      fixed: true,
      orders: ['NAME', 'NAME_DESC'],
      cell: ({ id, fullName }) => <To to={`/${addresses.units}/${id}`}>{fullName}</To>,
    },
    { key: 'code', head: heads.code, orders: ['CODE', 'CODE_DESC'], cell: ({ code }) => <span className="code">{code}</span> },
    { key: 'kind', head: heads.kind, cell: ({ kind }) => terms.UnitKind[kind] },
    { key: 'line', head: heads.line, cell: ({ line }) => terms.UnitLine[line] },
    { key: 'path', head: heads.path, cell: ({ path }) => path },
  ];
  const [kind, line] = [
    oneOf(state.filter('loai'), Object.keys(terms.UnitKind) as Schema.UnitKind[]),
    oneOf(state.filter('khoi'), Object.keys(terms.UnitLine) as Schema.UnitLine[]),
  ];
  const read = useRead(Units, {
    asOf: useDay(),
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ['NAME', 'NAME_DESC', 'CODE', 'CODE_DESC'] as const) ?? 'NAME',
    filter: { text: state.filter('chu'), unitId: state.filter('donvi'), ...(kind && { kind: [kind] }), ...(line && { line: [line] }) },
  });
  const total = read.data?.units.totalCount;
  return (
    <>
      <p className="quiet">{total === undefined ? '' : texts.lists.total(numberText(total, language))}</p>
      <List
        label={texts.units.title}
        read={read}
        of={({ units }) => units}
        columns={columns}
        state={state}
        defaultOrder="NAME"
        idOf={({ id }) => id}
        filters={
          <>
            <TextFilter state={state} name="chu" label={texts.lists.text} />
            <UnitFilter state={state} />
            <ChoiceFilter state={state} name="loai" label={heads.kind} choices={pairs(terms.UnitKind)} />
            <ChoiceFilter state={state} name="khoi" label={heads.line} choices={pairs(terms.UnitLine)} />
          </>
        }
        empty={<Empty title={texts.units.empty} />}
      />
    </>
  );
}
