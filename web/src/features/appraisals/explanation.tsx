import type { ReactNode } from 'react';
import { Explanation, type ExplanationData } from '#documents/appraisals';
import { useDay } from '../../api/day.js';
import { decimalText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { DataTable } from '../../ui/data-table.js';
import { Facts } from '../../ui/page.js';
import { Empty, NotFound, Reading } from '../../ui/states.js';

/** What of the derivation (docs/appraisal-format.md) is shown as numbers. */
interface Derived {
  readonly criteria: readonly {
    readonly code: string;
    readonly maximum: string;
    readonly points: readonly string[];
    readonly aggregate: string;
  }[];
  readonly sum: string | null;
  readonly maximum: string | null;
  readonly bonus: { readonly counted: string } | null;
  readonly penalty: { readonly counted: string } | null;
  readonly total: string | null;
}

type Shown = NonNullable<ExplanationData['evaluation']>;

export function ExplanationOf({ id }: { id: string }): ReactNode {
  const read = useRead(Explanation, { id, asOf: useDay() });
  return (
    <Reading of={read}>
      {({ evaluation }) =>
        evaluation ? <Steps explanation={evaluation.explanation} criteria={evaluation.round.version.criteria} /> : <NotFound />
      }
    </Reading>
  );
}

/** How a total came about: the points of each criterion, the sums, and one sentence a step. */
export function Steps({
  explanation,
  criteria,
}: {
  explanation: Shown['explanation'];
  criteria: Shown['round']['version']['criteria'];
}): ReactNode {
  const { language } = useWords();
  const { rounds } = useAppraisalTexts();
  if (!explanation) return <Empty title={rounds.noSteps} />;
  const derived = JSON.parse(explanation.data) as Derived;
  const number = (text: string | null | undefined): string => decimalText(text, language);
  const words = new Map(criteria.map(({ code, text }) => [code, text]));
  const heads = rounds.numbers;
  return (
    <>
      {derived.criteria.length > 0 && (
        <DataTable
          label={heads.criterion}
          rows={derived.criteria}
          idOf={({ code }) => code}
          columns={[
            { key: 'criterion', head: heads.criterion, fixed: true, cell: ({ code }) => `${code} ${words.get(code) ?? ''}` },
            { key: 'points', head: heads.points, cell: ({ points }) => points.map(number).join('; ') },
            { key: 'aggregate', head: heads.aggregate, numeric: true, cell: ({ aggregate }) => <strong>{number(aggregate)}</strong> },
            { key: 'maximum', head: heads.maximum, numeric: true, cell: ({ maximum }) => number(maximum) },
          ]}
        />
      )}
      <Facts
        of={[
          [
            rounds.sum,
            derived.sum !== null && (derived.maximum === null ? number(derived.sum) : `${number(derived.sum)}/${number(derived.maximum)}`),
          ],
          [rounds.bonus, number(derived.bonus?.counted)],
          [rounds.penalty, number(derived.penalty?.counted)],
          [rounds.total, derived.total !== null && <strong>{number(derived.total)}</strong>],
        ]}
      />
      <ol className="steps">
        {explanation.steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}
