import type { Id } from '../../../shared/ids.js';
import type { SuccessionEntry, SuccessionList } from './succession.file.js';
import { UnitListErrors } from './unit-list.errors.js';
import { entryName, type ListEntry, type UnitList } from './unit-list.file.js';
import type { Findings } from './unit-list.findings.js';
import { isCalled, type UnitsOnDay } from './units-on-day.js';

/** A row of the successions with both its sides found: a unit in force on the eve, and a row of the new list. */
export interface Link {
  readonly row: number;
  readonly old: Id;
  readonly listed: ListEntry;
  readonly whole: boolean;
}

/** Finds both sides of every row: the old one among the units in force on the eve, the new one in the list. Codes are never enough: names must agree. */
export function linkRows(eve: UnitsOnDay, list: UnitList, successions: SuccessionList, findings: Findings): Link[] {
  const byCode = new Map(list.entries.map(entry => [entry.code, entry]));
  return successions.entries.flatMap(entry => {
    const at = (column: string) => ({ file: successions.file, row: entry.row, column });
    const listed = byCode.get(entry.newCode);
    if (!listed && !list.codes.has(entry.newCode)) {
      findings.problem(at('new_code'), UnitListErrors.LIST_SUCCESSOR_MISSING({ code: entry.newCode }));
    } else if (listed && !isCalled(listed, entry.newName)) {
      const told = { code: entry.newCode, listed: entryName(listed), name: entry.newName };
      findings.problem(at('new_name'), UnitListErrors.LIST_SUCCESSOR_NAMED_OTHERWISE(told));
    }
    const old = findOld(eve, entry, at, findings);
    return listed && old !== undefined ? [{ row: entry.row, old, listed, whole: entry.whole }] : [];
  });
}

type At = (column: string) => { file: string; row: number; column: string };

function findOld(eve: UnitsOnDay, entry: SuccessionEntry, at: At, findings: Findings): Id | undefined {
  const told = { date: eve.day, code: entry.oldCode, name: entry.oldName };
  const holder = eve.holder(entry.oldCode);
  if (!holder) findings.problem(at('old_code'), UnitListErrors.LIST_PREDECESSOR_MISSING(told));
  else if (!isCalled(holder, entry.oldName)) {
    const unit = eve.name(holder.unitId);
    findings.problem(at('old_name'), UnitListErrors.LIST_PREDECESSOR_NAMED_OTHERWISE({ ...told, unit }));
  } else return holder.unitId;
  return undefined;
}
