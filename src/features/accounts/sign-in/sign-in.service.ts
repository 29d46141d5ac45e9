import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Client } from '../../../platform/http/client.js';
import { Log } from '../../../platform/logging/log.js';
import type { Id } from '../../../shared/ids.js';
import { isSignInName, signInName } from '../account-names.js';
import { AccountErrors } from '../accounts.errors.js';
import { accountIn } from '../accounts.service.js';
import { isOutdated, passwordHash, passwordMatches } from '../passwords/password-hash.js';
import { SecondFactorsService } from '../second-factor/second-factors.service.js';
import { SessionsService, type NewSession } from '../sessions/sessions.service.js';
import { SignInThrottle } from './sign-in.throttle.js';

/** What a person shows to come in. */
export interface SignInGiven {
  readonly name: string;
  readonly password: string;
  /** Of the second factor, where the account asks for one. */
  readonly code?: string | null;
}

/** Where from, and under which request. */
export interface Arrival {
  readonly client: Client;
  readonly requestId: string;
}

interface Known {
  readonly id: Id;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly blocked: boolean;
}

const KNOWN = `select id, name, password_hash as "passwordHash", blocked_at is not null as blocked from account`;

/**
 * The door. No such account, a blocked one and a wrong password get the same answer after the same work; which it was stands in the log,
 * under the request's id. Failures are not in the trail: strangers could fill it, and nothing is ever taken from it.
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

  /** @throws SIGN_IN_FAILED, SIGN_IN_SLOWED, SIGN_IN_NEEDS_HTTPS. */
  async signIn(given: SignInGiven, arrival: Arrival): Promise<NewSession> {
    refuseOpenWay(arrival.client);
    const name = signInName(given.name);
    const attempt = await this.throttle.take(name, arrival.client.address);
    const account = await this.find(name);
    const right = await passwordMatches(account?.blocked ? null : account?.passwordHash, given.password);
    if (!account || !right) {
      const reason = !account ? 'no such account' : account.blocked ? 'account blocked' : 'wrong password';
      throw this.refuse(reason, arrival, account?.id);
    }
    const code = given.code ?? undefined;
    if (code === undefined && (await this.factors.isOn(account.id))) {
      await this.throttle.giveBackHalf(attempt);
      throw AccountErrors.SECOND_FACTOR_NEEDED();
    }
    const session = await this.enter(account, arrival, async tx => {
      if (!(await this.factors.passes(tx, account.id, code))) throw this.refuse('wrong second factor', arrival, account.id);
      if (isOutdated(account.passwordHash!)) await rehash(tx, account, given.password);
    });
    await this.throttle.giveBack(attempt);
    return session;
  }

  /** For whom another system vouches; its second factors count, not ours. @returns nothing for a blocked account. */
  async enterVouched(accountId: Id, arrival: Arrival): Promise<NewSession | undefined> {
    const [account] = await this.db.rows<Known>(`${KNOWN} where id = $1 and blocked_at is null`, [accountId]);
    return account && this.enter(account, arrival, () => Promise.resolve());
  }

  private async find(name: string): Promise<Known | undefined> {
    if (!isSignInName(name)) return undefined;
    const [account] = await this.db.rows<Known>(`${KNOWN} where name = $1`, [name]);
    return account;
  }

  /** Begins the session of whoever has proved to be this account. */
  private enter({ id, name, passwordHash: proved }: Known, arrival: Arrival, beside: (tx: Tx) => Promise<void>): Promise<NewSession> {
    const actor: Actor = { kind: 'ACCOUNT', id, name, grants: [], requestId: arrival.requestId };
    return this.db.tx(actor, async tx => {
      const now = await accountIn(tx, id);
      if (now.blockedAt || now.passwordHash !== proved) throw this.refuse('account changed meanwhile', arrival, id);
      await beside(tx);
      return this.sessions.begin(tx, id, arrival.client);
    });
  }

  private refuse(reason: keyof typeof REFUSALS, { requestId }: Arrival, accountId: Id | undefined): Error {
    this.log.warn('sign-in refused', { requestId, reason, ...(accountId && { accountId }) });
    return REFUSALS[reason]();
  }
}

/** What the log says, and what the person hears: only whoever knows the password hears of a second factor. */
const REFUSALS = {
  'no such account': AccountErrors.SIGN_IN_FAILED,
  'account blocked': AccountErrors.SIGN_IN_FAILED,
  'wrong password': AccountErrors.SIGN_IN_FAILED,
  'account changed meanwhile': AccountErrors.SIGN_IN_FAILED,
  'wrong second factor': AccountErrors.SECOND_FACTOR_WRONG,
} as const;

/** Over an open connection whoever listens on the way would have the password and then the session. */
export function refuseOpenWay({ transport }: Client): void {
  if (transport === 'open') throw AccountErrors.SIGN_IN_NEEDS_HTTPS();
}

async function rehash(tx: Tx, { id }: Known, password: string): Promise<void> {
  await tx.query(`update account set password_hash = $2 where id = $1`, [id, await passwordHash(password)]);
}
