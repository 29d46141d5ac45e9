import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { scoreOf } from '../../criteria/rules/score.js';
import type { VersionContent } from '../../criteria/rules/version-content.js';
import { inputsOfEntry, keepRunning, type RoundRow } from '../evaluation.store.js';

/** Makes the running result of an entry anew, in the transaction that changed its sheets or facts. Sheets that are not there yet are left out until the round is closed. */
export async function renewRunning(tx: Tx, content: VersionContent, { aggregation }: RoundRow, id: Id): Promise<void> {
  const rule = { aggregation, missing: 'LEAVE_OUT', abstained: 'LEAVE_OUT' } as const;
  await keepRunning(tx, id, { derivation: scoreOf(content, { ...(await inputsOfEntry(tx.query, id)), rule }) });
}
