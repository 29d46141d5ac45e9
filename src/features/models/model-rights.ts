import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import type { RunQuery } from '../../platform/database/run-query.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import type { NamedValue } from '../../shared/language.js';
import { ModelErrors } from './model.errors.js';
import type { ModelActionName } from './model.lifecycle.js';

/** Where a model lies: with its unit, those that own it jointly, and the authority that holds its file. */
export interface ModelPlace {
  readonly unitId: Id;
  readonly jointOwnerIds: readonly Id[];
  readonly holderId: Id | null;
}

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

const PLACES: Readonly<Record<By, NamedValue>> = {
  unit: { value: 'unit', vi: 'đơn vị của mô hình', en: 'the unit of the model' },
  holder: { value: 'holder', vi: 'cơ quan đang giữ hồ sơ', en: 'the authority that holds the file' },
  either: {
    value: 'either',
    vi: 'đơn vị của mô hình hoặc cơ quan đang giữ hồ sơ',
    en: 'the unit of the model or the authority that holds its file',
  },
};

/** What the reach of a person has to hold to do it, for the sentence that says so. */
export const decidingPlace = (deed: ModelDeed, { holderId }: Pick<ModelPlace, 'holderId'>): NamedValue =>
  PLACES[holderId === null ? 'unit' : BY[deed]];

/** Those by which a command, or a download, sees a model; the view’s `scope` says the same of lists and details. */
const seenBy = ({ unitId, jointOwnerIds, holderId }: ModelPlace): Id[] => [
  unitId,
  ...jointOwnerIds,
  ...(holderId === null ? [] : [holderId]),
];

export const READ = 'registry.read';

/** Whether an actor may do something with a model: the question of every command on models. */
@Injectable()
export class ModelRights {
  constructor(private readonly rights: Rights) {}

  /**
   * Where the model lies, if the actor may do it there; held for reading until the transaction ends.
   * @throws MODEL_NOT_FOUND for one that the actor does not see, exactly as for one that does not exist; OUT_OF_REACH for one that they only see.
   */
  async require(tx: Tx, deed: ModelDeed, id: Id): Promise<ModelPlace> {
    const place = await placeOf(tx, id);
    if (!place || !(await this.sees(tx.actor, place))) throw ModelErrors.MODEL_NOT_FOUND({ id });
    await this.rights.requireOneOf(tx, `model.${deed}`, decidingUnits(deed, place));
    return place;
  }

  /** Whether the actor sees the model. One that does not exist is not seen. */
  async seesIn(tx: Tx, id: Id): Promise<boolean> {
    const place = await placeOf(tx, id);
    return place !== undefined && this.sees(tx.actor, place);
  }

  /** The same outside of any command. */
  async mayRead(actor: Actor, query: RunQuery, id: Id): Promise<boolean> {
    const [place] = await query<ModelPlace>(PLACE, [id]);
    return place !== undefined && this.sees(actor, place);
  }

  private async sees(actor: Actor, place: ModelPlace): Promise<boolean> {
    return seenBy(place).some(await this.rights.reaches(actor, READ));
  }
}

const PLACE = `
  select m.unit_id as "unitId", m.holder_id as "holderId",
         array(select j.unit_id::text from emulation_model_joint_owner j where j.model_id = m.id) as "jointOwnerIds"
    from emulation_model m where m.id = $1`;

async function placeOf(tx: Tx, id: Id): Promise<ModelPlace | undefined> {
  const [place] = await tx.query<ModelPlace>(`${PLACE} for share of m`, [id]);
  return place;
}
