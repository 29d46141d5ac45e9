import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { ReplicationEntity } from './replication.entity.js';

/** What an edge says besides its two models. */
export type ReplicationContent = Pick<
  ReplicationEntity,
  | 'originId'
  | 'startedOn'
  | 'startedGiven'
  | 'planId'
  | 'kept'
  | 'changed'
  | 'dropped'
  | 'originResults'
  | 'copyResults'
  | 'conditions'
  | 'lessons'
  | 'source'
>;

/** What an edge says of which only the two models are known. */
export const NOTHING_KNOWN: Omit<ReplicationContent, 'originId'> = {
  startedOn: null,
  startedGiven: null,
  planId: null,
  kept: null,
  changed: null,
  dropped: null,
  originResults: null,
  copyResults: null,
  conditions: null,
  lessons: null,
  source: null,
};

/** The edge of a copy, locked until the transaction ends. */
export const lockEdgeOf = (tx: Tx, copyId: Id): Promise<ReplicationEntity | null> =>
  tx.manager.findOne(ReplicationEntity, { where: { copyId }, lock: { mode: 'pessimistic_write' } });

export const lockEdge = (tx: Tx, id: Id): Promise<ReplicationEntity | null> =>
  tx.manager.findOne(ReplicationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });

export async function insertEdge(tx: Tx, edge: Omit<ReplicationEntity, 'version'>): Promise<void> {
  await tx.manager.insert(ReplicationEntity, edge);
}

/** Changes an edge, and raises its version. */
export async function updateEdge(tx: Tx, id: Id, change: Partial<ReplicationEntity>): Promise<void> {
  await tx.manager.update(ReplicationEntity, { id }, { ...change, version: () => 'version + 1' });
}

export async function deleteEdge(tx: Tx, id: Id): Promise<void> {
  await tx.manager.delete(ReplicationEntity, { id });
}

/** Follows the unit of the copy. It is no change of the edge. */
export const followUnit = (tx: Tx, copyId: Id, unitId: Id): Promise<unknown> =>
  tx.query(`update replication set unit_id = $2 where copy_id = $1 and unit_id <> $2`, [copyId, unitId]);

/** How many edges there are under a plan. */
export async function countUnder(query: QueryRows, planId: Id): Promise<number> {
  const [row] = await query<{ n: number }>(`select count(*)::int as n from replication where plan_id = $1`, [planId]);
  return row!.n;
}
