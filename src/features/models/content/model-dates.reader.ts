import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import { parsePartialDate, type LocalDate, type PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { ModelErrors } from '../model.errors.js';
import type { ModelContent } from './model-content.js';

const partialDateOf = (text: string | null | undefined): PartialDate | null => (text ? parsePartialDate(text)! : null);

/** Whether the first certainly comes before the second, whatever their exact days are. */
const isBefore = (first: PartialDate | null, second: PartialDate | null): boolean =>
  first !== null && second !== null && second.earliest !== null && first.latest < second.earliest;

/**
 * Adds a problem where the start of a model contradicts that of the model it copies, of its own copies, or a fact of it. Starts that are not
 * known contradict nothing. @param id `null`: a new model
 */
export async function refuseContradictingStarts(
  tx: Tx,
  id: Id | null,
  { starts, copyOfId }: Pick<ModelContent, 'starts' | 'copyOfId'>,
  problems: Problems,
): Promise<void> {
  if (starts === null) return;
  const related = await tx.query<{ title: string; starts: string; isCopy: boolean }>(
    `select title, starts, copy_of_id is not distinct from $2 and $2::uuid is not null as "isCopy" from emulation_model
      where starts is not null and (id = $1 or copy_of_id = $2) order by id`,
    [copyOfId, id],
  );
  for (const { title, starts: text, isCopy } of related) {
    const other = partialDateOf(text);
    if (isCopy ? isBefore(other, starts) : isBefore(starts, other))
      problems.add((isCopy ? ModelErrors.MODEL_AFTER_ITS_COPY : ModelErrors.MODEL_BEFORE_ITS_ORIGINAL)({ title, date: text }).at('starts'));
  }
  const fact = id === null ? undefined : await firstFact(tx, id);
  if (fact !== undefined && starts.earliest !== null && fact < starts.earliest)
    problems.add(ModelErrors.MODEL_STARTS_AFTER_FACT({ date: fact }).at('starts'));
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
