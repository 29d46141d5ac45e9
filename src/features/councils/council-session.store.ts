import { sql } from '../../platform/database/sql.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Presence, SessionKind } from './council-kinds.js';
import { CouncilErrors } from './council.errors.js';
import { factsOfSession } from './council-session-sql.js';
import type { Participation, SessionRule } from './quorum.js';

/** What people correct of a session. */
export interface SessionContent {
  readonly subject: string;
  readonly minutesNumber: string | null;
  readonly minutesDate: LocalDate | null;
  readonly minutesText: string | null;
}

export interface SessionRow extends SessionContent {
  readonly id: Id;
  readonly councilId: Id;
  readonly kind: SessionKind;
  readonly heldOn: LocalDate;
  readonly ruleId: Id | null;
  readonly version: number;
}

/** The session, locked until the transaction ends. @throws COUNCIL_SESSION_NOT_FOUND */
export async function lockSession(tx: Tx, id: Id): Promise<SessionRow> {
  const [row] = await tx.query<SessionRow>(
    `select id, council_id as "councilId", kind, held_on as "heldOn", rule_id as "ruleId", subject, minutes_number as "minutesNumber",
            minutes_date as "minutesDate", minutes_text as "minutesText", version from council_session where id = $1 for update`,
    [id],
  );
  if (!row) throw CouncilErrors.COUNCIL_SESSION_NOT_FOUND({ id });
  return row;
}

/** Whether the council has recorded a session of this kind, day and subject. */
export async function isRecorded(
  tx: Tx,
  { councilId, kind, heldOn, subject }: Pick<SessionRow, 'councilId' | 'kind' | 'heldOn' | 'subject'>,
): Promise<boolean> {
  const rows = await tx.query(
    `select from council_session where council_id = $1 and kind = $2 and held_on = $3::date and fold(subject) = fold($4)`,
    [councilId, kind, heldOn, subject],
  );
  return rows.length > 0;
}

/** What a session’s outcome is computed from. */
export interface SessionFacts extends Participation {
  readonly rule: SessionRule | null;
  readonly heldOn: LocalDate;
}

export async function factsIn(query: QueryRows, sessionId: Id): Promise<SessionFacts | undefined> {
  const [row] = await query<{ facts: SessionFacts | null }>(sql`select ${factsOfSession(sql`$1::uuid`)} as facts`, [sessionId]);
  return row?.facts ?? undefined;
}

/** How each named member took part. */
export async function presenceIn(query: QueryRows, sessionId: Id): Promise<ReadonlyMap<Id, Presence>> {
  const rows = await query<{ id: Id; presence: Presence }>(
    `select member_id as id, presence from council_attendance where session_id = $1`,
    [sessionId],
  );
  return new Map(rows.map(({ id, presence }) => [id, presence]));
}

/** The sessions that have voted under a rule. */
export const votedUnder = async (query: QueryRows, ruleId: Id): Promise<readonly Id[]> =>
  (
    await query<{ id: Id }>(
      `select s.id from council_session s where s.rule_id = $1 and exists (select from council_question q where q.session_id = s.id)
        order by s.held_on, s.id`,
      [ruleId],
    )
  ).map(({ id }) => id);
