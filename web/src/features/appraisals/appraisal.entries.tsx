import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { AppraisalEntries } from '#documents/appraisals';
import { useDay } from '../../api/day.js';
import { dayText, decimalText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Empty } from '../../ui/states.js';
import { EntryLink, useEntryName } from './appraisal.parts.js';
import { NO_ENTRIES, type EntryRow, type ShownAppraisal } from './appraisal.shown.js';
import { AssignWindow } from './assign.window.js';

/** The entries of a round with who scores them; those that are chosen are assigned to named people. */
export function Entries({ round, mayAssign }: { round: ShownAppraisal; mayAssign: boolean }): ReactNode {
  const { language, texts } = useWords();
  const { rounds, entry } = useAppraisalTexts();
  const [state, nameOf] = [useListState(), useEntryName()];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [assigning, setAssigning] = useState(false);
  const heads = rounds.entryColumns;
  const columns: readonly Column<EntryRow>[] = [
    { key: 'number', head: heads.number, numeric: true, cell: ({ number }) => number },
    {
      key: 'what',
      head: heads.what,
      fixed: true,
      cell: row => (
        <>
          <EntryLink entry={row} /> {row.leftOn && <Badge tone="plain">{`${entry.left} ${dayText(row.leftOn)}`}</Badge>}
        </>
      ),
    },
    { key: 'unit', head: heads.unit, cell: ({ unit }) => unit?.fullName },
    { key: 'block', head: heads.block, extra: true, cell: ({ block }) => block },
    {
      key: 'judges',
      head: heads.judges,
      cell: ({ judges }) => judges.flatMap(({ how, person }) => (how && person ? [person.name] : [])).join(', '),
    },
    {
      key: 'sheets',
      head: heads.sheets,
      numeric: true,
      cell: ({ sheets, judges }) => `${sheets.filter(one => one.state !== 'DRAFT').length}/${judges.filter(({ how }) => how).length}`,
    },
    { key: 'self', head: heads.self, numeric: true, cell: ({ self }) => decimalText(self, language) },
  ];
  const read = useRead(AppraisalEntries, {
    id: round.id,
    asOf: useDay(),
    after: state.after,
    first: PAGE_SIZE,
    orderBy: 'NUMBER',
    filter: { unitId: state.filter('donvi') },
  });
  const close = (): void => {
    setAssigning(false);
    setChosen(new Set());
  };
  return (
    <>
      <List
        label={rounds.tabs.entries}
        read={read}
        of={({ appraisalRound }) => appraisalRound?.entries ?? NO_ENTRIES}
        columns={columns}
        state={state}
        idOf={({ id }) => id}
        nameOf={(row: EntryRow) => nameOf(row)}
        filters={<UnitFilter state={state} />}
        empty={<Empty title={rounds.noEntries} />}
        selection={mayAssign ? { ids: chosen, set: setChosen } : undefined}
        bulk={
          <>
            <span>{texts.lists.selected(String(chosen.size))}</span>
            <Button size="xs" onClick={() => setAssigning(true)}>
              {rounds.assignChosen}
            </Button>
            <Button size="xs" variant="default" onClick={() => setChosen(new Set())}>
              {texts.lists.unselect}
            </Button>
          </>
        }
      />
      {assigning && <AssignWindow round={round} entries={[...chosen]} onClose={close} />}
    </>
  );
}
