import { newId, type Id } from '../../../shared/ids.js';
import type { SpanRow, UnitLedger } from '../unit-ledger.js';
import { reportCodeHolder } from './list.draft.js';
import type { SuccessionLink } from './reorganisation.links.js';
import type { SuccessionList } from './succession.file.js';
import type { ListEntry, UnitList } from './unit-list.file.js';
import type { ListFindings } from './unit-list.findings.js';
import { matchesEntry, type UnitsOnDay } from './units-on-day.js';

/** The unit that a row of the new list means. */
export interface EntryMatch {
  readonly entry: ListEntry;
  readonly id: Id;
  /** RECORDED: begins on the day and is in the registry already. GOES_ON: was in force on the day before and continues. NEW: to be established. */
  readonly kind: 'RECORDED' | 'GOES_ON' | 'NEW';
}

/** The inputs of a reorganisation: the day before and the day as recorded, and the files about the day. */
export interface ReorganisationData {
  readonly ledger: UnitLedger;
  readonly eve: UnitsOnDay;
  readonly day: UnitsOnDay;
  readonly list: UnitList;
  readonly successions: SuccessionList;
  readonly links: readonly SuccessionLink[];
  /** Old codes of units whose successions, entered by a person, are corrected as listed. */
  readonly corrected: ReadonlySet<string>;
}

/**
 * Decides for every row of the new list which unit it means. The same code, name and kind do not prove that a unit continues: of 1,163 such
 * communes in July 2025 most had been merged with others. A unit continues if the only row about it passes it as a whole to itself, if no
 * row mentions it, or if the registry already records that it continues and other units passed to it on this day, or ended on this day and pass to
 * it as listed: then the list corrects to which units those passed, and ends none that went on.
 */
export function matchEntries(data: ReorganisationData, findings: ListFindings): Map<string, EntryMatch> {
  const linksByCode = new Map<string, SuccessionLink[]>();
  for (const link of data.links) linksByCode.set(link.successor.code, [...(linksByCode.get(link.successor.code) ?? []), link]);
  const receivers = receiversOf(data);
  const receivesEnded = (holder: Id, links: readonly SuccessionLink[]): boolean =>
    links.some(({ predecessorId: id }) => id !== holder && data.ledger.unit(id)!.range.to === data.day.day);
  const matches = new Map<string, EntryMatch>();
  for (const entry of data.list.entries) {
    const holder = data.day.holderOf(entry.code);
    const before = holder && data.eve.span(holder.unitId);
    if (holder && matchesEntry(holder, entry)) {
      const links = linksByCode.get(entry.code) ?? [];
      const isReceiver = receivers.has(holder.unitId) || receivesEnded(holder.unitId, links);
      const isSameUnit = !before || isReceiver || passesToItself(before, links, data.successions);
      matches.set(
        entry.code,
        isSameUnit ? { entry, id: holder.unitId, kind: before ? 'GOES_ON' : 'RECORDED' } : { entry, id: newId(), kind: 'NEW' },
      );
    } else if (holder && !before) {
      // It begins on the day: nothing in this event could end it.
      reportCodeHolder(data.ledger, holder, entry, { file: data.list.file, date: data.day.day }, findings);
    } else matches.set(entry.code, { entry, id: newId(), kind: 'NEW' });
  }
  return matches;
}

function passesToItself(before: SpanRow, links: readonly SuccessionLink[], successions: SuccessionList): boolean {
  const [only, ...others] = links;
  if (!only) return before.code === null || !successions.oldCodes.has(before.code);
  return others.length === 0 && only.whole && only.predecessorId === before.unitId;
}

/** Units that other units passed to on the day, as recorded. */
function receiversOf({ ledger, day }: ReorganisationData): Set<Id> {
  const receivers = new Set<Id>();
  for (const unit of ledger.allUnits()) {
    for (const { successorId, effectiveOn } of ledger.successionsOf(unit.id)) if (effectiveOn === day.day) receivers.add(successorId);
  }
  return receivers;
}
