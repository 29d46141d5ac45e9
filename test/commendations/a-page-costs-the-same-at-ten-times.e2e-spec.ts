import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let client: pg.Client;
let commune: string;
const [units, given] = [givenUnits(() => registry), givenCommendations(() => registry)];

beforeAll(async () => {
  registry = await openTestRegistry();
  client = await connect(registry.database.where);
  commune = await units.establish({ name: 'Xã A' });
});
afterAll(async () => {
  await client.end();
  await registry.close();
});

/** What the work asks of commendations, as the registry sends it. */
async function askedBy(work: () => Promise<unknown>): Promise<{ text: string; values: unknown[] }> {
  const asked: { text: string; values: unknown[] }[] = [];
  const { query } = pg.Client.prototype;
  const watched = function (this: pg.Client, ...args: any[]): unknown {
    const text: string = typeof args[0] === 'string' ? args[0] : args[0].text;
    if (text.includes('from commendation c')) asked.push({ text, values: args[0].values ?? args[1] ?? [] });
    return (query as any).apply(this, args);
  };
  pg.Client.prototype.query = watched as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  expect(asked).toHaveLength(1);
  return asked[0]!;
}

interface Step {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Step[];
}

const stepsOf = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(stepsOf)];

/** How many rows of commendations the page reads, and by which indexes. */
async function readBy(args: string): Promise<{ rows: number; ways: Set<string> }> {
  const { text, values } = await askedBy(() => registry.as.reader.get(`{ commendations(first: 20, ${args}) { nodes { id reason } } }`));
  const { rows } = await client.query(`explain (analyze, format json) ${text}`, values);
  const read = stepsOf(rows[0]['QUERY PLAN'][0].Plan).filter(step => step['Relation Name'] === 'commendation');
  return {
    rows: read.reduce((sum, step) => sum + (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'], 0),
    ways: new Set(read.map(step => step['Index Name'] ?? step['Node Type'])),
  };
}

/** Papers of past days, so many a year since 2000. */
const fill = async (n: number): Promise<void> => {
  await client.query(
    `insert into commendation (id, from_paper, source, on_day, name, count, reason, recorded_on)
     select gen_random_uuid(), true, 'Sổ khen thưởng', date '2000-01-01' + i * 3 % 9000, 'Cá nhân ' || i, 1, 'Thành tích', date '2025-01-01'
       from generate_series(1, $1::int) i`,
    [n],
  );
  await client.query('analyze commendation');
};

it('a page by the day, in either direction, of all or of a year reads as many rows at ten times', async () => {
  const pages = ['orderBy: DAY_DESC', 'orderBy: DAY', 'filter: { year: 2010 }'];
  await fill(3_000);
  const few = [];
  for (const page of pages) few.push(await readBy(page));
  await fill(27_000);
  for (const [index, page] of pages.entries()) {
    const { rows, ways } = await readBy(page);
    expect(ways).toEqual(new Set(['commendation_listed']));
    expect(rows).toBeLessThanOrEqual(few[index]!.rows);
    expect(rows).toBeLessThan(100);
  }
});

it('a named recipient without a unit is warned of, because no unit has it in its list', async () => {
  const line = (more: object): object => given.line({ reason: 'Thành tích khác', ...more });
  const { warnings } = await given.send(
    registry.as.leader,
    'grantCommendations',
    {
      decision: { number: '7/QĐ-UBND', issuedOn: '2025-08-08', issuerId: commune },
      recipients: [line({ name: 'Cá nhân B', unitId: commune }), line({ name: 'Cá nhân C' })],
    },
    'warnings { code field message }',
  );
  expect(warnings).toEqual([
    {
      code: 'COMMENDATION_WITHOUT_UNIT',
      field: ['input', 'recipients', '1', 'unitId'],
      message: expect.stringContaining('“Cá nhân C” không có đơn vị'),
    },
  ]);
  const past = await given.send(
    registry.as.boardStaff,
    'recordPastCommendation',
    { source: 'Sổ khen thưởng', name: 'Cá nhân D', kind: 'INDIVIDUAL', issuerId: commune },
    'warnings { code field }',
  );
  expect(past.warnings).toEqual([{ code: 'COMMENDATION_WITHOUT_UNIT', field: ['input', 'unitId'] }]);
});

it('a commendation is listed by its decision, also when the day of it is corrected or becomes known', async () => {
  const { decision } = await given.send(
    registry.as.boardStaff,
    'recordDecision',
    { number: '9/QĐ-UBND', kind: 'DECISION', issuerId: commune, source: 'Sổ công văn', issuedOn: null },
    'decision { id version }',
  );
  const input = { decisionId: decision.id, unitId: commune, kind: 'INDIVIDUAL', form: 'GIAY_KHEN', name: 'Cá nhân A', on: '2019-05-05' };
  const { commendation, refused } = await given.past(input);
  expect(refused).toEqual([]);
  const years = async (): Promise<number[]> => {
    const found: number[] = [];
    for (const year of [2019, 2020, 2021]) {
      const rows = await given.list({ year, decisionId: decision.id });
      if (rows.some(({ id }) => id === commendation.id)) found.push(year);
    }
    return found;
  };
  expect(await years()).toEqual([2019]);
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
  await client.query(
    `update decision set issued = '2021-03-01', issued_from = '2021-03-01', issued_by = '2021-03-01' where number = '9/QĐ-UBND'`,
  );
  expect(await years()).toEqual([2021]);
  await client.query(`update decision set issued = null, issued_from = null, issued_by = null where number = '9/QĐ-UBND'`);
  expect(await years()).toEqual([2019]);
});
