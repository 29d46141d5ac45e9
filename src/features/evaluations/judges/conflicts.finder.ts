import { sql } from '../../../platform/database/sql.js';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { ConflictReason } from '../evaluation.kinds.js';

export interface FoundConflict {
  readonly evaluationId: Id;
  readonly personId: Id;
  readonly reason: ConflictReason;
}

/**
 * Conflicts of interest that the registry knows: the person has a post on the day in the unit of the entry or in one that carries it out jointly; the
 * entry is of the unit above theirs, or of a successor of theirs by the day; or the model is about them.
 */
export const conflictsKnown = (
  query: QueryRows,
  { evaluationIds, personIds, day }: { readonly evaluationIds: readonly Id[]; readonly personIds: readonly Id[]; readonly day: LocalDate },
): Promise<FoundConflict[]> =>
  query<FoundConflict>(
    sql`with own (person_id, unit_id) as (
          select p.person_id, p.unit_id from person_post p where p.person_id = any($2::uuid[]) and p.validity @> $3::date),
        entry (id, unit_id, model_id) as (select e.id, e.unit_id, e.model_id from evaluation e where e.id = any($1::uuid[])),
        found (evaluation_id, person_id, reason) as (
          select e.id, o.person_id, 'OWN_UNIT' from entry e join own o on o.unit_id = e.unit_id
          union select e.id, o.person_id, 'JOINT_OWNER' from entry e join emulation_model_joint_owner j on j.model_id = e.model_id
            join own o on o.unit_id = j.unit_id
          union select e.id, o.person_id, 'PARENT_UNIT' from own o
            join unit_span s on s.unit_id = o.unit_id and s.validity @> $3::date join entry e on e.unit_id in (s.parent_id, s.territory_id)
          union select e.id, o.person_id, 'SUCCESSOR_UNIT' from own o
            join unit_succession n on n.predecessor_id = o.unit_id and n.effective_on <= $3::date join entry e on e.unit_id = n.successor_id
          union select e.id, m.person_id, 'SUBJECT' from entry e join emulation_model m on m.id = e.model_id where m.person_id = any($2::uuid[]))
        select evaluation_id as "evaluationId", person_id as "personId", reason from found order by 1, 2, 3`,
    [evaluationIds, personIds, day],
  );
