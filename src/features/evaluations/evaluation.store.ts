import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Derivation, ScoringRule } from '../criteria/rules/derivation.js';
import { EvaluationErrors } from './evaluation.errors.js';
import type { AppraisedThing } from './evaluation.kinds.js';
import type { EntryInput, EntryResult, Placing } from './results/round-result.js';
import type { RoundState } from './rounds/appraisal-round.lifecycle.js';

/** A round as commands need it. */
export interface RoundRow extends ScoringRule {
  readonly id: Id;
  readonly name: string;
  readonly unitId: Id;
  readonly criteriaVersionId: Id;
  readonly councilId: Id | null;
  readonly graded: AppraisedThing;
  readonly year: number;
  readonly illustrative: boolean;
  readonly outstandingBlocks: readonly string[];
  readonly state: RoundState;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly complaintDays: number | null;
  readonly sessionId: Id | null;
  readonly version: number;
}

const ROUND = `r.id, r.name, r.unit_id as "unitId", r.criteria_version_id as "criteriaVersionId", r.council_id as "councilId", r.graded, r.year, r.illustrative,
  r.aggregation, r.missing, r.abstained, r.outstanding_blocks as "outstandingBlocks", r.state, r.opened_on as "openedOn", r.closed_on as "closedOn",
  r.complaint_days as "complaintDays", r.session_id as "sessionId", r.version`;

/** Locks the round until the transaction ends: alone for what concerns all entries, and shared for one entry, so that scoring does not queue. */
export async function lockRound(tx: Tx, id: Id, lock: 'update' | 'share'): Promise<RoundRow> {
  const [round] = await tx.query<RoundRow>(`select ${ROUND} from appraisal_round r where r.id = $1 for ${lock}`, [id]);
  if (!round) throw EvaluationErrors.APPRAISAL_ROUND_NOT_FOUND({ id });
  return round;
}

export async function roundOf(query: QueryRows, id: Id): Promise<RoundRow | undefined> {
  const [round] = await query<RoundRow>(`select ${ROUND} from appraisal_round r where r.id = $1`, [id]);
  return round;
}

/** An entry as commands need it. */
export interface EntryRow {
  readonly id: Id;
  readonly roundId: Id;
  readonly number: number;
  readonly hostId: Id;
  readonly unitId: Id;
  readonly modelId: Id | null;
  readonly registrationId: Id | null;
  readonly leftOn: LocalDate | null;
  readonly leftReason: string | null;
  readonly bonus: string;
  readonly penalty: string;
  readonly answers: Readonly<Record<string, boolean>>;
  readonly factsBasis: string | null;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly grade: string | null;
  readonly decidedGrade: string | null;
  readonly undecided: boolean;
  readonly version: number;
}

const ENTRY = `e.id, e.round_id as "roundId", e.number, e.host_id as "hostId", e.unit_id as "unitId", e.model_id as "modelId", e.registration_id as "registrationId",
  e.left_on as "leftOn", e.left_reason as "leftReason", trim_scale(e.bonus)::text as bonus, trim_scale(e.penalty)::text as penalty, e.answers,
  e.facts_basis as "factsBasis", e.rank, e.tied, e.grade, e.decided_grade as "decidedGrade",
  (jsonb_typeof(e.derivation -> 'decide') = 'object' or coalesce((e.standing ->> 'quotaOpen')::boolean, false)) is true as undecided, e.version`;

/** The round of an entry, without a lock. @throws EVALUATION_NOT_FOUND */
export async function roundIdOf(tx: Tx, evaluationId: Id): Promise<Id> {
  const [row] = await tx.query<{ id: Id }>(`select round_id as id from evaluation where id = $1`, [evaluationId]);
  if (!row) throw EvaluationErrors.EVALUATION_NOT_FOUND({ id: evaluationId });
  return row.id;
}

/** The caller has locked the round. */
export async function lockEntry(tx: Tx, id: Id): Promise<EntryRow> {
  const [entry] = await tx.query<EntryRow>(`select ${ENTRY} from evaluation e where e.id = $1 for update`, [id]);
  return entry!;
}

/** The entries that have not left, by number. */
export const entriesOf = (tx: Tx, roundId: Id): Promise<EntryRow[]> =>
  tx.query<EntryRow>(`select ${ENTRY} from evaluation e where e.round_id = $1 and e.left_on is null order by e.number`, [roundId]);

