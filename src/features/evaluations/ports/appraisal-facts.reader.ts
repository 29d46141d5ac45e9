import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';

/** Those of the registrations that were appraised: in a round that was closed by the day and is not illustrative, and that leaves nothing about them to be decided. */
export async function appraisedOf(query: QueryRows, registrationIds: readonly Id[], day: LocalDate): Promise<ReadonlySet<Id>> {
  const rows = await query<{ id: Id }>(
    `select e.registration_id as id from evaluation e
      where e.registration_id = any($1::uuid[]) and e.left_on is null and not e.illustrative and e.closed_on <= $2
        and (e.decided_grade is not null or (jsonb_typeof(e.derivation -> 'decide') is distinct from 'object'
              and not coalesce((e.standing ->> 'quotaOpen')::boolean, false)))`,
    [registrationIds, day],
  );
  return new Set(rows.map(({ id }) => id));
}
