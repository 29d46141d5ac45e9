import { Injectable } from '@nestjs/common';
import { staleVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { errorOf } from '../../../platform/errors/catalogue.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { BlockReason } from '../../../shared/lifecycle.js';
import type { LocalDate, PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { DecisionsReader, type DecisionRecord } from '../../decisions/decisions.reader.js';
import { checkDecision } from '../decision-basis.checks.js';
import type { RecognitionLevel } from '../../sectors/recognition-level.js';
import { ModelErrors } from '../model.errors.js';
import { RegistrationErrors } from '../registration/registration.errors.js';
import { isRunningAction, modelLifecycle, runningLifecycle, type ModelActionName } from '../model.lifecycle.js';
import type { ModelInLife } from './lifecycle-facts.reader.js';
import { RecognitionRuleChecks } from './recognition-rule.checks.js';
import type { StepDay } from './step-day.js';

/** A step for one or many models. */
export interface StepInput {
  readonly action: ModelActionName;
  readonly models: readonly SteppedModel[];
  /** The day of the step; absent: today. A paper of the past may give less than a day. */
  readonly on?: PartialDate | undefined;
  readonly reason?: string | undefined;
  readonly decisionId?: Id | undefined;
  readonly level?: RecognitionLevel | undefined;
  /** The paper, where no decision is known. */
  readonly source?: string | undefined;
  readonly deviationReason?: string | undefined;
}

export interface SteppedModel {
  readonly id: Id;
  /** The registration whose file takes the step; absent: the latest. */
  readonly registrationId?: Id | undefined;
  readonly expectedVersion?: number | undefined;
}

/** The field of the input that would remove the reason. */
const FIELD_OF: Readonly<Record<string, readonly string[]>> = { MODEL_NEEDS_REASON: ['reason'], MODEL_NEEDS_DECISION: ['decisionId'] };

/** The rules of a step: the lifecycle, the order of time, the decision, and the rule of recognition. */
@Injectable()
export class ModelStepChecks {
  constructor(
    private readonly decisions: DecisionsReader,
    private readonly recognitionRule: RecognitionRuleChecks,
  ) {}

  /** @param last the day of the step before. @returns why the recognition differs from its rule; `null`: it does not, or the step is another. */
  async check(tx: Tx, model: ModelInLife, input: StepInput, on: StepDay, last: LocalDate | undefined): Promise<string | null> {
    const problems = new Problems();
    const expected = input.models[0]?.expectedVersion;
    if (expected !== undefined && expected !== model.version) {
      problems.add(staleVersion(expected, model.version));
    }
    if (on.earliest > tx.today) problems.add(ModelErrors.MODEL_STEP_IN_FUTURE({ date: on.earliest }).at('on'));
    if (on.given !== null && !model.facts.onPaper) problems.add(RegistrationErrors.MODEL_DAY_NEEDED({ date: on.given }).at('on'));
    if (last !== undefined && on.day < last) problems.add(ModelErrors.MODEL_STEP_BEFORE_LAST({ date: last }).at('on'));
    const { opensOn } = model.facts;
    if (input.action === 'submit' && opensOn !== null && on.day < opensOn && model.facts.day >= opensOn)
      problems.add(ModelErrors.MODEL_BEFORE_OPENING({ date: opensOn }).at('on'));
    for (const { code, params } of reasonsAgainst(model, input)) problems.add(errorOf(code, params).at(...(FIELD_OF[code] ?? [])));
    let decision: DecisionRecord | undefined;
    if (input.decisionId !== undefined) {
      decision = await this.decisions.decisionIn(tx, input.decisionId);
      checkDecision(decision, input.decisionId, on.day, problems);
    }
    const deviationReason = input.action === 'recognise' ? await this.checkRecognition(tx, model, input, on.day, decision, problems) : null;
    problems.refuseIfAny();
    return deviationReason;
  }

  private async checkRecognition(
    tx: Tx,
    model: ModelInLife,
    { level, deviationReason }: StepInput,
    day: LocalDate,
    decision: DecisionRecord | undefined,
    problems: Problems,
  ): Promise<string | null> {
    if (level === undefined) {
      problems.add(ModelErrors.MODEL_NEEDS_LEVEL().at('level'));
      return null;
    }
    const reason = deviationReason === undefined ? null : cleanText(deviationReason);
    return this.recognitionRule.check(tx, model, { level, day, decision, deviationReason: reason }, problems);
  }
}

function reasonsAgainst(model: ModelInLife, { action, reason, decisionId, source }: StepInput): readonly BlockReason[] {
  const facts = {
    ...model.facts,
    given: { reason: reason !== undefined, decision: decisionId !== undefined, source: source !== undefined },
  };
  if (!isRunningAction(action)) {
    return model.state === null ? [{ code: 'MODEL_STATE_UNKNOWN', params: {} }] : modelLifecycle.check(action, model.state, facts);
  }
  return model.running === null ? [{ code: 'MODEL_RUNNING_UNKNOWN', params: {} }] : runningLifecycle.check(action, model.running, facts);
}
