import type { QueryRows } from '../../platform/database/query-rows.js';
import { sql } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { nameOn } from '../units/unit-sql.js';
import type { ReviewTaskState } from './review-kinds.js';

/** What people correct of a review. */
export interface ReviewContent {
  readonly name: string;
  readonly theme: string | null;
  readonly heldOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly note: string | null;
  readonly organiserIds: readonly Id[];
  readonly unitIds: readonly Id[];
  readonly modelIds: readonly Id[];
  readonly commendationIds: readonly Id[];
  readonly previousId: Id | null;
}

export interface ReviewRow extends ReviewContent {
  readonly id: Id;
  readonly unitId: Id;
  readonly starts: string;
  readonly ends: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** The day of the latest frozen numbers. */
  readonly frozenOn: LocalDate | null;
  readonly version: number;
}

/** The review, locked until the transaction ends. */
export async function lockReview(tx: Tx, id: Id): Promise<ReviewRow | undefined> {
  const locked = await tx.query(`select from review where id = $1 for update`, [id]);
  if (locked.length === 0) return undefined;
  const [row] = await tx.query<ReviewRow>(
    `select v.id, v.unit_id as "unitId", v.name, v.theme, v.starts, v.ends, lower(v.period) as "firstDay", upper(v.period) - 1 as "lastDay",
            v.held_on as "heldOn", v.due_on as "dueOn", v.note, v.previous_id as "previousId", v.version,
            array(select o.unit_id from review_organiser o where o.review_id = v.id order by o.ordinal)::text[] as "organiserIds",
            array(select u.unit_id from review_unit u where u.review_id = v.id order by u.unit_id)::text[] as "unitIds",
            array(select m.model_id from review_model m where m.review_id = v.id order by m.model_id)::text[] as "modelIds",
            array(select c.commendation_id from review_commendation c where c.review_id = v.id order by c.commendation_id)::text[] as "commendationIds",
            (select max(z.as_of) from review_freeze z where z.review_id = v.id) as "frozenOn"
       from review v where v.id = $1`,
    [id],
  );
  return row;
}

/** Whether the unit has another review of this name and period. */
export async function isReviewTaken(
  tx: Tx,
  given: { readonly id: Id | null; readonly unitId: Id; readonly name: string; readonly starts: string; readonly ends: string },
): Promise<boolean> {
  const found = await tx.query(
    `select from review where unit_id = $1 and folded = fold($2) and starts = $3 and ends = $4 and id is distinct from $5`,
    [given.unitId, given.name, given.starts, given.ends, given.id],
  );
  return found.length > 0;
}

export interface EarlierReview {
  readonly name: string;
  readonly lastDay: LocalDate;
}

export async function earlierReview(tx: Tx, id: Id): Promise<EarlierReview | undefined> {
  const [row] = await tx.query<EarlierReview>(`select name, upper(period) - 1 as "lastDay" from review where id = $1`, [id]);
  return row;
}

export interface ParticipantRow {
  readonly unitId: Id;
  readonly unit: string;
  readonly extendedTo: LocalDate | null;
  readonly submittedOn: LocalDate | null;
}

/** The units that report for the review. */
export const participantsOf = (query: QueryRows, reviewId: Id, day: LocalDate): Promise<ParticipantRow[]> =>
  query<ParticipantRow>(
    sql`select ru.unit_id as "unitId", ${nameOn(sql`ru.unit_id`, sql`$2::date`)} as unit, ru.extended_to as "extendedTo", ru.submitted_on as "submittedOn"
          from review_unit ru where ru.review_id = $1 order by ru.unit_id`,
    [reviewId, day],
  );

export const nameOfUnit = async (query: QueryRows, unitId: Id, day: LocalDate): Promise<string> =>
  (await query<{ name: string | null }>(sql`select ${nameOn(sql`$1::uuid`, sql`$2::date`)} as name`, [unitId, day]))[0]!.name ?? unitId;

export const markSubmitted = (tx: Tx, reviewId: Id, unitId: Id): Promise<unknown> =>
  tx.query(`update review_unit set submitted_on = $3 where review_id = $1 and unit_id = $2`, [reviewId, unitId, tx.today]);

export const extendUnit = (tx: Tx, reviewId: Id, unitId: Id, extendedTo: LocalDate, reason: string): Promise<unknown> =>
  tx.query(`update review_unit set extended_to = $3, extension_reason = $4 where review_id = $1 and unit_id = $2`, [
    reviewId,
    unitId,
    extendedTo,
    reason,
  ]);

/** Makes the links of the review those given; a unit that stays keeps its submission. */
export async function saveLinks(tx: Tx, id: Id, { organiserIds, unitIds, modelIds, commendationIds }: ReviewContent): Promise<void> {
  await tx.query(`delete from review_organiser where review_id = $1`, [id]);
  await tx.query(
    `insert into review_organiser (review_id, unit_id, ordinal) select $1, o.id, o.n from unnest($2::uuid[]) with ordinality o (id, n)`,
    [id, organiserIds],
  );
  await tx.query(`delete from review_unit where review_id = $1 and unit_id <> all ($2::uuid[])`, [id, unitIds]);
  await tx.query(`insert into review_unit (review_id, unit_id) select $1, unnest($2::uuid[]) on conflict do nothing`, [id, unitIds]);
  await tx.query(`delete from review_model where review_id = $1 and model_id <> all ($2::uuid[])`, [id, modelIds]);
  await tx.query(`insert into review_model (review_id, model_id) select $1, unnest($2::uuid[]) on conflict do nothing`, [id, modelIds]);
  await tx.query(`delete from review_commendation where review_id = $1 and commendation_id <> all ($2::uuid[])`, [id, commendationIds]);
  await tx.query(`insert into review_commendation (review_id, commendation_id) select $1, unnest($2::uuid[]) on conflict do nothing`, [
    id,
    commendationIds,
  ]);
}

export interface TaskRow {
  readonly id: Id;
  readonly reviewId: Id;
  readonly unitId: Id;
  readonly text: string;
  readonly ownerId: Id | null;
  readonly dueOn: LocalDate | null;
  readonly state: ReviewTaskState;
  readonly outcome: string | null;
  readonly version: number;
}

export async function lockTask(tx: Tx, id: Id): Promise<TaskRow | undefined> {
  const [row] = await tx.query<TaskRow>(
    `select id, review_id as "reviewId", unit_id as "unitId", text, owner_id as "ownerId", due_on as "dueOn", state, outcome, version
       from review_task where id = $1 for update`,
    [id],
  );
  return row;
}

export interface FreezeRow {
  readonly reviewId: Id;
  readonly unitId: Id;
  readonly frozenAt: Date;
  readonly asked: object;
  readonly answer: object;
}

export async function freezeOf(query: QueryRows, id: Id): Promise<FreezeRow | undefined> {
  const [row] = await query<FreezeRow>(
    `select review_id as "reviewId", unit_id as "unitId", frozen_at as "frozenAt", asked, answer from review_freeze where id = $1`,
    [id],
  );
  return row;
}
