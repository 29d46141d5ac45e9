import { newId, type Id } from '../../shared/ids.js';
import type { Steps } from '../../shared/turns.js';
import type { Establish, UnitRef } from './unit-changes.js';
import { UnitErrors } from './unit.errors.js';
import type { UnitLedger } from './unit-ledger.js';

/**
 * The units that the changes of an event refer to. Every change can refer to every unit that the event establishes, in any order: such a unit is
 * established when it is first referred to, so that a parent is established before the units under it.
 */
export class EventRefs {
  readonly established = new Set<Id>();
  private readonly idsByMark = new Map<string, Id>();
  /** Units to establish that have not been established yet, each with the work that does it. */
  private readonly pending = new Map<Id, () => void>();

  constructor(private readonly ledger: UnitLedger) {}

  /** @throws UNIT_REF_DOUBLED, after the unit was announced all the same. */
  announce(change: Establish, establish: (id: Id) => void): void {
    const id = change.id ?? newId();
    this.established.add(id);
    this.pending.set(id, () => establish(id));
    if (change.ref === undefined) return;
    const isDoubled = this.idsByMark.has(change.ref);
    this.idsByMark.set(change.ref, id);
    if (isDoubled) throw UnitErrors.UNIT_REF_DOUBLED({ ref: change.ref }).at('ref');
  }

  *establishAll(): Steps<void> {
    for (const id of this.established) {
      yield;
      this.establishPending(id);
    }
  }

  /** @throws UNIT_REF_UNKNOWN, UNIT_NOT_FOUND */
  resolve(ref: UnitRef, ...path: (string | number)[]): Id {
    if (ref.startsWith('#')) {
      const id = this.idsByMark.get(ref.slice(1));
      if (id === undefined) throw UnitErrors.UNIT_REF_UNKNOWN({ ref: ref.slice(1) }).at(...path);
      this.establishPending(id);
      return id;
    }
    if (this.established.has(ref)) this.establishPending(ref);
    else if (!this.ledger.unit(ref)) throw UnitErrors.UNIT_NOT_FOUND({ id: ref }).at(...path);
    return ref;
  }

  private establishPending(id: Id): void {
    const establish = this.pending.get(id);
    this.pending.delete(id);
    establish?.();
  }
}
