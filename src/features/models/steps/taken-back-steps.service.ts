import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { SeenModel } from '../changed-model.inputs.js';
import { differences, forTrail } from '../content/model-content.trail.js';
import { ModelErrors } from '../model.errors.js';
import { RegistrationErrors } from '../registration/registration.errors.js';
import type { ModelActionName } from '../model.lifecycle.js';
import { ModelRights, type ModelPermission } from '../model-rights.js';
import type { ModelState, RunningState } from '../model-states.js';
import { ModelStore, lockModel, raiseVersion } from '../model.store.js';
import { deleteRegistration, isOnly, latestOf, moveRegistration, registrationOf } from '../registration/registration.store.js';
import { deleteRecognition, deleteStep, lastSteps, setRunning, unrevoke, type LastStep } from './model-step.store.js';

/** The step that is taken back: the last of the running, or of the file of a registration. */
export interface TakenBack {
  readonly lifecycle: 'FILE' | 'RUNNING';
  /** `null`: the latest registration. */
  readonly registrationId: Id | null;
  /** What the client has seen as the last step. */
  readonly action: string;
  readonly reason: string;
}

/** The right that entered the first step of a file or a running. */
const FIRST_STEPS: Readonly<Record<string, ModelPermission>> = {
  draft: 'draft',
  recordPast: 'record',
  recordState: 'record',
  recordRunning: 'record',
};

/**
 * Takes back a step that was entered by mistake, while nothing rests on it: only the last one, and none after which the model was registered again.
 * The step goes, with the recognition that it made; the trail keeps both. Who may take a step may take it back.
 */
@Injectable()
export class TakenBackStepsService {
  constructor(
    private readonly db: Database,
    private readonly rights: ModelRights,
    private readonly store: ModelStore,
  ) {}

  takeBack(actor: Actor, seen: SeenModel, given: TakenBack): Promise<Id> {
    return this.db.tx(actor, tx => this.takeBackIn(tx, seen, given));
  }

  /** The same within the caller’s transaction. */
  async takeBackIn(tx: Tx, { id, expectedVersion }: SeenModel, given: TakenBack): Promise<Id> {
    const model = await lockModel(tx, id);
    if (!model) throw ModelErrors.MODEL_NOT_FOUND({ id });
    if (!(await this.rights.seesIn(tx, id))) throw ModelErrors.MODEL_NOT_FOUND({ id });
    const registration = await this.registrationIn(tx, id, given);
    const [step, before] = await lastSteps(tx, id, registration?.id ?? null);
    // Where the file lay when the step was taken: for a step of the running, where it lies.
    const holderId = registration && (before?.holderId ?? null);
    await this.rights.requireAt(tx, 'takeBackStep', id, holderId);
    requireVersion(expectedVersion, model.version);
    await this.rights.requireAt(tx, rightTo(step), id, holderId);
    if (model.gone) throw ModelErrors.MODEL_IN_TRASH();
    const last = step ?? (registration && entryOf(registration));
    if (!last) throw RegistrationErrors.MODEL_STEP_NONE();
    if (last.action !== given.action) throw RegistrationErrors.MODEL_STEP_SUPERSEDED({ action: last.action }).at('action');
    const { content } = (await this.store.contentOf(tx, id))!;
    if (registration) await this.undoOfFile(tx, id, registration, last, before);
    else await undoOfRunning(tx, id, last, before);
    await raiseVersion(tx, id);
    // Without its latest registration the model has the form of the one before.
    const [formBefore, formAfter] = differences(forTrail(content), forTrail((await this.store.contentOf(tx, id))!.content));
    await tx.audit({
      action: 'model.stepTakenBack',
      object: { type: 'EmulationModel', id },
      unitId: model.unitId,
      before: { ...taken(last), ...formBefore },
      after: { state: before?.toState ?? null, ...formAfter },
      reason: cleanText(given.reason),
    });
    return id;
  }

  private async registrationIn(tx: Tx, id: Id, { lifecycle, registrationId }: TakenBack): Promise<Registration | undefined> {
    if (lifecycle === 'RUNNING') return undefined;
    const registration = registrationId ? await registrationOf(tx, id, registrationId) : await latestOf(tx, id);
    if (!registration) throw RegistrationErrors.MODEL_REGISTRATION_UNKNOWN().at('registrationId');
    return registration;
  }

  private async undoOfFile(tx: Tx, modelId: Id, registration: Registration, last: LastStep, before: LastStep | undefined): Promise<void> {
    const { id, latest, openedOn } = registration;
    // After a later registration was opened, nothing may make this one open again. A revocation only makes it recognised again.
    if (!latest && last.action !== 'revoke' && before !== undefined) throw RegistrationErrors.MODEL_REGISTERED_LATER();
    if (before === undefined && last.action !== 'recordState' && (await isOnly(tx, modelId)))
      throw RegistrationErrors.MODEL_FIRST_STEP_STAYS();
    if (last.action === 'revoke') await unrevoke(tx, id);
    if (last.toState === 'RECOGNISED') await deleteRecognition(tx, id);
    await deleteStep(tx, last.id);
    if (before) {
      const { toState, onDay, holderId } = before;
      await moveRegistration(tx, modelId, id, { fileState: toState as ModelState, stateSince: onDay, holderId });
    } else if (last.action === 'recordState')
      await moveRegistration(tx, modelId, id, { fileState: null, stateSince: openedOn, holderId: null });
    else {
      await deleteRegistration(tx, modelId, id);
      await this.store.attestByFirst(tx, modelId);
    }
  }
}

type Registration = Awaited<ReturnType<typeof latestOf>>;

/** A paper that does not say the state made no step: what is taken back is the entry itself. */
const entryOf = ({ id, openedOn, state }: Registration): LastStep | undefined =>
  state === null
    ? {
        id,
        action: 'recordPast',
        fromState: null,
        toState: null,
        onDay: openedOn,
        holderId: null,
        decisionId: null,
        stepReason: null,
        actorName: null,
      }
    : undefined;

/** What the trail keeps of it. */
const taken = ({ id: _id, ...step }: LastStep): Omit<LastStep, 'id'> => step;

const rightTo = (step: LastStep | undefined): ModelPermission => {
  const action = step?.action ?? 'recordRunning';
  return FIRST_STEPS[action] ?? (action as ModelActionName);
};

async function undoOfRunning(tx: Tx, modelId: Id, last: LastStep, before: LastStep | undefined): Promise<void> {
  if (before === undefined && last.action !== 'recordRunning') throw RegistrationErrors.MODEL_FIRST_STEP_STAYS();
  await deleteStep(tx, last.id);
  await setRunning(tx, modelId, (before?.toState as RunningState | undefined) ?? null);
}
