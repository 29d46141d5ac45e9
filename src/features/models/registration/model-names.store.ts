import type { Tx } from '../../../platform/database/tx.js';
import { addDays, type LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { EmulationModelEntity } from '../emulation-model.entity.js';
import { FormerTitleEntity } from './registration.entity.js';

type FormerTitle = Pick<FormerTitleEntity, 'id' | 'title' | 'lastDay'>;

/** The earlier titles of a model, the latest first. */
export const formerTitles = (tx: Tx, modelId: Id): Promise<FormerTitle[]> =>
  tx.query<FormerTitle>(`select id, title, last_day as "lastDay" from former_title where model_id = $1 order by last_day desc`, [modelId]);

/** Gives the model a title from a day on, and keeps the present one for the days before. */
export async function writeTitle(
  tx: Tx,
  modelId: Id,
  { title, from, former, reason }: { readonly title: string; readonly from: LocalDate; readonly former: string; readonly reason: string },
): Promise<void> {
  await tx.manager.insert(FormerTitleEntity, { id: newId(), modelId, title: former, lastDay: addDays(from, -1), reason });
  await tx.manager.update(EmulationModelEntity, { id: modelId }, { title, titledFrom: from, version: () => 'version + 1' });
}

/** @param titledFrom the day from which the earlier title counts; `null`: it was always so. */
export async function removeFormerTitle(tx: Tx, modelId: Id, { id, title }: FormerTitle, titledFrom: LocalDate | null): Promise<void> {
  await tx.manager.delete(FormerTitleEntity, { id });
  await tx.manager.update(EmulationModelEntity, { id: modelId }, { title, titledFrom, version: () => 'version + 1' });
}
