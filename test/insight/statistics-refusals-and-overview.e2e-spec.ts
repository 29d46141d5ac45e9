import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenMovements } from '../movements/given-movements.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import {
  TABLE,
  askStatistics,
  countOf,
  expectToOpen,
  numbersOf,
  refusalOf,
  type Cell,
  type Question,
  type Table,
} from './given-statistics.js';

let registry: TestRegistry;
let reader: Asker;
let province: string;
let commune: string;
let other: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const movements = givenMovements(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2026-03-01T00:00:00Z');
  reader = registry.as.reader;
  province = await units.establish({ name: 'An', kind: 'TINH', code: '01' });
  commune = await units.establish({ name: 'Bình', code: '00001', parentId: province });
  other = await units.establish({ name: 'Chung', code: '00002', parentId: province });
  const board = await units.establish({ name: 'Ban xã', kind: 'PARTY_BOARD', line: 'PARTY', territoryId: province });
  await models.authority(province, board);
  const movementId = await movements.made('launchMovement', { name: 'Dân vận khéo', launcherId: board, starts: '2021', ends: '2026' });
  const round = { movementId, name: 'Đợt 1', unitId: province, opensOn: '2026-01-01', closesOn: '2026-04-30' };
  const roundId = await movements.made('openRegistrationRound', round);
  for (const [unitId, count] of [
    [commune, 1],
    [other, 2],
  ] as const)
    await movements.run('assignTarget', { roundId, unitId, count, basis: 'Kế hoạch', expectedVersion: null });
  const drafts = [await models.draft(commune, { roundId }), await models.draft(other, { roundId })];
  await models.draft(other, { roundId });
  await models.step('submitModels', drafts);
});
afterAll(() => registry.close());

const year = (from: number, to = from): object => ({ by: 'YEAR', from: `${from}-01-01`, to: `${to}-12-31` });
const REGISTERED = ['MODELS_REGISTERED'];

describe('a table that cannot be right is refused with a sentence', () => {
  const refused: readonly [string, () => Question, string, string][] = [
    [
      'a period that ends before it starts',
      () => ({ columns: [{ by: 'YEAR', from: '2024-01-01', to: '2023-01-01' }], measures: REGISTERED }),
      'STATISTICS_PERIOD_REVERSED',
      'Kỳ kết thúc (1/1/2023) trước khi bắt đầu (1/1/2024).',
    ],
    [
      'a period that has not begun',
      () => ({ columns: [year(2027)], measures: REGISTERED }),
      'STATISTICS_PERIOD_IN_FUTURE',
      'Kỳ bắt đầu ngày 1/1/2027, sau ngày xem 1/3/2026',
    ],
    [
      'a day that has not come',
      () => ({ asOf: '2026-03-02', measures: REGISTERED }),
      'STATISTICS_DAY_IN_FUTURE',
      'Ngày xem 2/3/2026 chưa đến.',
    ],
    [
      'a measure over a dimension that it does not have',
      () => ({ rows: [{ by: 'LEVEL' }], measures: REGISTERED }),
      'STATISTICS_MEASURE_WITHOUT_DIMENSION',
      'Chỉ số “mô hình đăng ký” không có chiều “cấp công nhận”.',
    ],
    ['what was sustained, without a period', () => ({ measures: ['SUSTAINED'] }), 'STATISTICS_NEEDS_PERIOD', 'so với một kỳ'],
    [
      'one dimension twice',
      () => ({ rows: [{ by: 'SECTOR' }], columns: [{ by: 'SECTOR' }], measures: REGISTERED }),
      'STATISTICS_DIMENSION_TWICE',
      'Chiều “lĩnh vực” xuất hiện hai lần',
    ],
    [
      'years within quarters',
      () => ({ rows: [{ by: 'YEAR' }], columns: [{ by: 'QUARTER' }], measures: REGISTERED }),
      'STATISTICS_DIMENSION_TWICE',
      'Chiều “quý”',
    ],
    [
      'units without a level',
      () => ({ rows: [{ by: 'UNIT' }], measures: REGISTERED }),
      'STATISTICS_UNIT_NOT_SAID',
      'cần đúng một trong hai',
    ],
    [
      'days of a sector',
      () => ({ rows: [{ by: 'SECTOR', from: '2024-01-01' }], measures: REGISTERED }),
      'STATISTICS_AXIS_DOES_NOT_TAKE',
      'không dùng “from”',
    ],
    [
      'a unit that is not in force on the day',
      () => ({ rows: [{ by: 'UNIT', childrenOf: province }], asOf: '1999-01-01', measures: REGISTERED }),
      'STATISTICS_UNIT_NOT_IN_FORCE',
      '“Tỉnh An” không tồn tại vào ngày 1/1/1999',
    ],
    [
      'more cells than anybody reads',
      () => ({
        columns: [{ by: 'QUARTER', from: '1000-01-01' }],
        measures: ['REGISTRATIONS', ...REGISTERED],
        rows: [{ by: 'SUBJECT_KIND' }, { by: 'STATE' }],
      }),
      'STATISTICS_TOO_LARGE',
      'quá giới hạn 10.000',
    ],
  ];
  it.each(refused)('%s', async (_what, question, code, sentence) => {
    const [refusal, said] = await refusalOf(reader, question());
    expect([refusal, said]).toEqual([code, expect.stringContaining(sentence)]);
  });
});

