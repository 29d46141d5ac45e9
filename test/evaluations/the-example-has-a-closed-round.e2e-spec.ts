import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ example: 'illustrated' })));
afterAll(() => registry.close());

it('a fresh start shows a closed round of an invented unit, with results that explain themselves, one of which fits no grade', async () => {
  const { appraisalRounds } = await registry.as.reader.get(`{ appraisalRounds { nodes { name state illustrative unit { name }
    version { set { illustrative act { number } } } council { name } progress { entries submitted undecided }
    ranking(first: 5) { nodes { rank self final grade needsDecision unit { name } explanation { steps } } } } } }`);
  expect(appraisalRounds.nodes).toHaveLength(1);
  const [round] = appraisalRounds.nodes;
  expect(round).toMatchObject({
    state: 'CLOSED',
    illustrative: true,
    unit: { name: 'Minh Họa' },
    version: { set: { illustrative: true, act: { number: null } } },
  });
  expect(round.progress).toEqual({ entries: 3, submitted: 14, undecided: 1 });
  expect(round.ranking.nodes).toMatchObject([
    { rank: 1, final: '98.1', grade: 'Hoàn thành xuất sắc', needsDecision: false },
    { rank: 2, self: '96', final: '96', grade: null, needsDecision: true },
    { rank: 3, self: '95', final: '87', grade: 'Hoàn thành tốt' },
  ]);
  expect(round.ranking.nodes[2].explanation.steps).toEqual(
    expect.arrayContaining(['1 người chưa nộp phiếu: không tính, cũng không tính là 0 điểm.']),
  );
});

it('the doctor finds nothing in it', async () => {
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});
