import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenFigures } from './given-figures.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const figures = givenFigures(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2026-11-29T02:00:00Z');
  commune = await units.establish({ name: 'Xã A' }, '1980-01-01');
});
afterAll(() => registry.close());

const figure = async (id: string, fields: string): Promise<any> =>
  (await registry.as.reader.get(`query ($id: ID!) { node(id: $id) { ... on Figure { ${fields} } } }`, { id })).node;
const year = (n: number): object => ({ starts: `${n}-01-01`, ends: `${n}-12-31` });
const board = () => registry.as.boardStaff;

describe('a target', () => {
  it.each([
    ['AT_LEAST', '10', true],
    ['AT_LEAST', '9', false],
    ['AT_LEAST', 'trên 10', true],
    ['AT_LEAST', 'trên 9', null],
    ['AT_LEAST', 'khoảng 20', null],
    ['AT_MOST', '10', true],
    ['AT_MOST', '11', false],
    ['AT_MOST', 'trên 11', false],
    ['AT_MOST', 'trên 9', null],
  ])('of %s 10 and a figure “%s”: reached %s', async (direction, raw, reached) => {
    const indicatorId = await figures.indicator();
    await figures.target(indicatorId, commune, '10', { direction });
    const id = await figures.approved(indicatorId, commune, raw);
    expect((await figure(id, 'target { value direction reached }')).target).toEqual({ value: '10', direction, reached });
  });

  it('is neither reached nor missed by a figure that is not approved', async () => {
    const indicatorId = await figures.indicator();
    const targetId = await figures.target(indicatorId, commune, '10');
    const id = await figures.reported(indicatorId, commune, '12');
    const shown = async (): Promise<any> => (await figure(id, 'target { id reading reached }')).target;
    expect(await shown()).toEqual({ id: targetId, reading: null, reached: null });
    await figures.approve(id);
    expect(await shown()).toEqual({ id: targetId, reading: '12', reached: true });
  });

  it('is listed by unit, indicator and whether it is reached, also of a period to come', async () => {
    const indicatorId = await figures.indicator();
    const missed = await figures.target(indicatorId, commune, '10');
    const coming = await figures.target(indicatorId, commune, '20', year(2027));
    await figures.approved(indicatorId, commune, '9');
    const found = async (filter: object): Promise<string[]> =>
      (
        await registry.as.reader.get(
          'query ($filter: FigureTargetFilter) { figureTargets(filter: $filter, first: 100) { nodes { id } } }',
          { filter: { indicatorId, ...filter } },
        )
      ).figureTargets.nodes.map((node: { id: string }) => node.id);
    expect(await found({ unitId: commune })).toEqual([coming, missed]);
    expect(await found({ reached: false })).toEqual([missed]);
    expect(await found({ reached: true })).toEqual([]);
  });

  it('that cannot be is refused with a sentence', async () => {
    const indicatorId = await figures.indicator();
    await figures.target(indicatorId, commune, '10');
    const share = await figures.indicator({ measure: 'phần trăm (%)', decimals: 1, rollUp: 'NOT_ADDITIVE' });
    const refused = (more: object): Promise<[string, string][]> =>
      figures.refused(board(), 'setFigureTarget', {
        indicatorId,
        unitId: commune,
        covers: 'WHOLE',
        ...year(2022),
        value: '10',
        basis: 'Kế hoạch',
        ...more,
      });
    expect(await refused({})).toEqual([['FIGURE_TARGET_TAKEN', 'indicatorId']]);
    expect(await refused({ ...year(2023), value: '0.5' })).toEqual([['FIGURE_TARGET_VALUE_INVALID', 'value']]);
    expect(await refused({ ...year(2023), value: '-1' })).toEqual([['FIGURE_TARGET_VALUE_INVALID', 'value']]);
    expect(await refused({ indicatorId: share, value: '100.1' })).toEqual([['FIGURE_PERCENT_TOO_LARGE', 'value']]);
    expect(await refused({ starts: '2023', ends: '2022' })).toEqual([['FIGURE_PERIOD_BACKWARDS', 'ends']]);
    expect(await refused({ starts: '1970', ends: '1971' })).toEqual([['UNIT_NOT_IN_FORCE', 'unitId']]);
  });
});

it('a target that two people set at one moment is set once, and the second gets the sentence', async () => {
  const indicatorId = await figures.indicator();
  const input = { indicatorId, unitId: commune, covers: 'WHOLE', ...year(2022), value: '10', direction: 'AT_LEAST', basis: 'Kế hoạch' };
  const answers = await Promise.all(Array.from({ length: 6 }, () => figures.refused(board(), 'setFigureTarget', input)));
  expect(answers.filter(errors => errors.length === 0)).toHaveLength(1);
  expect(new Set(answers.flat().map(([code]) => code))).toEqual(new Set(['FIGURE_TARGET_TAKEN']));
});

