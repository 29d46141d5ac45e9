import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { Log } from '../../../platform/logging/log.js';
import type { Id } from '../../../shared/ids.js';
import { AccountErrors } from '../accounts.errors.js';
import type { Arrival } from '../sign-in/sign-in.service.js';
import { SignInThrottle } from '../sign-in/sign-in.throttle.js';
import { passwordMatches } from './password-hash.js';

/** Whoever sits at a browser that was left open must not take the account over: what decides who comes in asks for the password once more. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly db: Database,
    private readonly throttle: SignInThrottle,
    private readonly log: Log,
  ) {}

  /** Counted like a sign-in. @returns the hash it fits, by which a change meanwhile is seen. @throws PASSWORD_WRONG, SIGN_IN_SLOWED. */
  async demand(actor: Actor & { readonly id: Id }, password: string, { client, requestId }: Arrival): Promise<string> {
    const attempt = await this.throttle.take(actor.name, client.address);
    const [account] = await this.db.rows<{ passwordHash: string | null }>(
      `select password_hash as "passwordHash" from account where id = $1`,
      [actor.id],
    );
    const stored = account?.passwordHash ?? null;
    if (!(await passwordMatches(stored, password)) || stored === null) {
      this.log.warn('password proof refused', { requestId, accountId: actor.id });
      throw AccountErrors.PASSWORD_WRONG().at('currentPassword');
    }
    await this.throttle.giveBack(attempt);
    return stored;
  }
}
