import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { Aggregation } from '../../criteria/rules/aggregation.js';
import type { RecognitionLevel } from '../../sectors/recognition-level.js';
import type { AbsentRule, FeedbackPart } from '../evaluation.kinds.js';

/** Units within which quotas are counted, as the round lists them. */
export interface GivenBlock {
  readonly name: string;
  readonly outstanding: boolean;
  readonly unitIds: readonly Id[];
}

/** A round to be opened, with its entries. */
export interface GivenRound {
  readonly unitId: Id;
  readonly name: string;
  readonly criteriaVersionId: Id;
  readonly councilId: Id | null;
  readonly year: number;
  readonly level: RecognitionLevel | null;
  readonly illustrative: boolean;
  readonly blind: boolean;
  readonly aggregation: Aggregation;
  readonly missing: AbsentRule;
  readonly abstained: AbsentRule;
  readonly feedback: readonly FeedbackPart[];
  readonly closesOn: LocalDate | null;
  readonly complaintDays: number | null;
  readonly blocks: readonly GivenBlock[];
  readonly registrationIds: readonly Id[];
  readonly registrationRoundId: Id | null;
  readonly unitIds: readonly Id[];
}
