import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { MODEL_SET, givenRounds } from '../evaluations/given-rounds.js';
import { askStatistics, expectToOpen, numbersOf, refusalOf, type Question, type Table } from './given-statistics.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);
let province: string;
let entries: string[];

beforeAll(async () => {
  registry = await openTestRegistry();
  const received = await given.received(4);
  province = received.province;
  const { registrationIds } = received;
  // Illustrative rounds never count.
  const criteriaVersionId = await given.version({
    ...MODEL_SET,
    set: { ...MODEL_SET.set, name: 'Bộ tiêu chí', illustrative: false },
    version: { ...MODEL_SET.version, act: { number: '1/QĐ-UBND', date: '2026-01-02', issuer: 'UBND tỉnh' } },
  });
  const round = await given.open({ unitId: province, criteriaVersionId, registrationIds, illustrative: false });
  const person = await given.person(province, 'Người chấm');
  entries = round.entries.nodes.map(({ id }: any) => id);
  const assigned = entries.map(evaluationId => ({ evaluationId, personIds: [person] }));
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId: round.id, how: 'BY_HAND', byHand: assigned });
  for (const [i, id] of entries.entries()) {
    await given.selfAssess(registry.as.unitOfficer, id);
    await given.facts(id);
    const points = [{}, {}, { 'II.3': '10' }, { 'II.1': '0', 'II.2': '0', 'II.3': '0' }][i]!;
    expect((await given.enter(id, person, points as Record<string, string>)).refused).toEqual([]);
  }
  expect((await given.close(round.id)).refused).toEqual([]);
}, 60_000);
afterAll(() => registry.close());

async function ask(question: Question): Promise<Table> {
  const table = await askStatistics(registry.as.reader, question);
  await expectToOpen(registry.as.reader, table);
  return table;
}

/** How many entries have which grade, one by one. */
async function byHand(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const id of entries) {
    const { grade } = await given.result(id);
    counts[grade ?? 'Chưa xếp loại'] = (counts[grade ?? 'Chưa xếp loại'] ?? 0) + 1;
  }
  return counts;
}

describe('results by grade', () => {
  it('are a dimension: each grade by its name, in the order of its set, and each number opens to its rows', async () => {
    const table = await ask({ rows: [{ by: 'GRADE' }], measures: ['RESULTS'] });
    const counted = Object.fromEntries(Object.entries(numbersOf(table)).map(([grade, { total }]) => [grade, total]));
    expect(counted).toEqual({ ...(await byHand()), total: 4 });
    expect(Object.keys(counted).length).toBeGreaterThan(2);
    expect(table.rows.map(({ values: [value] }) => value!.kind)).not.toContain('UNCLEAR');
  });

  it('have an average for each grade, and units by grade in one table', async () => {
    const table = await ask({
      rows: [{ by: 'UNIT', childrenOf: province }],
      columns: [{ by: 'GRADE' }],
      measures: ['RESULTS', 'AVERAGE_SCORE'],
    });
    const total = table.cells.find(({ row, column, measure }) => row === null && column === null && measure === 'AVERAGE_SCORE')!;
    expect(total.value).toBe(4);
    expect(total.amount).not.toBeNull();
    expect(table.rows).toHaveLength(4);
  });

  it('are asked of results only: a table of registrations by grade is refused', async () => {
    const [code, sentence] = await refusalOf(registry.as.reader, { rows: [{ by: 'GRADE' }], measures: ['REGISTRATIONS'] });
    expect(code).toBe('STATISTICS_MEASURE_WITHOUT_DIMENSION');
    expect(sentence).toContain('xếp loại');
  });

  it('are found in the list of evaluations by their grade', async () => {
    const [first] = entries;
    const { gradeCode } = await given.result(first!);
    const { evaluations } = await registry.as.reader.get(
      'query ($filter: EvaluationFilter) { evaluations(filter: $filter) { nodes { gradeCode } } }',
      { filter: { result: { grade: [gradeCode] } } },
    );
    expect(new Set(evaluations.nodes.map((node: any) => node.gradeCode))).toEqual(new Set([gradeCode]));
  });
});