describe('the last period', () => {
  it('is the latest approved one that is equally long; a quarter is not compared with a year', async () => {
    const indicatorId = await figures.indicator();
    await figures.approved(indicatorId, commune, '10', year(2020));
    const last = await figures.approved(indicatorId, commune, '14', year(2021));
    await figures.approved(indicatorId, commune, '3', { starts: '2021-10-01', ends: '2021-12-31' });
    await figures.approved(indicatorId, commune, '99', { ...year(2021), covers: 'OWN' });
    const id = await figures.reported(indicatorId, commune, '12', year(2022));
    expect(await figure(id, 'previous { id raw } change')).toEqual({ previous: { id: last, raw: '14' }, change: '-2' });
    const first = await figures.reported(await figures.indicator(), commune, '1', year(2022));
    expect(await figure(first, 'previous { id } change')).toEqual({ previous: null, change: null });
  });
});

describe('a figure far from the unit’s own past', () => {
  it('is marked as advice from the fourth period on, and is approved as any other', async () => {
    const indicatorId = await figures.indicator();
    for (const [n, raw] of [
      [2019, '40'],
      [2020, '50'],
    ] as const)
      await figures.approved(indicatorId, commune, raw, year(n));
    const third = await figures.approved(indicatorId, commune, '60', year(2021));
    expect((await figure(third, 'outlier { earlier }')).outlier).toBeNull();
    const cases = [
      ['120', null],
      ['121', true],
      ['20', null],
      ['19', true],
    ] as const;
    for (const [n, [raw, isMarked]] of cases.entries()) {
      const id = await figures.reported(indicatorId, commune, raw, year(2022 + n));
      const marked = isMarked && { earlier: 3, smallest: '40', largest: '60' };
      expect([raw, (await figure(id, 'outlier { earlier smallest largest }')).outlier]).toEqual([raw, marked]);
    }
    const { figures: unusual } = await registry.as.reader.get(
      'query ($id: ID!) { figures(filter: { indicatorId: $id, unusual: true }, first: 9, orderBy: ENDS) { nodes { id raw } } }',
      { id: indicatorId },
    );
    expect(unusual.nodes.map(({ raw }: { raw: string }) => raw)).toEqual(['121', '19']);
    await figures.approve(unusual.nodes[0].id);
  });
});

