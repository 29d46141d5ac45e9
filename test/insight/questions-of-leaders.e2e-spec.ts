import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { askStatistics, expectToOpen, numbersOf, type Question, type Table } from './given-statistics.js';

/*
 * The units of Quế Sơn with their real reorganisation, the seven models of its review, and models made up here. On 1/7/2025 the communes Quế Hiệp,
 * Quế Mỹ, Quế Thuận and Quế Châu became xã Quế Sơn Trung, the district ended without a whole successor, and tỉnh Quảng Nam and Đà Nẵng became one.
 */
let registry: TestRegistry;
const unit: Record<string, string> = {};
const sector: Record<string, string> = {};

const MODELS = [
  // Registered by two predecessors of Quế Sơn Trung in 2022, each day known.
  { unit: 'hiep', sector: 'ECONOMY', kind: 'COLLECTIVE', day: '2022-03-01' },
  { unit: 'hiep', sector: 'ECONOMY', kind: 'INDIVIDUAL', day: '2022-11-30' },
  { unit: 'chau', sector: 'CULTURE_SOCIETY', kind: 'HOUSEHOLD', day: '2022' },
  { unit: 'chau', sector: 'CULTURE_SOCIETY', kind: 'COLLECTIVE', day: '2021-05-05', title: 'Thắp sáng đường quê thôn 1' },
  // In another commune of the district, and by the district itself.
  { unit: 'huongAn', sector: 'ECONOMY', kind: 'COLLECTIVE', day: '2022-06-06', title: 'Thắp sáng đường quê', running: 'STOPPED' },
  { unit: 'district', sector: 'ECONOMY', kind: 'COLLECTIVE', day: '2022-07-07', running: 'ACTIVE' },
  // In the old Đà Nẵng.
  { unit: 'oldDaNang', sector: 'ECONOMY', kind: 'COLLECTIVE', day: '2023-01-15', running: 'ACTIVE' },
  // Of two communes at once: of Quế Sơn Trung and of Xuân Phú today.
  { unit: 'hiep', joint: 'huongAn', sector: 'ECONOMY', kind: 'COLLECTIVE', day: '2024-02-02' },
];
/** Recognised in 2024 at the province: the first and the sixth model; the first at the commune in 2023 as well. */
const RECOGNITIONS = [
  { model: 0, level: 'COMMUNE', on: '2023-05-01' },
  { model: 0, level: 'PROVINCE', on: '2024-05-01' },
  { model: 5, level: 'PROVINCE', on: '2024-08-01' },
  { model: 4, level: 'DISTRICT', on: '2024-09-09' },
];

const get = (query: string, variables?: Record<string, unknown>): Promise<any> => registry.as.everyRole.get(query, variables);

async function unitOf(code: string, asOf: string): Promise<string> {
  const { units } = await get('query ($code: String, $asOf: LocalDate) { units(filter: { code: $code }, asOf: $asOf) { nodes { id } } }', {
    code,
    asOf,
  });
  return units.nodes[0].id;
}

beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  const codes = { hiep: '20659', chau: '20680', huongAn: '20651', district: '509', quangNam: '49', oldDaNang: '48' };
  for (const [name, code] of Object.entries(codes)) unit[name] = await unitOf(code, '2022-10-01');
  const today = { trung: '20662', xuanPhu: '20650', daNang: '48' };
  for (const [name, code] of Object.entries(today)) unit[name] = await unitOf(code, '2025-09-01');
  const { sectors } = await get('{ sectors(first: 100) { nodes { id code } } }');
  for (const { id, code } of sectors.nodes) sector[code] = id;
  const ids: string[] = [];
  for (const [i, model] of MODELS.entries()) {
    const input = {
      title: model.title ?? `Mô hình ${i}`,
      unitId: unit[model.unit],
      jointOwnerIds: model.joint ? [unit[model.joint]] : [],
      sectorId: sector[model.sector],
      subjectKind: model.kind,
      state: 'SUBMITTED',
      running: model.running ?? null,
      attestedOn: model.day,
      source: 'Sổ đăng ký',
    };
    const { recordPast } = await get(
      'mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } userErrors { code field } } }',
      { input },
    );
    expect(recordPast.userErrors).toEqual([]);
    ids.push(recordPast.model.id);
  }
  for (const { model, level, on } of RECOGNITIONS) {
    const id = ids[model];
    const { version } = (await get('query ($id: ID!) { model(id: $id) { version } }', { id })).model;
    const input = { id, expectedVersion: version, state: 'RECOGNISED', level, on, source: 'Quyết định A', deviationReason: 'theo văn bản' };
    const { recordPastRegistration } = await get(
      'mutation ($input: RecordPastRegistrationInput!) { recordPastRegistration(input: $input) { userErrors { code field message } } }',
      { input },
    );
    expect(recordPastRegistration.userErrors).toEqual([]);
  }
});
afterAll(() => registry.close());

