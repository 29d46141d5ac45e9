import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { API_SETTINGS, type ApiSettings } from '../config/settings.js';
import { translateDatabaseError } from '../database/database-errors.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { networkOf, type Client } from '../http/client.js';
import { HttpRefusal } from '../http/http-errors.filter.js';

const MINUTE_SECONDS = 60;
/** Points are taken from the database in so many blocks a minute at most, not with each request. */
const BLOCKS_PER_MINUTE = 50;
const MAX_BUDGETS = 10_000;

/** What is refused costs at least so much: it had to be read. */
export const REFUSED_POINTS = 10;

/** What somebody has left of this minute. */
export interface Balance {
  readonly limit: number;
  readonly remaining: number;
  /** When the limit is whole again, in seconds. */
  readonly resetSeconds: number;
}

/** The points this process holds for somebody: taken from the shared account, not yet spent. */
interface LocalBudget {
  points: number;
  /** What stands in the shared account sharedRemaining them, as last seen. */
  sharedRemaining: number;
  /** When the minute ends, in milliseconds since 1970. */
  resetsAt: number;
  refill: Promise<void> | undefined;
}

/**
 * Points a minute for each account, token or address. The shared account is a row of PostgreSQL, from which each process takes blocks and then
 * spends them by itself: a request costs no statement but one in a fiftieth of the limit, and that one ahead of need. All processes together
 * never give more than the limit; who spreads over several may be refused while another process still holds a part of a block.
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

  /** Takes points from whoever asks: an account, a token, or the address of nobody. @returns the balance afterwards; less than nothing was not given. */
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
    // The next block comes while the last one is still being spent.
    if (budget.points < this.block / 4 && budget.sharedRemaining > 0) void this.refill(key, budget, 0).catch(() => undefined);
    return balance;
  }

  /** Takes points from somebody unknown. They are counted by this process alone: whoever is nobody must not make the database write. */
  chargeAddress({ address }: Client, points: number): Balance {
    return this.spend(this.budgetOf(`address:${networkOf(address)}`, { points: this.limit, sharedRemaining: 0 }), points);
  }

  /** The same, on a route without a balance in its answer. @throws RATE_LIMITED. */
  async chargeOrRefuse(actor: Actor | undefined, client: Client, points: number): Promise<void> {
    refuseIfExhausted(await this.charge(actor, client, points));
  }

  chargeAddressOrRefuse(client: Client, points: number): void {
    refuseIfExhausted(this.chargeAddress(client, points));
  }

  private budgetOf(key: string, fresh: Pick<LocalBudget, 'points' | 'sharedRemaining'>): LocalBudget {
    let budget = this.budgets.get(key);
    if (!budget || budget.resetsAt <= Date.now()) {
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
      const { consumedPoints, msBeforeNext } = await this.shared.penalty(key, block);
      const before = consumedPoints - block;
      budget.points += Math.max(0, Math.min(block, this.limit - before));
      budget.sharedRemaining = Math.max(0, this.limit - consumedPoints);
      budget.resetsAt = Date.now() + msBeforeNext;
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }
}

function refuseIfExhausted({ remaining, limit, resetSeconds }: Balance): void {
  if (remaining < 0) throw new HttpRefusal(PlatformErrors.RATE_LIMITED({ limit, seconds: resetSeconds }), TOO_MANY_REQUESTS);
}
const TOO_MANY_REQUESTS = 429;
