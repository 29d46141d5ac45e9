import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { REFUSED_POINTS, RateLimiter } from '../limits/rate-limiter.js';
import { Admission } from './admission.js';
import type { Client } from './client.js';

/** Admission and rate limit for routes outside GraphQL. Both apply there as they do to GraphQL operations (see `RateLimiter`). */
@Injectable()
export class RouteAdmission {
  constructor(
    private readonly admission: Admission,
    private readonly limiter: RateLimiter,
  ) {}

  /** Runs `work` in a slot of `Admission`: for database work only, never while bytes are sent or received. @throws OVERLOADED. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.admission.run(work);
  }

  /** Runs `find`, which identifies the caller. When it fails, the refusal is charged to the address. @throws RATE_LIMITED. */
  async identify<T>(client: Client, find: () => Promise<T>): Promise<T> {
    try {
      return await find();
    } catch (error) {
      this.limiter.chargeAddressOrRefuse(client, REFUSED_POINTS);
      throw error;
    }
  }

  /** Charges the caller's points. @throws RATE_LIMITED. */
  charge(actor: Actor | undefined, client: Client, points: number): Promise<void> {
    return this.limiter.chargeOrRefuse(actor, client, points);
  }
}
