import { sql } from '../../platform/database/sql.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import type { ModelState } from '../models/model-states.js';
import type { SubjectKind } from '../sectors/subject-kind.js';

/** A registration that may enter a round, or is in one. */
export interface Candidate {
  readonly registrationId: Id;
  readonly modelId: Id;
  readonly unitId: Id;
  readonly title: string;
  readonly state: ModelState | null;
  readonly subjectKind: SubjectKind;
  readonly sectorCode: string | null;
  readonly trashed: boolean;
  readonly mergedInto: string | null;
  /** The open round, not an illustrative one, in which it is scored. */
  readonly elsewhere: string | null;
}

const CANDIDATE = sql`select r.id as "registrationId", r.model_id as "modelId", m.unit_id as "unitId", m.title, r.file_state as state, m.subject_kind as "subjectKind",
    s.code as "sectorCode", m.trashed_at is not null as trashed, kept.code as "mergedInto",
    (select a.name from evaluation e join appraisal_round a on a.id = e.round_id
      where e.registration_id = r.id and e.left_on is null and a.state = 'OPEN' and not a.illustrative limit 1) as elsewhere
  from registration r join emulation_model m on m.id = r.model_id left join sector s on s.id = m.sector_id
  left join emulation_model kept on kept.id = m.merged_into_id`;

/** In the order of `ids`; `undefined` for an unknown id. */
export async function candidates(query: QueryRows, ids: readonly Id[]): Promise<(Candidate | undefined)[]> {
  const rows = await query<Candidate>(sql`${CANDIDATE} where r.id = any($1::uuid[])`, [ids]);
  const found = new Map(rows.map(row => [row.registrationId, row]));
  return ids.map(id => found.get(id));
}

/** Locks the models of the registrations until the transaction ends: of two rounds that are opened at one moment, one scores a registration. */
export const lockCandidates = (tx: Tx, ids: readonly Id[]): Promise<unknown> =>
  tx.query(
    `select from emulation_model m where m.id in (select r.model_id from registration r where r.id = any($1::uuid[])) order by m.id for update`,
    [ids],
  );

/** The registrations of a registration round that are received, in the order in which they were opened. */
export const receivedIn = async (query: QueryRows, registrationRoundId: Id): Promise<readonly Id[]> =>
  (
    await query<{ id: Id }>(
      `select r.id from registration r join emulation_model m on m.id = r.model_id
        where r.round_id = $1 and r.file_state = 'RECEIVED' and m.trashed_at is null and m.merged_into_id is null order by r.opened_on, r.id`,
      [registrationRoundId],
    )
  ).map(({ id }) => id);