/** What the results of entries are made from; somebody with a conflict of interest that nobody overrode does not score. @param which the entries, as SQL */
const inputsWhere = (which: string): string => `
  with entry as (select e.* from evaluation e where ${which}),
  given as (
    select a.evaluation_id, json_agg(a.person_id order by a.person_id) filter (where barred.of_it) as conflicted,
           json_agg(json_build_object('scorer', a.person_id, 'state', case when s.state = 'DRAFT' or s.state is null then 'MISSING' else s.state end,
               'points', case when s.state = 'SUBMITTED' then s.points else '{}' end, 'marks', case when s.state = 'SUBMITTED' then s.marks else '{}' end)
             order by a.person_id) filter (where not barred.of_it) as sheets
      from entry join appraisal_assignment a on a.evaluation_id = entry.id left join score_sheet s on s.evaluation_id = a.evaluation_id and s.scorer_id = a.person_id
     cross join lateral (select exists (select from appraisal_conflict c where c.evaluation_id = a.evaluation_id and c.person_id = a.person_id
        and c.override_reason is null)) barred (of_it) group by a.evaluation_id)
  select e.id, e.number, e.block, trim_scale(e.bonus)::text as bonus, trim_scale(e.penalty)::text as penalty, e.answers,
         exists (select from score_sheet s where s.evaluation_id = e.id and s.scorer_id is null and s.state = 'SUBMITTED') as "selfAssessed",
         coalesce(given.sheets, '[]') as sheets, coalesce(given.conflicted, '[]') as conflicted
    from entry e left join given on given.evaluation_id = e.id`;

export type InputRow = EntryInput & { readonly id: Id };

/** Those of the entries that have not left, by number; sorted here, because the database would sort tens of megabytes on its disk. */
export const inputsOfRound = async (query: QueryRows, roundId: Id): Promise<InputRow[]> =>
  (await query<InputRow>(inputsWhere('e.round_id = $1 and e.left_on is null'), [roundId])).toSorted((a, b) => a.number - b.number);

export async function inputsOfEntry(query: QueryRows, id: Id): Promise<InputRow> {
  const [row] = await query<InputRow>(inputsWhere('e.id = $1'), [id]);
  return row!;
}

export interface SheetCounts {
  readonly entries: number;
  /** Sheets of people who may score that are not handed in. */
  readonly missing: number;
  readonly abstained: number;
}

/** How far the entries of a round that have not left are, in numbers. */
export async function sheetCounts(query: QueryRows, roundId: Id): Promise<SheetCounts> {
  const [row] = await query<SheetCounts>(
    `select count(distinct e.id)::int as entries, count(a.person_id) filter (where s.state is null or s.state = 'DRAFT')::int as missing,
            count(*) filter (where s.state = 'ABSTAINED')::int as abstained
       from evaluation e left join appraisal_assignment a on a.evaluation_id = e.id and not exists (select from appraisal_conflict c
              where c.evaluation_id = a.evaluation_id and c.person_id = a.person_id and c.override_reason is null)
       left join score_sheet s on s.evaluation_id = a.evaluation_id and s.scorer_id = a.person_id
      where e.round_id = $1 and e.left_on is null`,
    [roundId],
  );
  return row!;
}

/** Keeps the running results of entries of an open round. */
export const keepRunning = (tx: Tx, given: readonly { readonly id: Id; readonly derivation: Derivation }[]): Promise<void> =>
  inBatches(given, async batch => {
    await tx.query(
      `update evaluation e set total = g.total, grade = g.grade, derivation = g.derivation
         from jsonb_to_recordset($1::jsonb) g (id uuid, total numeric, grade text, derivation jsonb) where e.id = g.id`,
      [JSON.stringify(batch.map(({ id, derivation }) => ({ id, total: derivation.total, grade: derivation.grade, derivation })))],
    );
  });

