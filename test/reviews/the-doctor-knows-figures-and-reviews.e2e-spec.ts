import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenFigures } from '../indicators/given-figures.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenReviews } from './given-reviews.js';

let registry: TestRegistry;
let client: pg.Client;
const units = givenUnits(() => registry);
const figures = givenFigures(() => registry);
const reviews = givenReviews(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  client = await connect(registry.database.where);
  const commune = await units.establish({ name: 'A' });
  await units.establish({ name: 'B' });
  const indicatorId = await figures.indicator({ code: 'SO_HO_SO', validFrom: '2020-01-01' });
  await figures.remark(await figures.approved(indicatorId, commune, '8.552'));
  const previousId = await reviews.open(commune, { name: 'Kỳ trước', starts: '2023', ends: '2023' });
  const id = await reviews.open(commune, { name: 'Kỳ này', previousId });
  await reviews.task(id);
  await reviews.freeze(id);
});
afterAll(async () => {
  await client.end();
  await registry.close();
});

const examine = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await registry.registry.app.get(Doctor).examine()).map(({ check, cases }) => [check, cases[0]!.vi]));

const OTHER_UNIT = `(select u.id from unit u where u.id <> (select unit_id from figure) limit 1)`;

it.each([
  [
    'a reading with other digits than its text',
    `update figure set reading = 8553`,
    `update figure set reading = 8552`,
    'indicators.readingsHaveTheDigitsOfTheirText',
    /“8\.552” được đọc là 8553/,
  ],
  [
    'an indicator with days without a definition',
    `update indicator_definition set validity = '[2020-01-01,2021-01-01)'`,
    `update indicator_definition set validity = '[2020-01-01,)'`,
    'indicators.definitionsWithoutGap',
    /“SO_HO_SO”/,
  ],
  [
    'a figure from the source of another unit',
    `update figure_source set unit_id = ${OTHER_UNIT}`,
    `update figure_source set unit_id = (select unit_id from figure)`,
    'indicators.sourcesOfTheUnitOfTheirFigures',
    /“Báo cáo năm”/,
  ],
  [
    'a remark of another unit than its figure',
    `update figure_remark set unit_id = ${OTHER_UNIT}`,
    `update figure_remark set unit_id = (select unit_id from figure)`,
    'indicators.remarksOfTheUnitOfTheirFigures',
    /“8\.552”/,
  ],
  [
    'a task of another unit than its review',
    `update review_task set unit_id = ${OTHER_UNIT}`,
    `update review_task set unit_id = (select unit_id from figure)`,
    'reviews.partsOfOneUnit',
    /“Kỳ này”/,
  ],
  [
    'a review before that does not end earlier',
    `update review set period = '[2023-01-01,2025-01-01)' where name = 'Kỳ trước'`,
    `update review set period = '[2023-01-01,2024-01-01)' where name = 'Kỳ trước'`,
    'reviews.previousEndsEarlier',
    /“Kỳ trước”.*“Kỳ này”/,
  ],
  [
    'frozen numbers of another day than their moment',
    `update review_freeze set as_of = as_of - 1`,
    `update review_freeze set as_of = as_of + 1`,
    'reviews.frozenOnTheDayOfItsMoment',
    /“Kỳ này”/,
  ],
])('finds %s', async (_what, breaks, mends, check, sentence) => {
  expect(await examine()).toEqual({});
  await client.query(breaks);
  expect((await examine())[check]).toMatch(sentence);
  await client.query(mends);
  expect(await examine()).toEqual({});
});
