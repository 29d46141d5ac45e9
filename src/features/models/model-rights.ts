import { Injectable } from '@nestjs/common';
import { Rights } from '../../platform/access/rights.js';
import { sql } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scopes, type Caller } from '../../platform/views/scopes.js';
import type { Id } from '../../shared/ids.js';
import type { NamedValue } from '../../shared/language.js';
import { ModelErrors } from './model.errors.js';
import type { ModelActionName } from './model.lifecycle.js';
import { modelView } from './model.view.js';
import { placeOf, type ModelPlace } from './model.store.js';

/** The unit that the actor's right has to reach: the model's unit, the holder of its file, or either. */
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

/** The rights that commands on one model need: `model.edit` and so on. */
export type ModelPermission =
  'edit' | 'draft' | 'takeBackStep' | 'trash' | 'merge' | 'record' | 'recordFact' | 'recordSubmission' | ModelActionName;

const BY: Readonly<Record<ModelPermission, By>> = {
  ...STEPS_BY,
  edit: 'either',
  draft: 'unit',
  takeBackStep: 'either',
  trash: 'unit',
  merge: 'either',
  record: 'either',
  recordFact: 'either',
  recordSubmission: 'unit',
};

/** The units of which the actor's right has to reach one. A file without a holder lies with the model's unit. */
export function decidingUnits(permission: ModelPermission, { unitId, holderId }: Pick<ModelPlace, 'unitId' | 'holderId'>): Id[] {
  const by = BY[permission];
  if (by === 'unit' || holderId === null) return [unitId];
  return by === 'holder' ? [holderId] : [unitId, holderId];
}

/** An authority has the file, and has not decided yet. */
export const isFrozen = ({ state, holderId }: Pick<ModelPlace, 'state' | 'holderId'>): boolean =>
  holderId !== null && (state === 'SUBMITTED' || state === 'RECEIVED' || state === 'UNDER_APPRAISAL');

const PLACES: Readonly<Record<By, NamedValue>> = {
  unit: { value: 'unit', vi: 'đơn vị của mô hình', en: 'the unit of the model' },
  holder: { value: 'holder', vi: 'cơ quan đang giữ hồ sơ', en: 'the authority that holds the file' },
  either: {
    value: 'either',
    vi: 'đơn vị của mô hình hoặc cơ quan đang giữ hồ sơ',
    en: 'the unit of the model or the authority that holds its file',
  },
};

/** The same in words, for the sentence that explains a refusal. */
export const decidingPlace = (permission: ModelPermission, { holderId }: Pick<ModelPlace, 'holderId'>): NamedValue =>
  PLACES[holderId === null ? 'unit' : BY[permission]];

/** Checks whether an actor may do something with a model; every command on models asks it. */
@Injectable()
export class ModelRights {
  constructor(
    private readonly rights: Rights,
    private readonly scopes: Scopes,
  ) {}

  /**
   * Returns the model's place if the actor has the right there, and locks its row for reading until the transaction ends.
   * @param registrationId the registration whose file is meant; absent: the latest.
   * @throws MODEL_NOT_FOUND if there is no such model or the actor does not see it; OUT_OF_REACH if they see it but lack the right there.
   */
  async require(tx: Tx, permission: ModelPermission, id: Id, registrationId?: Id): Promise<ModelPlace> {
    const place = await this.visiblePlace(tx, id, registrationId);
    if (!place) throw ModelErrors.MODEL_NOT_FOUND({ id });
    await this.rights.requireOneOf(tx, `model.${permission}`, decidingUnits(permission, place));
    return place;
  }

  /**
   * The right as `require`, where the file lay with this holder. @param holderId absent: the present one.
   */
  async requireAt(tx: Tx, permission: ModelPermission, id: Id, holderId?: Id | null): Promise<void> {
    const place = await this.visiblePlace(tx, id);
    if (!place) throw ModelErrors.MODEL_NOT_FOUND({ id });
    const units = decidingUnits(permission, holderId === undefined ? place : { ...place, holderId });
    await this.rights.requireOneOf(tx, `model.${permission}`, units);
  }

  /**
   * The right to change the content. A file that an authority holds is frozen for its unit until it is returned: the authority appraises what was
   * submitted, and its staff may correct it. @throws as `require`; MODEL_WITH_AUTHORITY for the unit of a frozen file.
   */
  async requireEdit(tx: Tx, id: Id): Promise<ModelPlace> {
    const place = await this.visiblePlace(tx, id);
    if (!place) throw ModelErrors.MODEL_NOT_FOUND({ id });
    if (!isFrozen(place)) return this.require(tx, 'edit', id);
    await this.require(tx, 'edit', id);
    // Who may return the file may correct it instead.
    if (!(await this.rights.reaches(tx.actor, 'model.return'))(place.holderId)) throw ModelErrors.MODEL_WITH_AUTHORITY();
    return place;
  }

  /** Whether the model exists and the actor sees it. Locks its row for reading. */
  async seesIn(tx: Tx, id: Id): Promise<boolean> {
    return (await this.visiblePlace(tx, id)) !== undefined;
  }

  /** The same outside any command, without a lock. */
  sees(caller: Caller, id: Id): Promise<boolean> {
    return this.scopes.sees(caller, modelView, id);
  }

  private async visiblePlace(tx: Tx, id: Id, registrationId?: Id): Promise<ModelPlace | undefined> {
    const visibility = await this.scopes.visibility(tx.actor, modelView, sql`m`, 3);
    return placeOf(tx, id, registrationId, visibility);
  }
}
