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
 * Conflicts of interest that the registry knows. Posts count that the person has or had since the first day of the appraised year: in the unit of the
 * entry or in one that carries it out jointly; below the unit of the entry, as it was then, or last was before it ended; in a unit whose successor, by
 * the day, is that of the entry. And the model may be about them.
 */
export const conflictsKnown = (
  query: QueryRows,
  { evaluationIds, personIds, day }: { readonly evaluationIds: readonly Id[]; readonly personIds: readonly Id[]; readonly day: LocalDate },
): Promise<FoundConflict[]> =>
  query<FoundConflict>(
    sql`with recursive entry (id, unit_id, model_id, period) as (
          select e.id, e.unit_id, e.model_id, daterange(least(make_date(r.year, 1, 1), $3::date), $3::date, '[]')
            from evaluation e join appraisal_round r on r.id = e.round_id where e.id = any($1::uuid[])),
        post (person_id, unit_id, days) as (
          select p.person_id, p.unit_id, p.validity * daterange(null, $3::date, '[]') from person_post p
           where p.person_id = any($2::uuid[]) and p.validity && daterange(null, $3::date, '[]')),
        heir (person_id, unit_id, days) as (
          select o.person_id, n.successor_id, o.days from post o join unit_succession n on n.predecessor_id = o.unit_id and n.effective_on <= $3::date
          union select h.person_id, n.successor_id, h.days from heir h join unit_succession n on n.predecessor_id = h.unit_id and n.effective_on <= $3::date),
        found (evaluation_id, person_id, reason) as (
          select e.id, o.person_id, 'OWN_UNIT' from entry e join post o on o.unit_id = e.unit_id and o.days && e.period
          union select e.id, o.person_id, 'JOINT_OWNER' from entry e join emulation_model_joint_owner j on j.model_id = e.model_id
            join post o on o.unit_id = j.unit_id and o.days && e.period
          union select e.id, o.person_id, 'PARENT_UNIT' from post o join unit_span s on s.unit_id = o.unit_id
            cross join lateral (values (s.parent_id), (s.territory_id)) above (unit_id) join entry e on e.unit_id = above.unit_id and o.days && e.period
            where s.validity && (o.days * e.period) or (upper(s.validity) <= lower(o.days * e.period)
              and not exists (select from unit_span later where later.unit_id = s.unit_id and later.validity >> s.validity))
          union select e.id, h.person_id, 'SUCCESSOR_UNIT' from heir h join entry e on e.unit_id = h.unit_id and h.days && e.period
          union select e.id, m.person_id, 'SUBJECT' from entry e join emulation_model m on m.id = e.model_id where m.person_id = any($2::uuid[]))
        select evaluation_id as "evaluationId", person_id as "personId", reason from found order by 1, 2, 3`,
    [evaluationIds, personIds, day],
  );
