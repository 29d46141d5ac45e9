import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { People, type PeopleData } from '#documents/people';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
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
import { PersonWindow } from './person.windows.js';

type Row = PeopleData['people']['nodes'][number];

export function PeoplePage(): ReactNode {
  const { texts, terms } = useWords();
  const [may, go, state] = [useMay(), useGo(), useListState()];
  const [open, setOpen] = useState(false);
  const { people } = texts;
  const heads = people.columns;
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      head: heads.name,
      fixed: true,
      orders: ['NAME', 'NAME_DESC'],
      cell: ({ id, name }) => <To to={`/${addresses.people}/${id}`}>{name}</To>,
    },
    { key: 'posts', head: heads.posts, cell: ({ posts }) => posts.map(({ title, unit }) => `${title}, ${unit.fullName}`).join('; ') },
    { key: 'unit', head: heads.unit, cell: ({ unit }) => unit?.fullName },
    { key: 'village', head: heads.village, cell: ({ village }) => village && `${terms.VillageKind[village.kind]} ${village.name}` },
  ];
  const read = useRead(People, {
    asOf: useDay(),
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ['NAME', 'NAME_DESC'] as const) ?? 'NAME',
    filter: { text: state.filter('chu'), unitId: state.filter('donvi') },
  });
  return (
    <Page
      title={people.title}
      total={read.data?.people.totalCount}
      actions={may('person.edit') && <Button onClick={() => setOpen(true)}>{people.record}</Button>}
    >
      <List
        label={people.title}
        read={read}
        of={({ people: found }) => found}
        columns={columns}
        state={state}
        defaultOrder="NAME"
        idOf={({ id }) => id}
        filters={
          <>
            <TextFilter state={state} name="chu" label={texts.lists.text} />
            <UnitFilter state={state} />
          </>
        }
        empty={<Empty title={people.empty} />}
      />
      {open && <PersonWindow onClose={() => setOpen(false)} onDone={id => go(`/${addresses.people}/${id}`)} />}
    </Page>
  );
}
