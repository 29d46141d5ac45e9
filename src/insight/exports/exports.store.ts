import { ADVISORY_LOCKS } from '../../platform/database/advisory-locks.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import type { Language } from '../../shared/language.js';
import type { ExportFormat, ExportState } from './exports.graphql.js';

export interface ExportRow {
  readonly id: Id;
  readonly askerKind: 'ACCOUNT' | 'TOKEN';
  readonly askerId: Id;
  readonly askerName: string;
  readonly question: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly format: ExportFormat;
  readonly language: Language;
  readonly state: ExportState;
  readonly failure: string | null;
  readonly requestedAt: Date;
  readonly snapshotAt: Date | null;
  readonly expiresAt: Date | null;
  readonly rowCount: number | null;
  readonly size: string | null;
  readonly sha256: string | null;
  /** Whether its asker may still sign in: an account that is not blocked, a token that is neither revoked nor expired. */
  readonly mayAsk: boolean;
}

export type NewExport = Pick<ExportRow, 'askerKind' | 'askerId' | 'askerName' | 'question' | 'variables' | 'format' | 'language'>;

const COLUMNS = `x.id, x.asker_kind as "askerKind", x.asker_id as "askerId", x.asker_name as "askerName", x.question, x.variables, x.format, x.language,
  x.state, x.failure, x.requested_at as "requestedAt", x.snapshot_at as "snapshotAt", x.expires_at as "expiresAt", x.row_count as "rowCount", x.size, x.sha256,
  coalesce(a.blocked_at is null and a.id is not null or t.id is not null and t.revoked_at is null and coalesce(t.expires_at > $1, true)
    and not exists (select from account b where b.id = t.created_by_id and b.blocked_at is not null), false) as "mayAsk"`;
const FROM = `list_export x left join account a on a.id = x.asker_id left join api_token t on t.id = x.asker_id`;

export async function exportWith(query: QueryRows, id: Id, now: Date): Promise<ExportRow | undefined> {
  const [row] = await query<ExportRow>(`select ${COLUMNS} from ${FROM} where x.id = $2`, [now, id]);
  return row;
}

/** The exports of an asker, the latest first. */
export const exportsOf = (query: QueryRows, askerId: Id, limit: number, now: Date): Promise<ExportRow[]> =>
  query<ExportRow>(`select ${COLUMNS} from ${FROM} where x.asker_id = $2 order by x.requested_at desc, x.id desc limit $3`, [
    now,
    askerId,
    limit,
  ]);

export async function insertExport(tx: Tx, id: Id, row: NewExport): Promise<void> {
  const { askerKind, askerId, askerName, question, variables, format, language } = row;
  await tx.query(
    `insert into list_export (id, asker_kind, asker_id, asker_name, question, variables, format, language, requested_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, askerKind, askerId, askerName, question, JSON.stringify(variables), format, language, tx.now],
  );
}

/** How many of an asker's exports are not finished, and how many were requested since a time. */
export async function countExports(tx: Tx, askerId: Id, since: Date): Promise<{ readonly waiting: number; readonly recent: number }> {
  const [counts] = await tx.query<{ waiting: number; recent: number }>(
    `select count(*) filter (where state = 'WAITING')::int as waiting, count(*) filter (where requested_at > $2)::int as recent
       from list_export where asker_id = $1`,
    [askerId, since],
  );
  return counts!;
}

/** How large the files of exports may be: of all askers together, and of one. */
export interface Limits {
  readonly all: number;
  readonly own: number;
}

/**
 * Sets how many bytes of the storage an export that is being written may use: `wanted`, or fewer where there is less room. Files that are kept count,
 * and so does what other exports claim, of every process: claims are made one after the other. @returns the bytes.
 */
export async function claimRoom(
  tx: Tx,
  { id, askerId }: { readonly id: Id; readonly askerId: Id },
  wanted: number,
  limits: Limits,
): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock($1)`, [ADVISORY_LOCKS.exports]);
  const [claim] = await tx.query<{ claimed: string }>(
    `with used as (select coalesce(sum(coalesce(size, 0) + claimed), 0) as "all",
                          coalesce(sum(coalesce(size, 0) + claimed) filter (where asker_id = $2), 0) as own
                     from list_export where state in ('READY', 'WAITING') and id <> $1)
     update list_export x set claimed = greatest(0, least($3::bigint, $4::bigint - used.all, $5::bigint - used.own))
       from used where x.id = $1 and x.state = 'WAITING' returning x.claimed`,
    [id, askerId, wanted, limits.all, limits.own],
  );
  return Number(claim?.claimed ?? 0);
}

/** What a written file is. */
export interface WrittenExport {
  readonly rowCount: number;
  readonly size: number;
  readonly sha256: string;
}

export async function setReady(tx: Tx, id: Id, { rowCount, size, sha256 }: WrittenExport, times: { at: Date; until: Date }): Promise<void> {
  await tx.query(
    `update list_export set state = 'READY', row_count = $2, size = $3, sha256 = $4, claimed = 0, snapshot_at = $5, expires_at = $6 where id = $1`,
    [id, rowCount, size, sha256, times.at, times.until],
  );
}

export async function setFailed(tx: Tx, id: Id, failure: string): Promise<void> {
  await tx.query(`update list_export set state = 'FAILED', failure = $2, claimed = 0 where id = $1`, [id, failure]);
}

/** Exports whose files are to be erased: those whose time is over, and those that were never finished. */
export const exportsToErase = (query: QueryRows, now: Date, unfinishedSince: Date): Promise<{ id: Id; state: ExportState }[]> =>
  query(
    `select id, state from list_export where (state = 'READY' and expires_at < $1) or (state = 'WAITING' and requested_at < $2) order by id limit 1000`,
    [now, unfinishedSince],
  );

export async function setExpired(tx: Tx, id: Id): Promise<void> {
  await tx.query(`update list_export set state = 'EXPIRED' where id = $1`, [id]);
}

/** @returns how many rows were deleted. */
export async function deleteExportsBefore(tx: Tx, time: Date): Promise<number> {
  const gone = await tx.query(
    `with gone as (delete from list_export where requested_at < $1 and state in ('EXPIRED', 'FAILED') returning id) select id from gone`,
    [time],
  );
  return gone.length;
}
