import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Decisions, type DecisionsData, type Schema } from '#documents/decisions';
import addresses from '../../api/addresses.json';
import { partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs, TextFilter } from '../../ui/filters.js';
import { To, useGo } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { DecisionWindow } from './decision.window.js';

type Row = DecisionsData['decisions']['nodes'][number];
const ORDERS = ['ISSUED_ON', 'ISSUED_ON_DESC', 'NUMBER', 'NUMBER_DESC'] as const;

export function DecisionsPage(): ReactNode {
  const { texts, terms } = useWords();
  const [may, go, state] = [useMay(), useGo(), useListState()];
  const [open, setOpen] = useState(false);
  const { decisions } = texts;
  const heads = decisions.columns;
  const columns: readonly Column<Row>[] = [
    {
      key: 'number',
      head: heads.number,
      fixed: true,
      orders: ['NUMBER', 'NUMBER_DESC'],
      cell: ({ id, number, complete }) => (
        <>
          <To to={`/${addresses.decisions}/${id}`}>{number ?? decisions.noNumber}</To>{' '}
          {!complete && <Badge tone="warn">{decisions.incomplete}</Badge>}
        </>
      ),
    },
    { key: 'kind', head: heads.kind, cell: ({ kind }) => terms.DecisionKind[kind] },
    { key: 'issued', head: heads.issued, orders: ['ISSUED_ON', 'ISSUED_ON_DESC'], cell: ({ issued }) => partialText(issued) },
    { key: 'issuer', head: heads.issuer, cell: ({ issuer }) => issuer.fullName },
    { key: 'abstract', head: heads.abstract, cell: ({ abstract }) => abstract },
    { key: 'signer', head: heads.signer, extra: true, cell: ({ signer }) => signer },
  ];
  const kind = oneOf(state.filter('loai'), Object.keys(terms.DecisionKind) as Schema.DecisionKind[]);
  const year = Number(state.filter('nam')) || undefined;
  const read = useRead(Decisions, {
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ORDERS) ?? 'ISSUED_ON_DESC',
    filter: { text: state.filter('chu'), year, ...(kind && { kind: [kind] }) },
  });
  return (
    <Page
      title={decisions.title}
      total={read.data?.decisions.totalCount}
      actions={may('decision.record') && <Button onClick={() => setOpen(true)}>{decisions.record}</Button>}
    >
      <List
        label={decisions.title}
        read={read}
        of={({ decisions: found }) => found}
        columns={columns}
        state={state}
        defaultOrder="ISSUED_ON_DESC"
        idOf={({ id }) => id}
        filters={
          <>
            <TextFilter state={state} name="chu" label={texts.lists.text} />
            <ChoiceFilter state={state} name="loai" label={decisions.kind} choices={pairs(terms.DecisionKind)} />
            <TextFilter state={state} name="nam" label={decisions.year} />
          </>
        }
        empty={<Empty title={decisions.empty} />}
      />
      {open && <DecisionWindow onClose={() => setOpen(false)} onDone={id => go(`/${addresses.decisions}/${id}`)} />}
    </Page>
  );
}
