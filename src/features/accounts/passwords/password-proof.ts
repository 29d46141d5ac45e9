import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { Log } from '../../../platform/logging/log.js';
import type { Id } from '../../../shared/ids.js';
import { passwordHashOf } from '../account.store.js';
import { AccountErrors } from '../accounts.errors.js';
import type { RequestOrigin } from '../sign-in/sign-in.service.js';
import { SignInThrottle } from '../sign-in/sign-in.throttle.js';
import { passwordMatches } from './password-hash.js';

/** Commands that change how an account signs in require the password once more, so that a person at an unattended browser cannot take the account over. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly db: Database,
    private readonly throttle: SignInThrottle,
    private readonly log: Log,
  ) {}

  /** Counts as a sign-in attempt. @returns the matching hash, to detect a change meanwhile. @throws PASSWORD_WRONG, SIGN_IN_SLOWED */
  async demand(actor: Actor & { readonly id: Id }, password: string, { client, requestId }: RequestOrigin): Promise<string> {
    const attempt = await this.throttle.countAttempt(actor.name, client.address);
    const stored = (await passwordHashOf(this.db.rows, actor.id)) ?? null;
    if (!(await passwordMatches(stored, password)) || stored === null) {
      this.log.warn('password proof refused', { requestId, accountId: actor.id });
      throw AccountErrors.PASSWORD_WRONG().at('currentPassword');
    }
    await this.throttle.clearAttempt(attempt);
    return stored;
  }
}
