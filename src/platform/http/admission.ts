import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { PlatformErrors } from '../errors/platform.errors.js';
import { Log } from '../logging/log.js';

interface Limits {
  /** How many requests are handled at once. */
  readonly inFlight: number;
  readonly queued: number;
}

/** As many in flight as the pool has connections: one more would wait for a connection, where no metric and no limit sees it. */
const NORMAL: Limits = { inFlight: 16, queued: 112 };

/**
 * Under overload only as many requests are in flight as there are processors: more of them would only slow each other down. There is no queue:
 * a new request takes a free slot at once and is answered sooner than one that waited.
 */
const OVERLOAD: Limits = { inFlight: Math.min(NORMAL.inFlight, Math.max(2, availableParallelism())), queued: 0 };

/** How long a request waits in the queue at most. */
const MAX_WAIT_MS = 10_000;
/**
 * A shorter queue is a burst, or clients that each wait for their answer. A longer one that lasts `BACKLOG_MS` is overload. Overload ends when no
 * request was refused for `OVERLOAD_MS`.
 */
const BACKLOG = NORMAL.queued / 2;
const BACKLOG_MS = 20;
const OVERLOAD_MS = 1_000;
/** Refusals can come by the thousand; the log gets one line for all of them in this time. */
const LOG_INTERVAL_MS = 1_000;

interface QueuedRequest {
  readonly holder: string | undefined;
  readonly timer: NodeJS.Timeout;
  enter(): void;
  refuse(): void;
}

/**
 * Admission control: a bounded queue in front of the connection pool, first come, first served. Once a backlog lasts, the queue is closed, so that
 * admitted requests are answered in time and all others are refused before their body is read.
 */
@Injectable()
export class Admission {
  private readonly waiters: QueuedRequest[] = [];
  private running = 0;
  /** The slots and places in the queue of each holder. */
  private readonly held = new Map<string, { running: number; waiting: number }>();
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

  /** How many requests were refused since the process started. */
  get refused(): number {
    return this.refusals;
  }

  /** Whether a request that arrives now is refused. Checked before its body is read, which would be wasted work. */
  get isFull(): boolean {
    const { inFlight, queued } = this.limits;
    return this.running >= inFlight && this.waiters.length >= queued;
  }

  /** Runs `work` in a slot of its own. @throws OVERLOADED. */
  async run<T>(work: () => Promise<T>, holder?: string): Promise<T> {
    await this.acquire(holder);
    try {
      return await work();
    } finally {
      this.release(holder);
    }
  }

  /**
   * Waits for a slot. The caller must `release` it.
   * @param holder who asks: nobody holds more than half of the slots, or of the queue, however many requests they send at once. @throws OVERLOADED.
   */
  async acquire(holder?: string): Promise<void> {
    if (this.mayEnter(holder)) return this.enter(holder);
    const { queued } = this.limits;
    const mine = holder === undefined ? 0 : (this.held.get(holder)?.waiting ?? 0);
    if (this.waiters.length >= queued || mine >= queued / 2) throw this.refusal();
    await new Promise<void>((enter, fail) => {
      const waiter: QueuedRequest = {
        holder,
        timer: setTimeout(() => this.timeOut(waiter), MAX_WAIT_MS),
        enter,
        refuse: () => fail(this.refusal()),
      };
      this.waiters.push(waiter);
      this.count(holder, 'waiting', 1);
      this.watchBacklog();
    });
  }

  /** Ends a request that was let in: the next in the queue that may enter does. @param holder the same as on entering */
  release(holder?: string): void {
    this.running--;
    this.count(holder, 'running', -1);
    for (let next = this.nextIn(); next >= 0; next = this.nextIn()) {
      const [waiter] = this.waiters.splice(next, 1) as [QueuedRequest];
      clearTimeout(waiter.timer);
      this.count(waiter.holder, 'waiting', -1);
      this.enter(waiter.holder);
      waiter.enter();
    }
  }

  /** The first in the queue who may enter now. */
  private nextIn(): number {
    return this.running < this.limits.inFlight ? this.waiters.findIndex(({ holder }) => this.mayEnter(holder)) : -1;
  }

  private mayEnter(holder: string | undefined): boolean {
    const { inFlight } = this.limits;
    if (this.running >= inFlight) return false;
    return holder === undefined || (this.held.get(holder)?.running ?? 0) < Math.max(1, inFlight / 2);
  }

  private enter(holder: string | undefined): void {
    this.running++;
    this.count(holder, 'running', 1);
  }

  private count(holder: string | undefined, what: 'running' | 'waiting', by: 1 | -1): void {
    if (holder === undefined) return;
    const now = { ...(this.held.get(holder) ?? { running: 0, waiting: 0 }) };
    now[what] += by;
    if (now.running === 0 && now.waiting === 0) this.held.delete(holder);
    else this.held.set(holder, now);
  }

  /** Counts and logs a refusal. Called here, and by the request hooks, which send the answer themselves. */
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
      // Their answers would be late already.
      for (const waiter of this.waiters.splice(0)) this.refuse(waiter);
    }
  }

  private timeOut(waiter: QueuedRequest): void {
    this.waiters.splice(this.waiters.indexOf(waiter), 1);
    this.refuse(waiter);
  }

  private refuse(waiter: QueuedRequest): void {
    this.count(waiter.holder, 'waiting', -1);
    clearTimeout(waiter.timer);
    waiter.refuse();
  }
}
