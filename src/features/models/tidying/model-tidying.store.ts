import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import type { ModelState } from '../model-states.js';
import { EmulationModelEntity } from '../emulation-model.entity.js';

/** Whether models outside the trash are under the model, and whether models are merged into it. The caller has locked the model's row. */
export async function dependentsOf(tx: Tx, id: Id): Promise<{ readonly hasChildren: boolean; readonly hasMerged: boolean }> {
  const [row] = await tx.query<{ hasChildren: boolean; hasMerged: boolean }>(
    `select exists (select from emulation_model c where c.parent_id = $1 and c.trashed_at is null) as "hasChildren",
            exists (select from emulation_model c where c.merged_into_id = $1) as "hasMerged"`,
    [id],
  );
  return row!;
}

/** The state of a registration that a decision ended in the registry, or of any recognition; `undefined`: there is none. */
export async function decidedBefore(tx: Tx, id: Id): Promise<ModelState | undefined> {
  const [row] = await tx.query<{ state: ModelState }>(
    `select file_state as state from registration
      where model_id = $1 and (file_state in ('RECOGNISED', 'REVOKED') or file_state = 'NOT_RECOGNISED' and source is null)
      order by file_state = 'RECOGNISED' desc limit 1`,
    [id],
  );
  return row?.state;
}

/** Whether a model is in the trash, or the model that it is merged into. */
export type Placement = { readonly trashedAt: Date | null } | { readonly mergedIntoId: Id | null };

export async function placeModel(tx: Tx, id: Id, placement: Placement): Promise<void> {
  await tx.manager.update(EmulationModelEntity, { id }, { ...placement, version: () => 'version + 1' });
}
