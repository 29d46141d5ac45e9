import { sql } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Problems } from '../../platform/errors/domain-error.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { fullName, type UnitKind, type UnitLine } from '../units/unit-kinds.js';
import { unitOn } from '../units/unit-sql.js';
import { UnitErrors } from '../units/unit.errors.js';
import { MovementErrors } from './movement.errors.js';
import { toRange, type Period } from './period.js';

/** A unit beside a period of days. */
export interface UnitLife {
  readonly id: Id;
  readonly fullName: string;
  readonly line: UnitLine;
  /** Whether it is in force on some day of the period, and whether on all. */
  readonly touches: boolean;
  readonly covers: boolean;
  readonly lastDay: LocalDate | null;
}

/** How each unit lives beside the period, as the transaction sees it, under its name on the first day; `undefined` for an unknown id. */
export async function livesOf(tx: Tx, ids: readonly Id[], period: Period): Promise<(UnitLife | undefined)[]> {
  const rows = await tx.query<UnitLife & { name: string; kind: UnitKind }>(
    `select t.id, t.name, t.kind, t.line, t.life && $2::daterange as touches, t.life @> $2::daterange as covers, upper(t.life) - 1 as "lastDay"
       from unnest($1::uuid[]) q (id) cross join lateral ${unitOn(sql`t`, sql`q.id`, sql`$3::date`)}`,
    [[...new Set(ids)], toRange(period), period.first ?? period.last ?? tx.today],
  );
  const found = new Map(rows.map(({ name, kind, ...life }) => [life.id, { ...life, fullName: fullName(kind, name) }]));
  return ids.map(id => found.get(id));
}

/** The unit has to be in force from the first day of the period to its last. */
export function refuseUnlessCovered(problems: Problems, life: UnitLife | undefined, id: Id, period: Period, ...path: string[]): void {
  if (!life) problems.add(UnitErrors.UNIT_NOT_FOUND({ id }).at(...path));
  else if (life.touches && !life.covers && life.lastDay !== null && (period.last === null || life.lastDay < period.last))
    problems.add(MovementErrors.UNIT_ENDS_IN_THAT_TIME({ unit: life.fullName, date: life.lastDay }).at(...path));
  else if (!life.covers) problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: life.fullName, date: period.first ?? '…' }).at(...path));
}
