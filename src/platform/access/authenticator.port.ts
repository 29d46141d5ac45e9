import { Injectable } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import type { Actor, Grant, Subject } from './actor.js';

/** What a request shows to say who sends it: a program its token, a browser the cookie of its session. */
export interface Credentials {
  readonly scheme: 'bearer' | 'session';
  readonly secret: string;
}

/** Whose credentials they are. */
export interface AuthenticatedSubject {
  readonly subject: Subject;
  /** The session it acts in; `undefined` for programs. */
  readonly sessionId: Id | undefined;
}

/** The same with what they hold. */
export interface Identity {
  readonly actor: Actor;
  readonly sessionId: Id | undefined;
}

export interface Authenticator {
  /** @returns who it is, or `undefined` when the credentials are not good (wrong, expired, revoked: the answer is the same). */
  identify(credentials: Credentials): Promise<AuthenticatedSubject | undefined>;
}

export interface GrantsSource {
  /** What they hold today. */
  grantsOf(subject: Subject): Promise<readonly Grant[]>;
}

/** The port through which the platform asks who is there and what they hold; the chapter `accounts` fills it when it starts. */
@Injectable()
export class Authentication {
  private authenticator: Authenticator | undefined;
  private grants: GrantsSource | undefined;

  register(authenticator: Authenticator): void {
    this.authenticator = authenticator;
  }

  registerGrants(grants: GrantsSource): void {
    this.grants = grants;
  }

  get filled(): boolean {
    return this.authenticator !== undefined && this.grants !== undefined;
  }

  async identify(credentials: Credentials): Promise<Identity | undefined> {
    const authenticated = await this.authenticator?.identify(credentials);
    return authenticated && { actor: await this.actorOf(authenticated.subject), sessionId: authenticated.sessionId };
  }

  /** The one known to be there, with what they hold today. */
  async actorOf(subject: Subject): Promise<Actor> {
    return { ...subject, grants: (await this.grants?.grantsOf(subject)) ?? [] };
  }
}
