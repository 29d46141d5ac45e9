import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { changed } from '../../shared/change.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { AccountEntity } from './account.entity.js';
import { isEmail, isSignInName, signInName } from './account-names.js';
import { blockIn, holdsAccounts, insertUnlessNameTaken, isBlocked, isNameTaken, lockAccount, signInAccount } from './account.store.js';
import { AccountErrors } from './accounts.errors.js';
import { GrantErrors } from './grants/grant.errors.js';
import { administratorsIn, lockGrants } from './grants/grant.store.js';
import { GrantsService, registryWideGrant } from './grants/grants.service.js';
import { newPassword, passwordHash } from './passwords/password-hash.js';
import { voidResets } from './passwords/password-reset.store.js';
import { SessionsService } from './sessions/sessions.service.js';

const FIRST_ADMINISTRATOR = { name: 'admin', displayName: 'Quản trị' } as const;

/** Commands of administrators on accounts. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionsService,
    private readonly grants: GrantsService,
  ) {}

  /** The new account has no grants and no password: the person chooses one with a one-time secret (`issuePasswordReset`) or uses single sign-on. */
  createAccount(actor: Actor, given: { name: string; displayName: string; email: string | null }): Promise<Id> {
    const name = signInName(given.name);
    const email = given.email === null ? null : cleanText(given.email);
    const problems = new Problems();
    if (!isSignInName(name)) problems.add(AccountErrors.ACCOUNT_NAME_INVALID().at('name'));
    if (email !== null && !isEmail(email)) problems.add(AccountErrors.ACCOUNT_EMAIL_INVALID().at('email'));
    problems.refuseIfAny();
    const account = { name, displayName: cleanText(given.displayName), email };
    return this.db.tx(actor, async tx => {
      if (await isNameTaken(tx, name)) throw AccountErrors.ACCOUNT_NAME_TAKEN().at('name');
      const id = newId();
      await tx.manager.insert(AccountEntity, { id, ...account, createdAt: tx.now });
      await tx.audit({ action: 'account.created', object: { type: 'Account', id }, after: account });
      return id;
    });
  }

  /** @throws ACCOUNT_NOT_FOUND */
  async idOfName(name: string): Promise<Id> {
    const account = await signInAccount(this.db.rows, 'name', signInName(name));
    if (!account) throw AccountErrors.ACCOUNT_NOT_FOUND({ id: name });
    return account.id;
  }

  /** Changes the display name or the e-mail; a field left out is kept. @throws ACCOUNT_EMAIL_INVALID, ACCOUNT_NOT_FOUND */
  changeAccount(
    actor: Actor,
    given: { id: Id; displayName?: string | undefined; email?: string | null | undefined; reason?: string },
  ): Promise<Id> {
    const { id, reason } = given;
    const email = given.email ? cleanText(given.email) : given.email;
    if (email !== undefined && email !== null && !isEmail(email)) throw AccountErrors.ACCOUNT_EMAIL_INVALID().at('email');
    const change = { displayName: given.displayName && cleanText(given.displayName), email };
    return this.db.tx(actor, async tx => {
      const { displayName, email: known } = await lockAccount(tx, id);
      const before = { displayName, email: known };
      const after = changed(before, change);
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      await tx.manager.update(AccountEntity, { id }, after);
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

  /** Blocks the account and ends all its sessions. Repeating it changes nothing. @throws GRANT_LAST_ADMINISTRATOR; SESSION_ENDED if the actor has been blocked meanwhile */
  blockAccount(actor: Actor, given: { id: Id; reason: string }): Promise<Id> {
    const { id, reason } = given;
    if (actor.kind === 'ACCOUNT' && actor.id === id) throw AccountErrors.ACCOUNT_BLOCKS_ITSELF().at('id');
    return this.db.tx(actor, async tx => {
      await lockGrants(tx);
      await refuseBlocked(tx, actor);
      const administrators = await administratorsIn(tx);
      if (administrators.length > 0 && administrators.every(({ accountId }) => accountId === id))
        throw GrantErrors.GRANT_LAST_ADMINISTRATOR().at('id');
      const { blockedAt } = await lockAccount(tx, id);
      const sessionsEnded = await this.sessions.endAll(tx, id);
      if (blockedAt !== null && sessionsEnded === 0) return tx.unchanged(id);
      await blockIn(tx, id);
      // A secret from before would open the account again after it is unblocked.
      await voidResets(tx, id);
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
      const { blockedAt } = await lockAccount(tx, id);
      if (blockedAt === null) return tx.unchanged(id);
      await tx.manager.update(AccountEntity, { id }, { blockedAt: null });
      const entry = { before: { blocked: true }, after: { blocked: false }, reason };
      await tx.audit({ action: 'account.unblocked', object: { type: 'Account', id }, ...entry });
      return id;
    });
  }

  /**
   * Creates the first administrator if there is no account yet.
   * @returns the password if one was generated; it is shown once and not stored, and has to be changed at the first sign-in.
   */
  async ensureAdministrator(given: string | undefined): Promise<string | undefined> {
    if (await holdsAccounts(this.db.rows)) return undefined;
    const password = given ?? newPassword();
    const hashed = await passwordHash(password);
    const created = await this.db.tx(systemActor('first start'), async tx => {
      const id = newId();
      const isNew = await insertUnlessNameTaken(tx, {
        id,
        ...FIRST_ADMINISTRATOR,
        passwordHash: hashed,
        passwordPrinted: given === undefined,
      });
      // If another process was faster, its administrator is kept, and the audit trail records that ours was not needed.
      await tx.audit({
        action: isNew ? 'account.created' : 'account.kept',
        object: { type: 'Account', id: isNew ? id : null },
        after: FIRST_ADMINISTRATOR,
      });
      const holder = { kind: 'ACCOUNT', id } as const;
      if (isNew) await this.grants.giveIn(tx, registryWideGrant(holder, 'administrator', 'Quản trị viên đầu tiên'));
      return isNew;
    });
    return created && given === undefined ? password : undefined;
  }
}

/** If two administrators block each other at the same moment, only the first succeeds: the second is blocked by then. */
async function refuseBlocked(tx: Tx, { kind, id }: Actor): Promise<void> {
  if (kind !== 'ACCOUNT') return;
  if (id !== null && (await isBlocked(tx, id))) throw PlatformErrors.SESSION_ENDED();
}
