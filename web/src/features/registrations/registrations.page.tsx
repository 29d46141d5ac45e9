import type { ReactNode } from 'react';
import { Registrations, type RegistrationsData, type Schema } from '#documents/registrations';
import addresses from '../../api/addresses.json';
import { useCounted } from '../../api/counted.js';
import { useDay } from '../../api/day.js';
import { dayText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { CountedNote } from '../../parts/counted.note.js';
import { toneOfState } from '../../parts/model.tones.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';

type Row = RegistrationsData['registrations']['nodes'][number];

export function RegistrationsPage(): ReactNode {
  const { texts, terms } = useWords();
  const state = useListState();
  const heads = texts.registrations.columns;
  const counted = useCounted();
  const columns: readonly Column<Row>[] = [
    { key: 'model', head: heads.model, fixed: true, cell: ({ model }) => <To to={`/${addresses.models}/${model.id}`}>{model.title}</To> },
    { key: 'unit', head: heads.unit, cell: ({ model }) => model.unit.fullName },
    { key: 'openedOn', head: heads.openedOn, orders: ['OPENED_ON', 'OPENED_ON_DESC'], cell: ({ openedOn }) => dayText(openedOn) },
    {
      key: 'state',
      head: heads.state,
      cell: ({ state: file }) => file && <Badge tone={toneOfState(file)}>{terms.ModelState[file]}</Badge>,
    },
    { key: 'round', head: heads.round, cell: ({ round }) => round && <To to={`/${addresses.rounds}/${round.id}`}>{round.name}</To> },
    { key: 'holder', head: heads.holder, cell: ({ holder }) => holder?.fullName },
    { key: 'latest', head: heads.latest, extra: true, cell: ({ latest }) => (latest ? texts.common.yes : texts.common.no) },
  ];
  const file = oneOf(state.filter('hoso'), Object.keys(terms.ModelState) as Schema.ModelState[]);
  const read = useRead(Registrations, {
    asOf: useDay(),
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ['OPENED_ON', 'OPENED_ON_DESC'] as const) ?? 'OPENED_ON_DESC',
    // The unit and the round of a number stay: this filter has no “and”.
    filter: counted
      ? { ...(file && { state: [file] }), ...counted.filter }
      : { unitId: state.filter('donvi'), roundId: state.filter('dot'), ...(file && { state: [file] }) },
  });
  return (
    <Page title={texts.registrations.title} total={read.data?.registrations.totalCount}>
      <CountedNote of={counted} />
      <List
        label={texts.registrations.title}
        read={read}
        of={({ registrations }) => registrations}
        columns={columns}
        state={state}
        defaultOrder="OPENED_ON_DESC"
        idOf={({ id }) => id}
        filters={
          <>
            {!counted && <UnitFilter state={state} />}
            <ChoiceFilter state={state} name="hoso" label={heads.state} choices={pairs(terms.ModelState)} />
          </>
        }
        empty={<Empty title={texts.registrations.empty} />}
      />
    </Page>
  );
}
