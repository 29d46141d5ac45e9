import { useState, type ReactNode } from 'react';
import { dayText, decimalText } from '../../api/format.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { To } from '../../ui/link.js';
import { DataTable } from '../../ui/data-table.js';
import { Part } from '../../ui/page.js';
import { Window } from '../../ui/window.js';
import { entryAddress, StateOfSheet } from './appraisal.parts.js';
import { OverrideWindow } from './conflict.windows.js';
import { inConflict, type ShownEntry, type ShownJudge, type ShownSheet } from './entry.shown.js';
import { SheetShown } from './sheet.shown.js';

/** Who scores, and what keeps somebody from it. */
export function JudgesPart({ entry, manages }: { entry: ShownEntry; manages: boolean }): ReactNode {
  const { terms } = useWords();
  const { entry: words } = useAppraisalTexts();
  const [overridden, setOverridden] = useState<NonNullable<ShownJudge['person']>>();
  const decides = entry.round.state === 'OPEN' && entry.round.actions.some(({ name }) => name === 'decide' || name === 'assign');
  return (
    <Part title={words.judges}>
      {entry.judges.length === 0 && <p className="quiet">{words.noJudges}</p>}
      <ul className="plain-list judges">
        {entry.judges.map((judge, index) => {
          const { person, how, assignedOn, conflicts } = judge;
          const hasSheet = entry.sheets.some(({ scorer, paper }) => scorer !== null && scorer.id === person?.id && paper === null);
          return (
            <li key={person?.id ?? index}>
              <strong>{person?.name ?? words.hidden}</strong>{' '}
              <span className="quiet">{how ? `${terms.AssignedHow[how]} ${dayText(assignedOn)}` : words.notAssigned}</span>
              {conflicts.map(({ reason, words: said, overriddenBy, overrideReason }) => (
                <p key={reason}>
                  <Badge tone={overriddenBy === null ? 'warn' : 'plain'}>{words.conflict}</Badge> {terms.ConflictReason[reason]}
                  {said && `: ${said}`}
                  {overriddenBy !== null && ` (${words.overridden(overriddenBy, overrideReason ?? '')})`}
                </p>
              ))}
              {person && manages && how && !inConflict(judge) && !hasSheet && (
                <p>
                  <To to={`${entryAddress(entry.id)}/cham?nguoi=${person.id}`}>{words.enterPaper}</To>
                </p>
              )}
              {person && decides && inConflict(judge) && (
                <p>
                  <button type="button" className="link" onClick={() => setOverridden(person)}>
                    {words.override}
                  </button>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {overridden && <OverrideWindow entry={entry} person={overridden} onClose={() => setOverridden(undefined)} />}
    </Part>
  );
}

/** The sheets that one may see: all of them for the board, one's own for a member. */
export function SheetsPart({ entry }: { entry: ShownEntry }): ReactNode {
  const { language } = useWords();
  const { entry: words, sheet } = useAppraisalTexts();
  const [opened, setOpened] = useState<ShownSheet>();
  const nameOf = ({ scorer }: ShownSheet): string => scorer?.name ?? words.hidden;
  return (
    <Part title={words.sheets}>
      {entry.sheets.length === 0 ? (
        <p className="quiet">{words.noSheets}</p>
      ) : (
        <DataTable
          label={words.sheets}
          rows={entry.sheets}
          idOf={({ id }) => id}
          columns={[
            {
              key: 'scorer',
              head: words.judges,
              fixed: true,
              cell: one => (
                <button type="button" className="link" onClick={() => setOpened(one)}>
                  {nameOf(one)}
                </button>
              ),
            },
            { key: 'state', head: sheet.columns.state, cell: ({ state }) => <StateOfSheet state={state} /> },
            { key: 'total', head: sheet.columns.total, numeric: true, cell: ({ total }) => decimalText(total, language) },
            { key: 'paper', head: sheet.paper, cell: ({ paper }) => paper },
          ]}
        />
      )}
      {opened && (
        <Window title={`${sheet.titleMine}: ${nameOf(opened)}`} size="xl" onClose={() => setOpened(undefined)}>
          <SheetShown entry={entry} sheet={opened} />
        </Window>
      )}
    </Part>
  );
}
