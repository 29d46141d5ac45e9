import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { EmulationModelEntity } from '../emulation-model.entity.js';
import type { RunningState } from '../model-states.js';
import { ModelStepEntity, RecognitionEntity } from './model-step.entity.js';

/** A step to insert, without the values that the store adds. */
export type NewStep = Pick<ModelStepEntity, 'modelId' | 'lifecycle' | 'action' | 'toState' | 'onDay'> &
  Partial<Pick<ModelStepEntity, 'registrationId' | 'fromState' | 'onGiven' | 'reason' | 'unitId' | 'decisionId'>>;

export async function insertStep(tx: Tx, step: NewStep): Promise<void> {
  await tx.manager.insert(ModelStepEntity, { ...step, id: newId(), at: tx.now, actorName: tx.actor.name });
}

/** The day of the last step: of the running, or of the file of one registration. */
export async function lastDayOf(
  tx: Tx,
  { id, registrationId }: { readonly id: Id; readonly registrationId: Id | null },
): Promise<LocalDate | undefined> {
  const [last] = await tx.query<{ day: LocalDate }>(
    `select on_day as day from model_step where model_id = $1 and registration_id is not distinct from $2 order by on_day desc limit 1`,
    [id, registrationId],
  );
  return last?.day;
}

export async function setRunning(tx: Tx, id: Id, runningState: RunningState | null): Promise<void> {
  await tx.manager.update(EmulationModelEntity, { id }, { runningState });
}

export type NewRecognition = Omit<RecognitionEntity, 'id' | 'revokedOn' | 'revokedById'>;

export async function insertRecognition(tx: Tx, given: NewRecognition): Promise<void> {
  await tx.manager.insert(RecognitionEntity, { ...given, id: newId() });
}

/** Revokes the recognition of the registration. */
export const revokeRecognition = (tx: Tx, registrationId: Id, decisionId: Id, day: LocalDate): Promise<unknown> =>
  tx.query(`update recognition set revoked_on = $2, revoked_by_id = $3 where registration_id = $1`, [registrationId, day, decisionId]);
