import type { ReactNode } from 'react';
import { Appraisals, type AppraisalsData, type Schema } from '#documents/appraisals';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText, numberText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs, TextFilter } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { Deadline, StateOfRound } from './appraisal.parts.js';

type Row = AppraisalsData['appraisalRounds']['nodes'][number];
const ORDERS = ['OPENED_ON', 'OPENED_ON_DESC', 'NAME'] as const;

export function AppraisalsPage(): ReactNode {
  const { language, texts, terms } = useWords();
  const { rounds, openRound } = useAppraisalTexts();
  const [may, state] = [useMay(), useListState()];
  const heads = rounds.columns;
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      head: heads.name,
      fixed: true,
      orders: ['NAME'],
      cell: ({ id, name, illustrative }) => (
        <>
          <To to={`/${addresses.appraisals}/${id}`}>{name}</To> {illustrative && <Badge tone="plain">{rounds.illustrative}</Badge>}
        </>
      ),
    },
    { key: 'year', head: heads.year, numeric: true, cell: ({ year }) => year },
    { key: 'graded', head: heads.graded, cell: ({ graded }) => terms.AppraisedThing[graded] },
    { key: 'unit', head: heads.unit, cell: ({ unit }) => unit.fullName },
    { key: 'openedOn', head: heads.openedOn, orders: ['OPENED_ON', 'OPENED_ON_DESC'], cell: ({ openedOn }) => dayText(openedOn) },
    { key: 'closesOn', head: heads.closesOn, cell: round => <Deadline of={round} /> },
    {
      key: 'sheets',
      head: heads.sheets,
      numeric: true,
      cell: ({ progress: { submitted, assigned } }) => `${numberText(submitted, language)}/${numberText(assigned, language)}`,
    },
    { key: 'state', head: heads.state, cell: ({ state: is, closedOn }) => <StateOfRound state={is} closedOn={closedOn} /> },
  ];
  const read = useRead(Appraisals, {
    asOf: useDay(),
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ORDERS) ?? 'OPENED_ON_DESC',
    filter: {
      text: state.filter('chu'),
      unitId: state.filter('donvi'),
      year: Number(state.filter('nam')) || undefined,
      state: oneOf(state.filter('trangthai'), Object.keys(terms.AppraisalRoundState) as Schema.AppraisalRoundState[]),
    },
  });
  return (
    <Page
      title={rounds.title}
      total={read.data?.appraisalRounds.totalCount}
      actions={
        may('appraisal.manage') && (
          <To to={`/${addresses.appraisals}/mo`} className="button button-first">
            {openRound.title}
          </To>
        )
      }
    >
      <List
        label={rounds.title}
        read={read}
        of={({ appraisalRounds }) => appraisalRounds}
        columns={columns}
        state={state}
        defaultOrder="OPENED_ON_DESC"
        idOf={({ id }) => id}
        filters={
          <>
            <TextFilter state={state} name="chu" label={texts.lists.text} />
            <UnitFilter state={state} label={heads.unit} />
            <TextFilter state={state} name="nam" label={heads.year} />
            <ChoiceFilter state={state} name="trangthai" label={heads.state} choices={pairs(terms.AppraisalRoundState)} />
          </>
        }
        empty={
          <Empty title={rounds.empty}>
            <p>{rounds.emptyText}</p>
          </Empty>
        }
      />
    </Page>
  );
}
