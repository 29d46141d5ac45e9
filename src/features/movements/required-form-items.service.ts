import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { FORM_ITEM_NAMES } from './form-items.js';
import { MovementEntity } from './movement.entity.js';
import { lockMovement } from './movement.store.js';
import { RegistrationRoundEntity } from './registration-round.entity.js';
import { lockRound } from './registration-round.store.js';
import { itemsStatedFrom, stateItems, type StatedFor, type StatedItems } from './required-form-items.store.js';

export interface GivenItems extends StatedItems {
  readonly id: Id;
  readonly expectedVersion: number;
}

/** States what a registration form has to contain, from a day on. What was submitted before is not asked again. */
@Injectable()
export class RequiredFormItemsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  setMovementFormItems(actor: Actor, { id, expectedVersion, ...given }: GivenItems): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const movement = await lockMovement(tx, id);
      await this.rights.require(tx, 'movement.edit', movement.launcherId);
      requireVersion(expectedVersion, movement.version);
      const change = await state(tx, { movementId: id }, given);
      if (!change) return tx.unchanged(id);
      await tx.manager.update(MovementEntity, { id }, { version: movement.version + 1 });
      await tx.audit({ action: 'movement.formItemsSet', object: { type: 'Movement', id }, unitId: movement.launcherId, ...change });
      return id;
    });
  }

  setRoundFormItems(actor: Actor, { id, expectedVersion, ...given }: GivenItems): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const round = await lockRound(tx, id);
      await this.rights.require(tx, 'registrationRound.edit', round.unitId);
      requireVersion(expectedVersion, round.version);
      const change = await state(tx, { roundId: id }, given);
      if (!change) return tx.unchanged(id);
      await tx.manager.update(RegistrationRoundEntity, { id }, { version: round.version + 1 });
      const object = { type: 'RegistrationRound', id };
      await tx.audit({ action: 'registrationRound.formItemsSet', object, unitId: round.unitId, ...change });
      return id;
    });
  }
}

async function state(
  tx: Tx,
  of: StatedFor,
  given: StatedItems,
): Promise<{ readonly before: StatedItems | null; readonly after: StatedItems } | undefined> {
  const after = {
    fromDay: given.fromDay,
    items: FORM_ITEM_NAMES.filter(item => given.items.includes(item)),
    basis: cleanText(given.basis),
  };
  const before = await itemsStatedFrom(tx, of, after.fromDay);
  if (isDeepStrictEqual(before, after)) return undefined;
  await stateItems(tx, of, after);
  return { before, after };
}
