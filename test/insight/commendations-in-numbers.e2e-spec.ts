import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { askStatistics, expectToOpen, numbersOf, refusalOf, type Cell, type Question, type Table } from './given-statistics.js';

let registry: TestRegistry;
let province: string;
let commune: string;
let other: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

const PAPERS = [
  // A list of five whose money is more than a whole number of 32 bits holds, when it is added up.
  { form: 'BANG_KHEN', level: 'PROVINCE', kind: 'INDIVIDUAL', at: 'commune', presentedOn: '2024-03-01', count: 5, amount: 2_000_000_000 },
  { form: 'GIAY_KHEN', level: 'COMMUNE', kind: 'COLLECTIVE', at: 'commune', presentedOn: '2024-05-05', name: 'Thôn 1', amount: 300_001 },
  { form: 'GIAY_KHEN', level: 'COMMUNE', kind: 'HOUSEHOLD', at: 'other', presentedOn: '2024-12-31', name: 'Hộ A' },
  { form: 'GIAY_KHEN', level: 'COMMUNE', kind: 'INDIVIDUAL', at: 'commune', presentedOn: '2023-12-31', name: 'Cá nhân A', amount: 1 },
  // A paper without a day, a form, a level or a unit.
  { form: null, level: null, kind: null, at: null, presentedOn: null, name: 'Cá nhân B' },
  // Revoked afterwards.
  { form: 'GIAY_KHEN', level: 'COMMUNE', kind: 'INDIVIDUAL', at: 'commune', presentedOn: '2024-06-06', name: 'Cá nhân C', amount: 7 },
];

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2025-03-01T00:00:00Z');
  province = await units.establish({ name: 'An', kind: 'TINH', code: '01' });
  commune = await units.establish({ name: 'Bình', code: '00001', parentId: province });
  other = await units.establish({ name: 'Chung', code: '00002', parentId: province });
  for (const { at, ...said } of PAPERS) {
    const input = { ...said, unitId: at && { commune, other }[at], source: 'Sổ khen thưởng' };
    const { recordPastCommendation } = await registry.as.everyRole.get(
      'mutation ($input: RecordPastCommendationInput!) { recordPastCommendation(input: $input) { commendation { id version } userErrors { code field } } }',
      { input },
    );
    expect(recordPastCommendation.userErrors).toEqual([]);
    if (said.name !== 'Cá nhân C') continue;
    const { id, version } = recordPastCommendation.commendation;
    const revocation = { id, expectedVersion: version, on: '2025-02-01', ground: 'VIOLATION', reason: 'Có vi phạm' };
    const { revokeCommendation } = await registry.as.everyRole.get(
      'mutation ($input: RevokeCommendationInput!) { revokeCommendation(input: $input) { userErrors { code field } } }',
      { input: revocation },
    );
    expect(revokeCommendation.userErrors).toEqual([]);
  }
});
afterAll(() => registry.close());

async function ask(question: Question, asker = registry.as.reader): Promise<Table> {
  const table = await askStatistics(asker, question);
  await expectToOpen(asker, table);
  return table;
}

const YEAR_2024 = { by: 'YEAR', from: '2024-01-01', to: '2024-12-31' };
const of2024 = { granted: { period: { from: '2024-01-01', to: '2024-12-31' } } };
const total = (table: Table, measure: string): Pick<Cell, 'value' | 'amount' | 'unknown'> => {
  const { value, amount, unknown } = table.cells.find(cell => cell.measure === measure && cell.row === null && cell.column === null)!;
  return { value, amount, unknown };
};

