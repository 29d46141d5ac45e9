import type { Tx } from '../../../platform/database/tx.js';
import { newId, type Id } from '../../../shared/ids.js';
import type { ComplaintState } from '../evaluation.kinds.js';
import { AppraisalComplaintEntity } from './appraisal-complaint.entity.js';

export async function insertComplaint(
  tx: Tx,
  complaint: Pick<AppraisalComplaintEntity, 'evaluationId' | 'hostId' | 'unitId' | 'receivedOn' | 'words'>,
): Promise<Id> {
  const id = newId();
  const open = { state: 'RECEIVED', answeredOn: null, answer: null } as const;
  await tx.manager.insert(AppraisalComplaintEntity, { id, ...complaint, ...open, enteredBy: tx.actor.name });
  return id;
}

interface ComplaintRow {
  readonly evaluationId: Id;
  readonly roundId: Id;
  readonly state: ComplaintState;
}

/** Locked until the transaction ends. */
export async function lockComplaint(tx: Tx, id: Id): Promise<ComplaintRow | undefined> {
  const [row] = await tx.query<ComplaintRow>(
    `select c.evaluation_id as "evaluationId", e.round_id as "roundId", c.state from appraisal_complaint c join evaluation e on e.id = c.evaluation_id
      where c.id = $1 for update of c`,
    [id],
  );
  return row;
}

export const setAnswered = (tx: Tx, id: Id, state: 'UPHELD' | 'REJECTED', answer: string): Promise<unknown> =>
  tx.query(`update appraisal_complaint set state = $2, answered_on = $3, answer = $4 where id = $1`, [id, state, tx.today, answer]);
