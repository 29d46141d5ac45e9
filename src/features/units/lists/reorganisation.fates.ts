import { newId, type Id } from '../../../shared/ids.js';
import type { SpanRow, UnitLedger } from '../unit-ledger.js';
import { tellHolder } from './list.draft.js';
import type { Link } from './reorganisation.links.js';
import type { SuccessionList } from './succession.file.js';
import type { ListEntry, UnitList } from './unit-list.file.js';
import type { Findings } from './unit-list.findings.js';
import { isListed, type UnitsOnDay } from './units-on-day.js';

/** What a row of the new list is. */
export interface Fate {
  readonly entry: ListEntry;
  readonly id: Id;
  /** It begins on the day and stands in the registry already; it goes on from the eve; or it is new. */
  readonly kind: 'STANDS' | 'GOES_ON' | 'NEW';
}

/** Both sides of a reorganisation: the eve and the day as recorded, and what the files say of the day. */
export interface Sides {
  readonly ledger: UnitLedger;
  readonly eve: UnitsOnDay;
  readonly day: UnitsOnDay;
  readonly list: UnitList;
  readonly successions: SuccessionList;
  readonly links: readonly Link[];
}

/**
 * Decides for every row of the new list which unit it is. Same code, name and kind are not enough to go on: of 1,163 such communes in
 * July 2025 most had been merged with others. A unit goes on when it alone passes wholly to itself, when no row speaks of it at all, or
 * when the registry already has it taking in others on this day.
 */
export function decideFates(sides: Sides, findings: Findings): Map<string, Fate> {
  const into = new Map<string, Link[]>();
  for (const link of sides.links) into.set(link.listed.code, [...(into.get(link.listed.code) ?? []), link]);
  const receivers = receiversOf(sides);
  const fates = new Map<string, Fate>();
  for (const entry of sides.list.entries) {
    const holder = sides.day.holder(entry.code);
    const before = holder && sides.eve.span(holder.unitId);
    if (holder && isListed(holder, entry)) {
      const known = !before || receivers.has(holder.unitId) || passesToItself(before, into.get(entry.code) ?? [], sides.successions);
      fates.set(
        entry.code,
        known ? { entry, id: holder.unitId, kind: before ? 'GOES_ON' : 'STANDS' } : { entry, id: newId(), kind: 'NEW' },
      );
    } else if (holder && !before) {
      // It begins on the day: nothing in this event could end it.
      tellHolder(sides.ledger, holder, entry, { file: sides.list.file, date: sides.day.day }, findings);
    } else fates.set(entry.code, { entry, id: newId(), kind: 'NEW' });
  }
  return fates;
}

function passesToItself(before: SpanRow, into: readonly Link[], successions: SuccessionList): boolean {
  const [only, ...others] = into;
  if (!only) return before.code === null || !successions.oldCodes.has(before.code);
  return others.length === 0 && only.whole && only.old === before.unitId;
}

/** Units that the registry already has taking in others on the day. */
function receiversOf({ ledger, day }: Sides): Set<Id> {
  const receivers = new Set<Id>();
  for (const unit of ledger.allUnits()) {
    for (const { successorId, effectiveOn } of ledger.successionsOf(unit.id)) if (effectiveOn === day.day) receivers.add(successorId);
  }
  return receivers;
}
