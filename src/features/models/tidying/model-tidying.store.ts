import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
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

/** Whether a model is in the trash, or the model that it is merged into. */
export type Placement = { readonly trashedAt: Date | null } | { readonly mergedIntoId: Id | null };

export async function placeModel(tx: Tx, id: Id, placement: Placement): Promise<void> {
  await tx.manager.update(EmulationModelEntity, { id }, { ...placement, version: () => 'version + 1' });
}
