import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenFigures } from '../indicators/given-figures.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let district: string;
const units = givenUnits(() => registry);
const figures = givenFigures(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  const { reviews } = await registry.as.reader.get('{ reviews(first: 1) { nodes { unit { id } } } }');
  district = reviews.nodes[0].unit.id;
});
afterAll(() => registry.close());

const indicator = async (code: string): Promise<string> =>
  (await registry.as.reader.get('query ($code: [String!]) { indicators(filter: { code: $code }) { nodes { id } } }', { code: [code] }))
    .indicators.nodes[0].id;

it('one query shows it: eleven figures as printed, the 715 files that are missing, the change of units, models and tasks', async () => {
  const { reviews } = await registry.as.reader.get(`{ reviews(first: 5) { totalCount nodes {
    name period starts ends heldOn theme unit { fullName } organisers { name }
    figures(first: 20) { totalCount nodes { indicator { code } raw reading qualifier measure state unit { name } } }
    identities { name stated computed residual closes missing explanation }
    unitEvents { effective } models(first: 10) { totalCount } commendations(first: 10) { nodes { form count recipient { kind } issuer { name } } } tasks { text state owner { name } } } } }`);
  expect(reviews.totalCount).toBe(1);
  const [review] = reviews.nodes;
  expect(review).toMatchObject({
    name: 'Sơ kết 03 năm thực hiện mô hình “Dân vận khéo”',
    starts: '2019',
    ends: '..2022-10-13',
    heldOn: '2022-10-13',
    unit: { fullName: 'Huyện Quế Sơn' },
    figures: { totalCount: 11 },
    models: { totalCount: 7 },
    unitEvents: [{ effective: '2020-02-01' }],
  });
  const printed = Object.fromEntries(review.figures.nodes.map(({ indicator: { code }, raw, reading }: any) => [code, [raw, reading]]));
  expect(printed).toEqual({
    CITIZEN_RECEPTION_SESSIONS: ['777', '777'],
    CITIZENS_RECEIVED: ['777', '777'],
    PETITIONS_SETTLED: ['39', '39'],
    PROCEDURES_CUT_TO_SAME_DAY: ['07', '7'],
    PROCEDURES_CUT_OVER_10PCT: ['07', '7'],
    PROCEDURES_PUBLISHED_DISTRICT: ['266', '266'],
    PROCEDURES_PUBLISHED_COMMUNE: ['95', '95'],
    FILES_ON_TIME: ['33,838', '33838'],
    FILES_TOTAL: ['43,479', '43479'],
    FILES_SETTLED_LATE: ['8.552', '8552'],
    FILES_PENDING_LATE: ['374', '374'],
  });
  expect(review.identities).toEqual([
    expect.objectContaining({ stated: '43479', computed: '42764', residual: '715', closes: false, missing: 0, explanation: null }),
  ]);
  expect(review.commendations.nodes.map(({ count, recipient, issuer }: any) => [count, recipient.kind, issuer.name]).toSorted()).toEqual([
    [10, 'INDIVIDUAL', 'UBND huyện Quế Sơn'],
    [5, 'COLLECTIVE', 'UBND huyện Quế Sơn'],
  ]);
  expect(review.tasks).toHaveLength(6);
  expect(review.tasks[3]).toEqual({ text: 'tuyên truyền điển hình', state: 'OPEN', owner: null });
});

it('as reported, the district answers 43,479 files with 715 left open, and 77.83 % on time', async () => {
  const asked = { indicatorId: await indicator('FILES_TOTAL'), unitId: district, to: '2022-12-31' };
  expect(await figures.total(asked)).toMatchObject({
    unit: 'Huyện Quế Sơn',
    reading: '43479',
    qualifier: 'EXACT',
    waiting: 0,
    residuals: [],
    identities: [{ residual: '715', open: 1, explained: 0 }],
  });
  const share = await figures.total({ ...asked, indicatorId: await indicator('FILES_ON_TIME_SHARE') });
  expect(share).toMatchObject({ reading: '77.83', qualifier: 'EXACT' });
});

it('restated, Đà Nẵng contains them as what no unit below reaches, with what they leave open', async () => {
  const unitId = await units.find('Đà Nẵng');
  const total = await figures.total({ indicatorId: await indicator('FILES_TOTAL'), unitId, to: '2022-12-31', basis: 'RESTATED' });
  expect(total).toMatchObject({ reading: '43479', identities: [{ residual: '715' }], residuals: [] });
  const counted = total.rows.filter(({ reading }: any) => reading !== null);
  expect(counted).toEqual([
    expect.objectContaining({ unit: 'Không thuộc đơn vị nào bên dưới: Huyện Quế Sơn', reading: '43479', counted: 1 }),
  ]);
});

it('restated to a commune of today, they are a residual that is named and never divided', async () => {
  for (const name of ['Quế Sơn Trung', 'Xuân Phú', 'Nông Sơn']) {
    const unitId = await units.find(name);
    const total = await figures.total({ indicatorId: await indicator('FILES_TOTAL'), unitId, to: '2022-12-31', basis: 'RESTATED' });
    expect(total.reading).toBeNull();
    expect(total.residuals).toEqual([{ unit: 'Huyện Quế Sơn', reading: '43479', reason: 'DIVIDED' }]);
  }
});

it('restated to a unit that has ended without a successor is refused with the reason', async () => {
  const { errors } = await registry.as.reader.ask(
    `query ($i: ID!, $u: ID!) { figureTotal(indicatorId: $i, unitId: $u, to: "2022-12-31", basis: RESTATED) { reading } }`,
    { i: await indicator('FILES_TOTAL'), u: district },
  );
  expect(errors?.[0]?.extensions.code).toBe('FIGURE_TOTAL_UNIT_NOT_IN_FORCE');
  expect(errors?.[0]?.message).toMatch(/“Huyện Quế Sơn” không còn/);
});

it('the doctor finds nothing in it', async () => {
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});
