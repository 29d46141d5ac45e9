import type { ReactNode } from 'react';
import type { CriteriaVersionData, Schema } from '#documents/criteria';
import { dayText } from '../../api/format.js';
import { useTerms } from '../../texts/texts.context.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { Badge, type Tone } from '../../ui/badge.js';

export type ShownVersion = Extract<NonNullable<CriteriaVersionData['node']>, { readonly __typename: 'CriteriaSetVersion' }>;

/** The act that something is from: its number, issuer and day, as far as they are known. */
export const actText = ({
  number,
  issuer,
  date,
}: {
  readonly number: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
}): string => [number, issuer, dayText(date)].filter(Boolean).join(', ');

const TONES: Readonly<Record<Schema.CriteriaSetVersionState, Tone>> = { DRAFT: 'open', PUBLISHED: 'good', SUPERSEDED: 'plain' };

export function VersionState({
  version: { number, state },
}: {
  version: { readonly number: number; readonly state: Schema.CriteriaSetVersionState };
}): ReactNode {
  const [{ CriteriaSetVersionState }, { criteria }] = [useTerms(), useAppraisalTexts()];
  return (
    <Badge tone={TONES[state]}>
      {criteria.version(number)}: {CriteriaSetVersionState[state]}
    </Badge>
  );
}
