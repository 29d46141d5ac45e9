import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import { parsePartialDate, type LocalDate, type PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { ModelErrors } from '../model.errors.js';

const partialDateOf = (text: string | null | undefined): PartialDate | null => (text ? parsePartialDate(text)! : null);

/** Adds a problem where a model starts after a fact of it. A start that is not known contradicts nothing. @param id `null`: a new model */
export async function refuseLateStart(tx: Tx, id: Id | null, starts: PartialDate | null, problems: Problems): Promise<void> {
  if (id === null || starts === null || starts.earliest === null) return;
  const fact = await firstFact(tx, id);
  if (fact !== undefined && fact < starts.earliest) problems.add(ModelErrors.MODEL_STARTS_AFTER_FACT({ date: fact }).at('starts'));
}

async function firstFact(tx: Tx, id: Id): Promise<LocalDate | undefined> {
  const [fact] = await tx.query<{ day: LocalDate }>(`select on_day as day from model_fact where model_id = $1 order by on_day limit 1`, [
    id,
  ]);
  return fact?.day;
}

/** The start of the model, and the day of the paper that first attests it. */
export async function daysOfModel(
  query: QueryRows,
  id: Id,
): Promise<{ readonly starts: PartialDate | null; readonly attestedOn: LocalDate }> {
  const [model] = await query<{ starts: string | null; attestedOn: LocalDate }>(
    `select starts, attested_on as "attestedOn" from emulation_model where id = $1`,
    [id],
  );
  return { starts: partialDateOf(model!.starts), attestedOn: model!.attestedOn };
}
