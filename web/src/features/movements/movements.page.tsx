import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Movements, type MovementsData } from '#documents/movements';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useWords } from '../../texts/texts.context.js';
import type { Column } from '../../ui/data-table.js';
import { oneOf, TextFilter } from '../../ui/filters.js';
import { To, useGo } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { MovementWindow } from './movement.window.js';

type Row = MovementsData['movements']['nodes'][number];

export function MovementsPage(): ReactNode {
  const { texts } = useWords();
  const [may, go, state] = [useMay(), useGo(), useListState()];
  const [open, setOpen] = useState(false);
  const heads = texts.movements.columns;
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      head: heads.name,
      fixed: true,
      orders: ['NAME', 'NAME_DESC'],
      cell: ({ id, name }) => <To to={`/${addresses.movements}/${id}`}>{name}</To>,
    },
    { key: 'launcher', head: heads.launcher, cell: ({ launcher }) => launcher.fullName },
    { key: 'starts', head: heads.starts, orders: ['STARTS', 'STARTS_DESC'], cell: ({ starts }) => partialText(starts) },
    { key: 'ends', head: heads.ends, cell: ({ ends }) => partialText(ends) },
    { key: 'act', head: heads.act, cell: ({ act }) => act.number },
  ];
  const read = useRead(Movements, {
    asOf: useDay(),
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ['STARTS', 'STARTS_DESC', 'NAME', 'NAME_DESC'] as const) ?? 'STARTS_DESC',
    filter: { text: state.filter('chu'), unitId: state.filter('donvi') },
  });
  return (
    <Page
      title={texts.movements.title}
      total={read.data?.movements.totalCount}
      actions={may('movement.edit') && <Button onClick={() => setOpen(true)}>{texts.movements.launch}</Button>}
    >
      <List
        label={texts.movements.title}
        read={read}
        of={({ movements }) => movements}
        columns={columns}
        state={state}
        defaultOrder="STARTS_DESC"
        idOf={({ id }) => id}
        filters={
          <>
            <TextFilter state={state} name="chu" label={texts.lists.text} />
            <UnitFilter state={state} />
          </>
        }
        empty={
          <Empty title={texts.movements.empty}>
            <p>{texts.movements.emptyText}</p>
          </Empty>
        }
      />
      {open && <MovementWindow onClose={() => setOpen(false)} onDone={id => go(`/${addresses.movements}/${id}`)} />}
    </Page>
  );
}
