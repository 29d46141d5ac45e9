import type { ReactNode } from 'react';
import { Proposals, type ProposalsData, type Schema } from '#documents/proposals';
import addresses from '../../api/addresses.json';
import { dayText, numberText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { toneOf } from './proposal.shown.js';

type Row = ProposalsData['proposals']['nodes'][number];
const ORDERS = ['DRAFTED_ON', 'DRAFTED_ON_DESC'] as const;

export function ProposalsPage(): ReactNode {
  const { language, terms } = useWords();
  const { proposals } = useProposalTexts();
  const [may, state] = [useMay(), useListState()];
  const heads = proposals.columns;
  const columns: readonly Column<Row>[] = [
    { key: 'title', head: heads.title, fixed: true, cell: ({ id, title }) => <To to={`/${addresses.proposals}/${id}`}>{title}</To> },
    { key: 'proposer', head: heads.proposer, cell: ({ proposer }) => proposer.fullName },
    { key: 'issuer', head: heads.issuer, cell: ({ issuer }) => issuer?.fullName },
    { key: 'items', head: heads.items, numeric: true, cell: ({ items }) => numberText(items.length, language) },
    { key: 'draftedOn', head: heads.draftedOn, orders: ORDERS, cell: ({ draftedOn }) => dayText(draftedOn) },
    { key: 'sentOn', head: heads.sentOn, cell: ({ sentOn }) => dayText(sentOn) },
    { key: 'state', head: heads.state, cell: ({ state: is }) => <Badge tone={toneOf[is]}>{terms.ProposalState[is]}</Badge> },
  ];
  const shown = oneOf(state.filter('trangthai'), Object.keys(terms.ProposalState) as Schema.ProposalState[]);
  const read = useRead(Proposals, {
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ORDERS) ?? 'DRAFTED_ON_DESC',
    filter: { proposerId: state.filter('donvi'), ...(shown && { state: [shown] }) },
  });
  return (
    <Page
      title={proposals.title}
      total={read.data?.proposals.totalCount}
      actions={
        may('proposal.draft') && (
          <To to={`/${addresses.proposals}/lap`} className="button button-first">
            {proposals.draft}
          </To>
        )
      }
    >
      <List
        label={proposals.title}
        read={read}
        of={data => data.proposals}
        columns={columns}
        state={state}
        defaultOrder="DRAFTED_ON_DESC"
        idOf={({ id }) => id}
        filters={
          <>
            <UnitFilter state={state} label={heads.proposer} />
            <ChoiceFilter state={state} name="trangthai" label={heads.state} choices={pairs(terms.ProposalState)} />
          </>
        }
        empty={
          <Empty title={proposals.empty}>
            <p>{proposals.emptyText}</p>
          </Empty>
        }
      />
    </Page>
  );
}
