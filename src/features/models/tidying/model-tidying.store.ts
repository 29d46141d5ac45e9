import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { EmulationModelEntity } from '../emulation-model.entity.js';

/** What keeps a model from going: models that are not in the trash under it, and models merged into it. The caller holds the model's row. */
export async function keptBy(tx: Tx, id: Id): Promise<{ readonly hasChildren: boolean; readonly hasMerged: boolean }> {
  const [row] = await tx.query<{ hasChildren: boolean; hasMerged: boolean }>(
    `select exists (select from emulation_model c where c.parent_id = $1 and c.trashed_at is null) as "hasChildren",
            exists (select from emulation_model c where c.merged_into_id = $1) as "hasMerged"`,
    [id],
  );
  return row!;
}

/** Where a model is put: into the trash, into another model, or back. */
export type Put = { readonly trashedAt: Date | null } | { readonly mergedIntoId: Id | null };

export async function putModel(tx: Tx, id: Id, put: Put): Promise<void> {
  await tx.manager.update(EmulationModelEntity, { id }, { ...put, version: () => 'version + 1' });
}
