import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import type { SeenModel } from '../changed-model.inputs.js';
import { ModelErrors } from '../model.errors.js';
import { ModelRights, isFrozen, type ModelPermission } from '../model-rights.js';
import { lockModel, type LockedModel, type ModelPlace } from '../model.store.js';
import { ModelOrigins } from '../ports/model-origins.port.js';
import { decidedBefore, dependentsOf, placeModel, type Placement } from './model-tidying.store.js';

/** The trash, and merging of duplicates. Both can be undone, and nothing is deleted. */
@Injectable()
export class ModelTidyingService {
  constructor(
    private readonly db: Database,
    private readonly rights: ModelRights,
    private readonly origins: ModelOrigins,
  ) {}

  trash(actor: Actor, seen: SeenModel, reason: string): Promise<Id> {
    return this.change(actor, seen, { permission: 'trash', past: 'trashed' }, reason, async (tx, model, place) => {
      if (model.trashed) throw ModelErrors.MODEL_IN_TRASH();
      const { hasChildren, hasMerged } = await dependentsOf(tx, seen.id);
      if (hasChildren) throw ModelErrors.MODEL_HAS_CHILDREN();
      if (hasMerged) throw ModelErrors.MODEL_HAS_MERGED().at('id');
      await this.refuseDecided(tx, seen.id);
      if (isFrozen(place)) throw ModelErrors.MODEL_WITHDRAW_FIRST();
      return { trashedAt: tx.now };
    });
  }

  restore(actor: Actor, seen: SeenModel): Promise<Id> {
    return this.change(actor, seen, { permission: 'trash', past: 'restored' }, null, async (tx, model) => {
      if (!model.trashed) throw ModelErrors.MODEL_NOT_IN_TRASH();
      if (model.parentId !== null) await refuseParentGone(tx, model.parentId);
      return { trashedAt: null };
    });
  }

  /** Merges a duplicate into the model that remains. Its rows are kept and shown there as merged. */
  merge(actor: Actor, seen: SeenModel, into: Id, reason: string): Promise<Id> {
    return this.change(actor, seen, { permission: 'merge', past: 'merged' }, reason, async (tx, model, place) => {
      if (model.trashed) throw ModelErrors.MODEL_IN_TRASH();
      if (model.mergedIntoId !== null) throw ModelErrors.MODEL_MERGED();
      const { hasChildren, hasMerged } = await dependentsOf(tx, seen.id);
      if (hasChildren) throw ModelErrors.MODEL_HAS_CHILDREN();
      await this.refuseDecided(tx, seen.id);
      if (isFrozen(place)) await this.rights.requireEdit(tx, seen.id);
      if (into === seen.id) throw ModelErrors.MODEL_MERGE_ITSELF().at('intoId');
      const target = await lockModel(tx, into, 'share');
      if (!target || target.gone || !(await this.rights.seesIn(tx, into))) throw ModelErrors.MODEL_MERGE_TARGET_GONE().at('intoId');
      await this.rights.require(tx, 'merge', into);
      if (hasMerged) throw ModelErrors.MODEL_HAS_MERGED().at('id');
      return { mergedIntoId: into };
    });
  }

  unmerge(actor: Actor, seen: SeenModel): Promise<Id> {
    return this.change(actor, seen, { permission: 'merge', past: 'unmerged' }, null, async (_tx, model) => {
      if (model.mergedIntoId === null) throw ModelErrors.MODEL_NOT_MERGED();
      return { mergedIntoId: null };
    });
  }

  /** A decision rests on it, so it is neither thrown away nor merged into another: the other is merged into it. */
  private async refuseDecided(tx: Tx, id: Id): Promise<void> {
    const decided = await decidedBefore(tx, id);
    if (decided === 'RECOGNISED') throw ModelErrors.MODEL_RECOGNISED_STAYS();
    if (decided !== undefined) throw ModelErrors.MODEL_DECIDED_STAYS({ state: decided });
  }

  /** @param decide runs after the model is locked, so that it counts a child, or a merged model, that another transaction has just added. */
  private change(
    actor: Actor,
    { id, expectedVersion }: SeenModel,
    { permission, past }: { readonly permission: ModelPermission; readonly past: string },
    reason: string | null,
    decide: (tx: Tx, model: LockedModel, place: ModelPlace) => Promise<Placement>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const model = await lockModel(tx, id);
      if (!model) throw ModelErrors.MODEL_NOT_FOUND({ id });
      const place = await this.rights.require(tx, permission, id);
      requireVersion(expectedVersion, model.version);
      const placement = await decide(tx, model, place);
      await placeModel(tx, id, placement);
      if ('mergedIntoId' in placement) await this.origins.known.refuseCircle(tx, [id, placement.mergedIntoId ?? model.mergedIntoId!]);
      const before = { trashed: model.trashed, mergedIntoId: model.mergedIntoId };
      const after = 'trashedAt' in placement ? { ...before, trashed: placement.trashedAt !== null } : { ...before, ...placement };
      await tx.audit({ action: `model.${past}`, object: { type: 'EmulationModel', id }, unitId: model.unitId, before, after, reason });
      return id;
    });
  }
}

/** A model in the trash does not keep its parent from the trash or from being merged, so both are checked when it is restored. */
async function refuseParentGone(tx: Tx, parentId: Id): Promise<void> {
  const parent = await lockModel(tx, parentId, 'share');
  if (parent!.trashed) throw ModelErrors.MODEL_PARENT_IN_TRASH();
  if (parent!.mergedIntoId !== null) throw ModelErrors.MODEL_PARENT_MERGED();
}
