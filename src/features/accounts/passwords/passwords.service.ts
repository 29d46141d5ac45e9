import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Log } from '../../../platform/logging/log.js';
import { newId, type Id } from '../../../shared/ids.js';
import { AccountErrors } from '../accounts.errors.js';
import { choosePassword, lockAccount } from '../account.store.js';
import { newResetSecret, secretHash } from '../secrets.js';
import { SessionsService, type NewSession } from '../sessions/sessions.service.js';
import type { RequestOrigin } from '../sign-in/sign-in.service.js';
import { passwordHash } from './password-hash.js';
import { PasswordProof } from './password-proof.js';
import { PasswordResetEntity } from './password-reset.entity.js';
import { accountOfReset, useReset, voidResets } from './password-reset.store.js';
import { passwordProblem } from './password-rules.js';

/** Long enough to be handed over in person after a weekend. */
const RESET_LASTS_MS = 3 * 86_400_000;

/** Sets and changes passwords. Every change ends all sessions of the account. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionsService,
    private readonly proof: PasswordProof,
    private readonly log: Log,
  ) {}

  /** @returns the secret, which is shown only now; it replaces an earlier one of the same account. */
  issueReset(actor: Actor, accountId: Id): Promise<{ secret: string; expiresAt: Date }> {
    const secret = newResetSecret();
    return this.db.tx(actor, async tx => {
      const { blockedAt } = await lockAccount(tx, accountId);
      if (blockedAt) throw AccountErrors.ACCOUNT_BLOCKED().at('accountId');
      await voidResets(tx, accountId);
      const expiresAt = new Date(tx.now.getTime() + RESET_LASTS_MS);
      await tx.manager.insert(PasswordResetEntity, { id: newId(), accountId, secretHash: secretHash(secret), issuedAt: tx.now, expiresAt });
      await tx.audit({ action: 'passwordReset.issued', object: { type: 'Account', id: accountId }, after: { expiresAt } });
      return { secret, expiresAt };
    });
  }

  /** Sets a password with the one-time secret. @throws PASSWORD_RESET_INVALID, PASSWORD_LENGTH, PASSWORD_EASY */
  async reset(given: { secret: string; newPassword: string }, { requestId }: RequestOrigin): Promise<Id> {
    const account = await accountOfReset(this.db.rows, secretHash(given.secret), this.db.now());
    if (!account) {
      this.log.warn('password reset refused', { requestId });
      throw AccountErrors.PASSWORD_RESET_INVALID().at('secret');
    }
    const hash = await this.hashOf(given.newPassword, account.name);
    const actor: Actor = { kind: 'ACCOUNT', id: account.id, name: account.name, grants: [], personId: null, requestId };
    return this.db.tx(actor, async tx => {
      await lockAccount(tx, account.id);
      // Two requests with the same secret wait for the lock of the account; the second one finds the secret used.
      if (!(await useReset(tx, secretHash(given.secret)))) throw AccountErrors.PASSWORD_RESET_INVALID().at('secret');
      await this.storeHash(tx, account.id, hash, 'password.reset');
      return account.id;
    });
  }

  /**
   * Changes one’s own password; requires the present one and ends all sessions.
   * @returns a new session for the browser of the request. @throws PASSWORD_WRONG, SIGN_IN_SLOWED, PASSWORD_LENGTH, PASSWORD_EASY
   */
  async change(
    actor: Actor & { readonly id: Id },
    given: { currentPassword: string; newPassword: string },
    origin: RequestOrigin,
  ): Promise<NewSession> {
    const provedHash = await this.proof.demand(actor, given.currentPassword, origin);
    if (given.newPassword.normalize('NFC') === given.currentPassword.normalize('NFC'))
      throw AccountErrors.PASSWORD_SAME().at('newPassword');
    const hash = await this.hashOf(given.newPassword, actor.name);
    return this.db.tx(actor, async tx => {
      const { passwordHash: still, blockedAt } = await lockAccount(tx, actor.id);
      if (still !== provedHash || blockedAt) throw AccountErrors.PASSWORD_WRONG().at('currentPassword');
      await this.storeHash(tx, actor.id, hash, 'password.changed');
      return this.sessions.begin(tx, actor.id, origin.client);
    });
  }

  private async storeHash(tx: Tx, accountId: Id, hash: string, action: string): Promise<void> {
    await choosePassword(tx, accountId, hash);
    await voidResets(tx, accountId);
    const sessionsEnded = await this.sessions.endAll(tx, accountId);
    await tx.audit({ action, object: { type: 'Account', id: accountId }, after: { sessionsEnded } });
  }

  private hashOf(password: string, name: string): Promise<string> {
    const problem = passwordProblem(password, name);
    if (problem) throw problem.at('newPassword');
    return passwordHash(password);
  }
}
