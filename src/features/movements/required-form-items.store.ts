import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { RequiredFormItemsEntity } from './required-form-items.entity.js';

/** A statement about what forms have to contain, for a movement or for one of its rounds. */
export type StatedItems = Pick<RequiredFormItemsEntity, 'fromDay' | 'items' | 'basis'>;
export type StatedFor = { readonly movementId: Id } | { readonly roundId: Id };

/** What was stated from exactly this day. */
export async function itemsStatedFrom(tx: Tx, of: StatedFor, fromDay: LocalDate): Promise<StatedItems | null> {
  const row = await tx.manager.findOneBy(RequiredFormItemsEntity, { ...of, fromDay });
  return row && { fromDay, items: row.items, basis: row.basis };
}

/** Keeps the statement, instead of one from the same day. */
export async function stateItems(tx: Tx, of: StatedFor, stated: StatedItems): Promise<void> {
  await tx.manager.delete(RequiredFormItemsEntity, { ...of, fromDay: stated.fromDay });
  await tx.manager.insert(RequiredFormItemsEntity, { id: newId(), movementId: null, roundId: null, ...of, ...stated });
}
