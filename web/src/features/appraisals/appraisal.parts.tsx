import type { ReactNode } from 'react';
import type { Schema } from '#documents/appraisals';
import addresses from '../../api/addresses.json';
import { dayText, todayInVietnam } from '../../api/format.js';
import { useTerms } from '../../texts/texts.context.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { Badge } from '../../ui/badge.js';
import { To } from '../../ui/link.js';

export const entryAddress = (id: string): string => `/${addresses.appraisals}/ho-so/${id}`;

/** What is appraised. Where it is not shown to those who score, its number is shown instead. */
export interface Entered {
  readonly number: number;
  readonly unit: { readonly fullName: string } | null;
  readonly model: { readonly title: string } | null;
}

export function useEntryName(): (entry: Entered) => string {
  const { entry: texts } = useAppraisalTexts();
  return ({ number, unit, model }) => model?.title ?? unit?.fullName ?? texts.number(number);
}

export function EntryLink({ entry }: { entry: Entered & { readonly id: string } }): ReactNode {
  const nameOf = useEntryName();
  return <To to={entryAddress(entry.id)}>{nameOf(entry)}</To>;
}

export function StateOfRound({ state, closedOn }: { state: Schema.AppraisalRoundState; closedOn?: string | null }): ReactNode {
  const { AppraisalRoundState } = useTerms();
  return (
    <Badge tone={state === 'OPEN' ? 'open' : 'good'}>
      {AppraisalRoundState[state]} {closedOn && dayText(closedOn)}
    </Badge>
  );
}

/** The last day to score; that it is over is said. */
export function Deadline({ of: { state, closesOn } }: { of: { readonly state: string; readonly closesOn: string | null } }): ReactNode {
  if (closesOn === null) return null;
  return state === 'OPEN' && closesOn < todayInVietnam() ? <Badge tone="warn">{dayText(closesOn)}</Badge> : dayText(closesOn);
}

export function StateOfSheet({ state }: { state: Schema.ScoreSheetState | undefined }): ReactNode {
  const [{ ScoreSheetState }, { sheet }] = [useTerms(), useAppraisalTexts()];
  if (!state) return <Badge tone="warn">{sheet.notBegun}</Badge>;
  return <Badge tone={state === 'SUBMITTED' ? 'good' : state === 'DRAFT' ? 'open' : 'plain'}>{ScoreSheetState[state]}</Badge>;
}
