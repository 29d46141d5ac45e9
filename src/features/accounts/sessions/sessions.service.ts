import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { ACCESS_SETTINGS, type AccessSettings } from '../../../platform/config/settings.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Client } from '../../../platform/http/client.js';
import { newId, type Id } from '../../../shared/ids.js';
import { AccountErrors } from '../accounts.errors.js';
import { newSecret, secretHash } from '../secrets.js';
import { SessionEntity } from './session.entity.js';

/** Whoever is signed in, as far as every request needs it. */
export interface LiveSession {
  readonly id: Id;
  readonly accountId: Id;
  readonly name: string;
}

export interface SessionFacts {
  readonly id: Id;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly address: string;
  readonly userAgent: string | null;
}

/** A session that has begun. The secret goes into the cookie and nowhere else. */
export interface NewSession {
  readonly id: Id;
  readonly accountId: Id;
  readonly secret: string;
}

/** Requests come many a second, and nobody wants to know the second. */
const SEEN_EVERY_MS = 60_000;
/** Whoever signs in everywhere and out nowhere loses the oldest. */
const MOST_SESSIONS = 20;
const LIVE = `s.ended_at is null and s.expires_at > $2 and s.seen_at > $3`;
const FACTS = `s.id, s.started_at as "startedAt", s.seen_at as "seenAt", s.expires_at as "expiresAt", s.address, s.user_agent as "userAgent"`;

/** Who is signed in from where, and for how long. Nothing is remembered outside the database: an end is felt by every process at once. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Database,
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
  ) {}

  /** Begins a session within the caller's transaction. */
  async begin(tx: Tx, accountId: Id, { address, userAgent }: Client): Promise<NewSession> {
    await tx.query(
      `update session set ended_at = $2 where id in
         (select id from session where account_id = $1 and ended_at is null order by seen_at desc, id desc offset ${MOST_SESSIONS - 1})`,
      [accountId, tx.now],
    );
    const session = { id: newId(), accountId, secret: newSecret() };
    const expiresAt = new Date(tx.now.getTime() + this.settings.sessionMs);
    const times = { startedAt: tx.now, seenAt: tx.now, expiresAt };
    await tx.manager.insert(SessionEntity, {
      id: session.id,
      accountId,
      secretHash: secretHash(session.secret),
      address,
      userAgent,
      ...times,
    });
    await tx.audit({ action: 'session.begun', object: { type: 'Session', id: session.id }, after: { accountId, expiresAt } });
    return session;
  }

  /** Whose session it is that shows this secret; `undefined` when it is none, has ended, or has been idle for too long. */
  async find(secret: string): Promise<LiveSession | undefined> {
    const now = this.db.now();
    const [session] = await this.db.rows<LiveSession & { seenAt: Date }>(
      `select s.id, s.account_id as "accountId", s.seen_at as "seenAt", a.name from session s join account a on a.id = s.account_id
        where s.secret_hash = $1 and a.blocked_at is null and ${LIVE}`,
      [secretHash(secret), now, this.idleSince(now)],
    );
    if (session && now.getTime() - session.seenAt.getTime() >= SEEN_EVERY_MS)
      await this.db.writeUnaudited(`update session set seen_at = $2 where id = $1 and seen_at < $2`, [session.id, now]);
    return session;
  }

  /** The sessions of an account that have not ended, the latest first. */
  listOf(accountId: Id): Promise<SessionFacts[]> {
    const now = this.db.now();
    return this.db.rows(`select ${FACTS} from session s where s.account_id = $1 and ${LIVE} order by s.seen_at desc, s.id`, [
      accountId,
      now,
      this.idleSince(now),
    ]);
  }

  /** A session of an account, which need not be live. */
  async factsOf(id: Id): Promise<SessionFacts> {
    const [facts] = await this.db.rows<SessionFacts>(`select ${FACTS} from session s where s.id = $1`, [id]);
    return facts!;
  }

  /** @throws SESSION_NOT_FOUND also for another's. Ending it again changes nothing. */
  end(actor: Actor, id: Id): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const ended = await tx.query<{ id: Id }>(
        `with ended as (update session set ended_at = coalesce(ended_at, $3) where id = $1 and account_id = $2 returning id) select id from ended`,
        [id, actor.id, tx.now],
      );
      if (ended.length === 0) throw AccountErrors.SESSION_NOT_FOUND({ id });
      await tx.audit({ action: 'session.ended', object: { type: 'Session', id }, after: { accountId: actor.id } });
      return id;
    });
  }

  /** Ends every session of an account within the caller's transaction, which writes the trail. @returns how many. */
  async endAll(tx: Tx, accountId: Id): Promise<number> {
    const ended = await tx.query<{ id: Id }>(
      `with ended as (update session set ended_at = $2 where account_id = $1 and ended_at is null returning id) select id from ended`,
      [accountId, tx.now],
    );
    return ended.length;
  }

  private idleSince(now: Date): Date {
    return new Date(now.getTime() - this.settings.sessionIdleMs);
  }
}
