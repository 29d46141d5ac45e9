import type { Problems } from '../../platform/errors/domain-error.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { issuedAfter, refusalAsBasis, type DecisionRecord } from '../decisions/decisions.reader.js';
import { ModelErrors } from './model.errors.js';

/** What a model has by a decision rests on one that exists, is in force, and was issued by that day: a step, a fact and a paper of the past alike. */
export function checkDecision(decision: DecisionRecord | undefined, id: Id, day: LocalDate, problems: Problems): void {
  const problem = decision
    ? (refusalAsBasis(decision) ?? (issuedAfter(decision, day) && ModelErrors.MODEL_DECISION_LATER({ date: decision.issued! })))
    : ModelErrors.MODEL_DECISION_UNKNOWN({ id });
  if (problem) problems.add(problem.at('decisionId'));
}
