import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { staleVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { errorOf } from '../../platform/errors/catalogue.js';
import { DomainError, Problems, Refusal } from '../../platform/errors/domain-error.js';
import type { BlockReason } from '../../shared/lifecycle.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { DecisionsReader } from '../decisions/decisions.reader.js';
import { MovementsReader } from '../movements/movements.reader.js';
import type { RecognitionLevel } from '../movements/recognition-level.js';
import { ModelErrors } from './model.errors.js';
import { ModelRights } from './model-rights.js';
import { ModelFactsReader, type ModelInLife } from './model-facts.reader.js';
import { isRunningAction, modelLifecycle, runningLifecycle, type ModelActionName } from './model.lifecycle.js';
import type { ModelState, RunningState } from './model-states.js';

/** One step for one or many models. */
export interface StepInput {
  readonly action: ModelActionName;
  readonly models: readonly { readonly id: Id; readonly expectedVersion?: number | undefined }[];
  /** The day of the step; absent: today. */
  readonly on?: LocalDate | undefined;
  readonly reason?: string | undefined;
  readonly decisionId?: Id | undefined;
  readonly level?: RecognitionLevel | undefined;
}

/** What became of one model of a step. */
export interface StepAnswer {
  readonly id: Id;
  readonly errors: readonly DomainError[];
}

/**
 * The one guarded command by which models go through their lives. Single and in bulk it is the same: each model is checked and written for
 * itself, and the answer says of each what became of it and why.
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
    await tx.query(`select from emulation_model where id = $1 for update`, [id]);
    await this.rights.require(tx, action, id);
    const [model] = await this.facts.load(tx.query, [id], day);
    if (!model) throw ModelErrors.MODEL_NOT_FOUND({ id });
    await this.check(tx, model, input, day, expectedVersion);
    const { from, to } = statesOf(model, action);
    const holderId = await this.holderAfter(tx, model, action, day);
    const set = isRunningAction(action) ? 'running_state = $2' : 'file_state = $2, state_since = $4';
    const moved = isRunningAction(action) ? [id, to, holderId] : [id, to, holderId, day];
    await tx.query(`update emulation_model set ${set}, holder_id = $3, version = version + 1 where id = $1`, moved);
    const reason = input.reason === undefined ? null : cleanText(input.reason);
    await tx.query(
      `insert into model_step (id, model_id, lifecycle, action, from_state, to_state, on_day, at, actor_name, reason, unit_id, decision_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [newId(), id, lifecycleOf(action), action, from, to, day, tx.now, tx.actor.name, reason, holderId, input.decisionId ?? null],
    );
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
    const [last] = await tx.query<{ day: LocalDate }>(
      `select on_day as day from model_step where model_id = $1 and lifecycle = $2 order by on_day desc limit 1`,
      [model.id, lifecycleOf(input.action)],
    );
    if (last && day < last.day) problems.add(ModelErrors.MODEL_STEP_BEFORE_LAST({ date: last.day }).at('on'));
    for (const { code, params } of reasonsAgainst(model, input)) problems.add(errorOf(code, params));
    if (input.decisionId !== undefined) {
      const decision = await this.decisions.decisionIn(tx, input.decisionId);
      if (!decision) problems.add(ModelErrors.MODEL_DECISION_UNKNOWN({ id: input.decisionId }).at('decisionId'));
      else if (decision.issuedOn > day) problems.add(ModelErrors.MODEL_DECISION_LATER({ date: decision.issuedOn }).at('decisionId'));
    }
    if (input.action === 'recognise' && input.level === undefined) problems.add(ModelErrors.MODEL_NEEDS_LEVEL().at('level'));
    problems.refuseIfAny();
  }

  /** Where the file lies after the step: with the receiving authority once submitted, with the next one once agreed, with the unit when returned. */
  private async holderAfter(tx: Tx, model: ModelInLife, action: ModelActionName, day: LocalDate): Promise<Id | null> {
    if (action === 'return' || action === 'withdraw') return null;
    if (action !== 'submit' && action !== 'agree') return model.holderId;
    const [authority] = await this.movements.authoritiesFor(tx.query, [action === 'submit' ? model.unitId : model.holderId!], day);
    return authority!.receiverId;
  }

  private async decide(tx: Tx, id: Id, { action, decisionId, level }: StepInput, day: LocalDate): Promise<void> {
    if (action === 'recognise') {
      await tx.query(`insert into recognition (id, model_id, decision_id, level, recognised_on) values ($1, $2, $3, $4, $5)`, [
        newId(),
        id,
        decisionId,
        level,
        day,
      ]);
    }
    if (action === 'revoke') {
      await tx.query(`update recognition set revoked_on = $2, revoked_by_id = $3 where model_id = $1 and revoked_on is null`, [
        id,
        day,
        decisionId,
      ]);
    }
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