describe('a remark', () => {
  it('that is to be followed up stays open until somebody says what came of it; the figure is not changed', async () => {
    const id = await figures.reported(await figures.indicator(), commune, '7');
    await figures.remark(id, { text: 'Số này gồm cả điển hình?' });
    const mark = await figures.remark(id, { text: 'Đối chiếu với phụ lục', followUp: true });
    const open = async (): Promise<string[]> =>
      (
        await registry.as.reader.get('query ($u: ID!) { figures(filter: { unitId: $u, followUp: true }, first: 100) { nodes { id } } }', {
          u: commune,
        })
      ).figures.nodes.map((node: { id: string }) => node.id);
    expect(await open()).toEqual([id]);
    const settle = { id: mark, expectedVersion: 1, outcome: 'Đã đối chiếu, đúng' };
    await figures.made(registry.as.leader, 'settleFigureRemark', settle, 'figureRemark { id }');
    expect(await figures.refused(board(), 'settleFigureRemark', { ...settle, expectedVersion: 2 })).toEqual([
      ['FIGURE_REMARK_NOT_OPEN', 'id'],
    ]);
    expect(await open()).toEqual([]);
    expect(await figure(id, 'raw state version remarks { text followUp saidOn settledOn outcome history { action } }')).toEqual({
      raw: '7',
      state: 'REPORTED',
      version: 1,
      remarks: [
        {
          text: 'Số này gồm cả điển hình?',
          followUp: false,
          saidOn: '2026-11-29',
          settledOn: null,
          outcome: null,
          history: [{ action: 'figureRemark.added' }],
        },
        {
          text: 'Đối chiếu với phụ lục',
          followUp: true,
          saidOn: '2026-11-29',
          settledOn: '2026-11-29',
          outcome: 'Đã đối chiếu, đúng',
          history: [{ action: 'figureRemark.settled' }, { action: 'figureRemark.added' }],
        },
      ],
    });
  });

  it('is settled by its author and by board staff or a leader there, and removed by its author alone', async () => {
    const id = await figures.reported(await figures.indicator(), commune, '7');
    const code = async (by: Asker, name: string, input: object): Promise<string> => {
      const type = name.startsWith('remove') ? 'RemoveRecordInput' : 'SettleFigureRemarkInput';
      const { data, errors } = await by.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`, { input });
      return errors?.[0]?.extensions.code ?? data[name].userErrors[0]?.code ?? 'done';
    };
    const elsewhere = await askerWith(registry, 'ban xã B', {
      role: 'boardStaff',
      unitId: fromGlobalId(await units.establish({ name: 'Xã C' }))!.id,
    });
    const another = await askerWith(registry, 'cán bộ khác', { role: 'unitOfficer', unitId: fromGlobalId(commune)!.id });
    const settled = async (author: Asker, by: Asker): Promise<string> => {
      const mark = await figures.remark(id, { followUp: true }, author);
      return code(by, 'settleFigureRemark', { id: mark, expectedVersion: 1, outcome: 'Đã xem' });
    };
    const removed = async (author: Asker, by: Asker): Promise<string> =>
      code(by, 'removeFigureRemark', { id: await figures.remark(id, {}, author), expectedVersion: 1, reason: 'Nhầm' });
    const { boardStaff, leader, unitOfficer } = registry.as;
    for (const by of [boardStaff, leader, unitOfficer]) {
      expect(await settled(unitOfficer, by)).toBe('done');
      expect(await removed(by, by)).toBe('done');
    }
    expect(await settled(boardStaff, another)).toBe('FIGURE_REMARK_OF_OTHERS');
    expect(await settled(boardStaff, elsewhere)).toBe('FIGURE_REMARK_NOT_FOUND');
    for (const by of [boardStaff, leader]) expect(await removed(unitOfficer, by)).toBe('FIGURE_REMARK_OF_OTHERS');
  });

  it('to follow up waits for those who report figures of the unit, until it is settled', async () => {
    const unit = await units.establish({ name: 'Xã D' });
    const id = await figures.reported(await figures.indicator(), unit, '7');
    const [one, two] = [await figures.remark(id, { followUp: true }), await figures.remark(id, { followUp: true })];
    await figures.remark(id);
    const officer = await askerWith(registry, 'cán bộ xã D', { role: 'unitOfficer', unitId: fromGlobalId(unit)!.id });
    const waiting = async (by: Asker): Promise<unknown[]> =>
      (
        await by.get(
          '{ waitingForMe(filter: { step: [FOLLOW_UP_FIGURE] }) { totalCount edges { since steps { label } node { ... on Figure { id } } } } }',
        )
      ).waitingForMe.edges;
    expect(await waiting(officer)).toEqual([{ since: '2026-11-29', steps: [{ label: 'Xem lại số liệu theo ý kiến' }], node: { id } }]);
    const elsewhere = await askerWith(registry, 'cán bộ xã A', { role: 'unitOfficer', unitId: fromGlobalId(commune)!.id });
    expect(JSON.stringify(await waiting(elsewhere))).not.toContain(id);
    const reading = await askerWith(registry, 'bạn đọc xã D', { role: 'reportingClient', unitId: fromGlobalId(unit)!.id });
    expect(await waiting(reading)).toEqual([]);
    for (const mark of [one, two]) {
      expect(await waiting(officer)).toHaveLength(1);
      await figures.made(board(), 'settleFigureRemark', { id: mark, expectedVersion: 1, outcome: 'Xong' }, 'figureRemark { id }');
    }
    expect(await waiting(officer)).toEqual([]);
  });

  it('is neither seen nor made by somebody of another unit', async () => {
    const other = await units.establish({ name: 'Xã B' });
    const id = await figures.reported(await figures.indicator(), other, '7');
    const remark = await figures.remark(id);
    const here = await askerWith(registry, 'xã A', { role: 'boardStaff', unitId: fromGlobalId(commune)!.id });
    expect((await here.get('query ($id: ID!) { node(id: $id) { id } }', { id: remark })).node).toBeNull();
    const { errors } = await here.ask('mutation ($input: RemarkOnFigureInput!) { remarkOnFigure(input: $input) { userErrors { code } } }', {
      input: { figureId: id, text: 'Thử' },
    });
    expect(errors?.[0]?.extensions.code).toBe('FIGURE_NOT_FOUND');
  });
});

it('a figure of a period that crosses a change of units stays with its unit, and counts once at its successor', async () => {
  const province = await units.establish({ name: 'T', kind: 'TINH' });
  const [a, b] = [await units.establish({ name: 'C', parentId: province }), await units.establish({ name: 'D', parentId: province })];
  const { userErrors } = await units.apply({ effective: '2022-07-01', changes: [{ merge: { unitIds: [a], intoId: b } }] });
  expect(userErrors).toEqual([]);
  const indicatorId = await figures.indicator();
  const id = await figures.approved(indicatorId, a, '5', year(2022));
  expect(await figure(id, 'unit { name } starts ends')).toEqual({ unit: { name: 'C' }, starts: '2022-01-01', ends: '2022-12-31' });
  expect((await figures.total({ indicatorId, unitId: b, basis: 'RESTATED' })).reading).toBe('5');
  const late = { indicatorId, unitId: a, covers: 'WHOLE', starts: '2022-07-01', ends: '2022-12-31', raw: '5', source: 'Báo cáo' };
  expect(await figures.refused(registry.as.unitOfficer, 'reportFigure', late)).toEqual([['UNIT_NOT_IN_FORCE', 'unitId']]);
});
