import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { ReplicationPlanEntity } from './replication-plan.entity.js';

/** The plan, which is neither changed nor removed until the transaction ends. */
export const planIn = (tx: Tx, id: Id): Promise<ReplicationPlanEntity | null> =>
  tx.manager.findOne(ReplicationPlanEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });

/** The plan, locked to be changed. */
export const lockPlan = (tx: Tx, id: Id): Promise<ReplicationPlanEntity | null> =>
  tx.manager.findOne(ReplicationPlanEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });

export async function insertPlan(tx: Tx, plan: Omit<ReplicationPlanEntity, 'version'>): Promise<void> {
  await tx.manager.insert(ReplicationPlanEntity, plan);
}

export async function updatePlan(tx: Tx, id: Id, change: Partial<ReplicationPlanEntity>): Promise<void> {
  await tx.manager.update(ReplicationPlanEntity, { id }, { ...change, version: () => 'version + 1' });
}

/** Whether the unit is assigned the model by this day already, in another plan. */
export async function isPlanned(
  tx: Tx,
  { id, originId, unitId, dueOn }: Omit<ReplicationPlanEntity, 'version' | 'basis' | 'recordedOn'>,
): Promise<boolean> {
  const rows = await tx.query(`select from replication_plan where origin_id = $1 and unit_id = $2 and due_on = $3 and id <> $4`, [
    originId,
    unitId,
    dueOn,
    id,
  ]);
  return rows.length > 0;
}
