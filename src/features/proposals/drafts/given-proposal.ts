import type { Id } from '../../../shared/ids.js';
import type { CommendationForm } from '../../commendations/forms/forms.js';
import type { GivenReward } from '../../commendations/grants/given-recipients.js';

/** A line as a person enters it. */
export interface GivenItem extends GivenReward {
  /** The conditions of the standard that are met, by their codes, each with its basis. */
  readonly met: Readonly<Record<string, string>>;
}

/** What a board proposes. */
export interface GivenProposal {
  readonly proposerId: Id;
  readonly title: string;
  readonly roundId: Id | null;
  /** The form for the results of the round. */
  readonly form: CommendationForm | null;
  /** Which results; `null`: all that have a rank. */
  readonly evaluationIds: readonly Id[] | null;
  readonly items: readonly GivenItem[];
}
