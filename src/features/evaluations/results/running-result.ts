import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import type { Derivation } from '../../criteria/rules/derivation.js';
import { scoreOf } from '../../criteria/rules/score.js';
import type { VersionContent } from '../../criteria/rules/version-content.js';
import { inputsOfEntry, inputsOfRound, keepRunning, type InputRow, type RoundRow } from '../evaluation.store.js';

/** Makes the running result of an entry anew, in the transaction that changed its sheets or facts. Sheets that are not there yet are left out until the round is closed. */
export async function renewRunning(tx: Tx, content: VersionContent, round: RoundRow, id: Id): Promise<void> {
  await keepRunning(tx, [running(content, round, await inputsOfEntry(tx.query, id))]);
}

/** The same of every entry of the round that has not left. */
export async function renewAllRunning(tx: Tx, content: VersionContent, round: RoundRow): Promise<void> {
  const inputs = await inputsOfRound(tx.query, round.id);
  await keepRunning(tx, inputs.map(input => running(content, round, input))); // prettier-ignore
}

const running = (
  content: VersionContent,
  { aggregation }: RoundRow,
  { id, ...input }: InputRow,
): { readonly id: Id; readonly derivation: Derivation } => ({
  id,
  derivation: scoreOf(content, { ...input, rule: { aggregation, missing: 'LEAVE_OUT', abstained: 'LEAVE_OUT' } }),
});
