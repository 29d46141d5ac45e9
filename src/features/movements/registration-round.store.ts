import { sql } from '../../platform/database/sql.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Problems } from '../../platform/errors/domain-error.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { fullName, type UnitKind } from '../units/unit-kinds.js';
import { unitOn } from '../units/unit-sql.js';
import { UnitErrors } from '../units/unit.errors.js';
import type { RecognitionLevel } from '../sectors/recognition-level.js';
import { MovementErrors } from './movement.errors.js';
import type { MovementDays } from './movement.store.js';
import { nearestDayIn, type Period } from './period.js';
import { ancestorsOn } from './movement-sql.js';
import { validityDuring } from './unit-validity.reader.js';

export interface RoundRow extends MovementDays {
  readonly id: Id;
  readonly name: string;
  readonly movementId: Id;
  readonly unitId: Id;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly appraisedAt: RecognitionLevel[];
  readonly version: number;
}

/** Locks the round for a change of it, its extensions or its targets, and its movement against being ended meanwhile. */
export async function lockRound(tx: Tx, id: Id): Promise<RoundRow> {
  const [round] = await tx.query<RoundRow>(
    `select r.id, r.name, r.movement_id as "movementId", r.unit_id as "unitId", r.opens_on as "opensOn", r.closes_on as "closesOn", r.appraised_at as "appraisedAt", r.version,
            lower(m.period) as "movementStarts", upper(m.period) - 1 as "movementEnds"
       from registration_round r join movement m on m.id = r.movement_id where r.id = $1 for update of r for share of m`,
    [id],
  );
  if (!round) throw MovementErrors.REGISTRATION_ROUND_NOT_FOUND({ id });
  return round;
}

export function refuseAfterMovement(problems: Problems, closesOn: LocalDate, movementEnds: LocalDate | null): void {
  if (movementEnds !== null && closesOn > movementEnds)
    problems.add(MovementErrors.REGISTRATION_AFTER_MOVEMENT({ closes: closesOn, ends: movementEnds }).at('closesOn'));
}

export function refuseBeforeMovement(problems: Problems, opensOn: LocalDate, movementStarts: LocalDate | null): void {
  if (movementStarts !== null && opensOn < movementStarts)
    problems.add(MovementErrors.REGISTRATION_BEFORE_MOVEMENT({ opens: opensOn, starts: movementStarts }).at('opensOn'));
}

/** The extensions of the round that are not later than its deadline: the later of both days holds, so they have no effect. */
export async function overtakenExtensions(
  query: QueryRows,
  roundId: Id,
): Promise<readonly { readonly id: Id; readonly unit: string; readonly closesOn: LocalDate }[]> {
  const rows = await query<{ id: Id; name: string; kind: UnitKind; closesOn: LocalDate }>(
    `select x.id, t.name, t.kind, r.closes_on as "closesOn" from registration_round r
       join registration_extension x on x.round_id = r.id and x.closes_on <= r.closes_on
      cross join lateral ${unitOn(sql`t`, sql`x.unit_id`, sql`x.closes_on`)}
      where r.id = $1 order by x.id limit 20`,
    [roundId],
  );
  return rows.map(({ id, kind, name, closesOn }) => ({ id, unit: fullName(kind, name), closesOn }));
}

/** The name of the unit on the day of the period nearest to today. Adds a problem if the unit does not belong to the round on that day. */
export async function unitOfRound(tx: Tx, round: RoundRow, unitId: Id, period: Period, problems: Problems): Promise<string> {
  const date = nearestDayIn(period, tx.today);
  const [unit] = await validityDuring(tx, [unitId], { first: date, last: date });
  if (!unit) {
    problems.add(UnitErrors.UNIT_NOT_FOUND({ id: unitId }).at('unitId'));
    return '?';
  }
  const [within] = await tx.query(`select from ${ancestorsOn(sql`$1::uuid`, sql`$2::date`)} above where above.id = $3`, [
    unitId,
    date,
    round.unitId,
  ]);
  if (!unit.covers) problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: unit.fullName, date }).at('unitId'));
  else if (!within) problems.add(MovementErrors.REGISTRATION_UNIT_OUTSIDE({ unit: unit.fullName, round: round.name, date }).at('unitId'));
  return unit.fullName;
}

/** The round of the movement and unit with this name, compared without marks and case, other than `self`. */
export async function roundNamed(
  tx: Tx,
  { movementId, unitId, name }: { readonly movementId: Id; readonly unitId: Id; readonly name: string },
  self: Id | null = null,
): Promise<{ readonly name: string } | undefined> {
  const [round] = await tx.query<{ name: string }>(
    `select name from registration_round where movement_id = $1 and unit_id = $2 and folded = fold($3) and id is distinct from $4`,
    [movementId, unitId, name, self],
  );
  return round;
}

interface TargetRow {
  readonly id: Id;
  readonly count: number;
  readonly basis: string;
  readonly version: number;
}

/** Locked until the transaction ends, because a target is removed without a lock on its round. */
export async function targetOf(tx: Tx, roundId: Id, unitId: Id): Promise<TargetRow | undefined> {
  const [target] = await tx.query<TargetRow>(
    `select id, count, basis, version from assigned_target where round_id = $1 and unit_id = $2 for update`,
    [roundId, unitId],
  );
  return target;
}

interface ExtensionRow {
  readonly id: Id;
  readonly closesOn: LocalDate;
  readonly reason: string;
  readonly version: number;
}

/** Locked until the transaction ends, because an extension is withdrawn without a lock on its round. */
export async function extensionOf(tx: Tx, roundId: Id, unitId: Id): Promise<ExtensionRow | undefined> {
  const [extension] = await tx.query<ExtensionRow>(
    `select id, closes_on as "closesOn", reason, version from registration_extension where round_id = $1 and unit_id = $2 for update`,
    [roundId, unitId],
  );
  return extension;
}

/** Locks the extension until the transaction ends. */
export async function lockExtension(tx: Tx, id: Id): Promise<(ExtensionRow & { readonly roundId: Id; readonly unitId: Id }) | undefined> {
  const [extension] = await tx.query<ExtensionRow & { roundId: Id; unitId: Id }>(
    `select id, round_id as "roundId", unit_id as "unitId", closes_on as "closesOn", reason, version
       from registration_extension where id = $1 for update`,
    [id],
  );
  return extension;
}
