import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { GrantScope } from '../../platform/access/actor.js';
import { UnitScope, type UnitScopeSource } from '../../platform/access/unit-scope.port.js';
import { Database } from '../../platform/database/database.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import { sql } from '../../platform/database/sql.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { countedAt, reachOf } from './unit-reach-sql.js';
import { rightHoldsAt } from './served/served-territory-sql.js';
import { territoriesServedBy } from './served/served-territory.store.js';
import { nameOn } from './unit-sql.js';

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

  /**
   * Units change only by events. Each event is a row, and undoing it increments the version of that row. Assignments of territories are also removed:
   * ids ascend, so of as many as before with the same last one, none is another.
   */
  async version(): Promise<string> {
    const [row] = await this.db.rows<{ units: string; served: string }>(
      `select (select coalesce(sum(version), 0)::text from unit_event) as units,
              (select concat_ws('/', count(*), sum(version), max(id::text)) from served_territory) as served`,
    );
    return `${this.db.today()} ${row!.units} ${row!.served}`;
  }

  /**
   * A right at a unit that passed as a whole to another counts at that one; a right at a unit that ended otherwise has ended with it, though the
   * unit above reaches what it left. A right at an organisation is also one at the territories that it works for.
   */
  async reached({ unitId, line }: GrantScope): Promise<readonly Id[]> {
    const text = unitId === null ? `select id from unit where $1::uuid is null and $2::date is not null` : REACHED;
    const rows = await this.db.rows<{ id: Id }>(
      `select u.id from (${text}) u where $3::text is null or (select line from unit where id = u.id) = $3`,
      [unitId, this.db.today(), line],
    );
    return rows.map(({ id }) => id);
  }

  async holdsAt(unitId: Id): Promise<readonly Id[]> {
    const rows = await this.db.rows<{ id: Id }>(`select place.id from ${HOLDS_AT} place order by place.id`, [unitId, this.db.today()]);
    return rows.map(({ id }) => id);
  }

  async willHoldAt(unitId: Id): Promise<readonly Id[]> {
    const now = await this.holdsAt(unitId);
    return [...now, ...(await territoriesServedBy(this.db.rows, now, this.db.today()))];
  }

  async nameOf(unitId: Id): Promise<string | undefined> {
    const [row] = await this.db.rows<{ name: string | null }>(`select ${nameOn(sql`$1::uuid`, sql`$2::date`)} as name`, [
      unitId,
      this.db.today(),
    ]);
    return row!.name ?? undefined;
  }
}

const HOLDS_AT = rightHoldsAt(sql`$1::uuid`, sql`$2::date`);
const REACHED = `select reached.id from ${HOLDS_AT} place cross join lateral ${reachOf(sql`place.id`, sql`$2::date`)} reached`;

/** The units, and the ended ones whose records count at them on the day. */
export async function unitsCountedAt(query: QueryRows, units: readonly Id[], day: LocalDate): Promise<Id[]> {
  const rows = await query<{ id: Id }>(`select counted_unit.id from ${countedAt(sql`$1`, sql`$2::date`)} counted_unit`, [units, day]);
  return rows.map(({ id }) => id);
}
