import type { Tx } from '../../../platform/database/tx.js';
import { newId, type Id } from '../../../shared/ids.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { RecognitionLevel } from '../../sectors/recognition-level.js';
import type { ModelFactKind } from '../model-parts.graphql.js';

/** The key of a fact of a model: outstanding or replicated, on a day. */
export interface FactKey {
  readonly kind: keyof typeof ModelFactKind;
  readonly on: LocalDate;
  readonly level: RecognitionLevel | null;
  readonly decisionId: Id | null;
}

const columnsOf = ({ kind, on, level, decisionId }: FactKey): readonly unknown[] => [kind, on, level, decisionId];

/** @returns false where the model has the fact already. */
export async function insertFact(tx: Tx, modelId: Id, fact: FactKey, source: string): Promise<boolean> {
  const written = await tx.query(
    `insert into model_fact (id, model_id, kind, on_day, level, decision_id, source) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning id`,
    [newId(), modelId, ...columnsOf(fact), source],
  );
  return written.length > 0;
}

const IS_FACT = `model_id = $1 and kind = $2 and on_day = $3 and level is not distinct from $4 and decision_id is not distinct from $5`;

/** The source of the fact; `undefined` where the model does not have it. */
export async function sourceOf(tx: Tx, modelId: Id, fact: FactKey): Promise<string | undefined> {
  const [known] = await tx.query<{ source: string }>(`select source from model_fact where ${IS_FACT}`, [modelId, ...columnsOf(fact)]);
  return known?.source;
}

/** @returns the deleted fact's source; `undefined` where there is no such fact. */
export async function deleteFact(tx: Tx, modelId: Id, fact: FactKey): Promise<{ readonly source: string } | undefined> {
  const [deleted] = await tx.query<{ source: string }>(
    `with deleted as (delete from model_fact where ${IS_FACT} returning source) select source from deleted`,
    [modelId, ...columnsOf(fact)],
  );
  return deleted;
}
