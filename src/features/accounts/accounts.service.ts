import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Authentication, type Authenticator, type Credentials } from '../../platform/access/authenticator.port.js';
import { systemActor, type Actor, type Role } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText, saysSomething } from '../../shared/text.js';
import { AccountErrors } from './accounts.errors.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { newPassword, newToken, passwordHash, tokenHash } from './secrets.js';

interface KnownToken {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
  readonly expiresAt: Date | null;
}

/** A token that was good is good for so long without asking again: a program sends it with every request. A revocation takes as long to be felt. */
const GOOD_FOR_MS = 2_000;
const MOST_KNOWN = 10_000;

/** The first administrator and the tokens of programs. Sign-in and full accounts come on top of the same port. */
@Injectable()
export class AccountsService implements OnModuleInit, Authenticator {
  private readonly known = new LRUCache<string, KnownToken>({ max: MOST_KNOWN, ttl: GOOD_FOR_MS });

  constructor(
    private readonly db: Database,
    private readonly authentication: Authentication,
  ) {}

  onModuleInit(): void {
    this.authentication.register(this);
  }

  async identify({ secret }: Credentials): Promise<Actor | undefined> {
    const hash = tokenHash(secret);
    const key = hash.toString('base64');
    const known = this.known.get(key);
    const token = known ?? (await this.find(hash));
    if (!token || (token.expiresAt !== null && token.expiresAt <= this.db.now())) return undefined;
    if (!known) this.known.set(key, token);
    return { kind: 'TOKEN', id: token.id, name: token.name, role: token.role };
  }

  private async find(hash: Buffer): Promise<KnownToken | undefined> {
    const [token] = await this.db.rows<KnownToken>(
      `select id, name, role, expires_at as "expiresAt" from api_token where secret_hash = $1 and revoked_at is null`,
      [hash],
    );
    return token;
  }

  /**
   * Makes the administrator when there is no account yet.
   * @returns the password, if one was generated: shown once, kept nowhere.
   */
  async ensureAdministrator(given: string | undefined): Promise<string | undefined> {
    const [account] = await this.db.rows(`select from account limit 1`);
    if (account) return undefined;
    const password = given ?? newPassword();
    const hashed = await passwordHash(password);
    const made = await this.db.tx(systemActor('first start'), async tx => {
      const id = newId();
      const rows = await tx.query(
        `insert into account (id, name, role, password_hash, created_at) values ($1, 'admin', 'administrator', $2, $3) on conflict do nothing returning id`,
        [id, hashed, tx.now],
      );
      // Another process may have been quicker: its administrator stands, and the trail says that ours was not needed.
      await tx.audit({
        action: rows.length > 0 ? 'account.created' : 'account.kept',
        object: { type: 'Account', id: rows.length > 0 ? id : null },
        after: { name: 'admin', role: 'administrator' },
      });
      return rows.length > 0;
    });
    return made && given === undefined ? password : undefined;
  }

  /** @returns the token itself: shown once, only its hash is kept. */
  async createToken(actor: Actor, given: { name: string; role: Role; expiresAt?: Date }): Promise<string> {
    const { role, expiresAt = null } = given;
    const name = cleanText(given.name);
    if (!saysSomething(name) || name.length > 100) throw AccountErrors.TOKEN_NAME_INVALID();
    const token = newToken();
    await this.db.tx(actor, async tx => {
      const id = newId();
      await tx.manager.insert(ApiTokenEntity, { id, name, role, expiresAt, secretHash: tokenHash(token), createdAt: tx.now });
      await tx.audit({ action: 'apiToken.created', object: { type: 'ApiToken', id }, after: { name, role, expiresAt } });
    });
    return token;
  }
}
