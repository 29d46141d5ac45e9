import type { LocalDate } from '../../shared/dates.js';
import type { Tx } from '../../platform/database/tx.js';
import type { CommendationEntity } from './commendation.entity.js';
import { dayOfDecision } from './commendation.finder.js';

/** The day of a commendation as far as it is known: of the decision, or of the presentation, or the one that the paper names. */
export async function dayOf(
  tx: Tx,
  { decisionId, presentedOn, onDay }: Pick<CommendationEntity, 'decisionId' | 'presentedOn' | 'onDay'>,
): Promise<LocalDate | null> {
  const decided = decisionId === null ? null : await dayOfDecision(tx.query, decisionId);
  return decided ?? presentedOn ?? onDay;
}
