import { Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { AccountEntity } from './account.entity.js';
import { isEmail, isSignInName, signInName } from './account-names.js';
import { AccountErrors } from './accounts.errors.js';
import { GrantErrors } from './grants/grant.errors.js';
import { administratorsIn, oneAtATime } from './grants/grant.store.js';
import { GrantsService, overAll } from './grants/grants.service.js';
import { newPassword, passwordHash } from './passwords/password-hash.js';
import { SessionsService } from './sessions/sessions.service.js';

const FIRST = { name: 'admin', displayName: 'Quản trị' } as const;

/** People's accounts, as administrators keep them. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionsService,
    private readonly grants: GrantsService,
  ) {}

  /** The new account may do nothing until it is granted something, and has no password yet: a secret for one is issued to whoever it is for, or it signs in elsewhere. */
  createAccount(actor: Actor, given: { name: string; displayName: string; email: string | null }): Promise<Id> {
    const name = signInName(given.name);
    const email = given.email === null ? null : cleanText(given.email);
    const problems = new Problems();
    if (!isSignInName(name)) problems.add(AccountErrors.ACCOUNT_NAME_INVALID().at('name'));
    if (email !== null && !isEmail(email)) problems.add(AccountErrors.ACCOUNT_EMAIL_INVALID().at('email'));
    problems.refuseIfAny();
    const account = { name, displayName: cleanText(given.displayName), email };
    return this.db.tx(actor, async tx => {
      const [taken] = await tx.query(`select from account where name = $1`, [name]);
      if (taken) throw AccountErrors.ACCOUNT_NAME_TAKEN().at('name');
      const id = newId();
      await tx.manager.insert(AccountEntity, { id, ...account, createdAt: tx.now });
      await tx.audit({ action: 'account.created', object: { type: 'Account', id }, after: account });
      return id;
    });
  }

  /** Corrects how a person is shown and where to write to. What is left out stays. @throws ACCOUNT_EMAIL_INVALID, ACCOUNT_NOT_FOUND. */
  changeAccount(
    actor: Actor,
    given: { id: Id; displayName?: string | undefined; email?: string | null | undefined; reason?: string },
  ): Promise<Id> {
    const { id, reason } = given;
    const email = given.email ? cleanText(given.email) : given.email;
    if (email !== undefined && email !== null && !isEmail(email)) throw AccountErrors.ACCOUNT_EMAIL_INVALID().at('email');
    const changes = {
      ...(given.displayName !== undefined && { displayName: cleanText(given.displayName) }),
      ...(email !== undefined && { email }),
    };
    return this.db.tx(actor, async tx => {
      const { displayName, email: known } = await accountIn(tx, id);
      const before = { displayName, email: known };
      const after = { ...before, ...changes };
      await tx.query(`update account set display_name = $2, email = $3 where id = $1`, [id, after.displayName, after.email]);
      await tx.audit({
        action: 'account.changed',
        object: { type: 'Account', id },
        before,
        after,
        ...(reason !== undefined && { reason }),
      });
      return id;
    });
  }

  /** Ends every session at once. Blocking again changes nothing. @throws GRANT_LAST_ADMINISTRATOR, SESSION_ENDED where the actor has been blocked meanwhile. */
  blockAccount(actor: Actor, given: { id: Id; reason: string }): Promise<Id> {
    const { id, reason } = given;
    if (actor.kind === 'ACCOUNT' && actor.id === id) throw AccountErrors.ACCOUNT_BLOCKS_ITSELF().at('id');
    return this.db.tx(actor, async tx => {
      await oneAtATime(tx);
      await refuseBlocked(tx, actor);
      const administrators = await administratorsIn(tx);
      if (administrators.length > 0 && administrators.every(({ accountId }) => accountId === id))
        throw GrantErrors.GRANT_LAST_ADMINISTRATOR().at('id');
      const { blockedAt } = await accountIn(tx, id);
      await tx.query(`update account set blocked_at = coalesce(blocked_at, $2) where id = $1`, [id, tx.now]);
      const sessionsEnded = await this.sessions.endAll(tx, id);
      await tx.audit({
        action: 'account.blocked',
        object: { type: 'Account', id },
        before: { blocked: blockedAt !== null },
        after: { blocked: true, sessionsEnded },
        reason,
      });
      return id;
    });
  }

  unblockAccount(actor: Actor, given: { id: Id; reason: string }): Promise<Id> {
    const { id, reason } = given;
    return this.db.tx(actor, async tx => {
      const { blockedAt } = await accountIn(tx, id);
      await tx.query(`update account set blocked_at = null where id = $1`, [id]);
      const before = { blocked: blockedAt !== null };
      await tx.audit({ action: 'account.unblocked', object: { type: 'Account', id }, before, after: { blocked: false }, reason });
      return id;
    });
  }

  /**
   * Makes the administrator when there is no account yet.
   * @returns the password, if one was generated: shown once, kept nowhere.
   */
  async ensureAdministrator(given: string | undefined): Promise<string | undefined> {
    const [account] = await this.db.rows(`select from account limit 1`);
    if (account) return undefined;
    const password = given ?? newPassword();
    const hashed = await passwordHash(password);
    const made = await this.db.tx(systemActor('first start'), async tx => {
      const id = newId();
      const rows = await tx.query(
        `insert into account (id, name, display_name, password_hash, created_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing returning id`,
        [id, FIRST.name, FIRST.displayName, hashed, tx.now],
      );
      // Another process may have been quicker: its administrator stands, and the trail says that ours was not needed.
      await tx.audit({
        action: rows.length > 0 ? 'account.created' : 'account.kept',
        object: { type: 'Account', id: rows.length > 0 ? id : null },
        after: FIRST,
      });
      const holder = { kind: 'ACCOUNT', id } as const;
      if (rows.length > 0) await this.grants.giveIn(tx, overAll(holder, 'administrator', 'Quản trị viên đầu tiên'));
      return rows.length > 0;
    });
    return made && given === undefined ? password : undefined;
  }
}

export interface HeldAccount {
  readonly name: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly blockedAt: Date | null;
}

/** An account, held against other commands until this one ends. @throws ACCOUNT_NOT_FOUND. */
export async function accountIn(tx: Tx, id: Id): Promise<HeldAccount> {
  const [account] = await tx.query<HeldAccount>(
    `select name, display_name as "displayName", email, password_hash as "passwordHash", blocked_at as "blockedAt"
       from account where id = $1 for update`,
    [id],
  );
  if (!account) throw AccountErrors.ACCOUNT_NOT_FOUND({ id });
  return account;
}

/** Of two who block each other at the same moment the second is signed in no more. */
async function refuseBlocked(tx: Tx, { kind, id }: Actor): Promise<void> {
  if (kind !== 'ACCOUNT') return;
  const [blocked] = await tx.query(`select from account where id = $1 and blocked_at is not null`, [id]);
  if (blocked) throw PlatformErrors.SESSION_ENDED();
}
