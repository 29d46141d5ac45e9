import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { staleVersion } from '../../../platform/database/expected-version.js';
import type { ObjectState } from '../../../platform/audit/object-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { errorOf } from '../../../platform/errors/catalogue.js';
import { DomainError, Problems, Refusal } from '../../../platform/errors/domain-error.js';
import type { BlockReason } from '../../../shared/lifecycle.js';
import type { LocalDate, PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { DecisionsReader, type DecisionRecord } from '../../decisions/decisions.reader.js';
import { MovementsReader } from '../../movements/movements.reader.js';
import type { RecognitionLevel } from '../../movements/recognition-level.js';
import { ModelErrors } from '../model.errors.js';
import { ModelStore, lockModel, raiseVersion } from '../model.store.js';
import { forTrail } from '../content/model-content.trail.js';
import { keepContent, moveRegistration, setSubmitted } from '../registration/registration.store.js';
import { insertRecognition, insertStep, lastDayOf, revokeRecognition, setRunning } from './model-step.store.js';
import { RecognitionRuleChecks } from './recognition-rule.checks.js';
import { stepDay, type StepDay } from './step-day.js';
import { ModelRights } from '../model-rights.js';
import { ModelFactsReader, type ModelInLife } from './lifecycle-facts.reader.js';
import { isRunningAction, modelLifecycle, runningLifecycle, type ModelActionName } from '../model.lifecycle.js';
import type { ModelState, RunningState } from '../model-states.js';

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

interface SteppedModel {
  readonly id: Id;
  /** The registration whose file takes the step; absent: the latest. */
  readonly registrationId?: Id | undefined;
  readonly expectedVersion?: number | undefined;
}

/** The result of a step for one model: done if there are no errors. */
export interface StepAnswer {
  readonly id: Id;
  readonly errors: readonly DomainError[];
}

/**
 * The one command that takes models through their lifecycles. Each model is checked and written in a transaction of its own, so a bulk command is
 * the same as many single ones; the answer has a result for each model.
 */
@Injectable()
export class ModelStepsService {
  constructor(
    private readonly db: Database,
    private readonly facts: ModelFactsReader,
    private readonly movements: MovementsReader,
    private readonly decisions: DecisionsReader,
    private readonly recognitionRule: RecognitionRuleChecks,
    private readonly store: ModelStore,
    private readonly rights: ModelRights,
  ) {}

  async step(actor: Actor, input: StepInput, idempotencyKey?: string | null): Promise<StepAnswer[]> {
    const answers: StepAnswer[] = [];
    for (const [i, model] of input.models.entries()) {
      const key = idempotencyKey ? `${idempotencyKey}#${i}` : idempotencyKey;
      answers.push({ id: model.id, errors: await this.stepOne(actor, { ...input, models: [model] }, key) });
    }
    return answers;
  }

  private async stepOne(actor: Actor, input: StepInput, key: string | null | undefined): Promise<readonly DomainError[]> {
    try {
      await this.db.once(actor, { key, command: `model.${input.action}`, input }, tx => this.stepIn(tx, input));
      return [];
    } catch (error) {
      if (error instanceof Refusal) return error.errors;
      if (error instanceof DomainError && ['invalid', 'conflict', 'notFound', 'forbidden'].includes(error.category)) return [error];
      throw error;
    }
  }

  private async stepIn(tx: Tx, input: StepInput): Promise<Id> {
    const { action } = input;
    const [{ id, registrationId, expectedVersion }] = input.models as [SteppedModel];
    const on = stepDay(input.on, tx.today);
    const locked = await lockModel(tx, id);
    await this.rights.require(tx, action, id, registrationId);
    const [model] = registrationId
      ? await this.facts.loadRegistrations(tx.query, [registrationId], on.day)
      : await this.facts.load(tx.query, [id], on.day);
    if (!model || !locked) throw ModelErrors.MODEL_NOT_FOUND({ id });
    const deviationReason = await this.check(tx, model, input, on, expectedVersion);
    const { from, to } = statesOf(model, action);
    const holderId = await this.holderAfter(tx, model, action, on.day);
    if (isRunningAction(action)) await setRunning(tx, id, to as RunningState);
    else await moveRegistration(tx, id, model.registrationId, { fileState: to as ModelState, stateSince: on.day, holderId });
    await raiseVersion(tx, id);
    const reason = input.reason === undefined ? null : cleanText(input.reason);
    await insertStep(tx, {
      modelId: id,
      registrationId: stepsOf(model, action),
      lifecycle: isRunningAction(action) ? 'RUNNING' : 'FILE',
      action,
      fromState: from,
      toState: to,
      onDay: on.day,
      onGiven: on.given,
      reason,
      unitId: holderId,
      decisionId: input.decisionId ?? null,
    });
    const effect = await this.effectOf(tx, model, { ...input, deviationReason }, on);
    const change = isRunningAction(action) ? 'running' : 'state';
    await tx.audit({
      action: `model.${action}`,
      object: { type: 'EmulationModel', id },
      unitId: model.unitId,
      before: { [change]: from },
      after: { [change]: to, on: on.given ?? on.day, decisionId: input.decisionId ?? null, level: input.level ?? null, ...effect },
      reason,
    });
    return id;
  }

  /** @returns why the recognition differs from its rule; `null`: it does not, or the step is another. */
  private async check(tx: Tx, model: ModelInLife, input: StepInput, on: StepDay, expected: number | undefined): Promise<string | null> {
    const problems = new Problems();
    if (expected !== undefined && expected !== model.version) {
      problems.add(staleVersion(expected, model.version));
    }
    if (on.earliest > tx.today) problems.add(ModelErrors.MODEL_STEP_IN_FUTURE({ date: on.earliest }).at('on'));
    if (on.given !== null && !model.facts.onPaper) problems.add(ModelErrors.MODEL_DAY_NEEDED({ date: on.given }).at('on'));
    const last = await lastDayOf(tx, { id: model.id, registrationId: stepsOf(model, input.action) });
    if (last !== undefined && on.day < last) problems.add(ModelErrors.MODEL_STEP_BEFORE_LAST({ date: last }).at('on'));
    for (const { code, params } of reasonsAgainst(model, input)) problems.add(errorOf(code, params));
    let decision: DecisionRecord | undefined;
    if (input.decisionId !== undefined) {
      decision = await this.decisions.decisionIn(tx, input.decisionId);
      if (!decision) problems.add(ModelErrors.MODEL_DECISION_UNKNOWN({ id: input.decisionId }).at('decisionId'));
      else if (decision.issuedOn > on.day) problems.add(ModelErrors.MODEL_DECISION_LATER({ date: decision.issuedOn }).at('decisionId'));
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

  /** The holder after the step: the receiving authority after `submit`, the next one after `agree`, none after `return` and `withdraw`. */
  private async holderAfter(tx: Tx, model: ModelInLife, action: ModelActionName, day: LocalDate): Promise<Id | null> {
    if (action === 'return' || action === 'withdraw') return null;
    if (action !== 'submit' && action !== 'agree') return model.holderId;
    const [authority] = await this.movements.authoritiesFor(tx.query, [action === 'submit' ? model.unitId : model.holderId!], day);
    return authority!.receiverId;
  }

  /** Keeps what was submitted or approved, and the recognition. `check` has made sure that level and decision, or paper, are given. */
  private async effectOf(
    tx: Tx,
    { id, registrationId }: ModelInLife,
    {
      action,
      decisionId,
      level,
      source,
      deviationReason,
    }: Omit<StepInput, 'deviationReason'> & { readonly deviationReason: string | null },
    on: StepDay,
  ): Promise<ObjectState> {
    if (action === 'revoke') await revokeRecognition(tx, registrationId, decisionId!, on.day);
    if (action !== 'submit' && action !== 'recognise') return {};
    const { content } = (await this.store.lockContent(tx, id))!;
    const contentId = await keepContent(tx, id, forTrail(content));
    if (action === 'submit') {
      await setSubmitted(tx, registrationId, contentId);
      return {};
    }
    await insertRecognition(tx, {
      modelId: id,
      registrationId,
      decisionId: decisionId ?? null,
      source: source === undefined ? null : cleanText(source),
      level: level!,
      recognisedOn: on.day,
      recognisedGiven: on.given,
      deviationReason,
      approvedId: contentId,
    });
    return deviationReason === null ? {} : { deviationReason };
  }
}

/** The registration whose steps are in the order of time with a step: none for a step of the running. */
const stepsOf = ({ registrationId }: ModelInLife, action: ModelActionName): Id | null => (isRunningAction(action) ? null : registrationId);

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

function statesOf(model: ModelInLife, action: ModelActionName): { from: ModelState | RunningState | null; to: ModelState | RunningState } {
  return isRunningAction(action)
    ? { from: model.running, to: runningLifecycle.transitions[action].to }
    : { from: model.state, to: modelLifecycle.transitions[action].to };
}
