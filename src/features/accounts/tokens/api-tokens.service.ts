import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Actor, Role } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText, saysSomething } from '../../../shared/text.js';
import { AccountErrors } from '../accounts.errors.js';
import { newToken, secretHash } from '../secrets.js';
import { ApiTokenEntity } from './api-token.entity.js';

export interface LiveToken {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
  readonly expiresAt: Date | null;
}

/** A token that was good is good for so long without asking again: a program sends it with every request. A revocation takes as long to be felt. */
const GOOD_FOR_MS = 2_000;
const MOST_KNOWN = 10_000;

/** Programs' ways in. */
@Injectable()
export class ApiTokensService {
  private readonly known = new LRUCache<string, LiveToken>({ max: MOST_KNOWN, ttl: GOOD_FOR_MS });

  constructor(private readonly db: Database) {}

  async find(secret: string): Promise<LiveToken | undefined> {
    const hash = secretHash(secret);
    const key = hash.toString('base64');
    const known = this.known.get(key);
    const token = known ?? (await this.read(hash));
    if (!token || (token.expiresAt !== null && token.expiresAt <= this.db.now())) return undefined;
    if (!known) this.known.set(key, token);
    return token;
  }

  private async read(hash: Buffer): Promise<LiveToken | undefined> {
    const [token] = await this.db.rows<LiveToken>(
      `select id, name, role, expires_at as "expiresAt" from api_token where secret_hash = $1 and revoked_at is null`,
      [hash],
    );
    return token;
  }

  /** @returns the token itself: shown once, only its hash is kept. */
  async createToken(actor: Actor, given: { name: string; role: Role; expiresAt?: Date }): Promise<string> {
    const { role, expiresAt = null } = given;
    const name = cleanText(given.name);
    if (!saysSomething(name) || name.length > 100) throw AccountErrors.TOKEN_NAME_INVALID();
    const token = newToken();
    await this.db.tx(actor, async tx => {
      const id = newId();
      await tx.manager.insert(ApiTokenEntity, { id, name, role, expiresAt, secretHash: secretHash(token), createdAt: tx.now });
      await tx.audit({ action: 'apiToken.created', object: { type: 'ApiToken', id }, after: { name, role, expiresAt } });
    });
    return token;
  }
}
