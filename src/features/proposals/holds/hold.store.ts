import { ADVISORY_LOCKS } from '../../../platform/database/advisory-locks.js';
import { sql } from '../../../platform/database/sql.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { ConditionedLine } from '../../commendations/grants/grant-conditions.port.js';
import { holdsRecipient } from './hold-sql.js';
import { HoldEntity } from './hold.entity.js';

export type HoldRow = HoldEntity;

/**
 * Until the transaction ends, no other places or changes a hold; two that grant do not wait for each other. Taken before any hold is read: what was
 * written meanwhile is seen then.
 */
export const lockHolds = (tx: Tx, how: 'alone' | 'shared'): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock${how === 'shared' ? '_shared' : ''}(${ADVISORY_LOCKS.holds})`);

export async function insertHold(tx: Tx, row: Omit<HoldRow, 'liftedOn' | 'liftReason' | 'version'>): Promise<void> {
  await tx.manager.insert(HoldEntity, { ...row, liftedOn: null, liftReason: null, version: 1 });
}

export const lockHold = (tx: Tx, id: Id): Promise<HoldRow | null> =>
  tx.manager.findOne(HoldEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });

export async function changeHold(tx: Tx, { id, version }: HoldRow, changes: Partial<HoldRow>): Promise<void> {
  await tx.manager.update(HoldEntity, { id }, { ...changes, version: version + 1 } as never);
}

/** A line of a decision whose recipient is held on the day. */
export interface HeldLine {
  readonly line: number;
  readonly recipient: string;
  readonly reviewOn: LocalDate;
}

/**
 * The lines whose recipients are held on the day: the person of the directory, somebody of that name in that unit, or the unit itself. The caller has
 * locked the holds.
 */
export const heldLines = (tx: Tx, lines: readonly ConditionedLine[], day: LocalDate): Promise<HeldLine[]> =>
  tx.query<HeldLine>(
    sql`select (l.place - 1)::int as line, coalesce(l.name, h.name, l.unit_name, '?') as recipient, h.review_on as "reviewOn"
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) with ordinality l (person_id, unit_id, name, unit_name, kind, place)
       join commendation_hold h on ${holdsRecipient(sql`h`, sql`l`, sql`$6::date`)}
      where h.placed_on <= $6::date and coalesce(h.lifted_on > $6::date, true) order by l.place, h.id`,
    [
      lines.map(({ recipient }) => recipient.personId),
      lines.map(({ recipient }) => recipient.unitId),
      lines.map(({ recipient }) => recipient.name),
      lines.map(({ recipient }) => recipient.unitName),
      lines.map(({ given }) => given.kind),
      day,
    ],
  );
