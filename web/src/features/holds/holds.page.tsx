import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Holds, type HoldsData } from '#documents/holds';
import addresses from '../../api/addresses.json';
import { dayText, todayInVietnam } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf } from '../../ui/filters.js';
import { To, useGo } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty, Note } from '../../ui/states.js';
import { PlaceWindow } from './place.window.js';

type Row = HoldsData['holds']['nodes'][number];
const ORDERS = ['REVIEW_ON', 'PLACED_ON_DESC'] as const;
const STATES = ['IN_FORCE', 'LIFTED'] as const;

/** Who cannot be granted now, for those who may propose or grant. */
export function HoldsPage(): ReactNode {
  const { terms } = useWords();
  const { holds } = useProposalTexts();
  const [may, go, state] = [useMay(), useGo(), useListState()];
  const [placing, setPlacing] = useState(false);
  const heads = holds.columns;
  const columns: readonly Column<Row>[] = [
    {
      key: 'who',
      head: heads.who,
      fixed: true,
      cell: ({ id, name, person, unit }) => (
        <To to={`/${addresses.holds}/${id}`}>{name ?? person?.name ?? unit?.fullName ?? holds.title}</To>
      ),
    },
    { key: 'unit', head: heads.unit, cell: ({ unit, name, person }) => ((name ?? person) ? unit?.fullName : holds.wholeUnit) },
    { key: 'ground', head: heads.ground, cell: ({ reason }) => reason && terms.HoldGround[reason.ground] },
    { key: 'body', head: heads.body, cell: ({ body }) => body.fullName },
    { key: 'placedOn', head: heads.placedOn, orders: ['PLACED_ON_DESC'], cell: ({ placedOn }) => dayText(placedOn) },
    { key: 'reviewOn', head: heads.reviewOn, orders: ['REVIEW_ON'], cell: ({ reviewOn }) => dayText(reviewOn) },
    { key: 'state', head: heads.state, cell: hold => <HoldBadge of={hold} /> },
  ];
  const shown = oneOf(state.filter('trangthai'), STATES);
  const read = useRead(Holds, {
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ORDERS) ?? 'REVIEW_ON',
    filter: { unitId: state.filter('donvi'), ...(shown && { standing: shown === 'IN_FORCE' }) },
  });
  return (
    <Page
      title={holds.title}
      total={read.data?.holds.totalCount}
      actions={may('hold.place') && <Button onClick={() => setPlacing(true)}>{holds.place}</Button>}
    >
      <Note>{holds.about}</Note>
      <List
        label={holds.title}
        read={read}
        of={data => data.holds}
        columns={columns}
        state={state}
        defaultOrder="REVIEW_ON"
        idOf={({ id }) => id}
        filters={
          <>
            <UnitFilter state={state} label={heads.unit} />
            <ChoiceFilter
              state={state}
              name="trangthai"
              label={heads.state}
              choices={[
                ['IN_FORCE', holds.inForce],
                ['LIFTED', holds.wasLifted],
              ]}
            />
          </>
        }
        empty={
          <Empty title={holds.empty}>
            <p>{holds.emptyText}</p>
          </Empty>
        }
      />
      {placing && <PlaceWindow onClose={() => setPlacing(false)} onDone={id => go(`/${addresses.holds}/${id}`)} />}
    </Page>
  );
}

export function HoldBadge({
  of: { liftedOn, reviewOn },
}: {
  of: { readonly liftedOn: string | null; readonly reviewOn: string };
}): ReactNode {
  const { holds } = useProposalTexts();
  if (liftedOn) return <Badge tone="good">{holds.lifted(dayText(liftedOn))}</Badge>;
  return reviewOn <= todayInVietnam() ? <Badge tone="warn">{holds.due}</Badge> : <Badge tone="open">{holds.inForce}</Badge>;
}
