import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import type { DraftedGrant } from './given-recipients.js';

export const draftOf = async (query: QueryRows, decisionId: Id): Promise<DraftedGrant | undefined> =>
  (await query<{ given: DraftedGrant }>(`select given from commendation_draft where decision_id = $1`, [decisionId]))[0]?.given;

export const writeDraft = (tx: Tx, decisionId: Id, given: DraftedGrant): Promise<unknown> =>
  tx.query(
    `insert into commendation_draft (decision_id, given) values ($1, $2) on conflict (decision_id) do update set given = excluded.given`,
    [decisionId, JSON.stringify(given)],
  );

export const deleteDraft = (tx: Tx, decisionId: Id): Promise<unknown> =>
  tx.query(`delete from commendation_draft where decision_id = $1`, [decisionId]);
