import { sql, type Sql } from '../../../platform/database/sql.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { ConditionedLine } from '../../commendations/grants/grant-conditions.port.js';
import { isUnitItself } from '../proposed-line-sql.js';
import { grantedFrom } from './quota-sql.js';
import type { QuotaRow } from './quota.store.js';

/** A line of a decision as quotas count it. */
export interface CountedLine {
  readonly evaluationId: Id;
  readonly form: string;
  readonly kind: string;
  readonly count: number;
}

export interface UsedQuota extends QuotaRow {
  readonly granted: number;
  /** The lines that take from it. */
  readonly lines: readonly number[];
}

/**
 * The quotas from which the lines take, each locked in one order until the transaction ends: who grants from one of them at the same moment waits, and
 * then counts what was granted meanwhile. The caller has locked their rounds.
 */
export async function lockQuotasOf(tx: Tx, lines: readonly CountedLine[]): Promise<UsedQuota[]> {
  const ids = lines.map(({ evaluationId }) => evaluationId);
  const values = [ids, lines.map(({ form }) => form), lines.map(({ kind }) => kind)];
  const taking = sql`from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality l (evaluation_id, form, kind, place) join evaluation e on e.id = l.evaluation_id
    join commendation_quota q on q.round_id = e.round_id and q.block = e.block and q.form = l.form and q.kind = l.kind`;
  await tx.query(sql`select from commendation_quota q where q.id in (select q.id ${taking}) order by q.id for update`, values);
  return tx.query<UsedQuota>(
    sql`select q.block, q.form, q.kind, q.most, q.basis, ${grantedFrom(sql`q`)} as granted, array_agg((l.place - 1)::int order by l.place) as lines
        ${taking} group by q.id order by q.id`,
    values,
  );
}

/** A line that names no result, though a round with a quota for its form and kind has one of its model, its unit or its person. */
export interface UnnamedResult {
  readonly line: number;
  readonly roundId: Id;
  readonly round: string;
  readonly number: number;
}

const WHOSE = sql`l.model_id is null and`;

/**
 * The results of what lines commend, named or not, in the order of their rounds. A line without a model is about the unit itself or the person: an entry of
 * the round, or whom the model of an entry is about.
 */
const resultsOf = (day: Sql): Sql =>
  sql`unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::uuid[])
            with ordinality l (model_id, form, kind, period_from, unit_id, person_id, name, unit_name, evaluation_id, place)
          join lateral (
            select e.* from evaluation e where e.id = l.evaluation_id
            union all
            select e.* from evaluation e where e.model_id = l.model_id
            union all
            select e.* from evaluation e where ${WHOSE} e.model_id is null and e.unit_id = l.unit_id and ${isUnitItself(sql`l`, day)}
            union all
            select e.* from emulation_model m join evaluation e on e.model_id = m.id
             where ${WHOSE} m.unit_id = l.unit_id and m.person_id is null and m.subject_kind = 'COLLECTIVE' and ${isUnitItself(sql`l`, day)}
            union all
            select e.* from emulation_model m join evaluation e on e.model_id = m.id where ${WHOSE} m.person_id = l.person_id
            union all
            select e.* from emulation_model m join person p on p.id = m.person_id join evaluation e on e.model_id = m.id
             where ${WHOSE} l.person_id is null and l.kind <> 'COLLECTIVE' and m.unit_id = l.unit_id and public.fold(p.name) = public.fold(l.name)
          ) e on e.left_on is null or e.id = l.evaluation_id`;
const valuesOf = (lines: readonly ConditionedLine[], day: LocalDate): unknown[] => [
  lines.map(({ given }) => given.modelId),
  lines.map(({ given }) => given.form),
  lines.map(({ given }) => given.kind),
  lines.map(({ given }) => given.periodFrom),
  lines.map(({ recipient }) => recipient.unitId),
  lines.map(({ recipient }) => recipient.personId),
  lines.map(({ recipient }) => recipient.name),
  lines.map(({ recipient }) => recipient.unitName),
  lines.map(({ given }) => given.evaluationId),
  day,
];

/**
 * Until the transaction ends nobody sets the quotas of a round that has a result of what the lines commend, whether they name it or not. Locked in one
 * order; two that grant do not wait for each other.
 */
export const lockRoundsOf = (tx: Tx, lines: readonly ConditionedLine[], day: LocalDate): Promise<unknown> =>
  tx.query(
    sql`select from appraisal_round r where r.id in (select e.round_id from ${resultsOf(sql`$10::date`)}) order by r.id for share`,
    valuesOf(lines, day),
  );

/**
 * Lines that would pass by the quota of a round: what they commend has a result in it, and their achievement is not said to be later than the round. The
 * caller has found that they name no result, and has locked the rounds.
 */
export const unnamedResults = (tx: Tx, lines: readonly ConditionedLine[], day: LocalDate): Promise<UnnamedResult[]> =>
  tx.query<UnnamedResult>(
    sql`select distinct on (l.place) (l.place - 1)::int as line, r.id as "roundId", r.name as round, e.number
          from ${resultsOf(sql`$10::date`)}
          join appraisal_round r on r.id = e.round_id and (l.period_from is null or r.closed_on is null or l.period_from <= r.closed_on)
          join commendation_quota q on q.round_id = r.id and q.block = e.block and q.form = l.form and q.kind = l.kind
         order by l.place, r.closed_on desc nulls first, e.id`,
    valuesOf(lines, day),
  );

/** The forms and kinds for which the round has a quota, in any block. Until the transaction ends nobody sets others. */
export async function boundBy(tx: Tx, roundId: Id): Promise<readonly { readonly form: string; readonly kind: string }[]> {
  await tx.query(`select from appraisal_round where id = $1 for share`, [roundId]);
  return tx.query(`select distinct form, kind from commendation_quota where round_id = $1`, [roundId]);
}

/** The quotas of a round with what was granted from them; the caller has locked the round. */
export const usedQuotas = (tx: Tx, roundId: Id): Promise<(QuotaRow & { readonly granted: number })[]> =>
  tx.query(
    sql`select q.block, q.form, q.kind, q.most, q.basis, ${grantedFrom(sql`q`)} as granted from commendation_quota q where q.round_id = $1`,
    [roundId],
  );
