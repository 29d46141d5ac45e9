import type { EntryData } from '#documents/entry';

export type ShownEntry = NonNullable<EntryData['evaluation']>;
export type ShownVersion = ShownEntry['round']['version'];
export type ShownSheet = ShownEntry['sheets'][number];
export type ShownCriterion = ShownVersion['criteria'][number];
export type ShownJudge = ShownEntry['judges'][number];

/** A conflict that nobody overrode. */
export const inConflict = ({ conflicts }: ShownJudge): boolean => conflicts.some(({ overriddenBy }) => overriddenBy === null);

/** Whether this person is to score the entry. */
export const judgeOf = ({ judges }: ShownEntry, personId: string | undefined): ShownJudge | undefined =>
  personId === undefined ? undefined : judges.find(({ person }) => person?.id === personId);

export const canBeScored = ({ leftOn, round }: ShownEntry): boolean => leftOn === null && round.state === 'OPEN';

/** A sheet of a member, or the self-assessment. */
export interface FilledSheet {
  readonly version: number;
  readonly state: ShownSheet['state'];
  readonly total: string | null;
  readonly remark: string | null;
  readonly submittedOn: string | null;
  readonly scores: ShownSheet['scores'];
}
