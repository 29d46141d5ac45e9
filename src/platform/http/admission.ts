import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { PlatformErrors } from '../errors/platform.errors.js';
import { Log } from '../logging/log.js';

interface Limits {
  /** How many are answered at once. */
  readonly inFlight: number;
  readonly queued: number;
}

/** As many under way as the pool has connections: one more would only wait there, unseen. */
const NORMAL: Limits = { inFlight: 16, queued: 112 };

/**
 * Under overload no more work is begun than the processors can be busy with: whatever stands beside it makes all of it later. Nobody waits:
 * the next to come takes the turn that is free, and is answered sooner than whoever stood in a queue.
 */
const OVERLOAD: Limits = { inFlight: Math.min(NORMAL.inFlight, Math.max(2, availableParallelism())), queued: 0 };

/** How long anybody waits for a turn at most. */
const MAX_WAIT_MS = 10_000;
/** So many wait in a burst, or of clients that each wait for their answer. More, for so long, is overload; it ends when nobody was refused for so long. */
const BACKLOG = NORMAL.queued / 2;
const BACKLOG_MS = 20;
const OVERLOAD_MS = 1_000;
/** Of those turned away by the thousand, one line tells. */
const LOG_INTERVAL_MS = 1_000;

interface QueuedRequest {
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
  private readonly waiters: QueuedRequest[] = [];
  private running = 0;
  private refusals = 0;
  private lastLogged = { at: 0, refusals: 0 };
  private backlogSince: number | undefined;
  private overloadUntil = 0;

  constructor(private readonly log: Log) {}

  get inFlight(): number {
    return this.running;
  }

  get queued(): number {
    return this.waiters.length;
  }

  /** How many were told to come back, since the start. */
  get refused(): number {
    return this.refusals;
  }

  /** Whether whoever comes now is told to come back: before a request’s body is read, whether there is any use in reading it. */
  get isFull(): boolean {
    const { inFlight, queued } = this.limits;
    return this.running >= inFlight && this.waiters.length >= queued;
  }

  /** Does work that has a turn of its own. @throws OVERLOADED. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.acquire();
    try {
      return await work();
    } finally {
      this.release();
    }
  }

  /** Waits for a turn. @throws OVERLOADED; else `leave` must follow. */
  async acquire(): Promise<void> {
    if (this.running < this.limits.inFlight) {
      this.running++;
      return;
    }
    if (this.isFull) throw this.refusal();
    await new Promise<void>((enter, fail) => {
      const waiter: QueuedRequest = {
        timer: setTimeout(() => this.timeOut(waiter), MAX_WAIT_MS),
        enter,
        refuse: () => fail(this.refusal()),
      };
      this.waiters.push(waiter);
      this.watchBacklog();
    });
  }

  release(): void {
    this.running--;
    const { inFlight } = this.limits;
    while (this.waiters.length > 0 && this.running < inFlight) {
      const next = this.waiters.shift()!;
      clearTimeout(next.timer);
      this.running++;
      next.enter();
    }
  }

  /** Counts one who is told to come back, by whoever tells it. */
  countRefusal(): void {
    this.refusals++;
    this.watchBacklog();
    const now = performance.now();
    if (now < this.overloadUntil) this.overloadUntil = now + OVERLOAD_MS;
    if (now - this.lastLogged.at < LOG_INTERVAL_MS) return;
    this.log.warn('overloaded', { refused: this.refusals - this.lastLogged.refusals });
    this.lastLogged = { at: now, refusals: this.refusals };
  }

  private refusal(): Error {
    this.countRefusal();
    return PlatformErrors.OVERLOADED();
  }

  private get limits(): Limits {
    return performance.now() < this.overloadUntil ? OVERLOAD : NORMAL;
  }

  private watchBacklog(): void {
    const now = performance.now();
    if (this.waiters.length <= BACKLOG) this.backlogSince = undefined;
    else if (now - (this.backlogSince ??= now) > BACKLOG_MS) {
      this.overloadUntil = now + OVERLOAD_MS;
      // Whoever has waited is late already.
      for (const waiter of this.waiters.splice(0)) this.refuse(waiter);
    }
  }

  private timeOut(waiter: QueuedRequest): void {
    this.waiters.splice(this.waiters.indexOf(waiter), 1);
    this.refuse(waiter);
  }

  private refuse(waiter: QueuedRequest): void {
    clearTimeout(waiter.timer);
    waiter.refuse();
  }
}
