import { sql } from '../../../platform/database/sql.js';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { nameOn } from '../../units/unit-sql.js';
import type { SubjectKind } from '../../sectors/subject-kind.js';

/** A model as a basis of a commendation. */
export interface RewardedModel {
  readonly unitId: Id;
  readonly personId: Id | null;
  readonly subjectKind: SubjectKind;
}

export const rewardedModel = async (query: QueryRows, id: Id): Promise<RewardedModel | undefined> =>
  (
    await query<RewardedModel>(
      `select unit_id as "unitId", person_id as "personId", subject_kind as "subjectKind" from emulation_model
        where id = $1 and trashed_at is null and merged_into_id is null`,
      [id],
    )
  )[0];

/** A person as they were on a day: name, the latest post by then, and its unit. */
export interface RewardedPerson {
  readonly name: string;
  readonly post: string | null;
  readonly unitId: Id | null;
}

export const rewardedPerson = async (query: QueryRows, id: Id, day: LocalDate): Promise<RewardedPerson | undefined> =>
  (
    await query<RewardedPerson>(
      `select p.name, o.title as post, coalesce(o.unit_id, p.unit_id) as "unitId" from person p
         left join lateral (select title, unit_id from person_post o where o.person_id = p.id and o.validity @> $2::date
           order by lower(o.validity) desc nulls last, o.id limit 1) o on true
        where p.id = $1`,
      [id, day],
    )
  )[0];

/** The unit's full name on the day and whether it is in force; `undefined` for an unknown id. */
export const unitOnDay = async (query: QueryRows, id: Id, day: LocalDate): Promise<{ name: string; inForce: boolean } | undefined> =>
  (
    await query<{ name: string; inForce: boolean }>(
      sql`select ${nameOn(sql`u.id`, sql`$2::date`)} as name, u.validity @> $2::date as "inForce" from unit u where u.id = $1`,
      [id, day],
    )
  )[0];

/** Those of the commendations that name somebody without a unit, with their place in the list. */
export const withoutUnit = (query: QueryRows, ids: readonly Id[]): Promise<{ index: number; name: string }[]> =>
  query<{ index: number; name: string }>(
    `select (g.place - 1)::int as index, c.name from unnest($1::uuid[]) with ordinality g (id, place) join commendation c on c.id = g.id
      where c.unit_id is null and c.name is not null order by g.place`,
    [ids],
  );

/** The round of an evaluation: what it is called, and when it was closed. */
export const roundOfEvaluation = async (query: QueryRows, id: Id): Promise<{ round: string; closedOn: LocalDate | null } | undefined> =>
  (
    await query<{ round: string; closedOn: LocalDate | null }>(
      `select r.name as round, e.closed_on as "closedOn" from evaluation e join appraisal_round r on r.id = e.round_id where e.id = $1`,
      [id],
    )
  )[0];
