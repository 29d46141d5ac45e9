import { Injectable } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import type { Actor, Grant, Subject } from './actor.js';

/** What identifies the sender of a request: the token of a program, or the session cookie of a browser. */
export interface Credentials {
  readonly scheme: 'bearer' | 'session';
  readonly secret: string;
}

/** The owner of valid credentials. */
export interface AuthenticatedSubject {
  readonly subject: Subject;
  /** The session it acts in; `undefined` for programs. */
  readonly sessionId: Id | undefined;
  /** The registry printed the password: until it is changed, the owner has no right but to change it. */
  readonly mustChangePassword: boolean;
}

/** The same with the owner's grants. */
export interface Identity extends Omit<AuthenticatedSubject, 'subject'> {
  readonly actor: Actor;
}

export interface Authenticator {
  /** @returns the owner, or `undefined` for invalid credentials (wrong, expired, revoked: the answer is the same). */
  identify(credentials: Credentials): Promise<AuthenticatedSubject | undefined>;
  /** Whether the owner could be identified now: the account is not blocked, the token neither revoked nor expired. */
  isActive(subject: Pick<Subject, 'kind' | 'id'>): Promise<boolean>;
}

export interface GrantsSource {
  /** The subject's grants in force today. */
  grantsOf(subject: Subject): Promise<readonly Grant[]>;
}

export interface PersonSource {
  /** The person whose account the subject is today; `null` if none is known. */
  personOf(subject: Subject): Promise<Id | null>;
}

/** The port that identifies callers and looks up their grants and who they are. The chapter `accounts` registers the implementation when it starts. */
@Injectable()
export class Authentication {
  private authenticator: Authenticator | undefined;
  private grants: GrantsSource | undefined;
  private persons: PersonSource | undefined;

  register(authenticator: Authenticator): void {
    this.authenticator = authenticator;
  }

  registerGrants(grants: GrantsSource): void {
    this.grants = grants;
  }

  registerPersons(persons: PersonSource): void {
    this.persons = persons;
  }

  /** Who sends these credentials, with grants and person of today: none of both while a printed password has to be changed. `undefined`: they are not valid. */
  async identify(credentials: Credentials): Promise<Identity | undefined> {
    const authenticated = await this.authenticator?.identify(credentials);
    if (!authenticated) return undefined;
    const { subject, ...session } = authenticated;
    const actor = session.mustChangePassword ? { ...subject, grants: [], personId: null } : await this.actorOf(subject);
    return { actor, ...session };
  }

  /** For permissions that were given earlier and need no credentials, such as tickets of uploads. */
  async isActive(subject: Pick<Subject, 'kind' | 'id'>): Promise<boolean> {
    return subject.kind === 'SYSTEM' || ((await this.authenticator?.isActive(subject)) ?? false);
  }

  /** The subject with its grants and its person of today. */
  async actorOf(subject: Subject): Promise<Actor> {
    const [grants, personId] = await Promise.all([this.grants?.grantsOf(subject), this.persons?.personOf(subject)]);
    return { ...subject, grants: grants ?? [], personId: personId ?? null };
  }
}
