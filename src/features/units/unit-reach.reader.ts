import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { GrantScope } from '../../platform/access/actor.js';
import { UnitScope, type UnitScopeSource } from '../../platform/access/unit-scope.port.js';
import { Database } from '../../platform/database/database.js';
import type { Id } from '../../shared/ids.js';
import { UnitReach, type ReachSpan, type ReachSuccession, type ReachUnit } from './unit-reach.js';

/**
 * Answers the platform’s port `UnitScope`: which units a right reaches. All units (some ten thousand rows) are read at once and cached until
 * they change or the day ends. So a check of rights costs no statement, and there is no derived table that could be out of date.
 */
@Injectable()
export class UnitReachReader implements OnModuleInit, UnitScopeSource {
  private cached: { readonly version: string; readonly reach: Promise<UnitReach> } | undefined;

  constructor(
    private readonly db: Database,
    private readonly scope: UnitScope,
  ) {}

  onModuleInit(): void {
    this.scope.register(this);
  }

  /** Units change only by events. Each event is a row, and undoing it increments the version of that row. */
  async version(): Promise<string> {
    const [row] = await this.db.rows<{ n: string }>(`select coalesce(sum(version), 0)::text as n from unit_event`);
    return `${this.db.today()} ${row!.n}`;
  }

  async reached({ unitId, line }: GrantScope, version: string): Promise<readonly Id[]> {
    if (this.cached?.version !== version) {
      const reach = this.read();
      this.cached = { version, reach };
      reach.catch(() => (this.cached = undefined));
    }
    return (await this.cached.reach).reached(unitId, line);
  }

  private async read(): Promise<UnitReach> {
    const [units, spans, wholly] = await Promise.all([
      this.db.rows<ReachUnit>(`select id, line, lower(validity) as "from", upper(validity) as "to" from unit`),
      this.db.rows<ReachSpan>(
        `select unit_id as "unitId", parent_id as "parentId", territory_id as "territoryId", lower(validity) as "from", upper(validity) as "to"
           from unit_span`,
      ),
      this.db.rows<ReachSuccession>(
        `select predecessor_id as "predecessorId", successor_id as "successorId", effective_on as "on" from unit_succession where whole`,
      ),
    ]);
    return new UnitReach({ units, spans, wholeSuccessions: wholly }, this.db.today());
  }
}
