import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';

export interface LiveToken {
  readonly id: Id;
  readonly name: string;
  readonly expiresAt: Date | null;
}

export interface StoredToken extends LiveToken {
  readonly lastUsedAt: Date | null;
}

/** The token that is not revoked, of an account that is not blocked. It may have expired. */
export async function tokenWith(query: QueryRows, secretHash: Buffer): Promise<StoredToken | undefined> {
  const [token] = await query<StoredToken>(
    `select t.id, t.name, t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt"
       from api_token t left join account a on a.id = t.created_by_id
      where t.secret_hash = $1 and t.revoked_at is null and a.blocked_at is null`,
    [secretHash],
  );
  return token;
}

/** For `Database.writeUnaudited`, with the token's id and the moment. */
export const SET_LAST_USED = `update api_token set last_used_at = $2 where id = $1`;

/** Locks the token until the transaction ends. */
export async function lockToken(tx: Tx, id: Id): Promise<{ readonly name: string; readonly revoked: boolean } | undefined> {
  const [token] = await tx.query<{ name: string; revoked: boolean }>(
    `select name, revoked_at is not null as revoked from api_token where id = $1 for update`,
    [id],
  );
  return token;
}

export const revokeIn = (tx: Tx, id: Id): Promise<unknown> => tx.query(`update api_token set revoked_at = $2 where id = $1`, [id, tx.now]);
