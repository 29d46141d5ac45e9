import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { GrantScope } from '../../platform/access/actor.js';
import { UnitScope, type UnitScopeSource } from '../../platform/access/unit-scope.port.js';
import { Database } from '../../platform/database/database.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import { sql } from '../../platform/database/sql.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { countedAt, reachOf } from './unit-reach-sql.js';
import { nameOn, wholeSuccessorOn } from './unit-sql.js';

/**
 * Answers the platform’s port `UnitScope`: which units a right reaches, by the rule of `unit-reach-sql.ts` that filters use, too. The port caches the
 * answers until the units change or the day ends.
 */
@Injectable()
export class UnitReachReader implements OnModuleInit, UnitScopeSource {
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

  /**
   * A right at a unit that passed as a whole to another counts at that one; a right at a unit that ended otherwise has ended with it, though the
   * unit above reaches what it left.
   */
  async reached({ unitId, line }: GrantScope): Promise<readonly Id[]> {
    const text = unitId === null ? `select id from unit where $1::uuid is null and $2::date is not null` : REACHED;
    const rows = await this.db.rows<{ id: Id }>(
      `select u.id from (${text}) u where $3::text is null or (select line from unit where id = u.id) = $3`,
      [unitId, this.db.today(), line],
    );
    return rows.map(({ id }) => id);
  }

  async nameOf(unitId: Id): Promise<string | undefined> {
    const [row] = await this.db.rows<{ name: string | null }>(`select ${nameOn(sql`$1::uuid`, sql`$2::date`)} as name`, [
      unitId,
      this.db.today(),
    ]);
    return row!.name ?? undefined;
  }
}

const REACHED = `select reached.id from ${wholeSuccessorOn(sql`$1::uuid`, sql`$2::date`)} living cross join lateral ${reachOf(sql`living.id`, sql`$2::date`)} reached`;

/** The units, and the ended ones whose records count at them on the day. */
export async function unitsCountedAt(query: QueryRows, units: readonly Id[], day: LocalDate): Promise<Id[]> {
  const rows = await query<{ id: Id }>(`select counted_unit.id from ${countedAt(sql`$1`, sql`$2::date`)} counted_unit`, [units, day]);
  return rows.map(({ id }) => id);
}
