import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { AppraisalEntries } from '#documents/appraisals';
import { useDay } from '../../api/day.js';
import { decimalText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import type { Column } from '../../ui/data-table.js';
import { ChoiceFilter } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Part } from '../../ui/page.js';
import { Empty, Reading } from '../../ui/states.js';
import { Window } from '../../ui/window.js';
import { EntryLink, useEntryName } from './appraisal.parts.js';
import { NO_ENTRIES, type EntryRow, type ShownAppraisal } from './appraisal.shown.js';
import { DecideGradeWindow, DecideTieWindow } from './decide.windows.js';
import { ExplanationOf } from './explanation.js';

interface Props {
  readonly round: ShownAppraisal;
  readonly mayDecide: boolean;
}

/** The results of a closed round: what waits for a decision first, then the ranking, each total opened step by step. */
export function Ranking({ round, mayDecide }: Props): ReactNode {
  const { language } = useWords();
  const { rounds } = useAppraisalTexts();
  const [state, nameOf, day] = [useListState(), useEntryName(), useDay()];
  const [opened, setOpened] = useState<EntryRow>();
  const heads = rounds.entryColumns;
  const columns: readonly Column<EntryRow>[] = [
    { key: 'rank', head: heads.rank, numeric: true, cell: ({ rank }) => rank ?? rounds.notRanked },
    { key: 'what', head: heads.what, fixed: true, cell: row => <EntryLink entry={row} /> },
    { key: 'unit', head: heads.unit, cell: ({ unit }) => unit?.fullName },
    { key: 'block', head: heads.block, extra: true, cell: ({ block }) => block },
    { key: 'self', head: heads.self, numeric: true, cell: ({ self }) => decimalText(self, language) },
    { key: 'final', head: heads.final, numeric: true, cell: ({ final }) => <strong>{decimalText(final, language)}</strong> },
    {
      key: 'grade',
      head: heads.grade,
      cell: ({ grade, needsDecision }) => (
        <>
          {grade} {needsDecision && <Badge tone="warn">{rounds.needsDecision}</Badge>}
        </>
      ),
    },
    {
      key: 'steps',
      head: rounds.steps,
      cell: row => (
        <button type="button" className="link" aria-label={rounds.stepsOf(nameOf(row))} onClick={() => setOpened(row)}>
          {rounds.steps}
        </button>
      ),
    },
  ];
  const isOpen = round.state === 'OPEN';
  const read = useRead(
    AppraisalEntries,
    {
      id: round.id,
      asOf: day,
      after: state.after,
      first: PAGE_SIZE,
      orderBy: 'RANK',
      filter: { left: false, unitId: state.filter('donvi'), ...(state.filter('cho') && { needsDecision: true }) },
    },
    { pause: isOpen },
  );
  if (isOpen) return <Empty title={rounds.notClosed} />;
  return (
    <>
      {round.progress.undecided > 0 && <Waiting round={round} mayDecide={mayDecide} />}
      <List
        label={rounds.tabs.ranking}
        read={read}
        of={({ appraisalRound }) => appraisalRound?.entries ?? NO_ENTRIES}
        columns={columns}
        state={state}
        idOf={({ id }) => id}
        filters={
          <>
            <UnitFilter state={state} />
            <ChoiceFilter state={state} name="cho" label={rounds.onlyUndecided} choices={[['1', rounds.needsDecision]]} />
          </>
        }
        empty={<Empty title={rounds.noEntries} />}
      />
      {opened && (
        <Window title={rounds.stepsOf(nameOf(opened))} size="xl" onClose={() => setOpened(undefined)}>
          <ExplanationOf id={opened.id} />
        </Window>
      )}
    </>
  );
}

/** The first hundred are shown; each that is decided makes room for the next. */
const MOST = 100;

/** What the text leaves open: points that fit no grade, and equals whom the written chain does not part. */
function Waiting({ round, mayDecide }: Props): ReactNode {
  const { language } = useWords();
  const { rounds } = useAppraisalTexts();
  const [graded, setGraded] = useState<EntryRow>();
  const [tied, setTied] = useState<readonly EntryRow[]>();
  const read = useRead(AppraisalEntries, {
    id: round.id,
    asOf: useDay(),
    first: MOST,
    orderBy: 'RANK',
    filter: { needsDecision: true, left: false },
  });
  return (
    <Part title={rounds.waiting}>
      <p className="quiet">{rounds.waitingText}</p>
      <Reading of={read}>
        {({ appraisalRound }) => {
          const nodes = appraisalRound?.entries.nodes ?? [];
          const ranks = [...new Set(nodes.flatMap(({ tied: is, rank }) => (is && rank !== null ? [rank] : [])))];
          return (
            <ul className="plain-list open-decisions">
              {nodes
                .filter(({ tied: is }) => !is)
                .map(row => (
                  <li key={row.id}>
                    <EntryLink entry={row} /> <span>{decimalText(row.final, language)}</span>{' '}
                    {mayDecide && (
                      <Button size="xs" variant="default" onClick={() => setGraded(row)}>
                        {rounds.decideGrade}
                      </Button>
                    )}
                  </li>
                ))}
              {ranks.map(rank => {
                const equals = nodes.filter(one => one.tied && one.rank === rank);
                return (
                  <li key={rank}>
                    <span>{rounds.tied(rank, equals.length)}:</span>{' '}
                    {equals.map(row => (
                      <span key={row.id}>
                        <EntryLink entry={row} />
                        {mayDecide && row.grade === null && (
                          <button type="button" className="link" onClick={() => setGraded(row)}>
                            {rounds.decideGrade}
                          </button>
                        )}
                      </span>
                    ))}{' '}
                    {mayDecide && (
                      <Button size="xs" variant="default" onClick={() => setTied(equals)}>
                        {rounds.decideTie}
                      </Button>
                    )}
                  </li>
                );
              })}
            </ul>
          );
        }}
      </Reading>
      {graded && <DecideGradeWindow round={round} entry={graded} onClose={() => setGraded(undefined)} />}
      {tied && <DecideTieWindow round={round} entries={tied} onClose={() => setTied(undefined)} />}
    </Part>
  );
}