/** Keeps the results of all entries of a round that is closed, with what they were made from. */
export const keepResults = (
  tx: Tx,
  given: readonly { readonly id: Id; readonly input: EntryInput; readonly result: EntryResult }[],
): Promise<void> =>
  inBatches(given, async batch => {
    const rows = batch.map(({ id, input, result: { derivation, grade, placing } }) => {
      const { rank, tied } = placing;
      return { id, total: derivation.total, grade, rank, tied, derivation, input, standing: placing };
    });
    await tx.query(
      `update evaluation e set total = g.total, grade = g.grade, rank = g.rank, tied = g.tied,
              derivation = g.derivation, inputs = g.input, standing = g.standing, closed_on = $2, version = e.version + 1
         from jsonb_to_recordset($1::jsonb)
           g (id uuid, total numeric, grade text, rank int, tied boolean, derivation jsonb, input jsonb, standing jsonb)
        where e.id = g.id`,
      [JSON.stringify(rows), tx.today],
    );
  });

/** An entry with its result is some ten kilobytes. */
const BATCH = 1_000;

async function inBatches<Row>(rows: readonly Row[], keep: (batch: readonly Row[]) => Promise<void>): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) await keep(rows.slice(i, i + BATCH));
}

/** The rounds in which the person scores, or may not, and that have results: in the order in which they are locked. */
export const roundsWith = async (tx: Tx, personId: Id): Promise<Id[]> =>
  (
    await tx.query<{ id: Id }>(
      `select distinct e.round_id as id from evaluation e where e.derivation is not null and (
          exists (select from appraisal_assignment a where a.evaluation_id = e.id and a.person_id = $1)
          or exists (select from appraisal_conflict c where c.evaluation_id = e.id and c.person_id = $1)) order by 1`,
      [personId],
    )
  ).map(({ id }) => id);

interface StoredResult {
  readonly id: Id;
  readonly number: number;
  readonly total: string | null;
  readonly grade: string | null;
  readonly placing: Placing | null;
}

/** The stored results of the entries that have not left, by number. */
export const storedResults = (tx: Tx, roundId: Id): Promise<StoredResult[]> =>
  tx.query<StoredResult>(
    `select id, number, trim_scale(total)::text as total, grade, standing as placing from evaluation
      where round_id = $1 and left_on is null and derivation is not null order by number`,
    [roundId],
  );

/** Keeps how a result of a closed round came about, where it names people otherwise; the result itself stays. */
export const keepDerivation = (tx: Tx, id: Id, derivation: Derivation, inputs: EntryInput): Promise<unknown> =>
  tx.query(`update evaluation set derivation = $2, inputs = $3 where id = $1`, [id, JSON.stringify(derivation), JSON.stringify(inputs)]);

/** Takes the results of a round back to running ones. @returns what they were, for the trail */
export async function unkeepResults(tx: Tx, roundId: Id): Promise<object[]> {
  const before = await tx.query<object>(
    `select number, trim_scale(total)::text as total, coalesce(decided_grade, grade) as grade, rank, decided_by as "decidedBy", decided_reason as "decidedReason"
       from evaluation where round_id = $1 and left_on is null order by number`,
    [roundId],
  );
  await tx.query(
    `update evaluation set rank = null, tied = false, inputs = null, standing = null, closed_on = null, decided_grade = null, decided_by = null,
            decided_on = null, decided_reason = null, tie_decided_by = null, tie_decided_reason = null, version = version + 1 where round_id = $1`,
    [roundId],
  );
  return before;
}

export const setLeft = (tx: Tx, id: Id, reason: string): Promise<unknown> =>
  tx.query(`update evaluation set left_on = $2, left_reason = $3, version = version + 1 where id = $1`, [id, tx.today, reason]);

export const setRoundClosed = (tx: Tx, id: Id, sessionId: Id | null): Promise<unknown> =>
  tx.query(`update appraisal_round set state = 'CLOSED', closed_on = $2, session_id = $3, version = version + 1 where id = $1`, [
    id,
    tx.today,
    sessionId,
  ]);

export const setRoundReopened = (tx: Tx, id: Id, reason: string): Promise<unknown> =>
  tx.query(
    `update appraisal_round set state = 'OPEN', closed_on = null, session_id = null, reopen_reason = $2, version = version + 1 where id = $1`,
    [id, reason],
  );

export const raiseEntry = (tx: Tx, id: Id): Promise<unknown> => tx.query(`update evaluation set version = version + 1 where id = $1`, [id]);

export const raiseRound = (tx: Tx, id: Id): Promise<unknown> =>
  tx.query(`update appraisal_round set version = version + 1 where id = $1`, [id]);
