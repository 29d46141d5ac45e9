import { Injectable } from '@nestjs/common';
import { PlatformErrors } from '../errors/platform.errors.js';

/** As many as the pool has connections: one more would only wait there, unseen. */
const MOST_UNDER_WAY = 16;
const MOST_WAITING = 112;
/** So many wait in a burst, or of clients that each wait for their answer. More, for so long, is overload. */
const BACKLOG = MOST_WAITING / 2;
const LASTING_MS = 100;
/** How long a request waits for its turn at most: in quiet times, and under overload. */
const PATIENCE_MS = { quiet: 10_000, overload: 15 } as const;

interface Waiter {
  readonly timer: NodeJS.Timeout;
  enter(): void;
  refuse(): void;
}

/**
 * The bounded queue before the pool. In quiet times first come, first served. Once a backlog lasts, and until it is gone, whoever came last is
 * served first and the others are told to come back: those who are answered are answered in time, instead of all of them too late.
 */
@Injectable()
export class Admission {
  private readonly waiters: Waiter[] = [];
  private inside = 0;
  private turnedAway = 0;
  private backlogSince: number | undefined;

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
    if (this.inside < MOST_UNDER_WAY) {
      this.inside++;
      return;
    }
    if (this.isFull) throw this.refusal();
    await new Promise<void>((enter, fail) => {
      const waiter: Waiter = {
        timer: setTimeout(() => this.giveUp(waiter), this.isOverload ? PATIENCE_MS.overload : PATIENCE_MS.quiet),
        enter,
        refuse: () => fail(this.refusal()),
      };
      this.waiters.push(waiter);
      if (this.waiters.length > BACKLOG) this.backlogSince ??= performance.now();
    });
  }

  leave(): void {
    const next = this.next();
    if (next) next.enter();
    else this.inside--;
  }

  refusal(): Error {
    this.turnedAway++;
    return PlatformErrors.OVERLOADED();
  }

  private get isOverload(): boolean {
    return this.backlogSince !== undefined && performance.now() - this.backlogSince > LASTING_MS;
  }

  private next(): Waiter | undefined {
    const waiter = this.isOverload ? this.waiters.pop() : this.waiters.shift();
    if (waiter) clearTimeout(waiter.timer);
    if (this.waiters.length === 0) this.backlogSince = undefined;
    return waiter;
  }

  private giveUp(waiter: Waiter): void {
    this.waiters.splice(this.waiters.indexOf(waiter), 1);
    waiter.refuse();
  }
}
