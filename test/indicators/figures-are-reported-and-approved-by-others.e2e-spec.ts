import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenFigures } from './given-figures.js';

let registry: TestRegistry;
let commune: string;
let indicatorId: string;
const units = givenUnits(() => registry);
const figures = givenFigures(() => registry);
let year = 1990;

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2026-11-29T02:00:00Z');
  commune = await units.establish({ name: 'Xã A' }, '1980-01-01');
  indicatorId = await figures.indicator();
});
afterAll(() => registry.close());

const rowId = (id: string): string => fromGlobalId(id)!.id;
/** A figure of a year of its own. */
const given = (more: object = {}): object => ({
  indicatorId,
  unitId: commune,
  covers: 'OWN',
  starts: String(++year),
  ends: String(year),
  raw: '12',
  source: `Báo cáo ${year}`,
  ...more,
});
const refused = (more: object): Promise<[string, string][]> => figures.refused(registry.as.unitOfficer, 'reportFigure', given(more));
const state = async (id: string): Promise<any> =>
  (
    await registry.as.reader.get(
      'query ($id: ID!) { node(id: $id) { ... on Figure { state reading raw returnReason version history { action reason } } } }',
      { id },
    )
  ).node;

describe('a figure', () => {
  it('is reported by its unit, approved or returned by the board, and corrected anew', async () => {
    const { figure } = await figures.made(registry.as.unitOfficer, 'reportFigure', given({ raw: 'trên 1.000' }), 'figure { id state }');
    expect(figure.state).toBe('REPORTED');
    await figures.approve(figure.id);
    const back = { id: figure.id, expectedVersion: 2, reason: 'Thiếu đơn vị' };
    await figures.made(registry.as.boardStaff, 'returnFigure', back, 'figure { id }');
    expect(await state(figure.id)).toMatchObject({ state: 'RETURNED', returnReason: 'Thiếu đơn vị' });
    const mend = { id: figure.id, expectedVersion: 3, reason: 'Chép lại', number: { raw: '1.015', reading: '1015' } };
    await figures.made(registry.as.unitOfficer, 'correctFigure', mend, 'figure { id }');
    const now = await state(figure.id);
    expect(now).toMatchObject({ state: 'REPORTED', raw: '1.015', reading: '1015', returnReason: null, version: 4 });
    expect(now.history.map(({ action }: any) => action)).toEqual([
      'figure.corrected',
      'figure.returned',
      'figure.approved',
      'figure.reported',
    ]);
  });

  it('is not approved or returned by who reported or corrected it; all are approved or none', async () => {
    const board = registry.as.boardStaff;
    const { figure: own } = await figures.made(board, 'reportFigure', given(), 'figure { id }');
    const { figure: other } = await figures.made(registry.as.unitOfficer, 'reportFigure', given(), 'figure { id }');
    expect(await figures.refused(board, 'approveFigures', { ids: [other.id, own.id] })).toEqual([['FIGURE_APPROVED_BY_REPORTER', 'ids.1']]);
    expect((await state(other.id)).state).toBe('REPORTED');
    expect(await figures.message(board, 'returnFigure', { id: own.id, expectedVersion: 1, reason: 'Thử' })).toBe(
      'Bạn đã báo cáo hoặc đính chính số liệu này, nên người khác duyệt hoặc trả lại.',
    );
    await figures.made(board, 'correctFigure', { id: other.id, expectedVersion: 1, reason: 'Thử', note: 'Chú thích' }, 'figure { id }');
    expect(await figures.refused(board, 'approveFigures', { ids: [other.id] })).toEqual([['FIGURE_APPROVED_BY_REPORTER', 'ids.0']]);
    await figures.made(registry.as.everyRole, 'approveFigures', { ids: [own.id, other.id] }, 'approved { figure { id } }');
  });

  it('is approved once: an approved one is in no state to be approved again', async () => {
    const id = await figures.reported(indicatorId, commune, '5', { covers: 'OWN', starts: '1970', ends: '1985' });
    await figures.approve(id);
    expect(await figures.refused(registry.as.boardStaff, 'approveFigures', { ids: [id] })).toEqual([['LIFECYCLE_WRONG_STATE', 'ids.0']]);
  });

  it('is found by its unit, indicator, state and period, and only by who sees its unit', async () => {
    const other = await units.establish({ name: 'Xã B' });
    const id = await figures.reported(indicatorId, other, '7');
    const found = async (filter: object): Promise<string[]> =>
      (
        await registry.as.reader.get('query ($filter: FigureFilter) { figures(filter: $filter, first: 100) { nodes { id } } }', { filter })
      ).figures.nodes.map((node: { id: string }) => node.id);
    expect(await found({ unitId: other })).toEqual([id]);
    expect(await found({ unitId: other, state: ['APPROVED'] })).toEqual([]);
    expect(await found({ indicatorId, unitId: other, from: '2022-01-01', to: '2022-12-31' })).toEqual([id]);
    expect(await found({ unitId: other, from: '2022-01-02' })).toEqual([]);
    const here = await askerWith(registry, 'xã A', { role: 'boardStaff', unitId: rowId(commune) });
    expect((await here.get('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
    const { errors } = await here.ask('mutation ($input: ApproveFiguresInput!) { approveFigures(input: $input) { userErrors { code } } }', {
      input: { ids: [id] },
    });
    expect(errors?.[0]?.extensions.code).toBe('FIGURE_NOT_FOUND');
  });
});

describe('what is refused with a sentence', () => {
  it.each([
    ['a period that ends before it starts', { starts: '2024', ends: '2023' }, 'FIGURE_PERIOD_BACKWARDS', 'ends'],
    ['a period in the future', { starts: '2026', ends: '2026-11-30' }, 'FIGURE_PERIOD_IN_FUTURE', 'ends'],
    ['a period before the unit was there', { starts: '1900', ends: '1901' }, 'UNIT_NOT_IN_FORCE', 'unitId'],
    ['a text that is no number', { raw: 'nhiều mô hình' }, 'FIGURE_UNREADABLE', 'raw'],
    ['decimals of what is counted', { raw: '12,5' }, 'FIGURE_UNREADABLE', 'raw'],
    ['a reading that was not printed', { raw: '1.000', reading: '1001' }, 'FIGURE_READING_OTHER', 'reading'],
  ])('%s', async (_what, more, code, field) => expect(await refused(more)).toEqual([[code, field]]));

  it('a percentage over 100', async () => {
    const share = await figures.indicator({ measure: 'phần trăm (%)', decimals: 2, rollUp: 'NOT_ADDITIVE' });
    expect(await refused({ indicatorId: share, raw: '100,01 %' })).toEqual([['FIGURE_PERCENT_TOO_LARGE', 'raw']]);
    expect(await refused({ indicatorId: share, raw: '100 %' })).toEqual([]);
  });

  it('a second figure of the same indicator, unit, coverage and period', async () => {
    await figures.made(registry.as.unitOfficer, 'reportFigure', given({ starts: '1986', ends: '1986' }), 'figure { id }');
    expect(await refused({ starts: '1986', ends: '1986' })).toEqual([['FIGURE_TAKEN', 'indicatorId']]);
    expect(await refused({ starts: '1986', ends: '1986', covers: 'WHOLE' })).toEqual([]);
  });

  it('“1.000” from a source that writes “1,000”, until somebody says how it is read; then the source remembers', async () => {
    const source = 'Báo cáo hai dấu';
    expect(await refused({ raw: '33,838', source })).toEqual([]);
    expect(await refused({ raw: '1.000', source })).toEqual([['FIGURE_READING_UNSURE', 'reading']]);
    expect(await figures.message(registry.as.unitOfficer, 'reportFigure', given({ raw: '1.000', source: 'BÁO CÁO hai dấu' }))).toBe(
      '“1.000” có thể đọc là “1000”, nhưng nguồn “BÁO CÁO hai dấu” chưa viết số theo cách ấy. Hãy đối chiếu giấy và ghi số đọc được vào ô “reading”; hệ thống sẽ nhớ cho nguồn này.',
    );
    expect(await refused({ raw: '1.000', source, reading: '1000' })).toEqual([]);
    expect(await refused({ raw: '2.000', source })).toEqual([]);
    expect(await refused({ raw: '2.000', source: 'Báo cáo khác' })).toEqual([]);
  });

  it('an identity with a wrong number of parts, and a ratio without a denominator', async () => {
    const board = registry.as.boardStaff;
    const identity = { name: 'Thử', kind: 'WHOLE_SHARE', totalId: indicatorId, partIds: [] };
    expect(await figures.refused(board, 'defineIdentity', identity)).toEqual([['IDENTITY_PARTS_WRONG', 'partIds']]);
    const ratio = { code: 'TY_SO', name: 'Tỷ số', measure: 'phần trăm (%)', rollUp: 'RATIO_OF_SUMS', numeratorId: indicatorId };
    expect(await figures.refused(board, 'defineIndicator', ratio)).toEqual([['INDICATOR_RATIO_INCOMPLETE', 'rollUp']]);
    expect(await figures.refused(board, 'defineIndicator', { ...ratio, rollUp: 'SUM', numeratorId: null, code: 'tỷ số' })).toEqual([
      ['INDICATOR_CODE_INVALID', 'code'],
    ]);
  });
});

it('a leader explains a residual; another residual is not explained by it', async () => {
  const [total, part] = [await figures.indicator(), await figures.indicator()];
  const identityId = await figures.identity('PARTS_TOTAL', total, part);
  const figureId = await figures.reported(total, commune, '100');
  const partId = await figures.reported(part, commune, '90');
  const input = { identityId, figureId, text: 'Mười hồ sơ chưa đến hạn' };
  await figures.made(registry.as.leader, 'explainResidual', input, 'figure { id }');
  expect(await figures.results(figureId)).toMatchObject([{ residual: '10', explanation: 'Mười hồ sơ chưa đến hạn' }]);
  const correct = { id: partId, expectedVersion: 1, reason: 'Chép lại', number: { raw: '95', reading: '95' } };
  await figures.made(registry.as.unitOfficer, 'correctFigure', correct, 'figure { id }');
  expect(await figures.results(figureId)).toMatchObject([{ residual: '5', explanation: null }]);
  await figures.made(
    registry.as.unitOfficer,
    'correctFigure',
    { ...correct, expectedVersion: 2, number: { raw: '100', reading: '100' } },
    'figure { id }',
  );
  expect(await figures.refused(registry.as.leader, 'explainResidual', input)).toEqual([['RESIDUAL_NOTHING_TO_EXPLAIN', 'identityId']]);
  const { errors } = await registry.as.boardStaff.ask(
    'mutation ($input: ExplainResidualInput!) { explainResidual(input: $input) { userErrors { code } } }',
    { input },
  );
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

it('an indicator means something else from a day on; earlier figures keep their definition', async () => {
  const id = await figures.indicator({ measure: 'hồ sơ' });
  const early = await figures.reported(id, commune, '5', { starts: '2019', ends: '2019' });
  const late = await figures.reported(id, commune, '6', { starts: '2024', ends: '2024' });
  const next = { id, expectedVersion: 1, validFrom: '2022-01-01', name: 'Lượt hồ sơ', measure: 'lượt', rollUp: 'SUM' };
  await figures.made(registry.as.boardStaff, 'redefineIndicator', next, 'indicator { id }');
  const measure = async (figureId: string): Promise<string> =>
    (await registry.as.reader.get('query ($id: ID!) { node(id: $id) { ... on Figure { measure } } }', { id: figureId })).node.measure;
  expect([await measure(early), await measure(late)]).toEqual(['hồ sơ', 'lượt']);
  expect(await figures.refused(registry.as.boardStaff, 'redefineIndicator', { ...next, expectedVersion: 2 })).toEqual([
    ['INDICATOR_REDEFINED_BACKWARDS', 'validFrom'],
  ]);
});

it('a figure of an unknown indicator is refused as such', async () => {
  const { errors } = await registry.as.unitOfficer.ask(
    'mutation ($input: ReportFigureInput!) { reportFigure(input: $input) { userErrors { code } } }',
    { input: given({ indicatorId: toGlobalId('Indicator', '01900000-0000-7000-8000-000000000000') }) },
  );
  expect(errors?.[0]?.extensions.code).toBe('INDICATOR_NOT_FOUND');
});
