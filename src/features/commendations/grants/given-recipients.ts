import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { SubjectKind } from '../../sectors/subject-kind.js';
import type { CommendationForm } from '../forms/forms.js';

/** Who is commended, as a person enters it. `null`: not said. */
export interface GivenRecipient {
  readonly kind: SubjectKind;
  readonly modelId: Id | null;
  readonly unitId: Id | null;
  readonly personId: Id | null;
  /** Name, post and unit as they were. */
  readonly name: string | null;
  readonly post: string | null;
  readonly unitName: string | null;
}

/** One line of a decision: a form for a recipient, or for a number of recipients who are not named. */
export interface GivenReward extends GivenRecipient {
  readonly form: CommendationForm;
  readonly count: number | null;
  readonly reason: string;
  readonly evaluationId: Id | null;
  readonly periodFrom: LocalDate | null;
  readonly periodTo: LocalDate | null;
}

/** What a decision grants besides its number, day and issuer. */
export interface DraftedGrant {
  /** When the dossier was received for appraisal. */
  readonly receivedOn: LocalDate | null;
  /** Why the newer law is more favourable, where a person decided so. */
  readonly newerLawReason: string | null;
  readonly recipients: readonly GivenReward[];
}

/** The recipient as the registry keeps it. */
export interface Recipient {
  readonly modelId: Id | null;
  readonly unitId: Id | null;
  readonly personId: Id | null;
  readonly name: string | null;
  readonly post: string | null;
  readonly unitName: string | null;
  /** Null where the recipient is named: that is one. */
  readonly statedCount: number | null;
}

/** A range of days as PostgreSQL takes it; `null`: not known. */
export const periodOf = ({ periodFrom, periodTo }: Pick<GivenReward, 'periodFrom' | 'periodTo'>): string | null =>
  periodFrom === null && periodTo === null ? null : `[${periodFrom ?? ''},${periodTo ?? ''}]`;