it('costs points by its measures and dimensions, known before it runs', async () => {
  const cost = async (rows: string): Promise<number> => {
    const { extensions } = (await reader.ask(`{ statistics(rows: ${rows}, measures: [RECOGNISED, STOPPED]) { asOf } }`)) as any;
    return extensions.cost.rows;
  };
  expect([await cost('[]'), await cost('[{ by: SECTOR }, { by: RUNNING }]')]).toEqual([200, 600]);
});

it('counts what the asker sees, and the lists show them the same', async () => {
  const asker = await askerWith(registry, 'Cán bộ xã A', { role: 'reportingClient', unitId: fromGlobalId(commune)!.id });
  const question = { rows: [{ by: 'UNIT', childrenOf: province }], measures: REGISTERED } as const;
  expect(numbersOf(await askStatistics(reader, question)).total).toEqual({ total: 2 });
  const own = await askStatistics(asker, question);
  expect(numbersOf(own)).toEqual({ 'Xã Bình': { total: 1 }, total: { total: 1 } });
  await expectToOpen(asker, own);
});

describe('the overview of a year', () => {
  const OVERVIEW = `query ($unitId: ID!, $year: Int!) { overview(unitId: $unitId, year: $year) { unit year asOf
    totals { ${TABLE} } bySector { ${TABLE} } bySubjectKind { ${TABLE} } byLevel { ${TABLE} } byUnit { ${TABLE} }
    targets { round unit target registered reached filter } } }`;

  it('shows every measure beside the year before, by sector, subject, level and unit, and the targets, in one request', async () => {
    const { overview } = await reader.get(OVERVIEW, { unitId: province, year: 2026 });
    expect(overview).toMatchObject({ unit: 'Tỉnh An', year: 2026, asOf: '2026-03-01' });
    const tables = [overview.totals, overview.bySector, overview.bySubjectKind, overview.byLevel, overview.byUnit] as Table[];
    for (const table of tables) await expectToOpen(reader, table);
    expect(numbersOf(overview.byUnit, 'MODELS_REGISTERED')).toEqual({
      'Xã Bình': { 2026: 1, total: 1 },
      'Xã Chung': { 2026: 1, total: 1 },
      total: { 2026: 2, total: 2 },
    });
    const registered = overview.totals.cells.find((cell: Cell) => cell.measure === 'REGISTRATIONS' && cell.column === 1);
    expect(registered).toMatchObject({ value: 2, previous: 0, change: 2 });
    expect(overview.totals.columns.map(({ values: [value] }: Table['rows'][number]) => value!.complete)).toEqual([true, false]);
  });

  it('says which targets are reached; a draft does not count', async () => {
    const { overview } = await reader.get(OVERVIEW, { unitId: province, year: 2026 });
    expect(overview.targets).toEqual([
      expect.objectContaining({ unit: 'Xã Bình', target: 1, registered: 1, reached: true }),
      expect.objectContaining({ unit: 'Xã Chung', target: 2, registered: 1, reached: false }),
    ]);
    for (const { filter, registered } of overview.targets)
      expect(await countOf(reader, { list: 'REGISTRATIONS', filter }, '2026-03-01')).toBe(registered);
    expect((await reader.get(OVERVIEW, { unitId: province, year: 2025 })).overview.targets).toEqual([]);
  });

  it('is refused for a year that has not begun, and for a unit that does not exist', async () => {
    const code = async (unitId: string, of: number): Promise<string> =>
      (await reader.ask(`query ($unitId: ID!, $year: Int!) { overview(unitId: $unitId, year: $year) { unit } }`, { unitId, year: of }))
        .errors![0]!.extensions.code;
    expect(await code(province, 2027)).toBe('STATISTICS_PERIOD_IN_FUTURE');
    expect(await code(Buffer.from('Unit:018f0000-0000-7000-8000-000000000000').toString('base64url'), 2026)).toBe('UNIT_NOT_FOUND');
  });
});
