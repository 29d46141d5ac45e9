import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import type { RecognitionLevel } from '../../movements/recognition-level.js';
import { EmulationModelEntity } from '../emulation-model.entity.js';
import type { ModelState, RunningState } from '../model-states.js';
import { ModelStepEntity, RecognitionEntity } from './model-step.entity.js';

type Lifecycle = ModelStepEntity['lifecycle'];

/** A step to insert, without the values that the store adds. */
export type NewStep = Pick<ModelStepEntity, 'modelId' | 'lifecycle' | 'action' | 'toState' | 'onDay'> &
  Partial<Pick<ModelStepEntity, 'fromState' | 'reason' | 'unitId' | 'decisionId'>>;

export async function insertStep(tx: Tx, step: NewStep): Promise<void> {
  await tx.manager.insert(ModelStepEntity, { ...step, id: newId(), at: tx.now, actorName: tx.actor.name });
}

export async function lastDayIn(tx: Tx, modelId: Id, lifecycle: Lifecycle): Promise<LocalDate | undefined> {
  const [last] = await tx.query<{ day: LocalDate }>(
    `select on_day as day from model_step where model_id = $1 and lifecycle = $2 order by on_day desc limit 1`,
    [modelId, lifecycle],
  );
  return last?.day;
}

/** The columns of the model that a step changes. */
export type Moved =
  | { readonly runningState: RunningState; readonly holderId: Id | null }
  | { readonly fileState: ModelState; readonly stateSince: LocalDate; readonly holderId: Id | null };

export async function moveModel(tx: Tx, id: Id, moved: Moved): Promise<void> {
  await tx.manager.update(EmulationModelEntity, { id }, { ...moved, version: () => 'version + 1' });
}

export async function insertRecognition(
  tx: Tx,
  given: { readonly modelId: Id; readonly decisionId: Id; readonly level: RecognitionLevel; readonly recognisedOn: LocalDate },
): Promise<void> {
  await tx.manager.insert(RecognitionEntity, { ...given, id: newId() });
}

/** Revokes the recognition that is in force. */
export const revokeRecognition = (tx: Tx, modelId: Id, decisionId: Id, day: LocalDate): Promise<unknown> =>
  tx.query(`update recognition set revoked_on = $2, revoked_by_id = $3 where model_id = $1 and revoked_on is null`, [
    modelId,
    day,
    decisionId,
  ]);
