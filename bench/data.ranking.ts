import type { Client } from 'pg';
import { canThoGrading } from '../src/features/criteria/known-sets/cantho-rules.js';
import { COMMUNES, DISTRICTS, PROVINCES, roundId, unitId } from './data.shape.js';

/** A round by its row, and how many communes are appraised in it. */
export interface RankingRound {
  readonly row: number;
  readonly entries: number;
}

/** The round of the question `ranking`, and one of a tenth, by which growth is measured. */
export const ROUNDS = [
  { row: 1, entries: 10_000 },
  { row: 2, entries: 1_000 },
] as const satisfies readonly RankingRound[];
export const JUDGES = 9;
export const CRITERIA = 30;

const id = (kind: string, row: string): string => `('019${kind}' || lpad(to_hex(${row}), 8, '0') || '70008000000000000000')::uuid`;

/** The criteria that all rounds of the bench score by. */
export const CRITERIA_VERSION = id('b', '1');

const STATED = canThoGrading.knockOuts.filter(({ kind }) => kind === 'STATED');

/** Closed rounds over communes, each of which was scored by nine people under thirty criteria. Their results are made by closing them (`bench/appraisal.ts`). */
export async function loadRanking(client: Client, rounds: readonly RankingRound[]): Promise<void> {
  const [set, version] = [id('a', '1'), CRITERIA_VERSION];
  const { grades, gradeGap, caps, bonus, penalty, mayPassMaximum, beforeThresholds, zeroOf, checklist, quotas, tieBreaks, marks } =
    canThoGrading;
  const rules = { grades, gradeGap, knockOuts: STATED, caps, bonus, penalty, mayPassMaximum, beforeThresholds, zeroOf, checklist, quotas, tieBreaks, marks }; // prettier-ignore
  await client.query(
    `insert into criteria_set (id, name, graded, illustrative, recorded_on) values (${set}, 'Bộ tiêu chí minh họa', 'UNIT_YEAR', true, '2025-01-01')`,
  );
  await client.query(
    `insert into criteria_set_version (id, set_id, number, state, validity, subject_kinds, applicability, scoring, maximum, places, rounding, rules, published_on)
     values (${version}, ${set}, 1, 'PUBLISHED', '[2025-01-01,)', '{}', '', 'POINTS', 90, 1, 2, $1, '2025-01-01')`,
    [JSON.stringify(rules)],
  );
  await client.query(
    `insert into criterion (id, version_id, place, depth, kind, code, text, maximum, levels)
     select ${id('c', 'i')}, ${version}, i, 1, 'CRITERION', 'I.' || i, 'Tiêu chí ' || i, 3, '[]' from generate_series(1, ${CRITERIA}) i`,
  );
  await client.query(
    `insert into person (id, name, recorded_at) select ${id('e', 'j')}, 'Thành viên ' || j, '2025-01-01' from generate_series(1, ${JUDGES}) j`,
  );
  for (const { row, entries } of rounds) await loadRound(client, version, row, entries);
}

async function loadRound(client: Client, version: string, row: number, entries: number): Promise<void> {
  const host = unitId('1');
  const entry = id('d', `${row * 1_000_000} + i`);
  const answers = JSON.stringify(Object.fromEntries([...STATED, ...canThoGrading.caps].map(({ code }) => [code, false])));
  await client.query(
    `insert into appraisal_round (id, unit_id, name, criteria_version_id, graded, year, illustrative, blind, aggregation, missing, abstained, feedback,
        outstanding_blocks, state, opened_on, closed_on)
     values (${roundId(row)}, ${host}, 'Đợt minh họa', ${version}, 'UNIT_YEAR', 2025, true, false, 'MEAN', 'LEAVE_OUT', 'LEAVE_OUT', '{}', '{}', 'CLOSED', '2025-12-01', '2025-12-31')`,
  );
  await client.query(
    `insert into evaluation (id, round_id, number, host_id, unit_id, block, bonus, penalty, answers, total, rank, opened_on, closed_on, illustrative)
     select ${entry}, ${roundId(row)}, i, ${host}, ${unitId(`${PROVINCES + DISTRICTS} + i % ${COMMUNES} + 1`)}, '', 0, 0, $1, 90 - i * 0.005, i, '2025-12-01', '2025-12-31', true
       from generate_series(1, ${entries}) i`,
    [answers],
  );
  await client.query(
    `insert into appraisal_assignment (evaluation_id, person_id, host_id, how, assigned_on, assigned_by)
     select ${entry}, ${id('e', 'j')}, ${host}, 'BALANCED', '2025-12-01', 'bench' from generate_series(1, ${entries}) i cross join generate_series(1, ${JUDGES}) j`,
  );
  await client.query(
    `insert into score_sheet (id, evaluation_id, host_id, scorer_id, state, points, marks, levels, words, total, entered_by, submitted_on)
     select ${id('f', `(${row * 1_000_000} + i) * 16 + j`)}, ${entry}, ${host}, ${id('e', 'j')}, 'SUBMITTED', p.points, '{}', '{}', '{}', 75, 'bench', '2025-12-20'
       from generate_series(1, ${entries}) i cross join generate_series(1, ${JUDGES}) j
      cross join lateral (select jsonb_object_agg('I.' || c, ((4 + abs(hashint4(i * 31 + j * 7 + c)) % 3) / 2.0)::numeric(3, 1)::text) as points
        from generate_series(1, ${CRITERIA}) c) p`,
  );
}
