import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { errorsOf, givenDecisions } from './given-decisions.js';

let registry: TestRegistry;
let issuerId: string;
let other: string;
beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2025-12-01T03:00:00Z');
  issuerId = await units.establish({ name: 'UBND huyện', line: 'STATE', kind: 'UBND', validFrom: '2000-05-01', validTo: '2025-06-30' });
  other = await units.establish({ name: 'Xã A' });
});
afterAll(async () => {
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
  await registry.close();
});

const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const given = givenDecisions(() => registry);
const source = 'Danh sách kèm báo cáo tổng kết 2016';

/** What may be known of number and date: everything but a number with an exact day needs a source. */
const NUMBERS = [null, '12/QĐ-UBND'];
const DATES = [null, '2019', '2019-05', '2018-01-01..2018-06-30', '..2017-06-30', '2016-05-02'];
const KNOWN = NUMBERS.flatMap(number => DATES.map(issuedOn => ({ number, issuedOn })));
const isComplete = ({ number, issuedOn }: (typeof KNOWN)[number]): boolean => number !== null && issuedOn === '2016-05-02';

describe.each(KNOWN)('a decision with the number $number of the date $issuedOn', known => {
  it(isComplete(known) ? 'needs no source' : 'needs a source', async () => {
    const answer = await given.record({ ...known, kind: 'OTHER', issuerId });
    expect(errorsOf(answer)).toEqual(isComplete(known) ? [] : [['DECISION_NEEDS_SOURCE', 'input.source']]);
  });

  it('is entered without inventing anything, marked, and completed later with a reason', async () => {
    const { decision, userErrors } = await given.record({ ...known, issuerId, source });
    expect(userErrors).toEqual([]);
    const day = known.issuedOn === '2016-05-02' ? known.issuedOn : null;
    expect(decision).toMatchObject({ number: known.number, issued: known.issuedOn, issuedOn: day, complete: isComplete(known), source });
    if (isComplete(known)) return;
    const day2 =
      known.issuedOn === null ? '2010-03-04' : ({ '2019': '2019-08-09', '2019-05': '2019-05-09' }[known.issuedOn] ?? '2017-02-03');
    const completed = await given.correct({ id: decision.id, expectedVersion: 1, number: `9${KNOWN.indexOf(known)}/QĐ`, issuedOn: day2 });
    expect(errorsOf(completed)).toEqual([]);
    expect(completed.decision).toMatchObject({ issuedOn: day2, complete: true, version: 2 });
    const back = await given.correct({ id: decision.id, expectedVersion: 2, number: null, issuedOn: known.issuedOn });
    expect(back.decision).toMatchObject({ number: null, issued: known.issuedOn, complete: false });
    expect(errorsOf(await given.correct({ id: decision.id, expectedVersion: 3, source: null }))).toEqual([
      ['DECISION_NEEDS_SOURCE', 'input.source'],
    ]);
  });
});

it('two decisions without number or year are two; one number per issuer, kind and year holds where both are known', async () => {
  const paper = { kind: 'NOTICE', issuerId, source };
  for (const known of [
    { number: null, issuedOn: '2011-01-02' },
    { number: '5/TB', issuedOn: null },
    { number: '5/TB', issuedOn: '2010-06-01..2011-06-30' },
  ])
    for (let times = 0; times < 2; times++) expect(errorsOf(await given.record({ ...paper, ...known }))).toEqual([]);
  expect(errorsOf(await given.record({ ...paper, number: '5/TB', issuedOn: '2011' }))).toEqual([]);
  const taken = await given.record({ ...paper, number: '5/tb', issuedOn: '2011-03-04' });
  expect(taken.userErrors).toMatchObject([{ code: 'DECISION_NUMBER_TAKEN', message: expect.stringContaining('ban hành: năm 2011') }]);
});

it('a date is refused only where none of its days is possible', async () => {
  const paper = { kind: 'PLAN', number: null, issuerId, source };
  expect(errorsOf(await given.record({ ...paper, issuedOn: '2025' }))).toEqual([]);
  expect(errorsOf(await given.record({ ...paper, issuedOn: '2025-08' }))).toEqual([['UNIT_NOT_IN_FORCE', 'input.issuerId']]);
  expect(errorsOf(await given.record({ ...paper, issuedOn: '2000' }))).toEqual([]);
  expect(errorsOf(await given.record({ ...paper, issuedOn: '1999' }))).toEqual([['UNIT_NOT_IN_FORCE', 'input.issuerId']]);
  expect(errorsOf(await given.record({ ...paper, issuerId: other, issuedOn: '2025' }))).toEqual([]);
  expect(errorsOf(await given.record({ ...paper, issuerId: other, issuedOn: '2026' }))).toEqual([['DECISION_IN_FUTURE', 'input.issuedOn']]);
});

it('lists, filters and pages have those not known last in either direction, each once', async () => {
  const inOrder = async (orderBy: string): Promise<(string | null)[]> => {
    const seen: any[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { decisions }: any = await registry.as.reader.get(
        `query ($orderBy: DecisionOrder!, $after: String) {
          decisions(first: 3, orderBy: $orderBy, after: $after) { nodes { id number issued } pageInfo { hasNextPage endCursor } } }`,
        { orderBy, after },
      );
      seen.push(...decisions.nodes);
      ({ hasNextPage: more, endCursor: after } = decisions.pageInfo);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    return seen.map(node => (orderBy.startsWith('NUMBER') ? node.number : node.issued));
  };
  for (const orderBy of ['ISSUED_ON', 'ISSUED_ON_DESC', 'NUMBER', 'NUMBER_DESC']) {
    const keys = await inOrder(orderBy);
    expect(keys).toContain(null);
    expect(keys.slice(keys.indexOf(null)).every(key => key === null)).toBe(true);
  }
  const all = await given.numbers({});
  const [complete, incomplete] = [await given.numbers({ complete: true }), await given.numbers({ complete: false })];
  expect(complete).not.toContain(null);
  expect(complete.length + incomplete.length).toBe(all.length);
  expect(await given.numbers({ year: 2011, kind: ['NOTICE'] })).toEqual(['5/TB', null, null]);
});

it('a model is recognised by a decision whose date is known only as a year, unless the whole year is later', async () => {
  registry.setClock('2025-12-01T03:00:00Z');
  const commune = await units.establish({ name: 'Xã B' });
  await models.authority(commune, commune);
  const recognise = async (issuedOn: string): Promise<string[]> => {
    const model = await models.draft(commune);
    for (const step of ['submitModels', 'receiveModels', 'openAppraisalOfModels']) await models.step(step, model);
    const { decision } = await given.record({ number: null, issuedOn, issuerId: commune, source });
    const [row] = await models.step('recogniseModels', model, { decisionId: decision.id, level: 'COMMUNE', on: '2025-12-01' });
    return row!.userErrors.map(({ code }) => code);
  };
  expect(await recognise('2025')).toEqual([]);
  expect(await recognise('2025-12')).toEqual([]);
});

it('the database itself refuses an incomplete decision without a source', async () => {
  const client = await connect(registry.database.where);
  const refusal = await client.query(`update decision set source = null where number is null`).then(
    () => undefined,
    (error: { constraint?: string }) => error.constraint,
  );
  await client.end();
  expect(refusal).toBe('decision_incomplete_has_source');
});
