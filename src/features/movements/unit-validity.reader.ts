import { sql } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Problems } from '../../platform/errors/domain-error.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { fullName, type UnitKind, type UnitLine } from '../units/unit-kinds.js';
import { unitOn } from '../units/unit-sql.js';
import { UnitErrors } from '../units/unit.errors.js';
import { MovementErrors } from './movement.errors.js';
import { rangeLiteral, type Period } from './period.js';

/** A unit compared with a period. */
export interface UnitValidity {
  readonly id: Id;
  readonly fullName: string;
  readonly line: UnitLine;
  /** Whether the unit is in force on at least one day of the period. */
  readonly overlaps: boolean;
  /** Whether the unit is in force on every day of the period. */
  readonly covers: boolean;
  readonly lastDay: LocalDate | null;
}

/** Compares each unit with the period; its name is that on the first day of the period. `undefined` for an unknown id. */
export async function validityDuring(tx: Tx, ids: readonly Id[], period: Period): Promise<(UnitValidity | undefined)[]> {
  const rows = await tx.query<UnitValidity & { name: string; kind: UnitKind }>(
    `select t.id, t.name, t.kind, t.line, t.life && $2::daterange as overlaps, t.life @> $2::daterange as covers, upper(t.life) - 1 as "lastDay"
       from unnest($1::uuid[]) q (id) cross join lateral ${unitOn(sql`t`, sql`q.id`, sql`$3::date`)}`,
    [[...new Set(ids)], rangeLiteral(period), period.first ?? period.last ?? tx.today],
  );
  const found = new Map(rows.map(({ name, kind, ...unit }) => [unit.id, { ...unit, fullName: fullName(kind, name) }]));
  return ids.map(id => found.get(id));
}

/** Adds a problem unless the unit is in force on every day of the period. */
export function refuseUnlessCovered(problems: Problems, unit: UnitValidity | undefined, id: Id, period: Period, ...path: string[]): void {
  if (!unit) problems.add(UnitErrors.UNIT_NOT_FOUND({ id }).at(...path));
  else if (unit.overlaps && !unit.covers && unit.lastDay !== null && (period.last === null || unit.lastDay < period.last))
    problems.add(MovementErrors.UNIT_ENDS_IN_THAT_TIME({ unit: unit.fullName, date: unit.lastDay }).at(...path));
  else if (!unit.covers) problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: unit.fullName, date: period.first ?? '…' }).at(...path));
}
