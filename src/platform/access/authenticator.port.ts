import { Injectable } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import type { Actor } from './actor.js';

/** What a request shows to say who sends it: a program its token, a browser the cookie of its session. */
export interface Credentials {
  readonly scheme: 'bearer' | 'session';
  readonly secret: string;
}

export interface Identity {
  readonly actor: Actor;
  /** The session it acts in; `undefined` for programs. */
  readonly sessionId: Id | undefined;
}

export interface Authenticator {
  /** @returns who it is, or `undefined` when the credentials are not good (wrong, expired, revoked: the answer is the same). */
  identify(credentials: Credentials): Promise<Identity | undefined>;
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

  async identify(credentials: Credentials): Promise<Identity | undefined> {
    return this.authenticator?.identify(credentials);
  }
}
