import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';

/** The account of a secret that is neither used nor expired; `undefined` also for a blocked account. */
export async function accountOfReset(
  query: QueryRows,
  secretHash: Buffer,
  now: Date,
): Promise<{ readonly id: Id; readonly name: string } | undefined> {
  const [account] = await query<{ id: Id; name: string }>(
    `select a.id, a.name from password_reset r join account a on a.id = r.account_id
      where r.secret_hash = $1 and r.used_at is null and r.expires_at > $2 and a.blocked_at is null`,
    [secretHash, now],
  );
  return account;
}

/** Uses up the secret. @returns false where it was used before. */
export const useReset = async (tx: Tx, secretHash: Buffer): Promise<boolean> =>
  (
    await tx.query(
      `with used as (update password_reset set used_at = $2 where secret_hash = $1 and used_at is null returning id) select id from used`,
      [secretHash, tx.now],
    )
  ).length > 0;

/** Voids all unused secrets of the account. */
export const voidResets = (tx: Tx, accountId: Id): Promise<unknown> =>
  tx.query(`update password_reset set used_at = $2 where account_id = $1 and used_at is null`, [accountId, tx.now]);
