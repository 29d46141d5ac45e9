import type { ReactNode } from 'react';
import type { CouncilData, CouncilSessionData } from '#documents/councils';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { Badge } from '../../ui/badge.js';

export type ShownCouncil = NonNullable<CouncilData['council']>;
export type ShownSession = Extract<NonNullable<CouncilSessionData['node']>, { readonly __typename: 'CouncilSession' }>;

/** Whether enough members took part; without a rule nobody can say. */
export function Quorum({ met }: { met: boolean | null }): ReactNode {
  const { councils } = useAppraisalTexts();
  if (met === null) return <Badge tone="warn">{councils.quorumUnknown}</Badge>;
  return met ? <Badge tone="good">{councils.quorumMet}</Badge> : <Badge tone="bad">{councils.quorumNotMet}</Badge>;
}
