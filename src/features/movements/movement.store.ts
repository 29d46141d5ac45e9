import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate, PartialDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { MovementErrors } from './movement.errors.js';

/** The content of a movement, as its plan states it. */
export interface GivenMovement {
  readonly name: string;
  readonly launcherId: Id;
  readonly actNumber: string | null;
  readonly actDate: LocalDate | null;
  readonly actIssuer: string | null;
  readonly starts: PartialDate | null;
  readonly ends: PartialDate | null;
  readonly note: string | null;
}

/** `GivenMovement` as in the table: dates in the text of their source. */
export type MovementRow = Omit<GivenMovement, 'starts' | 'ends'> & { readonly starts: string | null; readonly ends: string | null };

/** Locks the movement until the transaction ends. @throws MOVEMENT_NOT_FOUND */
export async function lockMovement(tx: Tx, id: Id): Promise<MovementRow & { version: number }> {
  const [row] = await tx.query<MovementRow & { version: number }>(
    `select name, launcher_id as "launcherId", act_number as "actNumber", act_date as "actDate", act_issuer as "actIssuer", starts, ends, note,
            version from movement where id = $1 for update`,
    [id],
  );
  if (!row) throw MovementErrors.MOVEMENT_NOT_FOUND({ id });
  return row;
}

/** The first and the last possible day of a movement; `null`: not known. */
export interface MovementDays {
  readonly movementStarts: LocalDate | null;
  readonly movementEnds: LocalDate | null;
}

/** Locks the movement against another period until this transaction commits. */
export async function daysOfMovement(tx: Tx, id: Id): Promise<MovementDays> {
  const [days] = await tx.query<MovementDays>(
    `select lower(period) as "movementStarts", upper(period) - 1 as "movementEnds" from movement where id = $1 for share`,
    [id],
  );
  if (!days) throw MovementErrors.MOVEMENT_NOT_FOUND({ id });
  return days;
}

/** The round of the movement that opens first, with its first day. */
export async function firstOpeningRound(tx: Tx, movementId: Id): Promise<{ readonly round: string; readonly date: LocalDate } | undefined> {
  const [first] = await tx.query<{ round: string; date: LocalDate }>(
    `select name as round, opens_on as date from registration_round where movement_id = $1 order by opens_on, id limit 1`,
    [movementId],
  );
  return first;
}

/** The round of the movement that closes last, extensions included, with its last day. */
export async function lastClosingRound(tx: Tx, movementId: Id): Promise<{ readonly round: string; readonly date: LocalDate } | undefined> {
  const [last] = await tx.query<{ round: string; date: LocalDate }>(
    `select r.name as round, greatest(r.closes_on, (select max(x.closes_on) from registration_extension x where x.round_id = r.id)) as date
       from registration_round r where r.movement_id = $1 order by 2 desc limit 1`,
    [movementId],
  );
  return last;
}
