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
const BLOCKS = 50;
const MOST_PURSES = 10_000;

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
interface Purse {
  points: number;
  /** What stands in the shared account beside them, as last seen. */
  beside: number;
  /** When the minute ends, in milliseconds since 1970. */
  until: number;
  refilling: Promise<void> | undefined;
}

/**
 * Points a minute for each account, token or address. The shared account is a row of PostgreSQL, from which each process takes blocks and then
 * spends them by itself: a request costs no statement but one in a fiftieth of the limit, and that one ahead of need. All processes together
 * never give more than the limit; who spreads over several may be refused while another process still holds a part of a block.
 */
@Injectable()
export class RateLimiter {
  private readonly purses = new LRUCache<string, Purse>({ max: MOST_PURSES });
  private readonly shared: RateLimiterPostgres;
  private readonly limit: number;
  private readonly block: number;

  constructor(source: DataSource, @Inject(API_SETTINGS) { pointsPerMinute }: ApiSettings) {
    this.limit = pointsPerMinute;
    this.block = Math.ceil(pointsPerMinute / BLOCKS);
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
  async takeFrom(actor: Actor | undefined, client: Client, points: number): Promise<Balance> {
    return actor ? this.take(`${actor.kind}:${actor.id ?? actor.name}`, points) : this.takeHere(client, points);
  }

  private async take(key: string, points: number): Promise<Balance> {
    let purse = this.purseOf(key, { points: 0, beside: this.limit });
    while (purse.points < points && purse.beside > 0) {
      await this.refill(key, purse, points);
      purse = this.purseOf(key, { points: 0, beside: this.limit });
    }
    const balance = this.spend(purse, points);
    // The next block comes while the last one is still being spent.
    if (purse.points < this.block / 4 && purse.beside > 0) void this.refill(key, purse, 0).catch(() => undefined);
    return balance;
  }

  /** Takes points from somebody unknown. They are counted by this process alone: whoever is nobody must not make the database write. */
  takeHere({ address }: Client, points: number): Balance {
    return this.spend(this.purseOf(`address:${networkOf(address)}`, { points: this.limit, beside: 0 }), points);
  }

  /** The same, on a route without a balance in its answer. @throws RATE_LIMITED. */
  async pay(actor: Actor | undefined, client: Client, points: number): Promise<void> {
    refuseSpent(await this.takeFrom(actor, client, points));
  }

  payHere(client: Client, points: number): void {
    refuseSpent(this.takeHere(client, points));
  }

  private purseOf(key: string, fresh: Pick<Purse, 'points' | 'beside'>): Purse {
    let purse = this.purses.get(key);
    if (!purse || purse.until <= Date.now()) {
      purse = { ...fresh, until: Date.now() + MINUTE_SECONDS * 1_000, refilling: undefined };
      this.purses.set(key, purse);
    }
    return purse;
  }

  private spend(purse: Purse, points: number): Balance {
    const left = purse.points - points;
    if (left >= 0) purse.points = left;
    const remaining = left >= 0 ? left + purse.beside : left;
    return { limit: this.limit, remaining, resetSeconds: Math.max(1, Math.ceil((purse.until - Date.now()) / 1_000)) };
  }

  private refill(key: string, purse: Purse, need: number): Promise<void> {
    purse.refilling ??= this.takeBlock(key, purse, Math.max(this.block, need - purse.points)).finally(() => (purse.refilling = undefined));
    return purse.refilling;
  }

  private async takeBlock(key: string, purse: Purse, block: number): Promise<void> {
    try {
      const { consumedPoints, msBeforeNext } = await this.shared.penalty(key, block);
      const before = consumedPoints - block;
      purse.points += Math.max(0, Math.min(block, this.limit - before));
      purse.beside = Math.max(0, this.limit - consumedPoints);
      purse.until = Date.now() + msBeforeNext;
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }
}

function refuseSpent({ remaining, limit, resetSeconds }: Balance): void {
  if (remaining < 0) throw new HttpRefusal(PlatformErrors.RATE_LIMITED({ limit, seconds: resetSeconds }), TOO_MANY_REQUESTS);
}
const TOO_MANY_REQUESTS = 429;