describe('commendations in numbers', () => {
  it('certificates of 2024 by level and form are one request', async () => {
    const question = {
      rows: [{ by: 'LEVEL' }],
      columns: [{ by: 'COMMENDATION_FORM' }],
      measures: ['COMMENDATIONS'],
      commendations: of2024,
    };
    expect(numbersOf(await ask(question))).toEqual({
      'Cấp xã': { 'Giấy khen': 2, total: 2 },
      'Cấp tỉnh': { 'Bằng khen': 1, total: 1 },
      total: { 'Giấy khen': 2, 'Bằng khen': 1, total: 3 },
    });
  });

  it('recipients by kind are those of lists, too', async () => {
    const table = await ask({ rows: [{ by: 'RECIPIENT_KIND' }], measures: ['RECIPIENTS'], commendations: of2024 });
    expect(table.cells.map(({ value, amount, unknown }) => [value, amount, unknown])).toEqual([
      [1, '1', 0],
      [1, '5', 0],
      [1, '1', 0],
      [3, '7', 0],
    ]);
  });

  it('money is exact, and says of how many it is not known', async () => {
    const table = await ask({ measures: ['MONEY'], commendations: of2024 });
    expect(total(table, 'MONEY')).toEqual({ value: 3, amount: '10000300001', unknown: 1 });
    const unknown = await ask({ measures: ['MONEY'], commendations: { unitId: other } });
    expect(total(unknown, 'MONEY')).toEqual({ value: 1, amount: null, unknown: 1 });
    const nothing = await ask({ measures: ['MONEY'], commendations: { unitId: other, form: ['BANG_KHEN'] } });
    expect(total(nothing, 'MONEY')).toEqual({ value: 0, amount: '0', unknown: 0 });
  });

  it('what was revoked does not count from that day on', async () => {
    const question = { measures: ['COMMENDATIONS'], commendations: of2024 };
    expect(total(await ask({ ...question, asOf: '2025-02-01' }), 'COMMENDATIONS').value).toBe(3);
    expect(total(await ask({ ...question, asOf: '2025-01-31' }), 'COMMENDATIONS').value).toBe(4);
  });

  it('a paper without a day is of no known year, and one without a unit of no known unit', async () => {
    const table = await ask({ rows: [{ by: 'UNIT', level: 'COMMUNE' }], columns: [YEAR_2024], measures: ['COMMENDATIONS'] });
    expect(numbersOf(table)).toEqual({
      'Xã Bình': { 2024: 2, total: 2 },
      'Xã Chung': { 2024: 1, total: 1 },
      'Không rõ đơn vị': { 'Không rõ kỳ': 1, total: 1 },
      total: { 2024: 3, 'Không rõ kỳ': 1, total: 4 },
    });
  });

  it('only what the asker sees is counted', async () => {
    const asker = await askerWith(registry, 'Cán bộ xã B', { role: 'reportingClient', unitId: fromGlobalId(other)!.id });
    expect(total(await ask({ measures: ['COMMENDATIONS'] }, asker), 'COMMENDATIONS').value).toBe(1);
  });

  it('a model that the asker does not see leads them to no commendation', async () => {
    const modelId = await models.draft(other);
    const input = { form: 'GIAY_KHEN', unitId: commune, name: 'Cá nhân D', modelId, presentedOn: '2020-02-02', source: 'Sổ khen thưởng' };
    const recorded = 'mutation ($input: RecordPastCommendationInput!) { recordPastCommendation(input: $input) { userErrors { code } } }';
    expect((await registry.as.everyRole.get(recorded, { input })).recordPastCommendation.userErrors).toEqual([]);
    const question = { filter: { kind: ['MODEL'] }, measures: ['COMMENDATIONS'] };
    expect(total(await ask(question), 'COMMENDATIONS').value).toBe(1);
    await models.draft(commune);
    const asker = await askerWith(registry, 'Cán bộ xã A', { role: 'reportingClient', unitId: fromGlobalId(commune)!.id });
    expect(total(await ask(question, asker), 'COMMENDATIONS').value).toBe(0);
  });

  it('commendations have no sector: the table is refused', async () => {
    const [code, sentence] = await refusalOf(registry.as.reader, { rows: [{ by: 'SECTOR' }], measures: ['MONEY'] });
    expect([code, sentence]).toEqual([
      'STATISTICS_MEASURE_WITHOUT_DIMENSION',
      expect.stringContaining('Chỉ số “tiền thưởng” không có chiều “lĩnh vực”.'),
    ]);
  });

  it('the overview of a unit shows its commendations by level and form', async () => {
    const { overview } = await registry.as.reader.get(
      `query ($id: ID!) { overview(unitId: $id, year: 2024) { commendations { cells { row column measure value amount } } } }`,
      { id: province },
    );
    const found = overview.commendations.cells.filter((cell: Cell) => cell.row === null && cell.column === 1);
    expect(found.map(({ measure, value, amount }: Cell) => [measure, value, amount])).toEqual([
      ['COMMENDATIONS', 3, null],
      ['RECIPIENTS', 3, '7'],
      ['MONEY', 3, '10000300001'],
    ]);
  });
});
