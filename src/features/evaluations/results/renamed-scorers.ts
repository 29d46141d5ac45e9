import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../../platform/database/tx.js';
import type { MergedIds } from '../../../platform/records/record-kind.js';
import { scoreOf } from '../../criteria/rules/score.js';
import { readVersions } from '../../criteria/version.store.js';
import { EvaluationErrors } from '../evaluation.errors.js';
import { inputsOfRound, keepDerivation, keepRunning, lockRound, roundsWith, storedResults } from '../evaluation.store.js';
import { resultsOf } from './round-result.js';

/**
 * Stored results say who scored, in the order of their ids. Where two people were merged, how each result came about is written anew; a stored result
 * never changes by it: a sheet of one that conflicts of interest of the other take away keeps them apart.
 */
export async function renameScorer(tx: Tx, { type, keptId }: MergedIds): Promise<void> {
  if (type !== 'Person') return;
  for (const roundId of await roundsWith(tx, keptId)) {
    const round = await lockRound(tx, roundId, 'update');
    const { aggregation, missing, abstained, outstandingBlocks } = round;
    const content = (await readVersions(tx.query, [round.criteriaVersionId]))[0]!.says;
    const inputs = new Map((await inputsOfRound(tx.query, roundId)).map(({ id, ...input }) => [id, input]));
    const isOpen = round.closedOn === null;
    const rule = isOpen ? ({ aggregation, missing: 'LEAVE_OUT', abstained: 'LEAVE_OUT' } as const) : { aggregation, missing, abstained };
    const made = isOpen ? [] : resultsOf(content, { rule, outstandingBlocks }, [...inputs.values()]);
    for (const { id, number, ...stored } of await storedResults(tx, roundId)) {
      const input = inputs.get(id)!;
      if (isOpen) {
        await keepRunning(tx, [{ id, derivation: scoreOf(content, { ...input, rule }) }]);
        continue;
      }
      const { derivation, grade, placing } = made.find(one => one.number === number)!;
      if (!isDeepStrictEqual({ total: derivation.total, grade, placing }, stored))
        throw EvaluationErrors.APPRAISAL_MERGE_CHANGES_RESULT({ round: round.name, number }).at('intoId');
      await keepDerivation(tx, id, derivation, input);
    }
  }
}
