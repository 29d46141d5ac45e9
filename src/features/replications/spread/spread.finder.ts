import { literal, sql } from '../../../platform/database/sql.js';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Visibility } from '../../../platform/views/scopes.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { copiesBelow } from '../edges/replication-sql.js';
import type { Observation } from './survival.js';

/** A copy below a model, directly or through others. */
export interface SpreadCopy {
  readonly top: Id;
  readonly id: Id;
  /** 1: a direct copy. */
  readonly depth: number;
  /** When its copying began, as a partial date, or else its own start; `null`: neither is known. */
  readonly began: string | null;
}

/** @param visibility of the caller for the row `c`, with its value as parameter 2. */
export const findCopies = (
  query: QueryRows,
  tops: readonly Id[],
  day: LocalDate,
  visibility: Visibility | undefined,
): Promise<SpreadCopy[]> =>
  query<SpreadCopy>(
    `select b.top, b.id, b.depth, coalesce(r.started_given, r.started_on::text, m.starts) as began
       from ${copiesBelow(sql`$1`, sql`date ${literal(day)}`, () => visibility?.condition ?? sql`true`)} b
       join emulation_model m on m.id = b.id join replication r on r.copy_id = b.id order by b.top, b.depth, b.id`,
    [tops, ...(visibility ? [visibility.value] : [])],
  );

/** The starts of models, where they are known. */
export async function findStarts(query: QueryRows, ids: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await query<{ id: Id; starts: string }>(
    `select id, starts from emulation_model where id = any($1::uuid[]) and starts is not null`,
    [ids],
  );
  return new Map(rows.map(({ id, starts }) => [id, starts]));
}

/** How the models were seen to run by the day, in order: steps of their running, and answers of their units. */
export async function findObservations(query: QueryRows, ids: readonly Id[], day: LocalDate): Promise<Map<Id, Observation[]>> {
  const rows = await query<Observation & { id: Id }>(
    `select s.model_id as id, s.on_day as "on", s.to_state as state, s.id as place from model_step s
      where s.lifecycle = 'RUNNING' and s.model_id = any($1::uuid[]) and s.on_day <= $2::date
     union all
     select a.model_id, a.on_day, case a.answer when 'STOPPED' then 'STOPPED' else 'ACTIVE' end, a.id from still_alive_answer a
      where a.model_id = any($1::uuid[]) and a.on_day <= $2::date
     order by 1, 2, 4`,
    [ids, day],
  );
  const found = new Map<Id, Observation[]>();
  for (const { id, on, state } of rows) found.set(id, [...(found.get(id) ?? []), { on, state }]);
  return found;
}
