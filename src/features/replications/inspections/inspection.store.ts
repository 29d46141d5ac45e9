import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { InspectionEntity } from './inspection.entity.js';

/** The inspection, locked to be changed. */
export const lockInspection = (tx: Tx, id: Id): Promise<InspectionEntity | null> =>
  tx.manager.findOne(InspectionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });

export async function insertInspection(tx: Tx, inspection: Omit<InspectionEntity, 'version'>): Promise<void> {
  await tx.manager.insert(InspectionEntity, inspection);
}

export async function updateInspection(tx: Tx, id: Id, change: Partial<InspectionEntity>): Promise<void> {
  await tx.manager.update(InspectionEntity, { id }, { ...change, version: () => 'version + 1' });
}
