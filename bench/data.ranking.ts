import type { Client } from 'pg';
import { COMMUNES, DISTRICTS, PROVINCES, roundId, unitId } from './data.shape.js';

const ENTRIES = 10_000;
const JUDGES = 9;
const CRITERIA = 30;

const id = (kind: string, row: string): string => `('019${kind}' || lpad(to_hex(${row}), 8, '0') || '70008000000000000000')::uuid`;

/** A closed round over communes, of which each was scored by nine people under thirty criteria. */
export async function loadRanking(client: Client): Promise<void> {
  const [set, version, host] = [id('a', '1'), id('b', '1'), unitId('1')];
  await client.query(
    `insert into criteria_set (id, name, graded, illustrative, recorded_on) values (${set}, 'Bộ tiêu chí minh họa', 'UNIT_YEAR', true, '2025-01-01')`,
  );
  await client.query(
    `insert into criteria_set_version (id, set_id, number, state, validity, subject_kinds, applicability, scoring, maximum, places, rounding, rules, published_on)
     values (${version}, ${set}, 1, 'PUBLISHED', '[2025-01-01,)', '{}', '', 'POINTS', 90, 1, 2, '{"grades": []}', '2025-01-01')`,
  );
  await client.query(
    `insert into criterion (id, version_id, place, depth, kind, code, text, maximum, levels)
     select ${id('c', 'i')}, ${version}, i, 1, 'CRITERION', 'I.' || i, 'Tiêu chí ' || i, 3, '[]' from generate_series(1, ${CRITERIA}) i`,
  );
  await client.query(
    `insert into appraisal_round (id, unit_id, name, criteria_version_id, graded, year, illustrative, blind, aggregation, missing, abstained, feedback,
        outstanding_blocks, state, opened_on, closed_on)
     values (${roundId()}, ${host}, 'Đợt minh họa', ${version}, 'UNIT_YEAR', 2025, true, false, 'MEAN', 'LEAVE_OUT', 'LEAVE_OUT', '{}', '{}', 'CLOSED', '2025-12-01', '2025-12-31')`,
  );
  await client.query(
    `insert into evaluation (id, round_id, number, host_id, unit_id, block, bonus, penalty, answers, total, rank, opened_on, closed_on, illustrative)
     select ${id('d', 'i')}, ${roundId()}, i, ${host}, ${unitId(`${PROVINCES + DISTRICTS} + i % ${COMMUNES} + 1`)}, '', 0, 0, '{}', 90 - i * 0.005, i, '2025-12-01', '2025-12-31', true
       from generate_series(1, ${ENTRIES}) i`,
  );
  await client.query(
    `insert into appraisal_assignment (evaluation_id, person_id, host_id, how, assigned_on, assigned_by)
     select ${id('d', 'i')}, ${id('e', 'j')}, ${host}, 'BALANCED', '2025-12-01', 'bench' from generate_series(1, ${ENTRIES}) i cross join generate_series(1, ${JUDGES}) j`,
  );
  await client.query(
    `insert into score_sheet (id, evaluation_id, host_id, scorer_id, state, points, marks, levels, words, total, entered_by, submitted_on)
     select ${id('f', `i * ${JUDGES} + j`)}, ${id('d', 'i')}, ${host}, ${id('e', 'j')}, 'SUBMITTED', p.points, '{}', '{}', '{}', 75, 'bench', '2025-12-20'
       from generate_series(1, ${ENTRIES}) i cross join generate_series(1, ${JUDGES}) j
      cross join (select jsonb_object_agg('I.' || c, '2.5') as points from generate_series(1, ${CRITERIA}) c) p`,
  );
}
