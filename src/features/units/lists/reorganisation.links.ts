import type { Id } from '../../../shared/ids.js';
import { nameOfListEntry } from '../unit-kinds.js';
import type { SuccessionEntry, SuccessionList } from './succession.file.js';
import { UnitListErrors } from './unit-list.errors.js';
import { entryName, type ListEntry, type UnitList } from './unit-list.file.js';
import type { ListFindings } from './unit-list.findings.js';
import { UnitListNotes } from './unit-list.notes.js';
import { hasFullName, isSpelledOtherwise, type UnitsOnDay } from './units-on-day.js';

/** A row of the successions with both its units found: the predecessor in force on the day before, the successor in the new list. */
export interface SuccessionLink {
  readonly row: number;
  readonly predecessorId: Id;
  readonly successor: ListEntry;
  readonly whole: boolean;
}

/** Finds the predecessor and the successor of every row. A code alone does not identify a unit: its name must agree, too. */
export function linkSuccessions(eve: UnitsOnDay, list: UnitList, successions: SuccessionList, findings: ListFindings): SuccessionLink[] {
  const byCode = new Map(list.entries.map(entry => [entry.code, entry]));
  const noted = new Set<Id>();
  return successions.entries.flatMap(entry => {
    const positionIn = (column: string) => ({ file: successions.file, row: entry.row, column });
    const successor = byCode.get(entry.newCode);
    if (!successor && !list.codes.has(entry.newCode)) {
      findings.problem(positionIn('new_code'), UnitListErrors.LIST_SUCCESSOR_MISSING({ code: entry.newCode }));
    } else if (successor && !hasFullName(successor, entry.newName)) {
      const params = { code: entry.newCode, listed: entryName(successor), name: entry.newName };
      findings.problem(positionIn('new_name'), UnitListErrors.LIST_SUCCESSOR_NAMED_OTHERWISE(params));
    }
    const predecessorId = findPredecessor(eve, entry, positionIn, findings, noted);
    return successor && predecessorId !== undefined ? [{ row: entry.row, predecessorId, successor, whole: entry.whole }] : [];
  });
}

type PositionIn = (column: string) => { file: string; row: number; column: string };

/** @param noted units whose spelling is noted already: a unit that passes in parts has several rows. */
function findPredecessor(
  eve: UnitsOnDay,
  entry: SuccessionEntry,
  positionIn: PositionIn,
  findings: ListFindings,
  noted: Set<Id>,
): Id | undefined {
  const params = { date: eve.day, code: entry.oldCode, name: entry.oldName };
  const holder = eve.holderOf(entry.oldCode);
  if (!holder) findings.problem(positionIn('old_code'), UnitListErrors.LIST_PREDECESSOR_MISSING(params));
  else if (!hasFullName(holder, entry.oldName)) {
    const unit = eve.name(holder.unitId);
    findings.problem(positionIn('old_name'), UnitListErrors.LIST_PREDECESSOR_NAMED_OTHERWISE({ ...params, unit }));
  } else {
    if (isSpelledOtherwise(holder.name, nameOfListEntry(holder.kind, entry.oldName)) && !noted.has(holder.unitId)) {
      noted.add(holder.unitId);
      const names = { recorded: eve.name(holder.unitId), listed: entry.oldName };
      findings.note(positionIn('old_name'), UnitListNotes.spelledOtherwise(names));
    }
    return holder.unitId;
  }
  return undefined;
}
