import type { ReactNode } from 'react';
import type { ListReport, Schema } from '#documents/unit-events';
import { numberText } from '../../api/format.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { DataTable } from '../../ui/data-table.js';
import { Facts, Part } from '../../ui/page.js';

const TONES: Readonly<Record<Schema.UnitListOutcome, Tone>> = {
  REFUSED: 'bad',
  UNCHANGED: 'plain',
  DIFFERS: 'warn',
  READY: 'good',
  APPLIED: 'good',
};
type Finding = ListReport['problems'][number];

/** What a check found: how many units change, what has to be put right and in which row, what comes with it. */
export function ListFindings({ of }: { of: ListReport }): ReactNode {
  const { language, texts, terms } = useWords();
  const { unitLists } = texts;
  const number = (count: number): string => numberText(count, language);
  const counts = Object.entries(unitLists.counts) as [keyof typeof of.counts, string][];
  return (
    <Part title={unitLists.report}>
      <p role="status">
        <Badge tone={TONES[of.outcome]}>{terms.UnitListOutcome[of.outcome]}</Badge>
      </p>
      <Facts of={counts.map(([name, label]) => [label, of.counts[name] > 0 && number(of.counts[name])] as const)} />
      <Findings title={unitLists.problems(number(of.problemCount))} of={of.problems} count={of.problemCount} />
      <Findings title={unitLists.notes(number(of.noteCount))} of={of.notes} count={of.noteCount} />
      {of.dependents.length > 0 && (
        <>
          <h3>{unitLists.dependents}</h3>
          <ul className="plain-list">
            {of.dependents.map(({ label, count, effect }) => (
              <li key={label}>
                {label}: {number(count)} — {effect}
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

function Findings({ title, of, count }: { title: string; of: readonly Finding[]; count: number }): ReactNode {
  const { language, texts } = useWords();
  const { unitLists } = texts;
  if (count === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <DataTable<Finding>
        label={title}
        rows={of}
        idOf={({ file, row, column, message }) => `${file} ${row} ${column} ${message}`}
        columns={[
          { key: 'message', head: unitLists.finding, fixed: true, cell: ({ message }) => message },
          {
            key: 'where',
            head: unitLists.where,
            cell: ({ file, row, column }) => [file, row !== null && unitLists.row(row), column].filter(Boolean).join(' · '),
          },
        ]}
      />
      {count > of.length && <p className="quiet">{unitLists.onlyFirst(numberText(of.length, language))}</p>}
    </>
  );
}
