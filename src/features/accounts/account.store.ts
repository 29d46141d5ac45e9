import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import { AccountErrors } from './accounts.errors.js';

export interface LockedAccount {
  readonly name: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly blockedAt: Date | null;
}

/** The account, locked against other commands until the transaction ends. @throws ACCOUNT_NOT_FOUND */
export async function lockAccount(tx: Tx, id: Id): Promise<LockedAccount> {
  const [account] = await tx.query<LockedAccount>(
    `select name, display_name as "displayName", email, password_hash as "passwordHash", blocked_at as "blockedAt"
       from account where id = $1 for update`,
    [id],
  );
  if (!account) throw AccountErrors.ACCOUNT_NOT_FOUND({ id });
  return account;
}

export const isNameTaken = async (tx: Tx, name: string): Promise<boolean> =>
  (await tx.query(`select from account where name = $1`, [name])).length > 0;

export const holdsAccounts = async (query: QueryRows): Promise<boolean> => (await query(`select from account limit 1`)).length > 0;

/** Keeps the moment of an earlier blocking. */
export const blockIn = (tx: Tx, id: Id): Promise<unknown> =>
  tx.query(`update account set blocked_at = coalesce(blocked_at, $2) where id = $1`, [id, tx.now]);

export const isBlocked = async (tx: Tx, id: Id): Promise<boolean> =>
  (await tx.query(`select from account where id = $1 and blocked_at is not null`, [id])).length > 0;

export const setPasswordHash = (tx: Tx, id: Id, hash: string): Promise<unknown> =>
  tx.query(`update account set password_hash = $2 where id = $1`, [id, hash]);

/** A password that the person has chosen. */
export const choosePassword = (tx: Tx, id: Id, hash: string): Promise<unknown> =>
  tx.query(`update account set password_hash = $2, password_printed = false where id = $1`, [id, hash]);

/** `undefined` for an unknown account, `null` for one without a password. */
export async function passwordHashOf(query: QueryRows, id: Id): Promise<string | null | undefined> {
  const [account] = await query<{ passwordHash: string | null }>(`select password_hash as "passwordHash" from account where id = $1`, [id]);
  return account?.passwordHash;
}

/** @returns false where another account has the name. */
export async function insertUnlessNameTaken(
  tx: Tx,
  account: {
    readonly id: Id;
    readonly name: string;
    readonly displayName: string;
    readonly passwordHash: string;
    readonly passwordPrinted: boolean;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into account (id, name, display_name, password_hash, password_printed, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning id`,
    [account.id, account.name, account.displayName, account.passwordHash, account.passwordPrinted, tx.now],
  );
  return rows.length > 0;
}

/** What a sign-in needs to know of an account. */
export interface SignInAccount {
  readonly id: Id;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly blocked: boolean;
}

export async function signInAccount(query: QueryRows, by: 'id' | 'name', value: string): Promise<SignInAccount | undefined> {
  const [account] = await query<SignInAccount>(
    `select id, name, password_hash as "passwordHash", blocked_at is not null as blocked from account where ${by} = $1`,
    [value],
  );
  return account;
}

/** An account that is not blocked; a token that is neither revoked nor expired, of such an account. */
export async function isActiveSubject(query: QueryRows, kind: string, id: Id | null, now: Date): Promise<boolean> {
  const found =
    kind === 'ACCOUNT'
      ? await query(`select from account where id = $1 and blocked_at is null`, [id])
      : await query(
          `select from api_token t left join account a on a.id = t.created_by_id
            where t.id = $1 and t.revoked_at is null and coalesce(t.expires_at > $2, true) and a.blocked_at is null`,
          [id, now],
        );
  return found.length > 0;
}
