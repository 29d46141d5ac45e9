import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { illustrativeSet } from '../../src/features/criteria/known-sets/point-sets.js';
import { resultsOf } from '../../src/features/evaluations/results/round-result.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { connect } from '../support/test-server.js';
import { inputsOfRound } from '../../src/features/evaluations/evaluation.store.js';
import { Database } from '../../src/platform/database/database.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenRounds, MODEL_SET } from './given-rounds.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);
const criteria = [
  { ...illustrativeSet.version.criteria[0]!, code: 'I', maximum: '100' },
  ...Array.from({ length: 30 }, (_, i) => ({
    ...illustrativeSet.version.criteria[1]!,
    code: `I.${i + 1}`,
    parentCode: 'I',
    maximum: i < 10 ? '4' : '3',
  })),
];
const content: any = { ...MODEL_SET.version, criteria, tieBreaks: [] };
beforeAll(async () => {
  registry = await openTestRegistry();
}, 60_000);
afterAll(() => registry.close());

for (const N of [1000, 10_000]) {
  it(`measures ${N}`, async () => {
    const province = await given.units.establish({ name: `Tỉnh ${N}`, kind: 'TINH' });
    const version = await given.version({
      ...MODEL_SET,
      set: { ...MODEL_SET.set, name: `Bộ ${N}`, graded: 'UNIT_YEAR' },
      version: content,
    });
    const round = await given.open({ unitId: province, criteriaVersionId: version, unitIds: [province] });
    const client = await connect(registry.database.where);
    const roundId = fromGlobalId(round.id)!.id;
    const unit = fromGlobalId(province)!.id;
    await client.query(
      `insert into unit (id, line, validity) select ('0195' || lpad(to_hex(${N} + i), 8, '0') || '70008000000000000000')::uuid, 'STATE', '[2000-01-01,)' from generate_series(2, ${N}) i`,
    );
    await client.query(
      `insert into evaluation (id, round_id, number, host_id, unit_id, block, bonus, penalty, answers, opened_on, illustrative)
     select ('0196' || lpad(to_hex(${N} + i), 8, '0') || '70008000000000000000')::uuid, $1, i, $2, ('0195' || lpad(to_hex(${N} + i), 8, '0') || '70008000000000000000')::uuid, '', 0, 0,
      '{"THAM_NHUNG":false,"MAT_DOAN_KET":false,"CACH_CHUC":false,"HINH_SU":false,"KHIEN_TRACH":false,"CANH_CAO":false}', current_date, true from generate_series(2, ${N}) i`,
      [roundId, unit],
    );
    const people: string[] = [];
    for (let j = 0; j < 9; j++) people.push(fromGlobalId(await given.person(province, `Người ${N} ${j}`))!.id);
    await client.query(
      `insert into appraisal_assignment (evaluation_id, person_id, host_id, how, assigned_on, assigned_by) select e.id, p.id, $2, 'RANDOM', current_date, 'x' from evaluation e cross join unnest($3::uuid[]) p (id) where e.round_id = $1`,
      [roundId, unit, people],
    );
    const points = Array.from(
      { length: 30 },
      (_, i) => `'I.${i + 1}', (((hashint4(e.number * 31 + ${i} + (p.n * 7)::int) & 3)) * 0.5 + 1)::text`,
    ).join(',');
    await client.query(
      `insert into score_sheet (id, evaluation_id, host_id, scorer_id, state, points, marks, levels, words, total, entered_by, submitted_on)
    select gen_random_uuid(), e.id, $2, p.id, 'SUBMITTED', jsonb_build_object(${points}), '{}', '{}', '{}', 50, 'x', current_date from evaluation e cross join unnest($3::uuid[]) with ordinality p (id, n) where e.round_id = $1`,
      [roundId, unit, people],
    );
    await client.query(
      `insert into score_sheet (id, evaluation_id, host_id, state, points, marks, levels, words, total, entered_by, submitted_on) select gen_random_uuid(), e.id, $2, 'SUBMITTED', '{}', '{}', '{}', '{}', 50, 'x', current_date from evaluation e where e.round_id = $1`,
      [roundId, unit],
    );
    await client.query('analyze');
    await client.end();
    const db = registry.registry.app.get(Database);
    let t = performance.now();
    const inputs = await inputsOfRound(db.rows, roundId);
    const read = performance.now() - t;
    t = performance.now();
    const made = resultsOf(
      content,
      { rule: { aggregation: 'MEAN', missing: 'LEAVE_OUT', abstained: 'LEAVE_OUT' }, outstandingBlocks: [] },
      inputs,
    );
    const total = performance.now() - t;
    t = performance.now();
    expect((await given.close(round.id)).refused).toEqual([]);
    const close = performance.now() - t;
    const q = `query ($id: ID!) { appraisalRound(id: $id) { ranking(first: 50) { nodes { number rank final grade unit { id } } pageInfo { endCursor } } } }`;
    const times: number[] = [];
    for (let i = 0; i < 12; i++) {
      t = performance.now();
      await registry.as.reader.get(q, { id: round.id });
      times.push(performance.now() - t);
    }
    process.stdout.write(
      `\nMEASURE ${N}: read ${read.toFixed(0)} ms, totals and ranks ${total.toFixed(0)} ms (${made.length}), close ${close.toFixed(0)} ms, page median ${times.sort((a, b) => a - b)[6]!.toFixed(1)} ms\n`,
    );
  }, 300_000);
}
