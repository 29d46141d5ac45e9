import { Injectable } from '@nestjs/common';
import { Rights } from '../../platform/access/rights.js';
import { sql } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scopes, type Caller } from '../../platform/views/scopes.js';
import type { Id } from '../../shared/ids.js';
import { ModelErrors } from './model.errors.js';
import type { ModelActionName } from './model.lifecycle.js';
import { modelView } from './model.view.js';
import { placeOf, type ModelPlace } from './model.store.js';

/** Whose reach decides: the model's unit does it, or whoever holds its file, or either. */
type By = 'unit' | 'holder' | 'either';

export const STEPS_BY: Readonly<Record<ModelActionName, By>> = {
  submit: 'unit',
  withdraw: 'unit',
  start: 'unit',
  stop: 'unit',
  resume: 'unit',
  receive: 'holder',
  return: 'holder',
  agree: 'holder',
  openAppraisal: 'holder',
  recognise: 'holder',
  decline: 'holder',
  revoke: 'holder',
  strengthen: 'either',
  sustain: 'either',
};

/** What is done with a model beside its steps. */
export type ModelDeed = 'edit' | 'trash' | 'merge' | 'record' | 'recordFact' | ModelActionName;

const BY: Readonly<Record<ModelDeed, By>> = {
  ...STEPS_BY,
  edit: 'either',
  trash: 'unit',
  merge: 'either',
  record: 'either',
  recordFact: 'either',
};

/** The units of which one must be reached. While nobody holds the file, it lies with the model's unit. */
export function decidingUnits(deed: ModelDeed, { unitId, holderId }: Pick<ModelPlace, 'unitId' | 'holderId'>): Id[] {
  const by = BY[deed];
  if (by === 'unit' || holderId === null) return [unitId];
  return by === 'holder' ? [holderId] : [unitId, holderId];
}

/** What the reach of whoever does it has to hold, for the sentence that says so. */
export function decidingPlace(deed: ModelDeed, { holderId }: Pick<ModelPlace, 'holderId'>): { vi: string; en: string } {
  const by = BY[deed];
  if (by === 'unit' || holderId === null) return { vi: 'đơn vị của mô hình', en: 'the unit of the model' };
  return by === 'holder'
    ? { vi: 'cơ quan đang giữ hồ sơ', en: 'the authority that holds the file' }
    : { vi: 'đơn vị của mô hình hoặc cơ quan đang giữ hồ sơ', en: 'the unit of the model or the authority that holds its file' };
}

/** Whether an actor may do something with a model: the question of every command on models. */
@Injectable()
export class ModelRights {
  constructor(
    private readonly rights: Rights,
    private readonly scopes: Scopes,
  ) {}

  /**
   * Where the model lies, if the actor may do it there; held for reading until the transaction ends.
   * @throws MODEL_NOT_FOUND for one that the actor does not see, exactly as for one that does not exist; OUT_OF_REACH for one that they only see.
   */
  async require(tx: Tx, deed: ModelDeed, id: Id): Promise<ModelPlace> {
    const place = await this.visiblePlace(tx, id);
    if (!place) throw ModelErrors.MODEL_NOT_FOUND({ id });
    await this.rights.requireOneOf(tx, `model.${deed}`, decidingUnits(deed, place));
    return place;
  }

  /** Whether the actor sees the model, which is held for reading then. One that does not exist is not seen. */
  async seesIn(tx: Tx, id: Id): Promise<boolean> {
    return (await this.visiblePlace(tx, id)) !== undefined;
  }

  /** The same outside any command, without a lock. */
  sees(caller: Caller, id: Id): Promise<boolean> {
    return this.scopes.sees(caller, modelView, id);
  }

  private async visiblePlace(tx: Tx, id: Id): Promise<ModelPlace | undefined> {
    const visibility = await this.scopes.visibility(tx.actor, modelView, sql`m`, 2);
    return placeOf(tx, id, visibility);
  }
}
