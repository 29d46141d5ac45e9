import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Actor, Role } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { addDays, type LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText, saysSomething } from '../../../shared/text.js';
import { AccountErrors } from '../accounts.errors.js';
import { GrantRights, type GrantedRole } from '../grants/grant-rights.js';
import { GrantErrors } from '../grants/grant.errors.js';
import type { GivenGrant } from '../grants/grant.store.js';
import { GrantsService } from '../grants/grants.service.js';
import { newToken, secretHash } from '../secrets.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { SET_LAST_USED, lockToken, revokeIn, tokenWith, type LiveToken, type StoredToken } from './api-token.store.js';

/** How long a valid token is cached, because a program sends it with every request. A revocation by another process takes effect after this time. */
const CACHE_MS = 2_000;
const MAX_CACHED = 10_000;
/** The precision of `lastUsedAt`, which shows whether a program is still in use, not how often. */
const LAST_USED_PRECISION_MS = 10 * 60_000;
/** The longest validity of a token created through the API. Tokens created on the server’s command line have no limit. */
const MAX_DAYS = 366;

/** The right that a program gets with its token. */
export interface TokenGrant extends GrantedRole {
  /** `null`: from the start. */
  readonly validFrom: LocalDate | null;
}

/** Creates, finds and revokes tokens of programs. A token is refused while the account that created it is blocked. */
@Injectable()
export class ApiTokensService {
  private readonly cache = new LRUCache<string, LiveToken>({ max: MAX_CACHED, ttl: CACHE_MS });

  constructor(
    private readonly db: Database,
    private readonly grants: GrantsService,
    private readonly grantRights: GrantRights,
  ) {}

  async find(secret: string): Promise<LiveToken | undefined> {
    const hash = secretHash(secret);
    const key = hash.toString('base64');
    const cached = this.cache.get(key);
    const token = cached ?? (await this.read(hash));
    if (!token || (token.expiresAt !== null && token.expiresAt <= this.db.now())) return undefined;
    if (!cached) this.cache.set(key, token);
    return token;
  }

  private async read(hash: Buffer): Promise<LiveToken | undefined> {
    const token = await tokenWith(this.db.rows, hash);
    if (token) await this.updateLastUsed(token);
    return token;
  }

  private async updateLastUsed({ id, lastUsedAt, expiresAt }: StoredToken): Promise<void> {
    const now = this.db.now();
    const recent = lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < LAST_USED_PRECISION_MS;
    if (!recent && (expiresAt === null || expiresAt > now)) await this.db.note(SET_LAST_USED, [id, now]);
  }

  /**
   * Through the API, by a person. The program gets one role that exceeds none of its maker’s rights; further roles are granted separately, by others.
   * @returns the token itself, which is shown only now. @throws TOKEN_LAST_DAY_WRONG, GRANT_BEYOND_OWN, Refusal with all problems of the grant
   */
  async issueToken(
    actor: Actor,
    { name, lastDay, ...grant }: TokenGrant & { name: string; lastDay: LocalDate },
  ): Promise<{ id: Id; token: string }> {
    const today = this.db.today();
    if (lastDay < today || lastDay > addDays(today, MAX_DAYS)) throw AccountErrors.TOKEN_LAST_DAY_WRONG({ days: MAX_DAYS }).at('lastDay');
    if (!(await this.grantRights.mayHandToProgram(actor, grant, lastDay))) throw GrantErrors.GRANT_BEYOND_OWN().at('role');
    return this.insertToken(actor, { name, expiresAt: endOfDay(lastDay), grant: { ...grant, validTo: lastDay } });
  }

  /** On the server’s command line: with a role, or without one. @returns the token itself, which is shown only now; only its hash is stored. */
  async createToken(actor: Actor, given: { name: string; role?: Role; expiresAt?: Date } & Partial<TokenGrant>): Promise<string> {
    const { name, role, unitId = null, line = null, validFrom = null, expiresAt = null } = given;
    const grant = role === undefined ? undefined : { role, unitId, line, validFrom, validTo: null };
    return (await this.insertToken(actor, { name, expiresAt, grant })).token;
  }

  /** Repeating it changes nothing. @throws TOKEN_NOT_FOUND */
  revokeToken(actor: Actor, given: { id: Id; reason: string }): Promise<Id> {
    const { id, reason } = given;
    return this.db.tx(actor, async tx => {
      const token = await lockToken(tx, id);
      if (!token) throw AccountErrors.TOKEN_NOT_FOUND({ id });
      if (token.revoked) return tx.unchanged(id);
      await revokeIn(tx, id);
      await tx.audit({ action: 'apiToken.revoked', object: { type: 'ApiToken', id }, after: { name: token.name }, reason });
      tx.afterCommit(() => this.cache.clear());
      return id;
    });
  }

  private async insertToken(
    actor: Actor,
    { name: given, expiresAt, grant }: { name: string; expiresAt: Date | null; grant: Omit<GivenGrant, 'holder' | 'reason'> | undefined },
  ): Promise<{ id: Id; token: string }> {
    const name = cleanText(given);
    if (!saysSomething(name) || name.length > 100) throw AccountErrors.TOKEN_NAME_INVALID().at('name');
    const token = newToken();
    const createdById = actor.kind === 'ACCOUNT' ? actor.id : null;
    return this.db.tx(actor, async tx => {
      if (grant) (await this.grants.problemsOf(tx, grant, { validTo: 'lastDay' })).refuseIfAny();
      const id = newId();
      await tx.manager.insert(ApiTokenEntity, { id, name, expiresAt, createdById, secretHash: secretHash(token), createdAt: tx.now });
      await tx.audit({ action: 'apiToken.created', object: { type: 'ApiToken', id }, after: { name, expiresAt } });
      const reason = `Cấp cùng mã truy cập “${name}”`;
      if (grant) await this.grants.giveIn(tx, { ...grant, holder: { kind: 'TOKEN', id }, reason });
      return { id, token };
    });
  }
}

/** The end of the day in Việt Nam. */
export const endOfDay = (day: LocalDate): Date => new Date(`${addDays(day, 1)}T00:00:00+07:00`);
