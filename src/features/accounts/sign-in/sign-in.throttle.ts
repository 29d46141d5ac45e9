import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { DomainError } from '../../../platform/errors/domain-error.js';
import { networkOf } from '../../../platform/http/client.js';
import { isSignInName } from '../account-names.js';
import { AccountErrors } from '../accounts.errors.js';

/** A try that has been counted as failed until it turns out otherwise. */
export interface Try {
  readonly pair: Buffer;
  readonly wide: readonly Buffer[];
}

/** How many failures are free. From then on each doubles the wait, up to a limit: nobody is ever locked out for good. */
const FREE = { pair: 5, account: 50, address: 100 } as const;
const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 900;
/** What nobody has failed at for so long is forgotten. */
const FORGOTTEN_AFTER_MS = 86_400_000;
/** Not “now”: of two tries at one moment, each has its own now, and neither must wait for the other. */
const NO_WAIT = `'-infinity'::timestamptz`;
const TAKEN_BACK = `failures = greatest(failures - 1, 0), open_at = ${NO_WAIT}`;
/** No wait is longer than the longest: what looks so was written when the machine's clock was wrong. */
const WAITING = (now: string): string => `t.open_at > ${now} and t.open_at <= ${now} + interval '${LONGEST_WAIT_S + 60} s'`;

/**
 * Slows whoever guesses and not their victim. Failures are counted for a name from an address, so that a stranger cannot lock a colleague
 * out; more widely, for a name from all addresses (many machines guess one password), but not where its owner has signed in before, and for
 * an address with all names (one machine guesses many passwords). A try counts *before* the password is looked at: a thousand at the same
 * moment are a thousand, wherever in one request or in many they come. Names nobody has are counted like others.
 */
@Injectable()
export class SignInThrottle {
  constructor(private readonly db: Database) {}

  /** Counts a try. @throws SIGN_IN_SLOWED, saying for how long. */
  async take(name: string, address: string): Promise<Try> {
    const network = networkOf(address);
    // What can be nobody's name is not kept, not even hashed: it may be a password in the wrong box.
    const who = isSignInName(name) ? name : '';
    const pair = keyOf('pair', who, network);
    const known = await this.hasSignedInFrom(who, address);
    const counted = [
      { key: pair, free: FREE.pair },
      { key: keyOf('address', network), free: FREE.address },
      ...(known ? [] : [{ key: keyOf('account', who), free: FREE.account }]),
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
                  make_interval(secs => least(${LONGEST_WAIT_S}, ${FIRST_WAIT_S} * power(2, least(n - free, 20)))) end
           from (select case when t.failed_at < $4::timestamptz then 1 else t.failures + 1 end) as counted (n),
                unnest($1::bytea[], $2::integer[]) as given (key, free) where given.key = t.key)
         where not (${WAITING('$3::timestamptz')})
       returning key`,
      [keys, counted.map(({ free }) => free), now, new Date(now.getTime() - FORGOTTEN_AFTER_MS)],
    );
    // Another try was quicker, and its failure has begun a wait.
    if (taken.length < counted.length) throw await this.slowed(keys);
    return { pair, wide: keys.slice(1) };
  }

  /** The try was right: the name starts anew from this address, and the wide counters take back this one try, no more. */
  async giveBack({ pair, wide }: Try): Promise<void> {
    await this.db.writeUnaudited(
      `with forgotten as (
         delete from sign_in_throttle where key in (
           select key from sign_in_throttle where key = $1 or failed_at < $3::timestamptz for update skip locked))
       update sign_in_throttle set ${TAKEN_BACK} where key = any($2::bytea[])`,
      [pair, wide, new Date(this.db.now().getTime() - FORGOTTEN_AFTER_MS)],
    );
  }

  /**
   * The password was right and a code is still asked for. The wide counters take the try back: it is half of an ordinary sign-in, and an office
   * has one address. The pair's stays until the other half is right: whoever has the password must not guess codes without end.
   */
  async giveBackHalf({ wide }: Try): Promise<void> {
    await this.db.writeUnaudited(`update sign_in_throttle set ${TAKEN_BACK} where key = any($1::bytea[])`, [wide]);
  }

  private async refuseWaiting(keys: readonly Buffer[]): Promise<void> {
    const [waiting] = await this.db.rows(
      `select from sign_in_throttle t where key = any($1::bytea[]) and ${WAITING('$2::timestamptz')} limit 1`,
      [keys, this.db.now()],
    );
    if (waiting) throw await this.slowed(keys);
  }

  private async slowed(keys: readonly Buffer[]): Promise<DomainError> {
    const [wait] = await this.db.rows<{ seconds: number | null }>(
      `select ceil(extract(epoch from max(open_at) - $2::timestamptz))::int as seconds
         from sign_in_throttle t where key = any($1::bytea[]) and ${WAITING('$2::timestamptz')}`,
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
