import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import type { RunningState } from '../model-states.js';
import { ModelStepEntity, RecognitionEntity } from './model-step.entity.js';

/** A step to insert, without the values that the store adds. */
export type NewStep = Pick<ModelStepEntity, 'modelId' | 'lifecycle' | 'action' | 'toState' | 'onDay'> &
  Partial<Pick<ModelStepEntity, 'registrationId' | 'fromState' | 'onGiven' | 'reason' | 'unitId' | 'decisionId' | 'contentId'>>;

export const insertStep = (tx: Tx, step: NewStep): Promise<void> =>
  tx.insert(ModelStepEntity, { ...step, id: newId(), at: tx.now, actorName: tx.actor.name });

/** Whose steps follow one another in time: those of the running, or of the file of one registration. */
export interface StepsOf {
  readonly modelId: Id;
  readonly lifecycle: 'FILE' | 'RUNNING';
  /** `undefined`: the latest registration. */
  readonly registrationId: Id | undefined;
}

/** The day of the last step. */
export async function lastDayOf(tx: Tx, { modelId, lifecycle, registrationId }: StepsOf): Promise<LocalDate | undefined> {
  const [last] = await tx.query<{ day: LocalDate }>(
    `select on_day as day from model_step where model_id = $1 and lifecycle = $2 and (lifecycle = 'RUNNING'
        or registration_id = coalesce($3::uuid, (select r.id from registration r where r.model_id = $1 and r.latest))) order by on_day desc limit 1`,
    [modelId, lifecycle, registrationId ?? null],
  );
  return last?.day;
}

/** @param raised by how much the model's version is raised, in the same change of its row. */
export const setRunning = (tx: Tx, id: Id, running: RunningState | null, raised: 0 | 1 = 0): Promise<void> =>
  tx.change({ model: `update emulation_model set running_state = $2, version = version + $3 where id = $1` }, [id, running, raised]);

export type NewRecognition = Omit<RecognitionEntity, 'id' | 'revokedOn' | 'revokedById'>;

export const insertRecognition = (tx: Tx, given: NewRecognition): Promise<void> => tx.insert(RecognitionEntity, { ...given, id: newId() });

/** Revokes the recognition of the registration. */
export const revokeRecognition = (tx: Tx, registrationId: Id, decisionId: Id, day: LocalDate): Promise<unknown> =>
  tx.query(`update recognition set revoked_on = $2, revoked_by_id = $3 where registration_id = $1`, [registrationId, day, decisionId]);

/** Of a revocation that was a mistake. */
export const unrevoke = (tx: Tx, registrationId: Id): Promise<unknown> =>
  tx.query(`update recognition set revoked_on = null, revoked_by_id = null where registration_id = $1`, [registrationId]);

export const deleteRecognition = (tx: Tx, registrationId: Id): Promise<unknown> => tx.manager.delete(RecognitionEntity, { registrationId });

/** A step as it is taken back, with what the trail keeps of it. */
export interface LastStep {
  readonly id: Id;
  readonly action: string;
  readonly fromState: string | null;
  /** `null`: its paper does not say. */
  readonly toState: string | null;
  readonly onDay: LocalDate;
  readonly holderId: Id | null;
  readonly decisionId: Id | null;
  readonly stepReason: string | null;
  /** `null`: there is no step. */
  readonly actorName: string | null;
}

/** The last two steps of the running (`registrationId` null), or of the file of a registration; the last first. */
export const lastSteps = (tx: Tx, modelId: Id, registrationId: Id | null): Promise<LastStep[]> =>
  tx.query<LastStep>(
    `select id, action, from_state as "fromState", to_state as "toState", on_day as "onDay", unit_id as "holderId", decision_id as "decisionId",
            reason as "stepReason", actor_name as "actorName"
       from model_step where model_id = $1 and registration_id is not distinct from $2 order by on_day desc, id desc limit 2`,
    [modelId, registrationId],
  );

export const deleteStep = (tx: Tx, id: Id): Promise<unknown> => tx.manager.delete(ModelStepEntity, { id });
