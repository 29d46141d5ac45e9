import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import type { ConflictReason } from '../evaluation.kinds.js';

export interface StoredConflict {
  readonly evaluationId: Id;
  readonly personId: Id;
  readonly reason: ConflictReason;
  readonly foundById: Id | null;
  readonly overridden: boolean;
}

/** The recorded conflicts of entries. */
export const conflictsOf = (query: QueryRows, evaluationIds: readonly Id[]): Promise<StoredConflict[]> =>
  query<StoredConflict>(
    `select evaluation_id as "evaluationId", person_id as "personId", reason, found_by_id as "foundById", override_reason is not null as overridden
       from appraisal_conflict where evaluation_id = any($1::uuid[]) order by evaluation_id, person_id, reason`,
    [evaluationIds],
  );

export interface Assignment {
  readonly evaluationId: Id;
  readonly personId: Id;
}

export const assignmentsOf = (query: QueryRows, roundId: Id): Promise<Assignment[]> =>
  query<Assignment>(
    `select a.evaluation_id as "evaluationId", a.person_id as "personId" from appraisal_assignment a join evaluation e on e.id = a.evaluation_id
      where e.round_id = $1 and e.left_on is null order by 1, 2`,
    [roundId],
  );

export const isAssigned = async (tx: Tx, evaluationId: Id, personId: Id): Promise<boolean> =>
  (await tx.query(`select from appraisal_assignment where evaluation_id = $1 and person_id = $2`, [evaluationId, personId])).length > 0;

export const setOverridden = (tx: Tx, evaluationId: Id, personId: Id, reason: string): Promise<unknown> =>
  tx.query(
    `update appraisal_conflict set override_reason = $3, overridden_by = $4, overridden_on = $5
      where evaluation_id = $1 and person_id = $2 and override_reason is null`,
    [evaluationId, personId, reason, tx.actor.name, tx.today],
  );
