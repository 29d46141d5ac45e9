import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Id } from '../../../shared/ids.js';

/**
 * For registrations in rounds that are not illustrative: whether one of these is closed and leaves nothing about the registration to be decided.
 * A registration in no such round need not be appraised.
 */
export async function appraisalsOf(query: QueryRows, registrationIds: readonly Id[]): Promise<ReadonlyMap<Id, boolean>> {
  const rows = await query<{ id: Id; appraised: boolean }>(
    `select e.registration_id as id, bool_or(e.closed_on is not null and (e.decided_grade is not null or (jsonb_typeof(e.derivation -> 'decide') is distinct from 'object'
              and not coalesce((e.standing ->> 'quotaOpen')::boolean, false)))) as appraised
       from evaluation e where e.registration_id = any($1::uuid[]) and e.left_on is null and not e.illustrative group by 1`,
    [registrationIds],
  );
  return new Map(rows.map(({ id, appraised }) => [id, appraised]));
}
