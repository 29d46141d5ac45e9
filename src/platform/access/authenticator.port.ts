import { Injectable } from '@nestjs/common';
import type { Actor } from './actor.js';

/** What a request shows to say who sends it. */
export interface Credentials {
  readonly scheme: 'bearer';
  readonly secret: string;
}

export interface Authenticator {
  /** @returns the actor, or `undefined` when the credentials are not good (wrong, expired, revoked: the answer is the same). */
  identify(credentials: Credentials): Promise<Actor | undefined>;
}

/** The port through which the platform asks who is there; the chapter `accounts` fills it when it starts. */
@Injectable()
export class Authentication {
  private authenticator: Authenticator | undefined;

  register(authenticator: Authenticator): void {
    this.authenticator = authenticator;
  }

  get filled(): boolean {
    return this.authenticator !== undefined;
  }

  async identify(credentials: Credentials): Promise<Actor | undefined> {
    return this.authenticator?.identify(credentials);
  }
}
