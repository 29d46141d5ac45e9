import type { QueryRows } from '../../platform/database/query-rows.js';
import { sql } from '../../platform/database/sql.js';
import type { Visibility } from '../../platform/views/scopes.js';
import type { Id } from '../../shared/ids.js';
import { identityResults } from '../indicators/identity-sql.js';
import { nameOn } from '../units/unit-sql.js';
import { isFigureOf } from './review-sql.js';

/** How many figures of the review are returned. @param unitId only those of this unit */
export async function returnsIn(query: QueryRows, reviewId: Id, unitId: Id | null): Promise<number> {
  const [row] = await query<{ n: number }>(
    sql`select count(*)::int as n from figure f where f.state = 'RETURNED' and ${isFigureOf(sql`f`, sql`$1::uuid`)}
          and ($2::uuid is null or f.unit_id = $2::uuid)`,
    [reviewId, unitId],
  );
  return row!.n;
}

export interface FrozenFigureRow {
  readonly id: Id;
  readonly code: string;
  readonly indicator: string;
  readonly measure: string;
  readonly unit: string;
  readonly raw: string;
  readonly reading: string;
  readonly qualifier: string;
  readonly state: string;
}

/** The figures of the review as they are now, in the order of their codes. */
export const figuresNow = (query: QueryRows, reviewId: Id): Promise<FrozenFigureRow[]> =>
  query<FrozenFigureRow>(
    sql`select f.id, i.code, d.name as indicator, d.measure, ${nameOn(sql`f.unit_id`, sql`(upper(f.period) - 1)`)} as unit, f.raw, f.reading::text as reading,
               f.qualifier, f.state
          from figure f join indicator i on i.id = f.indicator_id
          cross join lateral (select d.name, d.measure from indicator_definition d where d.indicator_id = i.id
            order by d.validity @> (upper(f.period) - 1) desc, lower(d.validity) nulls first limit 1) d
         where ${isFigureOf(sql`f`, sql`$1::uuid`)} order by i.code, f.id`,
    [reviewId],
  );

export interface FrozenIdentityRow {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly residual: string | null;
  readonly closes: boolean | null;
  readonly explanation: string | null;
}

export const identitiesNow = (query: QueryRows, reviewId: Id): Promise<FrozenIdentityRow[]> =>
  query<FrozenIdentityRow>(
    sql`select r.key, r.name, ${nameOn(sql`r.unit_id`, sql`r.day`)} as unit, r.residual::text as residual, r.closes, r.explanation
          from ${identityResults(sql`r`, stated => isFigureOf(stated, sql`$1::uuid`))} order by r.name collate vi_natural, r.key`,
    [reviewId],
  );

/** Those of the figures that the caller does not see. @param visibility for the row `f`, with its value as parameter 2 */
export async function unseenAmong(query: QueryRows, ids: readonly Id[], visibility: Visibility | undefined): Promise<ReadonlySet<Id>> {
  if (!visibility) return new Set();
  const rows = await query<{ id: Id }>(
    sql`select f.id from figure f where f.id = any($1::uuid[]) and (${visibility.condition}) is not true`,
    [ids, visibility.value],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The last command on each figure since a moment, as the trail names it. */
export async function actionsSince(query: QueryRows, figureIds: readonly Id[], since: Date): Promise<ReadonlyMap<Id, string>> {
  const rows = await query<{ id: Id; action: string }>(
    `select distinct on (object_id) object_id as id, action from audit_entry
      where object_type = 'Figure' and object_id = any($1::uuid[]) and at > $2 order by object_id, at desc, id desc`,
    [figureIds, since],
  );
  return new Map(rows.map(({ id, action }) => [id, action]));
}
