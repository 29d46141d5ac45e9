import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import type { SeenModel } from './changed-model.inputs.js';
import { ModelErrors } from './model.errors.js';
import { ModelRights, type ModelDeed } from './model-rights.js';

interface Row {
  readonly version: number;
  readonly trashed: boolean;
  readonly mergedIntoId: Id | null;
  readonly state: string;
  readonly hasChildren: boolean;
  readonly hasMerged: boolean;
  readonly unitId: Id;
  readonly parentId: Id | null;
}

/** Trash and duplicates: nothing is ever lost, each can be taken back. */
@Injectable()
export class ModelTidyingService {
  constructor(
    private readonly db: Database,
    private readonly rights: ModelRights,
  ) {}

  trash(actor: Actor, seen: SeenModel, reason: string): Promise<Id> {
    return this.change(actor, seen, { deed: 'trash', past: 'trashed' }, reason, async (tx, row) => {
      if (row.trashed) throw ModelErrors.MODEL_IN_TRASH();
      if (row.hasChildren) throw ModelErrors.MODEL_HAS_CHILDREN();
      if (row.hasMerged) throw ModelErrors.MODEL_HAS_MERGED().at('id');
      if (row.state === 'RECOGNISED') throw ModelErrors.MODEL_RECOGNISED_STAYS();
      await tx.query(`update emulation_model set trashed_at = $2, version = version + 1 where id = $1`, [seen.id, tx.now]);
    });
  }

  restore(actor: Actor, seen: SeenModel): Promise<Id> {
    return this.change(actor, seen, { deed: 'trash', past: 'restored' }, null, async (tx, row) => {
      if (!row.trashed) throw ModelErrors.MODEL_NOT_IN_TRASH();
      if (row.parentId !== null) await refuseParentGone(tx, row.parentId);
      await tx.query(`update emulation_model set trashed_at = null, version = version + 1 where id = $1`, [seen.id]);
    });
  }

  /** The model turns out to be the same as another, which stays; everything of it is kept and shown there as merged. */
  merge(actor: Actor, seen: SeenModel, into: Id, reason: string): Promise<Id> {
    return this.change(actor, seen, { deed: 'merge', past: 'merged' }, reason, async (tx, row) => {
      if (row.trashed) throw ModelErrors.MODEL_IN_TRASH();
      if (row.mergedIntoId !== null) throw ModelErrors.MODEL_MERGED();
      if (row.hasChildren) throw ModelErrors.MODEL_HAS_CHILDREN();
      if (into === seen.id) throw ModelErrors.MODEL_MERGE_ITSELF().at('intoId');
      const [target] = await tx.query<{ gone: boolean }>(
        `select trashed_at is not null or merged_into_id is not null as gone from emulation_model where id = $1 for share`,
        [into],
      );
      if (!target || target.gone || !(await this.rights.seesIn(tx, into))) throw ModelErrors.MODEL_MERGE_TARGET_GONE().at('intoId');
      await this.rights.require(tx, 'merge', into);
      if (row.hasMerged) throw ModelErrors.MODEL_HAS_MERGED().at('id');
      await tx.query(`update emulation_model set merged_into_id = $2, version = version + 1 where id = $1`, [seen.id, into]);
    });
  }

  unmerge(actor: Actor, seen: SeenModel): Promise<Id> {
    return this.change(actor, seen, { deed: 'merge', past: 'unmerged' }, null, async (tx, row) => {
      if (row.mergedIntoId === null) throw ModelErrors.MODEL_NOT_MERGED();
      await tx.query(`update emulation_model set merged_into_id = null, version = version + 1 where id = $1`, [seen.id]);
    });
  }

  private change(
    actor: Actor,
    { id, expectedVersion }: SeenModel,
    { deed, past }: { readonly deed: ModelDeed; readonly past: string },
    reason: string | null,
    work: (tx: Tx, row: Row) => Promise<void>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      // Locked first and looked at then: whoever enters a child or merges into it at this moment is waited for, and counted.
      const [present] = await tx.query(`select from emulation_model where id = $1 for update`, [id]);
      if (!present) throw ModelErrors.MODEL_NOT_FOUND({ id });
      await this.rights.require(tx, deed, id);
      const [row] = (await tx.query<Row>(
        `select version, trashed_at is not null as trashed, merged_into_id as "mergedIntoId", file_state as state, unit_id as "unitId", parent_id as "parentId",
                exists (select from emulation_model c where c.parent_id = m.id and c.trashed_at is null) as "hasChildren",
                exists (select from emulation_model c where c.merged_into_id = m.id) as "hasMerged"
           from emulation_model m where id = $1`,
        [id],
      )) as [Row];
      requireVersion(expectedVersion, row.version);
      await work(tx, row);
      const before = { trashed: row.trashed, mergedIntoId: row.mergedIntoId };
      const [after] = await tx.query<{ trashed: boolean; mergedIntoId: Id | null }>(
        `select trashed_at is not null as trashed, merged_into_id as "mergedIntoId" from emulation_model where id = $1`,
        [id],
      );
      await tx.audit({ action: `model.${past}`, object: { type: 'EmulationModel', id }, unitId: row.unitId, before, after, reason });
      return id;
    });
  }
}

/** While a model was in the trash nothing kept its parent from going, too. */
async function refuseParentGone(tx: Tx, parentId: Id): Promise<void> {
  const [parent] = await tx.query<{ trashed: boolean; merged: boolean }>(
    `select trashed_at is not null as trashed, merged_into_id is not null as merged from emulation_model where id = $1 for share`,
    [parentId],
  );
  if (parent!.trashed) throw ModelErrors.MODEL_PARENT_IN_TRASH();
  if (parent!.merged) throw ModelErrors.MODEL_PARENT_MERGED();
}
