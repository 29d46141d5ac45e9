import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';

interface OutsideIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** With and without a slash at the end, as the setting and the provider may each write it: the client takes the two for one provider. */
const spellingsOf = (issuer: string): string[] => [issuer.replace(/\/$/, ''), issuer.replace(/\/?$/, '/')];

/** The account that the identity is linked to. */
export async function accountOf(query: QueryRows, { issuer, subject }: OutsideIdentity): Promise<Id | undefined> {
  const [found] = await query<{ id: Id }>(`select account_id as id from outside_identity where issuer = any($1) and subject = $2`, [
    spellingsOf(issuer),
    subject,
  ]);
  return found?.id;
}

/** The caller has locked the account. @returns the deleted identities. */
export async function deleteIdentities(tx: Tx, accountId: Id): Promise<OutsideIdentity[]> {
  const identities = await tx.query<OutsideIdentity>(
    `select issuer, subject from outside_identity where account_id = $1 order by issuer, subject`,
    [accountId],
  );
  await tx.query(`delete from outside_identity where account_id = $1`, [accountId]);
  return identities;
}
