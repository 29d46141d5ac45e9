import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { staleVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { errorOf } from '../../../platform/errors/catalogue.js';
import { DomainError, Problems, Refusal } from '../../../platform/errors/domain-error.js';
import type { BlockReason } from '../../../shared/lifecycle.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { DecisionsReader, issuedAfter } from '../../decisions/decisions.reader.js';
import { MovementsReader } from '../../movements/movements.reader.js';
import type { RecognitionLevel } from '../../movements/recognition-level.js';
import { ModelErrors } from '../model.errors.js';
import { lockModel } from '../model.store.js';
import { insertRecognition, insertStep, lastDayIn, moveModel, revokeRecognition, type Moved } from './model-step.store.js';
import { ModelRights } from '../model-rights.js';
import { ModelFactsReader, type ModelInLife } from './lifecycle-facts.reader.js';
import { isRunningAction, modelLifecycle, runningLifecycle, type ModelActionName } from '../model.lifecycle.js';
import type { ModelState, RunningState } from '../model-states.js';

/** A step for one or many models. */
export interface StepInput {
  readonly action: ModelActionName;
  readonly models: readonly { readonly id: Id; readonly expectedVersion?: number | undefined }[];
  /** The day of the step; absent: today. */
  readonly on?: LocalDate | undefined;
  readonly reason?: string | undefined;
  readonly decisionId?: Id | undefined;
  readonly level?: RecognitionLevel | undefined;
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
    const [{ id, expectedVersion }] = input.models as [StepInput['models'][number]];
    const day = input.on ?? tx.today;
    await lockModel(tx, id);
    await this.rights.require(tx, action, id);
    const [model] = await this.facts.load(tx.query, [id], day);
    if (!model) throw ModelErrors.MODEL_NOT_FOUND({ id });
    await this.check(tx, model, input, day, expectedVersion);
    const { from, to } = statesOf(model, action);
    const holderId = await this.holderAfter(tx, model, action, day);
    await moveModel(tx, id, movedTo(action, to, day, holderId));
    const reason = input.reason === undefined ? null : cleanText(input.reason);
    await insertStep(tx, {
      modelId: id,
      lifecycle: lifecycleOf(action),
      action,
      fromState: from,
      toState: to,
      onDay: day,
      reason,
      unitId: holderId,
      decisionId: input.decisionId ?? null,
    });
    await this.decide(tx, id, input, day);
    const change = isRunningAction(action) ? 'running' : 'state';
    await tx.audit({
      action: `model.${action}`,
      object: { type: 'EmulationModel', id },
      unitId: model.unitId,
      before: { [change]: from },
      after: { [change]: to, on: day, decisionId: input.decisionId ?? null, level: input.level ?? null },
      reason,
    });
    return id;
  }

  private async check(tx: Tx, model: ModelInLife, input: StepInput, day: LocalDate, expected: number | undefined): Promise<void> {
    const problems = new Problems();
    if (expected !== undefined && expected !== model.version) {
      problems.add(staleVersion(expected, model.version));
    }
    if (day > tx.today) problems.add(ModelErrors.MODEL_STEP_IN_FUTURE({ date: day }).at('on'));
    const last = await lastDayIn(tx, model.id, lifecycleOf(input.action));
    if (last !== undefined && day < last) problems.add(ModelErrors.MODEL_STEP_BEFORE_LAST({ date: last }).at('on'));
    for (const { code, params } of reasonsAgainst(model, input)) problems.add(errorOf(code, params));
    if (input.decisionId !== undefined) {
      const decision = await this.decisions.decisionIn(tx, input.decisionId);
      if (!decision) problems.add(ModelErrors.MODEL_DECISION_UNKNOWN({ id: input.decisionId }).at('decisionId'));
      else if (issuedAfter(decision, day)) problems.add(ModelErrors.MODEL_DECISION_LATER({ date: decision.issued! }).at('decisionId'));
    }
    if (input.action === 'recognise' && input.level === undefined) problems.add(ModelErrors.MODEL_NEEDS_LEVEL().at('level'));
    problems.refuseIfAny();
  }

  /** The holder after the step: the receiving authority after `submit`, the next one after `agree`, none after `return` and `withdraw`. */
  private async holderAfter(tx: Tx, model: ModelInLife, action: ModelActionName, day: LocalDate): Promise<Id | null> {
    if (action === 'return' || action === 'withdraw') return null;
    if (action !== 'submit' && action !== 'agree') return model.holderId;
    const [authority] = await this.movements.authoritiesFor(tx.query, [action === 'submit' ? model.unitId : model.holderId!], day);
    return authority!.receiverId;
  }

  /** `check` has made sure that decision and level are given. */
  private async decide(tx: Tx, modelId: Id, { action, decisionId, level }: StepInput, day: LocalDate): Promise<void> {
    if (action === 'recognise') await insertRecognition(tx, { modelId, decisionId: decisionId!, level: level!, recognisedOn: day });
    if (action === 'revoke') await revokeRecognition(tx, modelId, decisionId!, day);
  }
}

const lifecycleOf = (action: ModelActionName): 'FILE' | 'RUNNING' => (isRunningAction(action) ? 'RUNNING' : 'FILE');

function reasonsAgainst(model: ModelInLife, { action, reason, decisionId }: StepInput): readonly BlockReason[] {
  const facts = { ...model.facts, given: { reason: reason !== undefined, decision: decisionId !== undefined } };
  if (!isRunningAction(action)) return modelLifecycle.check(action, model.state, facts);
  return model.running === null ? [{ code: 'MODEL_RUNNING_UNKNOWN', params: {} }] : runningLifecycle.check(action, model.running, facts);
}

function statesOf(model: ModelInLife, action: ModelActionName): { from: ModelState | RunningState | null; to: ModelState | RunningState } {
  return isRunningAction(action)
    ? { from: model.running, to: runningLifecycle.transitions[action].to }
    : { from: model.state, to: modelLifecycle.transitions[action].to };
}

function movedTo(action: ModelActionName, to: ModelState | RunningState, day: LocalDate, holderId: Id | null): Moved {
  return isRunningAction(action)
    ? { runningState: to as RunningState, holderId }
    : { fileState: to as ModelState, stateSince: day, holderId };
}
