import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DomainError, Refusal } from '../../../platform/errors/domain-error.js';
import type { Id } from '../../../shared/ids.js';
import { ruledDay } from '../../../shared/stated-day.js';
import { cleanText } from '../../../shared/text.js';
import { ModelErrors } from '../model.errors.js';
import { ModelStore, lockModel } from '../model.store.js';
import { forTrail } from '../content/model-content.trail.js';
import { formOfRegistration, keepContent, listThemesOf, moveRegistration } from '../registration/registration.store.js';
import { insertRecognition, insertStep, lastDayOf, revokeRecognition, setRunning } from './model-step.store.js';
import { ModelStepChecks, type StepInput, type SteppedModel } from './model-step.checks.js';
import { stepDay, type StepDay } from './step-day.js';
import { ModelRights } from '../model-rights.js';
import { ModelFactsReader, type ModelInLife } from './lifecycle-facts.reader.js';
import { isRunningAction, modelLifecycle, runningLifecycle, type ModelActionName } from '../model.lifecycle.js';
import type { ModelState, RunningState } from '../model-states.js';

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
    private readonly checks: ModelStepChecks,
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

  /** The step of one model within the caller’s transaction. @throws every reason against it; then nothing is written. */
  async stepIn(tx: Tx, input: StepInput): Promise<Id> {
    const { action } = input;
    const [{ id, registrationId }] = input.models as [SteppedModel];
    const lifecycle = isRunningAction(action) ? 'RUNNING' : 'FILE';
    const on = stepDay(input.on, tx.today);
    const onPaper = action === 'submit' && input.source !== undefined;
    const ruledOn = action === 'submit' ? ruledDay(on.day, tx.today, input.source) : on.day;
    // Sent one after the other without waiting: what follows the lock sees what the one before it has written.
    const [locked, , [model], last, kept] = await Promise.all([
      lockModel(tx, id),
      this.rights.require(tx, onPaper ? 'recordSubmission' : action, id, registrationId),
      registrationId ? this.facts.loadRegistrations(tx.query, [registrationId], ruledOn) : this.facts.load(tx.query, [id], ruledOn),
      lastDayOf(tx, { modelId: id, lifecycle, registrationId }),
      KEEPS_CONTENT.has(action) ? this.contentNow(tx, id, registrationId) : undefined,
    ]);
    if (!model || !locked) throw ModelErrors.MODEL_NOT_FOUND({ id });
    const deviationReason = await this.checks.check(tx, model, input, on, last);
    const { from, to } = statesOf(model, action);
    const holderId = holderAfter(model, action);
    if (isRunningAction(action)) await setRunning(tx, id, to as RunningState, 1);
    else await moveRegistration(tx, id, model.registrationId, { fileState: to as ModelState, stateSince: on.day, holderId }, 1);
    // Its themes are no draft’s any more.
    if (kept?.hasThemes) await listThemesOf(tx, id);
    const contentId = kept?.id ?? null;
    const source = onPaper ? cleanText(input.source!) : undefined;
    const reason = input.reason === undefined ? (source ?? null) : cleanText(input.reason);
    const decisionId = input.decisionId ?? null;
    await insertStep(tx, {
      modelId: id,
      registrationId: lifecycle === 'FILE' ? model.registrationId : null,
      lifecycle,
      action,
      fromState: from,
      toState: to,
      onDay: on.day,
      onGiven: on.given,
      reason,
      unitId: holderId,
      decisionId,
      contentId,
    });
    await decide(tx, model, input, { on, deviationReason, contentId });
    const change = isRunningAction(action) ? 'running' : 'state';
    const recognised = { level: input.level ?? null, ...(deviationReason !== null && { deviationReason }) };
    await tx.audit({
      action: `model.${action}`,
      object: { type: 'EmulationModel', id },
      unitId: model.unitId,
      before: { [change]: from },
      after: { [change]: to, on: on.given ?? on.day, decisionId, ...recognised, ...(source !== undefined && { source }) },
      reason,
    });
    return id;
  }

  /** Keeps the content of the locked model as it is now, with the form of the registration. @param registrationId absent: the latest */
  private async contentNow(tx: Tx, id: Id, registrationId: Id | undefined): Promise<KeptContent | undefined> {
    const stored = await this.store.contentOf(tx, id);
    if (!stored) return undefined;
    const content = registrationId ? { ...stored.content, form: await formOfRegistration(tx, registrationId) } : stored.content;
    return { id: await keepContent(tx, id, forTrail(content)), hasThemes: content.themes.length > 0 };
  }
}

interface KeptContent {
  readonly id: Id;
  readonly hasThemes: boolean;
}

/** What is submitted, and what a decision approves, is kept as it is on that day. */
const KEEPS_CONTENT: ReadonlySet<ModelActionName> = new Set(['submit', 'recognise']);

interface Decided {
  readonly on: StepDay;
  readonly deviationReason: string | null;
  readonly contentId: Id | null;
}

/** Inserts or revokes the recognition. The checks have made sure that the level, and the decision or the paper, are given. */
async function decide(
  tx: Tx,
  { id, registrationId }: ModelInLife,
  { action, decisionId, level, source }: StepInput,
  { on, deviationReason, contentId }: Decided,
): Promise<void> {
  if (action === 'revoke') await revokeRecognition(tx, registrationId, decisionId!, on.day);
  if (action !== 'recognise') return;
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
}

/** The holder after the step: the receiving authority after `submit`, the next one after `agree`, none after `return` and `withdraw`. */
function holderAfter({ receiverId, nextReceiverId, holderId }: ModelInLife, action: ModelActionName): Id | null {
  if (action === 'return' || action === 'withdraw') return null;
  if (action === 'submit') return receiverId;
  return action === 'agree' ? nextReceiverId : holderId;
}

function statesOf(model: ModelInLife, action: ModelActionName): { from: ModelState | RunningState | null; to: ModelState | RunningState } {
  return isRunningAction(action)
    ? { from: model.running, to: runningLifecycle.transitions[action].to }
    : { from: model.state, to: modelLifecycle.transitions[action].to };
}
