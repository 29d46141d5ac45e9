import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Standards, type StandardsData } from '#documents/draft';
import { useRead } from '../../api/read.js';
import { LineFields } from '../../parts/lines/line.fields.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { Part } from '../../ui/page.js';
import { emptyProposed, type Proposed } from './proposed.values.js';

interface Props {
  readonly title: string;
  readonly lines: readonly Proposed[];
  onChange(lines: readonly Proposed[]): void;
  /** The server's sentence about a field: `items.0.form`. */
  at(path: string): string | undefined;
  /** Whether there may be none. */
  readonly mayBeEmpty: boolean;
}

/** The lines of a proposal as they are typed, each with the conditions of its standard. */
export function LinesPart({ title, lines, onChange, at, mayBeEmpty }: Props): ReactNode {
  const { draftProposal } = useProposalTexts();
  const { data } = useRead(Standards, {});
  return (
    <Part title={title}>
      {lines.map((line, index) => (
        <LineFields
          key={line.key}
          number={index + 1}
          line={line}
          error={field => at(`items.${index}.${field}`)}
          onChange={changed => onChange(lines.with(index, { ...line, ...changed }))}
          onRemove={mayBeEmpty || lines.length > 1 ? () => onChange(lines.toSpliced(index, 1)) : undefined}
        >
          <Conditions
            line={line}
            standard={data?.commendationStandards.find(({ form }) => form === line.form)}
            error={at(`items.${index}.met`)}
            onChange={met => onChange(lines.with(index, { ...line, met }))}
          />
        </LineFields>
      ))}
      <Button variant="default" onClick={() => onChange([...lines, emptyProposed(lines.at(-1))])}>
        {draftProposal.addLine}
      </Button>
    </Part>
  );
}

interface ConditionsProps {
  readonly line: Proposed;
  readonly standard: StandardsData['commendationStandards'][number] | undefined;
  readonly error: string | undefined;
  onChange(met: Proposed['met']): void;
}

/** What shows each condition of the standard; where nothing does, it is not met. */
function Conditions({ line: { met }, standard, error, onChange }: ConditionsProps): ReactNode {
  const { draftProposal } = useProposalTexts();
  if (!standard) return <p className="quiet">{draftProposal.noStandard}</p>;
  return (
    <details className="more" open={Object.keys(met).length > 0 || error !== undefined}>
      <summary>{draftProposal.conditions}</summary>
      <p className="quiet">{draftProposal.conditionsOf(standard.act)}</p>
      <div className="conditions">
        {standard.conditions.map(({ code, text, oneOf }) => (
          <TextInput
            key={code}
            label={text}
            description={oneOf ? draftProposal.oneOf(oneOf) : undefined}
            error={error}
            value={met[code] ?? ''}
            autoComplete="off"
            onChange={event => onChange({ ...met, [code]: event.currentTarget.value })}
          />
        ))}
      </div>
    </details>
  );
}
