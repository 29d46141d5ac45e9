import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Authentication,
  type Authenticator,
  type Credentials,
  type AuthenticatedSubject,
} from '../../platform/access/authenticator.port.js';
import type { Subject } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { isActiveSubject } from './account.store.js';
import { SessionsService } from './sessions/sessions.service.js';
import { ApiTokensService } from './tokens/api-tokens.service.js';

/** Implements the platform’s port `Authentication`: programs are identified by tokens, people by sessions. */
@Injectable()
export class ActorAuthenticator implements OnModuleInit, Authenticator {
  constructor(
    private readonly authentication: Authentication,
    private readonly tokens: ApiTokensService,
    private readonly sessions: SessionsService,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.authentication.register(this);
  }

  async identify({ scheme, secret }: Credentials): Promise<AuthenticatedSubject | undefined> {
    if (scheme === 'bearer') {
      const token = await this.tokens.find(secret);
      return token && { subject: { kind: 'TOKEN', id: token.id, name: token.name }, sessionId: undefined, mustChangePassword: false };
    }
    const session = await this.sessions.find(secret);
    return (
      session && {
        subject: { kind: 'ACCOUNT', id: session.accountId, name: session.name },
        sessionId: session.id,
        mustChangePassword: session.passwordPrinted,
      }
    );
  }

  isActive({ kind, id }: Pick<Subject, 'kind' | 'id'>): Promise<boolean> {
    return isActiveSubject(this.db.rows, kind, id, this.db.now());
  }
}
