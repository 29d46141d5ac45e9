import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { PlatformErrors } from '../errors/platform.errors.js';

/** As many as the pool has connections: one more would only wait there, unseen. Under overload no more than the processors can be busy with. */
const MOST_UNDER_WAY = { quiet: 16, overload: Math.min(16, Math.max(4, 2 * availableParallelism())) } as const;
const MOST_WAITING = 112;
/** So many wait in a burst, or of clients that each wait for their answer. More, for so long, is overload; it ends when nobody was refused for so long. */
const BACKLOG = MOST_WAITING / 2;
const LASTING_MS = 100;
const OVER_MS = 1_000;
/** How long a request waits for its turn at most: in quiet times, and under overload. */
const PATIENCE_MS = { quiet: 10_000, overload: 15 } as const;

interface Waiter {
  readonly since: number;
  readonly timer: NodeJS.Timeout;
  enter(): void;
  refuse(): void;
}

/**
 * The bounded queue before the pool. In quiet times first come, first served. Once a backlog lasts, whoever came last is served first and the
 * others are told to come back: those who are answered are answered in time, instead of all of them too late.
 */
@Injectable()
export class Admission {
  private readonly waiters: Waiter[] = [];
  private inside = 0;
  private turnedAway = 0;
  private backlogSince: number | undefined;
  private overloadUntil = 0;

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

  /** Before a request’s body is read: whether there is any use in reading it. */
  get isFull(): boolean {
    return this.waiters.length >= MOST_WAITING;
  }

  /** Waits for a turn. @throws OVERLOADED; else `leave` must follow. */
  async enter(): Promise<void> {
    if (this.inside < MOST_UNDER_WAY[this.times]) {
      this.inside++;
      return;
    }
    if (this.isFull) throw this.refusal();
    await new Promise<void>((enter, fail) => {
      const waiter: Waiter = {
        since: performance.now(),
        timer: setTimeout(() => this.giveUp(waiter), PATIENCE_MS[this.times]),
        enter,
        refuse: () => fail(this.refusal()),
      };
      this.waiters.push(waiter);
      this.watchBacklog(waiter.since);
    });
  }

  leave(): void {
    this.inside--;
    while (this.waiters.length > 0 && this.inside < MOST_UNDER_WAY[this.times]) {
      const next = this.next();
      clearTimeout(next.timer);
      this.inside++;
      next.enter();
    }
  }

  refusal(): Error {
    this.turnedAway++;
    if (this.times === 'overload') this.overloadUntil = performance.now() + OVER_MS;
    return PlatformErrors.OVERLOADED();
  }

  private get times(): 'quiet' | 'overload' {
    return performance.now() < this.overloadUntil ? 'overload' : 'quiet';
  }

  private watchBacklog(now: number): void {
    if (this.waiters.length <= BACKLOG) this.backlogSince = undefined;
    else if (now - (this.backlogSince ??= now) > LASTING_MS) {
      this.overloadUntil = now + OVER_MS;
      for (const late of this.waiters.filter(({ since }) => now - since > PATIENCE_MS.overload)) this.giveUp(late);
    }
  }

  private next(): Waiter {
    return (this.times === 'overload' ? this.waiters.pop() : this.waiters.shift())!;
  }

  private giveUp(waiter: Waiter): void {
    clearTimeout(waiter.timer);
    this.waiters.splice(this.waiters.indexOf(waiter), 1);
    waiter.refuse();
  }
}
