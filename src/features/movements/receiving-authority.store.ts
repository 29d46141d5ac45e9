import { sql } from '../../platform/database/sql.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { fullName, type UnitKind, type UnitLine } from '../units/unit-kinds.js';
import { unitOn } from '../units/unit-sql.js';
import { rangeLiteral, type Period } from './period.js';
import type { RecognitionLevel } from '../sectors/recognition-level.js';

/** What a rule says: which office receives the files of a unit, and which recognises at which level. */
export interface GivenAuthority {
  readonly unitId: Id;
  readonly line: UnitLine;
  readonly receiverId: Id;
  readonly recogniserId: Id | null;
  readonly level: RecognitionLevel;
  readonly requiresAppraisal: boolean;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly basis: string;
}

interface RuleRow extends GivenAuthority {
  readonly version: number;
}

/** Locks the rule until the transaction ends. */
export async function lockRule(tx: Tx, id: Id): Promise<(Period & { readonly unitId: Id; readonly version: number }) | undefined> {
  const [rule] = await tx.query<Period & { unitId: Id; version: number }>(
    `select unit_id as "unitId", lower(validity) as first, upper(validity) - 1 as last, version from receiving_authority where id = $1 for update`,
    [id],
  );
  return rule;
}

/** The whole rule, locked until the transaction ends. */
export async function lockWholeRule(tx: Tx, id: Id): Promise<RuleRow | undefined> {
  const [rule] = await tx.query<RuleRow>(
    `select unit_id as "unitId", line, receiver_id as "receiverId", recogniser_id as "recogniserId", level, requires_appraisal as "requiresAppraisal", lower(validity) as "validFrom",
            upper(validity) - 1 as "validTo", basis, version from receiving_authority where id = $1 for update`,
    [id],
  );
  return rule;
}

/** The first rule, other than `self`, of the unit and line that is in force on a day of the period. */
export async function ruleDuring(
  tx: Tx,
  unitId: Id,
  line: UnitLine,
  period: Period,
  self: Id | null,
): Promise<(Period & { readonly receiverId: Id }) | undefined> {
  const [rule] = await tx.query<Period & { receiverId: Id }>(
    `select receiver_id as "receiverId", lower(validity) as first, upper(validity) - 1 as last
       from receiving_authority where unit_id = $1 and line = $2 and validity && $3::daterange and id is distinct from $4 order by validity limit 1`,
    [unitId, line, rangeLiteral(period), self],
  );
  return rule;
}

/** The name of the unit if it receives its own models by this rule. */
export async function selfReceiver(query: QueryRows, ruleId: Id): Promise<{ readonly id: Id; readonly name: string } | undefined> {
  const [unit] = await query<{ id: Id; name: string; kind: UnitKind }>(
    `select t.id, t.name, t.kind from receiving_authority a
      cross join lateral ${unitOn(sql`t`, sql`a.unit_id`, sql`coalesce(lower(a.validity), upper(a.validity) - 1, current_date)`)}
      where a.id = $1 and a.receiver_id = a.unit_id`,
    [ruleId],
  );
  return unit && { id: unit.id, name: fullName(unit.kind, unit.name) };
}
