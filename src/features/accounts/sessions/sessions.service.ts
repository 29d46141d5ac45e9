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

/** The session and account of a request. */
export interface LiveSession {
  readonly id: Id;
  readonly accountId: Id;
  readonly name: string;
  /** See `AccountEntity.passwordPrinted`. */
  readonly passwordPrinted: boolean;
}

export interface SessionFacts {
  readonly id: Id;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly address: string;
  readonly userAgent: string | null;
}

/** The secret is sent in the cookie and not stored. */
export interface NewSession {
  readonly id: Id;
  readonly accountId: Id;
  readonly secret: string;
}

/** The last request of a session is recorded to the minute, because writing it with every request would cost too much. */
const SEEN_PRECISION_MS = 60_000;
/** A further sign-in ends the session that was used least recently. */
const MAX_SESSIONS = 20;
const LIVE = `s.ended_at is null and s.expires_at > $2 and s.seen_at > $3`;
const FACTS = `s.id, s.started_at as "startedAt", s.seen_at as "seenAt", s.expires_at as "expiresAt", s.address, s.user_agent as "userAgent"`;

/** Begins, finds and ends sessions. They are not cached, so that the end of a session takes effect in every process at once. */
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
         (select id from session where account_id = $1 and ended_at is null order by seen_at desc, id desc offset ${MAX_SESSIONS - 1})`,
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

  /** The session with this secret; `undefined` if there is none, or if it has ended or was idle for too long. */
  async find(secret: string): Promise<LiveSession | undefined> {
    const now = this.db.now();
    const [session] = await this.db.rows<LiveSession & { seenAt: Date }>(
      `select s.id, s.account_id as "accountId", s.seen_at as "seenAt", a.name, a.password_printed as "passwordPrinted" from session s join account a on a.id = s.account_id
        where s.secret_hash = $1 and a.blocked_at is null and ${LIVE}`,
      [secretHash(secret), now, this.idleSince(now)],
    );
    if (session && now.getTime() - session.seenAt.getTime() >= SEEN_PRECISION_MS)
      await this.db.note(`update session set seen_at = $2 where id = $1 and seen_at < $2`, [session.id, now]);
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

  /** The facts of an existing session, which may have ended. */
  async factsOf(id: Id): Promise<SessionFacts> {
    const [facts] = await this.db.rows<SessionFacts>(`select ${FACTS} from session s where s.id = $1`, [id]);
    return facts!;
  }

  /** Repeating it changes nothing. @throws SESSION_NOT_FOUND also for a session of another account */
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

  /** Ends all sessions of an account within the caller’s transaction, which writes the entry of the audit trail. @returns their number. */
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
