import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Subject } from '../../../platform/access/actor.js';
import { Authentication, type PersonSource } from '../../../platform/access/authenticator.port.js';
import { Database } from '../../../platform/database/database.js';
import type { Id } from '../../../shared/ids.js';
import { personOfAccount } from './account-person.store.js';

/** How long it is cached who somebody is, because every request asks. A link made or ended in another process takes effect after this time. */
const CACHE_MS = 2_000;
const MAX_CACHED = 10_000;

/** Implements the platform’s port: the person whose account it is on the day of the clock. */
@Injectable()
export class AccountPersonsReader implements OnModuleInit, PersonSource {
  private readonly cache = new LRUCache<string, { readonly id: Id | null }>({ max: MAX_CACHED, ttl: CACHE_MS });

  constructor(
    private readonly db: Database,
    private readonly authentication: Authentication,
  ) {}

  onModuleInit(): void {
    this.authentication.registerPersons(this);
  }

  async personOf({ kind, id }: Pick<Subject, 'kind' | 'id'>): Promise<Id | null> {
    if (kind !== 'ACCOUNT' || id === null) return null;
    const day = this.db.today();
    const key = `${id} ${day}`;
    let found = this.cache.get(key);
    if (!found) this.cache.set(key, (found = { id: await personOfAccount(this.db.rows, id, day) }));
    return found.id;
  }

  /** Called after a link has changed. The merger of two people takes effect as a change in another process does. */
  forget(): void {
    this.cache.clear();
  }
}
