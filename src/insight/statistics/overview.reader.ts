import { Injectable } from '@nestjs/common';
import { registrationsSubmitted } from '../../features/models/events/model-events-sql.js';
import { carriedBy, modelView } from '../../features/models/model.view.js';
import { assignedTargetView } from '../../features/movements/movement.view.js';
import { UnitErrors } from '../../features/units/unit.errors.js';
import { reachOf } from '../../features/units/unit-reach-sql.js';
import { nameOn } from '../../features/units/unit-sql.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { or, sql } from '../../platform/database/sql.js';
import { idOf } from '../../platform/graphql/node.js';
import { Scopes } from '../../platform/views/scopes.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { StatisticsErrors } from './statistics.errors.js';
import type { Overview, OverviewArgs, TargetProgress } from './overview.graphql.js';

/** So many targets are listed. */
export const MAX_TARGETS = 100;

/** What an overview knows of its unit, besides its tables. */
@Injectable()
export class OverviewReader {
  constructor(
    private readonly db: Database,
    private readonly scopes: Scopes,
  ) {}

  async of({ unitId, year }: OverviewArgs, asOf: LocalDate): Promise<Overview> {
    const from = `${year}-01-01`;
    if (from > asOf) throw StatisticsErrors.STATISTICS_PERIOD_IN_FUTURE({ from, day: asOf });
    const id = idOf('Unit', unitId, 'unitId') as Id;
    const text = sql`select ${nameOn(sql`u.id`, sql`$2::date`)} as name from unit u where u.id = $1::uuid`;
    const [found] = await this.db.rows<{ name: string }>(text, [id, asOf]);
    if (!found) throw UnitErrors.UNIT_NOT_FOUND({ id }).at('unitId');
    return { unitId, unit: found.name, year, asOf };
  }

  async hasEnded(unitId: string, day: LocalDate): Promise<boolean> {
    const found = await this.db.rows(`select from unit where id = $1::uuid and validity @> $2::date`, [
      idOf('Unit', unitId, 'unitId'),
      day,
    ]);
    return found.length === 0;
  }

  /** The targets that the caller sees, with what was submitted towards them by the units that they reach today. */
  async targets(actor: Actor, { unitId, year, asOf }: Overview): Promise<TargetProgress[]> {
    const values: unknown[] = [idOf('Unit', unitId, 'unitId'), asOf, `${year}-01-01`, addDays(`${year + 1}-01-01`, -1)];
    const seenTarget = await this.scopes.visibility(actor, assignedTargetView, sql`t`, 5);
    const seenModel = await this.scopes.visibility(actor, modelView, sql`m`, 5);
    const restricted = seenModel ?? seenTarget;
    if (restricted) values.push(restricted.value);
    const day = sql`$2::date`;
    const registered = sql`(select count(*)::int from registration r join emulation_model m on m.id = r.model_id
       where r.round_id = t.round_id and m.merged_into_id is null and m.trashed_at is null
         and ${or(carriedBy(sql`m`, sql`in ${reachOf(sql`t.unit_id`, day)}`))} and ${seenModel?.condition ?? sql`true`}
         and exists (select from ${registrationsSubmitted(sql`e`, sql`m.id`, day)} where e.registration_id = r.id))`;
    const text = sql`select t.round_id as "roundId", o.name as round, t.unit_id as "unitId", ${nameOn(sql`t.unit_id`, day)} as unit,
        t.count as target, ${registered} as registered
      from assigned_target t join registration_round o on o.id = t.round_id
     where t.unit_id in ${reachOf(sql`$1::uuid`, day)} and o.opens_on <= $4::date and o.closes_on >= $3::date and ${seenTarget?.condition ?? sql`true`}
     order by o.opens_on, o.id, ${nameOn(sql`t.unit_id`, day)} collate vi_natural, t.id limit ${MAX_TARGETS}`;
    const rows = await this.db.rows<Omit<TargetProgress, 'reached' | 'filter'>>(text, values);
    return rows.map(row => {
      const [roundId, unit] = [toGlobalId('RegistrationRound', row.roundId as Id), toGlobalId('Unit', row.unitId as Id)];
      const filter = { roundId, unitId: unit, submitted: {} };
      return { ...row, roundId, unitId: unit, reached: row.registered >= row.target, filter };
    });
  }
}
