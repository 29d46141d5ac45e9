import { ADVISORY_LOCKS } from '../../../platform/database/advisory-locks.js';
import { sql } from '../../../platform/database/sql.js';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import { parsePartialDate, type LocalDate, type PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { reachOf } from '../../units/unit-reach-sql.js';
import { originOf, standsFor } from './replication-sql.js';

/**
 * Locks the edges until the transaction ends: two that are each allowed could together close a circle. It is the last lock that a command takes:
 * a transaction that waits for it holds its models already.
 */
export const lockEdges = (tx: Tx): Promise<unknown> => tx.query(`select pg_advisory_xact_lock(${ADVISORY_LOCKS.replications})`);

/** The models that this one copies, directly or through others; itself first. */
export async function originsAbove(query: QueryRows, modelId: Id): Promise<Id[]> {
  const rows = await query<{ id: Id }>(
    `with recursive above (id) as (
       select ${standsFor(sql`m`)} from emulation_model m where m.id = $1
       union select o.id from above a cross join lateral (select ${originOf(sql`a.id`)}) o (id) where o.id is not null)
     select id from above`,
    [modelId],
  );
  return rows.map(({ id }) => id);
}

/** Whether the model is a copy of itself, through others. */
export async function isInCircle(query: QueryRows, modelId: Id): Promise<boolean> {
  const [row] = await query<{ circle: boolean }>(
    `with recursive above (id) as (
       select ${originOf(sql`$1::uuid`)}
       union select o.id from above a cross join lateral (select ${originOf(sql`a.id`)}) o (id) where a.id is not null and o.id is not null)
     select exists (select from above where id = $1) as circle`,
    [modelId],
  );
  return row!.circle;
}

/** What the start of a model is compared with. */
export interface RelatedStart {
  readonly id: Id;
  readonly title: string;
  readonly starts: PartialDate;
  readonly text: string;
}

const related = (rows: readonly { id: Id; title: string; starts: string }[]): RelatedStart[] =>
  rows.map(({ id, title, starts }) => ({ id, title, text: starts, starts: parsePartialDate(starts)! }));

/** The start of a model, where it is known. */
export const startOf = async (query: QueryRows, modelId: Id): Promise<RelatedStart | undefined> =>
  related(await query(`select id, title, starts from emulation_model where id = $1 and starts is not null`, [modelId]))[0];

/** The starts of the copies of a model that are known: of the copies themselves, and of their replication. */
export const startsOfCopies = async (query: QueryRows, originId: Id): Promise<RelatedStart[]> =>
  related(
    await query(
      `select m.id, m.title, s.starts from replication r join emulation_model m on m.id = r.copy_id
        cross join lateral (values (m.starts), (coalesce(r.started_given, r.started_on::text))) s (starts)
        where r.origin_id = $1 and s.starts is not null order by m.id, s.starts`,
      [originId],
    ),
  );

/** Whether a unit is one of those that a plan for another unit counts for: that unit, and what it reaches. */
export async function isWithin(query: QueryRows, unitId: Id, planned: Id, day: LocalDate): Promise<boolean> {
  const rows = await query(`select from ${reachOf(sql`$2::uuid`, sql`$3::date`)} u where u.id = $1`, [unitId, planned, day]);
  return rows.length > 0;
}
