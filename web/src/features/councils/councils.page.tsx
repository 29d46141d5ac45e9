import type { ReactNode } from 'react';
import { Councils, type CouncilsData, type Schema } from '#documents/councils';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText, numberText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Doings } from '../../parts/doings.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs, TextFilter } from '../../ui/filters.js';
import { To, useGo } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { CouncilWindow } from './council.window.js';

type Row = CouncilsData['councils']['nodes'][number];
const ORDERS = ['NAME', 'NAME_DESC', 'VALID_FROM', 'VALID_FROM_DESC'] as const;

export function CouncilsPage(): ReactNode {
  const { language, texts, terms } = useWords();
  const { councils } = useAppraisalTexts();
  const [may, go, state] = [useMay(), useGo(), useListState()];
  const heads = councils.columns;
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      head: heads.name,
      fixed: true,
      orders: ['NAME', 'NAME_DESC'],
      cell: ({ id, name }) => <To to={`/${addresses.councils}/${id}`}>{name}</To>,
    },
    { key: 'kind', head: heads.kind, cell: ({ kind }) => terms.CouncilKind[kind] },
    { key: 'unit', head: heads.unit, cell: ({ unit }) => unit.fullName },
    { key: 'members', head: heads.members, numeric: true, cell: ({ members }) => numberText(members.length, language) },
    { key: 'validFrom', head: heads.validFrom, orders: ['VALID_FROM', 'VALID_FROM_DESC'], cell: ({ validFrom }) => dayText(validFrom) },
    { key: 'validTo', head: heads.validTo, cell: ({ validTo }) => dayText(validTo) },
  ];
  const kind = oneOf(state.filter('loai'), Object.keys(terms.CouncilKind) as Schema.CouncilKind[]);
  const read = useRead(Councils, {
    asOf: useDay(),
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ORDERS) ?? 'NAME',
    filter: { text: state.filter('chu'), unitId: state.filter('donvi'), ...(kind && { kind: [kind] }) },
  });
  return (
    <Page
      title={councils.title}
      total={read.data?.councils.totalCount}
      actions={
        <Doings
          of={[
            {
              title: councils.create,
              fits: may('council.manage'),
              window: close => <CouncilWindow onClose={close} onDone={id => go(`/${addresses.councils}/${id}`)} />,
            },
          ]}
        />
      }
    >
      <List
        label={councils.title}
        read={read}
        of={({ councils: found }) => found}
        columns={columns}
        state={state}
        defaultOrder="NAME"
        idOf={({ id }) => id}
        filters={
          <>
            <TextFilter state={state} name="chu" label={texts.lists.text} />
            <UnitFilter state={state} />
            <ChoiceFilter state={state} name="loai" label={heads.kind} choices={pairs(terms.CouncilKind)} />
          </>
        }
        empty={<Empty title={councils.empty} />}
      />
    </Page>
  );
}
