import { useState, type ReactNode } from 'react';
import { UndoUnitEvent, UnitEvents, type UnitEventsData } from '#documents/unit-events';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { momentText, numberText, partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useWords, wordIn } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter, oneOf, pairs } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';

type Row = UnitEventsData['unitEvents']['nodes'][number];

export function UnitEventsPage(): ReactNode {
  const { language, texts, terms } = useWords();
  const may = useMay();
  const state = useListState();
  const [undoing, setUndoing] = useState<Row>();
  const undo = useCommand(UndoUnitEvent, { keyed: true });
  const { unitEvents } = texts;
  const heads = unitEvents.columns;
  const columns: readonly Column<Row>[] = [
    {
      key: 'effective',
      head: heads.effective,
      fixed: true,
      cell: ({ effective, note }) => (
        <>
          {partialText(effective) || texts.common.unknown}
          {note && <p className="quiet">{note}</p>}
        </>
      ),
    },
    { key: 'kind', head: heads.kind, cell: ({ kind }) => terms.UnitEventKind[kind] },
    { key: 'act', head: heads.act, cell: ({ act }) => [act.number, act.issuer].filter(Boolean).join(', ') },
    {
      key: 'summary',
      head: heads.summary,
      cell: ({ summary }) =>
        summary.map(({ effect, count }) => `${wordIn(unitEvents.effectNames, effect)}: ${numberText(count, language)}`).join(' · '),
    },
    {
      key: 'state',
      head: heads.state,
      cell: event => <Badge tone={event.state === 'APPLIED' ? 'good' : 'bad'}>{terms.UnitEventState[event.state]}</Badge>,
    },
    {
      key: 'appliedAt',
      head: heads.appliedAt,
      orders: ['APPLIED_AT', 'APPLIED_AT_DESC'],
      cell: ({ appliedAt }) => <span className="code">{momentText(appliedAt)}</span>,
    },
    { key: 'undo', head: '', cell: event => <Undo event={event} onUndo={() => setUndoing(event)} /> },
  ];
  const read = useRead(UnitEvents, {
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ['APPLIED_AT', 'APPLIED_AT_DESC'] as const) ?? 'APPLIED_AT_DESC',
    filter: { unitId: state.filter('donvi'), state: oneOf(state.filter('trangthai'), ['APPLIED', 'UNDONE'] as const) },
  });
  return (
    <Page
      title={unitEvents.title}
      actions={
        may('unit.change') && (
          <>
            <To to={`/${addresses.unitEvents}/danh-muc`} className="button">
              {texts.unitLists.title}
            </To>
            <To to={`/${addresses.unitEvents}/moi`} className="button button-first">
              {unitEvents.apply}
            </To>
          </>
        )
      }
    >
      <List
        label={unitEvents.title}
        read={read}
        of={({ unitEvents: found }) => found}
        columns={columns}
        state={state}
        defaultOrder="APPLIED_AT_DESC"
        idOf={({ id }) => id}
        filters={
          <>
            <UnitFilter state={state} />
            <ChoiceFilter state={state} name="trangthai" label={heads.state} choices={pairs(terms.UnitEventState)} />
          </>
        }
        empty={<Empty title={unitEvents.empty} />}
      />
      {undoing && (
        <ReasonWindow
          title={unitEvents.undo}
          running={undo.running}
          onClose={() => setUndoing(undefined)}
          run={reason => undo.run({ id: undoing.id, expectedVersion: undoing.version, reason })}
        />
      )}
    </Page>
  );
}

/** Undoing, or why it cannot be undone. */
function Undo({ event, onUndo }: { event: Row; onUndo: () => void }): ReactNode {
  const { texts } = useWords();
  const action = event.actions.find(({ name }) => name === 'undo');
  if (!action) return null;
  if (action.allowed) {
    return (
      <button type="button" className="link" onClick={onUndo}>
        {action.label}
      </button>
    );
  }
  if (event.state === 'UNDONE') return null;
  return (
    <details className="more">
      <summary>{texts.unitEvents.whyNot}</summary>
      <p className="quiet">{action.blockedBy.map(({ message }) => message).join(' ')}</p>
    </details>
  );
}
