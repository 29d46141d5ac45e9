import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Actor, Role } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { addDays, type LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText, saysSomething } from '../../../shared/text.js';
import { AccountErrors } from '../accounts.errors.js';
import { GrantsService, overAll } from '../grants/grants.service.js';
import { newToken, secretHash } from '../secrets.js';
import { ApiTokenEntity } from './api-token.entity.js';

export interface LiveToken {
  readonly id: Id;
  readonly name: string;
  readonly expiresAt: Date | null;
}

/** A token that was good is good for so long without asking again: a program sends it with every request. A revocation takes as long to be felt. */
const GOOD_FOR_MS = 2_000;
const MOST_KNOWN = 10_000;
/** What administrators want to know is whether a program still comes, not how often. */
const USED_EVERY_MS = 10 * 60_000;
/** A program whose token is made over the API comes for a new one once a year; on the server itself there is no limit. */
const LONGEST_DAYS = 366;

/** Programs' ways in. A token is only as good as whoever made it: while their account is blocked, it opens nothing. */
@Injectable()
export class ApiTokensService {
  private readonly known = new LRUCache<string, LiveToken>({ max: MOST_KNOWN, ttl: GOOD_FOR_MS });

  constructor(
    private readonly db: Database,
    private readonly grants: GrantsService,
  ) {}

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
    const [token] = await this.db.rows<LiveToken & { lastUsedAt: Date | null }>(
      `select t.id, t.name, t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt"
         from api_token t left join account a on a.id = t.created_by_id
        where t.secret_hash = $1 and t.revoked_at is null and a.blocked_at is null`,
      [hash],
    );
    if (token) await this.noteUse(token);
    return token;
  }

  private async noteUse({ id, lastUsedAt, expiresAt }: LiveToken & { lastUsedAt: Date | null }): Promise<void> {
    const now = this.db.now();
    const recent = lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < USED_EVERY_MS;
    if (!recent && (expiresAt === null || expiresAt > now))
      await this.db.writeUnaudited(`update api_token set last_used_at = $2 where id = $1`, [id, now]);
  }

  /** Over the API, by a person: a reporting client, with a last day, at most a year ahead; whatever else it is to do is granted. @returns the token itself, shown once. */
  async issueToken(actor: Actor, given: { name: string; lastDay: LocalDate }): Promise<{ id: Id; token: string }> {
    const { lastDay } = given;
    const today = this.db.today();
    if (lastDay < today || lastDay > addDays(today, LONGEST_DAYS))
      throw AccountErrors.TOKEN_LAST_DAY_WRONG({ days: LONGEST_DAYS }).at('lastDay');
    return this.make(actor, { name: given.name, role: 'reportingClient', expiresAt: endOf(lastDay) });
  }

  /** On the server itself: with a role over the whole registry, or without one until it is granted something. @returns the token itself: shown once, only its hash is kept. */
  async createToken(actor: Actor, given: { name: string; role?: Role; expiresAt?: Date }): Promise<string> {
    return (await this.make(actor, { ...given, expiresAt: given.expiresAt ?? null })).token;
  }

  /** Revoking it again changes nothing. @throws TOKEN_NOT_FOUND. */
  revokeToken(actor: Actor, given: { id: Id; reason: string }): Promise<Id> {
    const { id, reason } = given;
    return this.db.tx(actor, async tx => {
      const [token] = await tx.query<{ name: string }>(`select name from api_token where id = $1 for update`, [id]);
      if (!token) throw AccountErrors.TOKEN_NOT_FOUND({ id });
      await tx.query(`update api_token set revoked_at = coalesce(revoked_at, $2) where id = $1`, [id, tx.now]);
      await tx.audit({ action: 'apiToken.revoked', object: { type: 'ApiToken', id }, after: { name: token.name }, reason });
      tx.afterCommit(() => this.known.clear());
      return id;
    });
  }

  private async make(actor: Actor, given: { name: string; role?: Role; expiresAt: Date | null }): Promise<{ id: Id; token: string }> {
    const { role, expiresAt } = given;
    const name = cleanText(given.name);
    if (!saysSomething(name) || name.length > 100) throw AccountErrors.TOKEN_NAME_INVALID().at('name');
    const token = newToken();
    const createdById = actor.kind === 'ACCOUNT' ? actor.id : null;
    return this.db.tx(actor, async tx => {
      const id = newId();
      await tx.manager.insert(ApiTokenEntity, { id, name, expiresAt, createdById, secretHash: secretHash(token), createdAt: tx.now });
      await tx.audit({ action: 'apiToken.created', object: { type: 'ApiToken', id }, after: { name, expiresAt } });
      const holder = { kind: 'TOKEN', id } as const;
      if (role !== undefined) await this.grants.giveIn(tx, overAll(holder, role, `Cấp cùng mã truy cập “${name}”`));
      return { id, token };
    });
  }
}

/** Of the day in Việt Nam. */
export const endOf = (day: LocalDate): Date => new Date(`${addDays(day, 1)}T00:00:00+07:00`);
