import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Client } from '../../../platform/http/client.js';
import { Log } from '../../../platform/logging/log.js';
import type { Id } from '../../../shared/ids.js';
import { isSignInName, signInName } from '../account-names.js';
import { AccountErrors } from '../accounts.errors.js';
import { lockAccount, setPasswordHash, signInAccount, type SignInAccount } from '../account.store.js';
import { isOutdated, passwordHash, passwordMatches } from '../passwords/password-hash.js';
import { SecondFactorsService } from '../second-factor/second-factors.service.js';
import { SessionsService, type NewSession } from '../sessions/sessions.service.js';
import { SignInThrottle } from './sign-in.throttle.js';

export interface SignInCredentials {
  readonly name: string;
  readonly password: string;
  /** The code of the second factor, if the account has one. */
  readonly code?: string | null;
}

/** Client and id of a request. */
export interface RequestOrigin {
  readonly client: Client;
  readonly requestId: string;
}

/**
 * Signs people in. An unknown account, a blocked one and a wrong password get the same answer after the same work; the log states the reason
 * with the id of the request. Failures are not recorded in the audit trail, because anybody could fill it and nothing is ever deleted from it.
 */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: Database,
    private readonly throttle: SignInThrottle,
    private readonly sessions: SessionsService,
    private readonly factors: SecondFactorsService,
    private readonly log: Log,
  ) {}

  /** @throws SIGN_IN_FAILED, SIGN_IN_SLOWED, SIGN_IN_NEEDS_HTTPS, SECOND_FACTOR_NEEDED, SECOND_FACTOR_WRONG */
  async signIn(given: SignInCredentials, origin: RequestOrigin): Promise<NewSession> {
    refuseUnencrypted(origin.client);
    const name = signInName(given.name);
    const attempt = await this.throttle.countAttempt(name, origin.client.address);
    const account = await this.find(name);
    const matches = await passwordMatches(account?.blocked ? null : account?.passwordHash, given.password);
    if (!account || !matches) {
      const reason = !account ? 'no such account' : account.blocked ? 'account blocked' : 'wrong password';
      throw this.refuse(reason, origin, account?.id);
    }
    const code = given.code ?? undefined;
    if (code === undefined && (await this.factors.isOn(account.id))) {
      await this.throttle.clearWideCounters(attempt);
      throw AccountErrors.SECOND_FACTOR_NEEDED();
    }
    const session = await this.beginSession(account, origin, async tx => {
      if (!(await this.factors.passes(tx, account.id, code))) throw this.refuse('wrong second factor', origin, account.id);
      if (isOutdated(account.passwordHash!)) await rehash(tx, account, given.password);
    });
    await this.throttle.clearAttempt(attempt);
    return session;
  }

  /** For an account that an external system has authenticated; its own second factor is not required here. @returns `undefined` for a blocked account. */
  async signInExternally(accountId: Id, origin: RequestOrigin): Promise<NewSession | undefined> {
    const account = await signInAccount(this.db.rows, 'id', accountId);
    return account && !account.blocked ? this.beginSession(account, origin, () => Promise.resolve()) : undefined;
  }

  private async find(name: string): Promise<SignInAccount | undefined> {
    if (!isSignInName(name)) return undefined;
    return signInAccount(this.db.rows, 'name', name);
  }

  /** Begins a session for the authenticated account. */
  private beginSession(
    { id, name, passwordHash: proved }: SignInAccount,
    origin: RequestOrigin,
    beforeSession: (tx: Tx) => Promise<void>,
  ): Promise<NewSession> {
    const actor: Actor = { kind: 'ACCOUNT', id, name, grants: [], personId: null, requestId: origin.requestId };
    return this.db.tx(actor, async tx => {
      const now = await lockAccount(tx, id);
      if (now.blockedAt || now.passwordHash !== proved) throw this.refuse('account changed meanwhile', origin, id);
      await beforeSession(tx);
      return this.sessions.begin(tx, id, origin.client);
    });
  }

  private refuse(reason: keyof typeof REFUSALS, { requestId }: RequestOrigin, accountId: Id | undefined): Error {
    this.log.warn('sign-in refused', { requestId, reason, ...(accountId && { accountId }) });
    return REFUSALS[reason]();
  }
}

/** The error for each reason in the log. The second factor is mentioned only after a correct password. */
const REFUSALS = {
  'no such account': AccountErrors.SIGN_IN_FAILED,
  'account blocked': AccountErrors.SIGN_IN_FAILED,
  'wrong password': AccountErrors.SIGN_IN_FAILED,
  'account changed meanwhile': AccountErrors.SIGN_IN_FAILED,
  'wrong second factor': AccountErrors.SECOND_FACTOR_WRONG,
} as const;

/** Over an unencrypted connection, anybody on the network path could read the password and the session. */
export function refuseUnencrypted({ transport }: Client): void {
  if (transport === 'open') throw AccountErrors.SIGN_IN_NEEDS_HTTPS();
}

async function rehash(tx: Tx, { id }: SignInAccount, password: string): Promise<void> {
  await setPasswordHash(tx, id, await passwordHash(password));
}
