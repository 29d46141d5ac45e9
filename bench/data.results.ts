import type { Client } from 'pg';
import { PROVINCES, modelId, pick, roundId, unitId } from './data.shape.js';

/** Closed rounds over models: of two models in three, and of one in four a year before. */
const ROUNDS = [
  { row: 11, everyOther: 3, closed: '2025-06-30' },
  { row: 12, everyOther: 4, closed: '2024-06-30' },
] as const;
const DECISIONS = 100;
/** Of the recipients, those whose certificate has a code that can be asked for. */
export const CERTIFICATES = 10_000;

/** The code of a certificate by the number of its model: as unguessable ones look. */
export const certificateCode = (row: string): string => `substr(upper(md5('certificate ' || ${row})), 1, 26)`;

const evaluationId = (round: number): string => `('01a${round % 10}' || lpad(to_hex(i), 8, '0') || '70008000000000000000')::uuid`;
const commendationId = (one: number): string => `('01b${one}' || lpad(to_hex(i), 8, '0') || '70008000000000000000')::uuid`;
const decisionId = (row: string): string => `('01c0' || lpad(to_hex(${row}), 8, '0') || '70008000000000000000')::uuid`;

/** What came of models: evaluations, and commendations of one in four, two of one in twelve. `version`: the criteria of the rounds. */
export async function loadResults(client: Client, version: string, models: number): Promise<void> {
  for (const round of ROUNDS) await loadEvaluations(client, version, models, round);
  await client.query(
    `insert into decision (id, number, kind, issuer_id, recorded_at, issued, issued_from, issued_by)
     select ${decisionId('i')}, i || '/QĐ-UBND', 'DECISION', ${unitId(`1 + i % ${PROVINCES}`)}, '2025-01-01', d::text, d, d
       from generate_series(0, ${DECISIONS - 1}) i cross join lateral (select date '2024-01-02' + i as d) day`,
  );
  for (const [one, form] of ['GIAY_KHEN', 'BANG_KHEN'].entries()) await loadCommendations(client, models, one, form);
}

async function loadEvaluations(
  client: Client,
  version: string,
  models: number,
  { row, everyOther, closed }: (typeof ROUNDS)[number],
): Promise<void> {
  const taken = everyOther === 3 ? `i % ${everyOther} <> 0` : `i % ${everyOther} = 0`;
  await client.query(
    `insert into appraisal_round (id, unit_id, name, criteria_version_id, graded, year, illustrative, blind, aggregation, missing, abstained, feedback,
        outstanding_blocks, state, opened_on, closed_on)
     values (${roundId(row)}, ${unitId('1')}, 'Đợt xét mô hình', ${version}, 'MODEL_REGISTRATION', ${closed.slice(0, 4)}, false, false, 'MEAN', 'LEAVE_OUT', 'LEAVE_OUT',
        '{}', '{}', 'CLOSED', '${closed.slice(0, 4)}-01-02', '${closed}')`,
  );
  await client.query(
    `insert into evaluation (id, round_id, number, host_id, unit_id, model_id, registration_id, block, bonus, penalty, answers, total, grade, opened_on, closed_on, illustrative)
     select ${evaluationId(row)}, ${roundId(row)}, row_number() over (order by i), ${unitId('1')}, m.unit_id, m.id, m.id, '', 0, 0, '{}', 50 + ${pick(400, 51)} * 0.1,
            (array['A', 'B', 'C'])[1 + ${pick(3, 52)}], '${closed.slice(0, 4)}-01-02', '${closed}', false
       from generate_series(1, $1::int) i join emulation_model m on m.id = ${modelId('i')} where ${taken}`,
    [models],
  );
}

async function loadCommendations(client: Client, models: number, one: number, form: string): Promise<void> {
  const code = one === 0 ? `case when i / 4 < ${CERTIFICATES} then ${certificateCode('i')} end` : 'null';
  await client.query(
    `insert into commendation (id, form, recipient_kind, decision_id, decided_by, issuer_id, from_paper, source, model_id, unit_id, name, count, reason, certificate_code, recorded_on)
     select ${commendationId(one)}, '${form}', m.subject_kind, d.id, d.issued_by, d.issuer_id, true, 'Sổ khen thưởng', m.id, m.unit_id, 'Tập thể ' || i, 1, 'Dân vận khéo', ${code}, '2025-01-01'
       from generate_series(1, $1::int) i join emulation_model m on m.id = ${modelId('i')} join decision d on d.id = ${decisionId(`i % ${DECISIONS}`)}
      where i % ${one === 0 ? 4 : 12} = 1`,
    [models],
  );
}
