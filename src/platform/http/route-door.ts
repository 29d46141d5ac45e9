import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { REFUSED_POINTS, RateLimiter } from '../limits/rate-limiter.js';
import { Admission } from './admission.js';
import type { Client } from './client.js';

/** For routes beside GraphQL: what they ask the database has its turn, and what they do costs points, as a question has and does. */
@Injectable()
export class RouteDoor {
  constructor(
    private readonly admission: Admission,
    private readonly limiter: RateLimiter,
  ) {}

  /** A turn is held while the database is asked, never while bytes come or go. @throws OVERLOADED. */
  turn<T>(work: () => Promise<T>): Promise<T> {
    return this.admission.run(work);
  }

  /** Finds out who asks. While that is not known, a refusal is paid by the address. @throws RATE_LIMITED. */
  async knowing<T>(client: Client, find: () => Promise<T>): Promise<T> {
    try {
      return await find();
    } catch (error) {
      this.limiter.chargeAddressOrRefuse(client, REFUSED_POINTS);
      throw error;
    }
  }

  /** @throws RATE_LIMITED. */
  pay(actor: Actor | undefined, client: Client, points: number): Promise<void> {
    return this.limiter.chargeOrRefuse(actor, client, points);
  }
}
