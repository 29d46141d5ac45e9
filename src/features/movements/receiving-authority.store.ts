import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import type { UnitLine } from '../units/unit-kinds.js';
import { rangeLiteral, type Period } from './period.js';

/** Locks the rule until the transaction ends. */
export async function lockRule(tx: Tx, id: Id): Promise<(Period & { readonly unitId: Id; readonly version: number }) | undefined> {
  const [rule] = await tx.query<Period & { unitId: Id; version: number }>(
    `select unit_id as "unitId", lower(validity) as first, upper(validity) - 1 as last, version from receiving_authority where id = $1 for update`,
    [id],
  );
  return rule;
}

/** The first rule of the unit and line that is in force on a day of the period. */
export async function ruleDuring(
  tx: Tx,
  unitId: Id,
  line: UnitLine,
  period: Period,
): Promise<(Period & { readonly receiverId: Id }) | undefined> {
  const [rule] = await tx.query<Period & { receiverId: Id }>(
    `select receiver_id as "receiverId", lower(validity) as first, upper(validity) - 1 as last
       from receiving_authority where unit_id = $1 and line = $2 and validity && $3::daterange order by validity limit 1`,
    [unitId, line, rangeLiteral(period)],
  );
  return rule;
}
