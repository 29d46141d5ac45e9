import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { MovementErrors } from './movement.errors.js';
import { addFormerName, deleteFormerName, lockNamedMovement, setName, type NamedMovement } from './movement-name.store.js';
import type { SeenRecord } from './movements.service.js';

/** Names of movements over time. A name that was entered wrongly is corrected instead (`correctMovement`). */
@Injectable()
export class MovementNamesService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** Gives the movement another name from a day on; on the days before, it keeps the one that it had. */
  rename(actor: Actor, seen: SeenRecord, given: string, from: LocalDate): Promise<Id> {
    const name = cleanText(given);
    return this.change(actor, seen, 'renamed', async (tx, movement) => {
      if (name === movement.name) return undefined;
      refuseDay(movement, from, tx.today);
      await addFormerName(tx, seen.id, movement.name, addDays(from, -1));
      await setName(tx, seen.id, name);
      return { before: { name: movement.name }, after: { name, from } };
    });
  }

  /** Takes back the latest renaming, which was entered by mistake: the name before it holds again. */
  undoRename(actor: Actor, seen: SeenRecord): Promise<Id> {
    return this.change(actor, seen, 'renameUndone', async (tx, { name, formerName, formerLastDay }) => {
      if (formerName === null || formerLastDay === null) throw MovementErrors.MOVEMENT_NEVER_RENAMED();
      await deleteFormerName(tx, seen.id, formerLastDay);
      await setName(tx, seen.id, formerName);
      return { before: { name, from: addDays(formerLastDay, 1) }, after: { name: formerName } };
    });
  }

  private change(
    actor: Actor,
    { id, expectedVersion, reason }: SeenRecord,
    done: 'renamed' | 'renameUndone',
    work: (tx: Tx, movement: NamedMovement) => Promise<{ readonly before: object; readonly after: object } | undefined>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const movement = await lockNamedMovement(tx, id);
      const { launcherId: unitId, version } = movement;
      await this.rights.require(tx, 'movement.edit', unitId);
      requireVersion(expectedVersion, version);
      const change = await work(tx, movement);
      if (!change) return tx.unchanged(id);
      await tx.audit({ action: `movement.${done}`, object: { type: 'Movement', id }, unitId, ...change, reason: cleanText(reason) });
      return id;
    });
  }
}

/** A movement is renamed while it goes on, after it was renamed before, and not in the future: until that day it would be found by no name that it has. */
function refuseDay({ first, last, formerLastDay }: NamedMovement, from: LocalDate, today: LocalDate): void {
  if (from > today) throw MovementErrors.MOVEMENT_RENAMED_IN_FUTURE({ date: from }).at('from');
  if ((first !== null && from <= first) || (last !== null && from > last)) throw MovementErrors.MOVEMENT_RENAMED_OUTSIDE().at('from');
  if (formerLastDay !== null && from <= addDays(formerLastDay, 1))
    throw MovementErrors.MOVEMENT_RENAMED_LATER({ date: addDays(formerLastDay, 1) }).at('from');
}
