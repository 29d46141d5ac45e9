import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { DomainError } from '../../../platform/errors/domain-error.js';
import { networkOf } from '../../../platform/http/client.js';
import { isSignInName } from '../account-names.js';
import { AccountErrors } from '../accounts.errors.js';

/** An attempt, which counts as failed until `clearAttempt`. */
export interface SignInAttempt {
  readonly pairKey: Buffer;
  readonly wideKeys: readonly Buffer[];
}

/** The number of failures without a wait. Each further one doubles the wait, up to a limit, so that no account is locked permanently. */
const FREE_FAILURES = { pair: 5, account: 50, address: 100 } as const;
const FIRST_WAIT_S = 30;
const MAX_WAIT_S = 900;
/** Counters without a failure for this long are deleted. */
const FORGOTTEN_AFTER_MS = 86_400_000;
/** Not the present time: two simultaneous attempts have different present times, and neither must wait for the other. */
const NO_WAIT = `'-infinity'::timestamptz`;
const DECREMENT = `failures = greatest(failures - 1, 0), open_at = ${NO_WAIT}`;
/** Ignores waits beyond the maximum: they were written while the clock of the machine was wrong. */
const isWaiting = (now: string): string => `t.open_at > ${now} and t.open_at <= ${now} + interval '${MAX_WAIT_S + 60} s'`;

/**
 * Slows down guessing of passwords without locking out the owner of the account.
 *
 * Failures are counted per name and address (the pair), so that a stranger cannot lock out a colleague; per address with all names (one
 * machine guesses many passwords); and per name from all addresses (many machines guess one password), except from addresses where the owner
 * has signed in before. An attempt is counted *before* the password is verified, so that a thousand simultaneous attempts count as a thousand,
 * in one request or in many. Names without an account are counted like others.
 */
@Injectable()
export class SignInThrottle {
  constructor(private readonly db: Database) {}

  /** @throws SIGN_IN_SLOWED with the seconds to wait */
  async countAttempt(name: string, address: string): Promise<SignInAttempt> {
    const network = networkOf(address);
    // A text that cannot be a name is not stored, not even as a hash: it may be a password typed into the wrong field.
    const knownName = isSignInName(name) ? name : '';
    const pairKey = keyOf('pair', knownName, network);
    const signedInBefore = await this.hasSignedInFrom(knownName, address);
    const counted = [
      { key: pairKey, free: FREE_FAILURES.pair },
      { key: keyOf('address', network), free: FREE_FAILURES.address },
      ...(signedInBefore ? [] : [{ key: keyOf('account', knownName), free: FREE_FAILURES.account }]),
    ];
    const keys = counted.map(({ key }) => key);
    await this.refuseWaiting(keys);
    const now = this.db.now();
    const taken = await this.db.writeUnaudited<{ key: Buffer }>(
      `insert into sign_in_throttle as t (key, failures, failed_at, open_at)
       select key, 1, $3::timestamptz, ${NO_WAIT} from unnest($1::bytea[], $2::integer[]) as given (key, free) order by key
       on conflict (key) do update set (failures, failed_at, open_at) = (
         select n, $3::timestamptz,
                case when n < free then ${NO_WAIT} else $3::timestamptz +
                  make_interval(secs => least(${MAX_WAIT_S}, ${FIRST_WAIT_S} * power(2, least(n - free, 20)))) end
           from (select case when t.failed_at < $4::timestamptz then 1 else t.failures + 1 end) as counted (n),
                unnest($1::bytea[], $2::integer[]) as given (key, free) where given.key = t.key)
         where not (${isWaiting('$3::timestamptz')})
       returning key`,
      [keys, counted.map(({ free }) => free), now, new Date(now.getTime() - FORGOTTEN_AFTER_MS)],
    );
    // Another attempt was faster, and its failure has started a wait.
    if (taken.length < counted.length) throw await this.slowedError(keys);
    return { pairKey, wideKeys: keys.slice(1) };
  }

  /** After a success: deletes the counter of the pair and subtracts only this attempt from the wide counters. */
  async clearAttempt({ pairKey, wideKeys }: SignInAttempt): Promise<void> {
    await this.db.writeUnaudited(
      `with forgotten as (
         delete from sign_in_throttle where key in (
           select key from sign_in_throttle where key = $1 or failed_at < $3::timestamptz for update skip locked))
       update sign_in_throttle set ${DECREMENT} where key = any($2::bytea[])`,
      [pairKey, wideKeys, new Date(this.db.now().getTime() - FORGOTTEN_AFTER_MS)],
    );
  }

  /**
   * After a correct password, while the code is still required: subtracts the attempt from the wide counters, because it is part of an ordinary
   * sign-in and a whole office may share one address. The counter of the pair remains until the code is correct, so that somebody who has the
   * password cannot guess codes without limit.
   */
  async clearWideCounters({ wideKeys }: SignInAttempt): Promise<void> {
    await this.db.writeUnaudited(`update sign_in_throttle set ${DECREMENT} where key = any($1::bytea[])`, [wideKeys]);
  }

  private async refuseWaiting(keys: readonly Buffer[]): Promise<void> {
    const [waiting] = await this.db.rows(
      `select from sign_in_throttle t where key = any($1::bytea[]) and ${isWaiting('$2::timestamptz')} limit 1`,
      [keys, this.db.now()],
    );
    if (waiting) throw await this.slowedError(keys);
  }

  private async slowedError(keys: readonly Buffer[]): Promise<DomainError> {
    const [wait] = await this.db.rows<{ seconds: number | null }>(
      `select ceil(extract(epoch from max(open_at) - $2::timestamptz))::int as seconds
         from sign_in_throttle t where key = any($1::bytea[]) and ${isWaiting('$2::timestamptz')}`,
      [keys, this.db.now()],
    );
    return AccountErrors.SIGN_IN_SLOWED({ seconds: wait?.seconds ?? 1 });
  }

  private async hasSignedInFrom(name: string, address: string): Promise<boolean> {
    const [known] = await this.db.rows(
      `select from session s join account a on a.id = s.account_id where a.name = $1 and s.address = $2 limit 1`,
      [name, address],
    );
    return known !== undefined;
  }
}

const keyOf = (...parts: readonly string[]): Buffer => createHash('sha256').update(parts.join('\n')).digest();
