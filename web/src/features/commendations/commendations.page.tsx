import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Commendations, type CommendationsData, type Schema } from '#documents/commendations';
import addresses from '../../api/addresses.json';
import { useCounted, type Counted } from '../../api/counted.js';
import { useDay } from '../../api/day.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { CountedNote } from '../../parts/counted.note.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs, TextFilter } from '../../ui/filters.js';
import { To, useGo } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState, type ListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { AsTheyWere, dayOf, useMoneyText, useRecipientText } from './commendation.words.js';
import { PastWindow } from './past.window.js';

type Row = CommendationsData['commendations']['nodes'][number];

const keys = <Value extends string>(of: Readonly<Record<Value, string>>): Value[] => Object.keys(of) as Value[];

/** What the page filters by, within what a number counts. */
const within = (counted: Counted | undefined, own: Schema.CommendationFilter): Schema.CommendationFilter => {
  if (!counted) return own;
  const whole: Schema.CommendationFilter = counted.filter;
  return { ...whole, and: [...(whole.and ?? []), own] };
};

export function CommendationsPage(): ReactNode {
  const { terms } = useWords();
  const { commendations } = useCommendationTexts();
  const [may, go, state] = [useMay(), useGo(), useListState()];
  const [open, setOpen] = useState(false);
  const columns = useColumns();
  const counted = useCounted();
  const [form, level, standing] = [
    oneOf(state.filter('hinhthuc'), keys(terms.CommendationForm)),
    oneOf(state.filter('cap'), keys(terms.RecognitionLevel)),
    oneOf(state.filter('trangthai'), keys(terms.CommendationState)),
  ];
  const read = useRead(Commendations, {
    asOf: useDay(),
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ['DAY', 'DAY_DESC'] as const) ?? 'DAY_DESC',
    filter: within(counted, {
      recipient: state.filter('chu'),
      unitId: state.filter('donvi'),
      year: Number(state.filter('nam')) || undefined,
      ...(form && { form: [form] }),
      ...(level && { level: [level] }),
      state: standing,
      ...(state.filter('thieu') && { toComplete: true }),
    }),
  });
  return (
    <Page
      title={commendations.title}
      total={read.data?.commendations.totalCount}
      actions={
        <>
          {may('commendation.record') && (
            <Button variant="default" onClick={() => setOpen(true)}>
              {commendations.recordPast}
            </Button>
          )}
          {may('commendation.grant') && (
            <To to={`/${addresses.commendations}/tang`} className="button button-first">
              {commendations.grant}
            </To>
          )}
        </>
      }
    >
      <CountedNote of={counted} />
      <List
        label={commendations.title}
        read={read}
        of={({ commendations: found }) => found}
        columns={columns}
        state={state}
        defaultOrder="DAY_DESC"
        idOf={({ id }) => id}
        filters={<Filters state={state} />}
        empty={
          <Empty title={commendations.empty}>
            <p>{commendations.emptyText}</p>
          </Empty>
        }
      />
      {open && <PastWindow onClose={() => setOpen(false)} onDone={id => go(`/${addresses.commendations}/${id}`)} />}
    </Page>
  );
}

function Filters({ state }: { state: ListState }): ReactNode {
  const { texts, terms } = useWords();
  const { commendations } = useCommendationTexts();
  const { columns } = commendations;
  return (
    <>
      <TextFilter state={state} name="chu" label={texts.lists.text} />
      <UnitFilter state={state} />
      <ChoiceFilter state={state} name="hinhthuc" label={columns.form} choices={pairs(terms.CommendationForm)} />
      <ChoiceFilter state={state} name="cap" label={columns.level} choices={pairs(terms.RecognitionLevel)} />
      <TextFilter state={state} name="nam" label={commendations.year} />
      <ChoiceFilter state={state} name="trangthai" label={columns.state} choices={pairs(terms.CommendationState)} />
      <ChoiceFilter state={state} name="thieu" label={commendations.toComplete} choices={[['co', commendations.stillToName]]} />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { terms } = useWords();
  const { commendations } = useCommendationTexts();
  const [recipient, money] = [useRecipientText(), useMoneyText()];
  const heads = commendations.columns;
  return [
    {
      key: 'recipient',
      head: heads.recipient,
      fixed: true,
      cell: row => (
        <>
          <To to={`/${addresses.commendations}/${row.id}`}>{recipient(row)}</To> <AsTheyWere of={row} />
        </>
      ),
    },
    { key: 'form', head: heads.form, cell: ({ form }) => form && terms.CommendationForm[form] },
    { key: 'level', head: heads.level, cell: ({ level }) => level && terms.RecognitionLevel[level] },
    {
      key: 'decision',
      head: heads.decision,
      cell: ({ decision }) =>
        decision ? (
          <To to={`/${addresses.decisions}/${decision.id}`}>{decision.number ?? commendations.noNumber}</To>
        ) : (
          commendations.noDecision
        ),
    },
    { key: 'day', head: heads.day, orders: ['DAY', 'DAY_DESC'], cell: row => dayOf(row) },
    { key: 'money', head: heads.money, numeric: true, cell: ({ money: { amount } }) => money(amount) },
    {
      key: 'state',
      head: heads.state,
      cell: ({ state }) => <Badge tone={state === 'IN_FORCE' ? 'good' : 'bad'}>{terms.CommendationState[state]}</Badge>,
    },
    { key: 'issuer', head: heads.issuer, extra: true, cell: ({ issuer }) => issuer?.fullName },
    { key: 'kind', head: commendations.kind, extra: true, cell: ({ recipient: { kind } }) => kind && terms.SubjectKind[kind] },
  ];
}