/** The table, each of whose numbers opens to exactly its rows. */
async function ask(question: Question): Promise<Table> {
  const table = await askStatistics(registry.as.reader, question);
  await expectToOpen(registry.as.reader, table);
  return table;
}

const year = (from: number, to = from): object => ({ by: 'YEAR', from: `${from}-01-01`, to: `${to}-12-31` });
const REGISTERED = ['MODELS_REGISTERED'];

describe('what a leader asks after the merger is one request, and equal to a count by hand', () => {
  it('what the predecessors of today’s xã Quế Sơn Trung registered in 2022, by sector', async () => {
    const table = await ask({ filter: { unitId: unit.trung }, rows: [{ by: 'SECTOR' }], columns: [year(2022)], measures: REGISTERED });
    // The model of the review is known from a paper that does not say when it was registered.
    expect(numbersOf(table)).toEqual({
      'Kinh tế': { 2022: 2, total: 2 },
      'Văn hóa - xã hội': { 2022: 1, total: 1 },
      'Chưa có lĩnh vực': { 'Không rõ kỳ': 1, total: 1 },
      total: { 2022: 3, 'Không rõ kỳ': 1, total: 4 },
    });
    expect(table.cells.find(({ row, column }) => row === 0 && column === 0)).toMatchObject({
      share: '66.67',
      previous: null,
      change: null,
    });
  });

  it('by collective, individual and household, this year against the last', async () => {
    const table = await ask({
      filter: { unitId: unit.trung },
      rows: [{ by: 'SUBJECT_KIND' }],
      columns: [year(2021, 2022)],
      measures: REGISTERED,
    });
    expect(numbersOf(table)).toEqual({
      'Tập thể': { 2021: 1, 2022: 1, 'Không rõ kỳ': 1, total: 3 },
      'Cá nhân': { 2022: 1, total: 1 },
      'Hộ gia đình': { 2022: 1, total: 1 },
      total: { 2021: 1, 2022: 3, 'Không rõ kỳ': 1, total: 5 },
    });
    expect(table.cells.find(({ row, column }) => row === null && column === 1)).toMatchObject({ value: 3, previous: 1, change: 2 });
  });

  it('“2022” is of the year 2022, but of no known quarter', async () => {
    const filter = { unitId: unit.trung, subjectKind: ['HOUSEHOLD'] };
    const quarters = { by: 'QUARTER', from: '2022-01-01', to: '2022-12-31' };
    expect(numbersOf(await ask({ filter, columns: [quarters], measures: REGISTERED }))).toEqual({ total: { 'Không rõ kỳ': 1, total: 1 } });
    expect(numbersOf(await ask({ filter, columns: [year(2023)], measures: REGISTERED }))).toEqual({});
  });

  it('recognised at each level in 2024', async () => {
    const table = await ask({ rows: [{ by: 'LEVEL' }], columns: [year(2023, 2024)], measures: ['RECOGNISED'] });
    expect(numbersOf(table)).toEqual({
      'Cấp xã': { 2023: 1, total: 1 },
      'Cấp huyện': { 2024: 1, total: 1 },
      'Cấp tỉnh': { 2024: 2, total: 2 },
      // The model that was recognised twice counts once.
      total: { 2023: 1, 2024: 3, total: 3 },
    });
    expect(table.notes).toEqual([
      'Mô hình được công nhận ở nhiều cấp tính ở mỗi cấp, nhưng chỉ một lần trong tổng. (mô hình được công nhận)',
      'Mô hình được tính ở nhiều kỳ chỉ tính một lần trong tổng. (mô hình được công nhận)',
    ]);
  });

  it('per year in both old provinces that are one now, and in the one', async () => {
    const question = {
      rows: [{ by: 'UNIT', level: 'PROVINCE' }],
      columns: [year(2021, 2024)],
      measures: REGISTERED,
      filter: { lacking: ['THEME'] },
    };
    expect(numbersOf(await ask({ ...question, basis: 'AS_REPORTED' }))).toEqual({
      'Tỉnh Quảng Nam': { 2021: 1, 2022: 5, 2024: 1, total: 7 },
      'Thành phố Đà Nẵng': { 2023: 1, total: 1 },
      total: { 2021: 1, 2022: 5, 2023: 1, 2024: 1, total: 8 },
    });
    expect(numbersOf(await ask(question))).toEqual({
      'Thành phố Đà Nẵng': { 2021: 1, 2022: 5, 2023: 1, 2024: 1, total: 8 },
      total: { 2021: 1, 2022: 5, 2023: 1, 2024: 1, total: 8 },
    });
  });

  it('running, stopped and not known', async () => {
    const table = await ask({ rows: [{ by: 'RUNNING' }], measures: REGISTERED, filter: { lacking: ['THEME'] } });
    expect(numbersOf(table)).toEqual({
      'Đang thực hiện': { total: 2 },
      'Đã dừng': { total: 1 },
      'Không rõ': { total: 5 },
      total: { total: 8 },
    });
  });

  it('one idea by commune', async () => {
    const filter = { text: 'thap sang duong que' };
    const table = await ask({ filter, rows: [{ by: 'UNIT', level: 'COMMUNE' }], measures: REGISTERED });
    expect(numbersOf(table)).toEqual({ 'Xã Quế Sơn Trung': { total: 1 }, 'Xã Xuân Phú': { total: 1 }, total: { total: 2 } });
  });

  it('what the district did, which no commune answers for, stands below the city as a rest and is never divided', async () => {
    const table = await ask({
      rows: [{ by: 'UNIT', childrenOf: unit.daNang }],
      columns: [year(2022)],
      measures: REGISTERED,
      filter: { lacking: ['THEME'] },
    });
    const numbers = numbersOf(table);
    expect(numbers['Xã Quế Sơn Trung']).toEqual({ 2022: 3, total: 3 });
    expect(numbers['Xã Xuân Phú']).toEqual({ 2022: 1, total: 1 });
    expect(numbers['Số dư của Thành phố Đà Nẵng']).toEqual({ 2022: 1, total: 1 });
    expect(numbers.total).toEqual({ 2022: 5, total: 5 });
    const rest = table.rows.flatMap(({ values }) => values).find(({ kind }) => kind === 'REST');
    expect(rest!.reason).toContain('Huyện Quế Sơn');
  });

  it('a commune that took part of the district says what it cannot answer for', async () => {
    const table = await ask({ filter: { unitId: unit.trung }, measures: REGISTERED });
    expect(table.residuals).toEqual([
      expect.objectContaining({ value: expect.any(Number), reason: expect.stringContaining('không chia') }),
    ]);
    expect(table.residuals[0]!.value).toBeGreaterThan(0);
  });

  it('a model of two communes counts at both, and once in the total', async () => {
    const table = await ask({
      rows: [{ by: 'UNIT', level: 'COMMUNE' }],
      columns: [year(2024)],
      measures: REGISTERED,
      filter: { lacking: ['THEME'] },
    });
    expect(numbersOf(table)).toEqual({
      'Xã Quế Sơn Trung': { 2024: 1, total: 1 },
      'Xã Xuân Phú': { 2024: 1, total: 1 },
      total: { 2024: 1, total: 1 },
    });
    expect(table.notes).toEqual(['Mô hình của nhiều đơn vị tính ở mỗi đơn vị, nhưng chỉ một lần trong tổng. (mô hình đăng ký)']);
  });

  it('a model that waits in the trash is not counted', async () => {
    const { models } = await get('{ models(filter: { text: "thap sang duong que thon 1" }) { nodes { id version } } }');
    const [{ id, version }] = models.nodes;
    const trash = (name: string, seen: number): Promise<unknown> =>
      get(
        `mutation ($input: ${name === 'trashModel' ? 'TrashModelInput' : 'RestoreModelInput'}!) { ${name}(input: $input) { userErrors { code } } }`,
        {
          input: { id, expectedVersion: seen, ...(name === 'trashModel' && { reason: 'Nhập trùng' }) },
        },
      );
    await trash('trashModel', version);
    const table = await ask({ filter: { unitId: unit.trung }, columns: [year(2021)], measures: REGISTERED });
    expect(numbersOf(table)).toEqual({ total: { 'Không rõ kỳ': 1, total: 1 } });
  });
});
