import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Grant, Subject } from '../../../platform/access/actor.js';
import { Authentication, type GrantsSource } from '../../../platform/access/authenticator.port.js';
import { Database } from '../../../platform/database/database.js';

/** How long the grants of a caller are cached, because every request needs them. The end of a grant in another process takes effect after this time. */
const CACHE_MS = 2_000;
const MAX_CACHED = 10_000;

/** Implements the platform’s port for grants: the grants that an account or token has today. */
@Injectable()
export class GrantsReader implements OnModuleInit, GrantsSource {
  private readonly cache = new LRUCache<string, readonly Grant[]>({ max: MAX_CACHED, ttl: CACHE_MS });

  constructor(
    private readonly db: Database,
    private readonly authentication: Authentication,
  ) {}

  onModuleInit(): void {
    this.authentication.registerGrants(this);
  }

  async grantsOf({ kind, id }: Pick<Subject, 'kind' | 'id'>): Promise<readonly Grant[]> {
    const key = `${kind} ${id}`;
    let grants = this.cache.get(key);
    if (!grants) {
      grants = await this.db.rows<Grant>(
        `select g.role, g.unit_id as "unitId", g.line, upper(g.validity) - 1 as "lastDay",
                case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as "onBehalfOf"
           from role_grant g left join role_grant o on o.id = g.delegated_from left join account p on p.id = o.account_id
          where g.${kind === 'ACCOUNT' ? 'account_id' : 'api_token_id'} = $1 and g.validity @> $2::date and g.ended_at is null
            and p.blocked_at is null order by g.id`,
        [id, this.db.today()],
      );
      this.cache.set(key, grants);
    }
    return grants;
  }

  /** Called after the grants of a holder have changed. */
  forget({ kind, id }: Pick<Subject, 'kind' | 'id'>): void {
    this.cache.delete(`${kind} ${id}`);
  }
}
