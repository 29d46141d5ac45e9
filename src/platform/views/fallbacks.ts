import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DomainError, Refusal } from '../errors/domain-error.js';
import { describeFault } from '../logging/fault.js';
import { Log } from '../logging/log.js';

const MOST_DOCUMENTS = 1_000;

/**
 * Counts the operations that the fast path gave up and graphql-js answered. A refusal is the client's (a wrong id or cursor) and expected:
 * graphql-js gives errors their paths. A fault is ours: the answer is right, but costs twice, and would hide a defect. So it is logged, once
 * for each document, shown in `/metrics`, and tests fail on it.
 */
@Injectable()
export class Fallbacks {
  private readonly logged = new LRUCache<string, true>({ max: MOST_DOCUMENTS });
  private readonly counts = { refused: 0, fault: 0 };

  constructor(private readonly log: Log) {}

  get refused(): number {
    return this.counts.refused;
  }

  get faults(): number {
    return this.counts.fault;
  }

  /** @param document the hash of its text: the text can hold what people wrote. */
  count(error: unknown, document: string): void {
    if (isRefusal(error)) {
      this.counts.refused++;
      return;
    }
    this.counts.fault++;
    if (this.logged.has(document)) return;
    this.logged.set(document, true);
    this.log.error('the fast path failed, graphql-js answers', { document, fault: describeFault(error) });
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof Refusal) return true;
  return error instanceof DomainError && error.category !== 'internal' && error.category !== 'unavailable';
}
