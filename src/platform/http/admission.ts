import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { PlatformErrors } from '../errors/platform.errors.js';
import { Log } from '../logging/log.js';

interface Limits {
  /** How many are answered at once. */
  readonly underWay: number;
  readonly waiting: number;
}

/** As many under way as the pool has connections: one more would only wait there, unseen. */
const QUIET: Limits = { underWay: 16, waiting: 112 };

/**
 * Under overload no more work is begun than the processors can be busy with: whatever stands beside it makes all of it later. Nobody waits:
 * the next to come takes the turn that is free, and is answered sooner than whoever stood in a queue.
 */
const OVERLOAD: Limits = { underWay: Math.min(QUIET.underWay, Math.max(2, availableParallelism())), waiting: 0 };

/** How long anybody waits for a turn at most. */
const PATIENCE_MS = 10_000;
/** So many wait in a burst, or of clients that each wait for their answer. More, for so long, is overload; it ends when nobody was refused for so long. */
const BACKLOG = QUIET.waiting / 2;
const LASTING_MS = 20;
const OVER_MS = 1_000;
/** Of those turned away by the thousand, one line tells. */
const TELL_EVERY_MS = 1_000;

interface Waiter {
  readonly timer: NodeJS.Timeout;
  enter(): void;
  refuse(): void;
}

/**
 * The bounded queue before the pool: first come, first served. Once a backlog lasts, the queue becomes so short that whoever is let in is
 * answered in time, and the others are told to come back before anything of their request is read.
 */
@Injectable()
export class Admission {
  private readonly waiters: Waiter[] = [];
  private inside = 0;
  private turnedAway = 0;
  private told = { at: 0, turnedAway: 0 };
  private backlogSince: number | undefined;
  private overloadUntil = 0;

  constructor(private readonly log: Log) {}

  get underWay(): number {
    return this.inside;
  }

  get waiting(): number {
    return this.waiters.length;
  }

  /** How many were told to come back, since the start. */
  get refused(): number {
    return this.turnedAway;
  }

  /** Whether whoever comes now is told to come back: before a request’s body is read, whether there is any use in reading it. */
  get isFull(): boolean {
    const { underWay, waiting } = this.limits;
    return this.inside >= underWay && this.waiters.length >= waiting;
  }

  /** Does work that has a turn of its own. @throws OVERLOADED. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** Waits for a turn. @throws OVERLOADED; else `leave` must follow. */
  async enter(): Promise<void> {
    if (this.inside < this.limits.underWay) {
      this.inside++;
      return;
    }
    if (this.isFull) throw this.refusal();
    await new Promise<void>((enter, fail) => {
      const waiter: Waiter = {
        timer: setTimeout(() => this.giveUp(waiter), PATIENCE_MS),
        enter,
        refuse: () => fail(this.refusal()),
      };
      this.waiters.push(waiter);
      this.watchBacklog();
    });
  }

  leave(): void {
    this.inside--;
    const { underWay } = this.limits;
    while (this.waiters.length > 0 && this.inside < underWay) {
      const next = this.waiters.shift()!;
      clearTimeout(next.timer);
      this.inside++;
      next.enter();
    }
  }

  /** Counts one who is told to come back, by whoever tells it. */
  turnAway(): void {
    this.turnedAway++;
    this.watchBacklog();
    const now = performance.now();
    if (now < this.overloadUntil) this.overloadUntil = now + OVER_MS;
    if (now - this.told.at < TELL_EVERY_MS) return;
    this.log.warn('overloaded', { refused: this.turnedAway - this.told.turnedAway });
    this.told = { at: now, turnedAway: this.turnedAway };
  }

  private refusal(): Error {
    this.turnAway();
    return PlatformErrors.OVERLOADED();
  }

  private get limits(): Limits {
    return performance.now() < this.overloadUntil ? OVERLOAD : QUIET;
  }

  private watchBacklog(): void {
    const now = performance.now();
    if (this.waiters.length <= BACKLOG) this.backlogSince = undefined;
    else if (now - (this.backlogSince ??= now) > LASTING_MS) {
      this.overloadUntil = now + OVER_MS;
      // Whoever has waited is late already.
      for (const waiter of this.waiters.splice(0)) this.refuse(waiter);
    }
  }

  private giveUp(waiter: Waiter): void {
    this.waiters.splice(this.waiters.indexOf(waiter), 1);
    this.refuse(waiter);
  }

  private refuse(waiter: Waiter): void {
    clearTimeout(waiter.timer);
    waiter.refuse();
  }
}
