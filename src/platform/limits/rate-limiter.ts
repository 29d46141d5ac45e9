import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { API_SETTINGS, type ApiSettings } from '../config/settings.js';
import { isReadOnly, translateDatabaseError } from '../database/database-errors.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { networkOf, type Client } from '../http/client.js';
import { HttpRefusal } from '../http/http-errors.filter.js';

const MINUTE_SECONDS = 60;
/** The most blocks of points that a process takes from the database in a minute; it does not ask with each request. */
const BLOCKS_PER_MINUTE = 50;
const MAX_BUDGETS = 10_000;

/** Points of a refused request: it had to be read. */
export const REFUSED_POINTS = 10;

/** What is left of a key's minute. */
export interface Balance {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the full limit is available again. */
  readonly resetSeconds: number;
}

/** The points that this process holds for a key: taken from the shared account, not yet spent. */
interface LocalBudget {
  points: number;
  /** What is left in the shared account besides, as last seen. */
  sharedRemaining: number;
  /** The end of the minute, in milliseconds since 1970. */
  resetsAt: number;
  refill: Promise<void> | undefined;
}

/**
 * The rate limit: points per minute for each account, token or address (ADR 10). This comment is the one description of what is charged, and where:
 *
 * - `RateLimit` (`graphql/rate-limit.plugin.ts`) charges every operation to the actor, or to the address of an anonymous request: the rows that it can
 *   return as the gate computes them, with what its fields weigh besides (`Weighs`: a search by its words), at least 1; a mutation at least 10; what the parser, the validation or the gate refuses, `REFUSED_POINTS`.
 * - `addRequestHooks` (`http/request-hooks.ts`) charges `REFUSED_POINTS` to the address for a document refused before the caller is identified.
 * - `FileRoutes` (`files/file.routes.ts`, through `RouteAdmission`) charges 100 points to the actor for an upload or a download, and `REFUSED_POINTS` to the
 *   address where the caller or the ticket cannot be identified.
 *
 * The routes of single sign-on, `/health` and `/metrics` charge nothing.
 *
 * The shared account of an actor is a row of PostgreSQL. Each process takes blocks of a fiftieth of the limit from it, ahead of need, and spends them
 * in memory, so most requests cost no statement (shown by “cost one statement in a fiftieth of the limit” in test/api/rate-limit). All processes together never give more than the limit; a client that spreads its requests over
 * several processes may be refused while another process still holds part of a block. Points of an address are counted by each process alone.
 */
@Injectable()
export class RateLimiter {
  private readonly budgets = new LRUCache<string, LocalBudget>({ max: MAX_BUDGETS });
  private readonly shared: RateLimiterPostgres;
  private readonly limit: number;
  private readonly block: number;

  constructor(source: DataSource, @Inject(API_SETTINGS) { pointsPerMinute }: ApiSettings) {
    this.limit = pointsPerMinute;
    this.block = Math.ceil(pointsPerMinute / BLOCKS_PER_MINUTE);
    this.shared = new RateLimiterPostgres({
      storeClient: source,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: '',
      points: pointsPerMinute,
      duration: MINUTE_SECONDS,
    });
  }

  /** Charges an account or token, or the address of an anonymous request. @returns the balance afterwards; negative: refused, and nothing was taken. */
  async charge(actor: Actor | undefined, client: Client, points: number): Promise<Balance> {
    return actor ? this.chargeActor(`${actor.kind}:${actor.id ?? actor.name}`, points) : this.chargeAddress(client, points);
  }

  private async chargeActor(key: string, points: number): Promise<Balance> {
    let budget = this.budgetOf(key, { points: 0, sharedRemaining: this.limit });
    while (budget.points < points && budget.sharedRemaining > 0) {
      await this.refill(key, budget, points);
      budget = this.budgetOf(key, { points: 0, sharedRemaining: this.limit });
    }
    const balance = this.spend(budget, points);
    // The next block is fetched while the last one is still being spent.
    if (budget.points < this.block / 4 && budget.sharedRemaining > 0) void this.refill(key, budget, 0).catch(() => undefined);
    return balance;
  }

  /** Charges an address, in this process alone: anonymous requests must not cause writes to the database. */
  chargeAddress({ address }: Client, points: number): Balance {
    return this.spend(this.budgetOf(`address:${networkOf(address)}`, { points: this.limit, sharedRemaining: 0 }), points);
  }

  /** The same, for routes whose answer shows no balance. @throws RATE_LIMITED. */
  async chargeOrRefuse(actor: Actor | undefined, client: Client, points: number): Promise<void> {
    refuseIfExhausted(await this.charge(actor, client, points));
  }

  /** The same for a request without an actor, from the budget of its address. @throws RATE_LIMITED */
  chargeAddressOrRefuse(client: Client, points: number): void {
    refuseIfExhausted(this.chargeAddress(client, points));
  }

  private budgetOf(key: string, fresh: Pick<LocalBudget, 'points' | 'sharedRemaining'>): LocalBudget {
    let budget = this.budgets.get(key);
    // The end of a minute that is more than a minute ahead was set by a clock that was wrong.
    const left = (budget?.resetsAt ?? 0) - Date.now();
    if (!budget || left <= 0 || left > MINUTE_SECONDS * 1_000) {
      budget = { ...fresh, resetsAt: Date.now() + MINUTE_SECONDS * 1_000, refill: undefined };
      this.budgets.set(key, budget);
    }
    return budget;
  }

  private spend(budget: LocalBudget, points: number): Balance {
    const left = budget.points - points;
    if (left >= 0) budget.points = left;
    const remaining = left >= 0 ? left + budget.sharedRemaining : left;
    return { limit: this.limit, remaining, resetSeconds: Math.max(1, Math.ceil((budget.resetsAt - Date.now()) / 1_000)) };
  }

  private refill(key: string, budget: LocalBudget, need: number): Promise<void> {
    budget.refill ??= this.leaseBlock(key, budget, Math.max(this.block, need - budget.points)).finally(() => (budget.refill = undefined));
    return budget.refill;
  }

  private async leaseBlock(key: string, budget: LocalBudget, block: number): Promise<void> {
    try {
      let taken = await this.shared.penalty(key, block);
      if (taken.msBeforeNext > MINUTE_SECONDS * 1_000) {
        await this.shared.delete(key);
        taken = await this.shared.penalty(key, block);
      }
      const { consumedPoints, msBeforeNext } = taken;
      const before = consumedPoints - block;
      budget.points += Math.max(0, Math.min(block, this.limit - before));
      budget.sharedRemaining = Math.max(0, this.limit - consumedPoints);
      budget.resetsAt = Date.now() + msBeforeNext;
    } catch (error) {
      const translated = translateDatabaseError(error);
      if (!isReadOnly(translated)) throw translated;
      // Questions are still answered; this process counts alone until the database takes changes again.
      budget.points = this.limit;
      budget.sharedRemaining = 0;
    }
  }
}

function refuseIfExhausted({ remaining, limit, resetSeconds }: Balance): void {
  if (remaining < 0) throw new HttpRefusal(PlatformErrors.RATE_LIMITED({ limit, seconds: resetSeconds }), TOO_MANY_REQUESTS);
}
const TOO_MANY_REQUESTS = 429;
