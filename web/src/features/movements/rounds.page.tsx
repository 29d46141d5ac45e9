import type { ReactNode } from 'react';
import { Rounds, type RoundsData } from '#documents/rounds';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText, todayInVietnam } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useWords } from '../../texts/texts.context.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { RoundState } from './round.state.js';

type Row = RoundsData['registrationRounds']['nodes'][number];
const ORDERS = ['OPENS_ON', 'OPENS_ON_DESC', 'CLOSES_ON', 'CLOSES_ON_DESC', 'NAME'] as const;

export function RoundsPage(): ReactNode {
  const { texts } = useWords();
  const state = useListState();
  const day = useDay();
  const heads = texts.rounds.columns;
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      head: heads.name,
      fixed: true,
      orders: ['NAME'],
      cell: ({ id, name }) => <To to={`/${addresses.rounds}/${id}`}>{name}</To>,
    },
    {
      key: 'movement',
      head: heads.movement,
      cell: ({ movement }) => <To to={`/${addresses.movements}/${movement.id}`}>{movement.name}</To>,
    },
    { key: 'unit', head: heads.unit, cell: ({ unit }) => unit.fullName },
    { key: 'opensOn', head: heads.opensOn, orders: ['OPENS_ON', 'OPENS_ON_DESC'], cell: ({ opensOn }) => dayText(opensOn) },
    { key: 'closesOn', head: heads.closesOn, orders: ['CLOSES_ON', 'CLOSES_ON_DESC'], cell: ({ closesOn }) => dayText(closesOn) },
    { key: 'state', head: '', cell: round => <RoundState of={round} /> },
  ];
  const read = useRead(Rounds, {
    asOf: day,
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ORDERS) ?? 'OPENS_ON_DESC',
    filter: { unitId: state.filter('donvi'), ...(state.filter('mo') && { openOn: day ?? todayInVietnam() }) },
  });
  return (
    <Page title={texts.rounds.title} total={read.data?.registrationRounds.totalCount}>
      <List
        label={texts.rounds.title}
        read={read}
        of={({ registrationRounds }) => registrationRounds}
        columns={columns}
        state={state}
        defaultOrder="OPENS_ON_DESC"
        idOf={({ id }) => id}
        filters={
          <>
            <UnitFilter state={state} />
            <ChoiceFilter state={state} name="mo" label={texts.rounds.openNow} choices={[['1', texts.common.yes]]} />
          </>
        }
        empty={<Empty title={texts.rounds.empty} />}
      />
    </Page>
  );
}
