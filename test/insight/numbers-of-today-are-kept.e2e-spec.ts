import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventCounter } from '../../src/insight/statistics/kept/event-counter.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { asker, openTestRegistry, tokenWith, type Asker, type TestRegistry } from '../support/test-registry.js';
import { askStatistics, type Question } from './given-statistics.js';
import { KeptCounts } from './kept-counts.js';

let registry: TestRegistry;
let kept: KeptCounts;
let province: string;
let communes: string[];
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2026-11-25T03:00:00Z');
  kept = await KeptCounts.of(registry);
  province = await units.establish({ name: 'Tỉnh A', kind: 'TINH', code: '90' });
  communes = [];
  for (const n of [1, 2, 3]) communes.push(await units.establish({ name: `Xã ${n}`, parentId: province, code: `9000${n}` }));
  for (const commune of communes) await models.draft(commune, { title: `Tiếp dân ở xã ${commune}` });
  await kept.count();
});
afterAll(async () => {
  await kept.release();
  await registry.close();
});

const all: Question = { measures: ['MODELS'] };
const numberOf = async (question: Question, by: Asker = registry.as.reader): Promise<number> =>
  (await askStatistics(by, question)).cells.find(({ row, column }) => row === null && column === null)!.value;
const findings = async (): Promise<string[]> => {
  const found = await registry.registry.app.get(Doctor).examine();
  return found.map(({ check }) => check).filter(check => check.startsWith('statistics.'));
};

describe('what is kept for statistics of today', () => {
  it('answers questions of today and no others; the doctor compares it with the rows, and a recount puts it right', async () => {
    const byYear: Question = { rows: [{ by: 'YEAR' }], measures: ['MODELS'] };
    const byQuarter: Question = { rows: [{ by: 'QUARTER' }], measures: ['MODELS'] };
    await kept.client.query(`update event_count set n = n + 100 where whole and measure = 'MODELS'`);
    expect(await numberOf(byYear)).toBe(103);
    expect(await numberOf({ ...byYear, rows: [{ by: 'UNIT', level: 'PROVINCE' }] })).toBe(3);
    // By single events, and by the rows.
    expect(await numberOf(byQuarter)).toBe(3);
    expect(await numberOf({ ...byYear, asOf: '2026-11-24' })).toBe(0);
    expect(await numberOf({ ...byYear, filter: { text: 'tiep dan' } })).toBe(3);
    expect(await findings()).toEqual(['statistics.keptCountsAreThoseOfTheEvents']);
    await kept.client.query(`delete from counted_event where unit_id in (select unit_id from counted_event limit 1)`);
    expect(await numberOf(byQuarter)).toBe(2);
    expect(await findings()).toEqual(['statistics.keptEventsAreThoseOfTheRows', 'statistics.keptCountsAreThoseOfTheEvents']);
    await kept.let(() => registry.registry.app.get(EventCounter).recount());
    expect(await findings()).toEqual([]);
    expect([await numberOf(byYear), await numberOf(byQuarter)]).toEqual([3, 3]);
  });

  it('waits for the counting of that moment, and is not put off', async () => {
    await kept.client.query(`update event_count set n = n + 100 where whole and measure = 'MODELS'`);
    const progress = { over: false };
    const recounted = registry.registry.app
      .get(EventCounter)
      .recount()
      .finally(() => (progress.over = true));
    const waits = `select from pg_locks where locktype = 'advisory' and not granted`;
    while (!progress.over && (await kept.client.query(waits)).rowCount === 0) await setTimeout(20);
    await kept.let(() => recounted);
    expect(await findings()).toEqual([]);
  });

  it('has what a command changed as soon as it is committed, before it is counted and afterwards', async () => {
    const model = await models.draft(communes[0]!, { title: 'Hòa giải ở cơ sở' });
    const byState: Question = { rows: [{ by: 'STATE' }], measures: ['MODELS', 'MODELS_REGISTERED'] };
    const before = await askStatistics(registry.as.reader, byState);
    expect(before.cells.find(({ row, measure }) => row === null && measure === 'MODELS')!.value).toBe(4);
    await models.step('submitModels', model).catch(() => undefined);
    const uncounted = await askStatistics(registry.as.reader, byState);
    await kept.count();
    expect(await askStatistics(registry.as.reader, byState)).toEqual(uncounted);
    await kept.expectEqualToRecount();
  });

  it('who reads one commune has its numbers, and none of another', async () => {
    const { id } = fromGlobalId(communes[1]!)!;
    const token = await tokenWith(registry, 'one commune', { role: 'reportingClient', unitId: id, line: null });
    const clerk = asker(registry.url, token);
    const numbers = await Promise.all(
      [{}, { unitId: communes[1] }, { unitId: communes[0] }].map(filter => numberOf({ ...all, filter }, clerk)),
    );
    expect(numbers).toEqual([1, 1, 0]);
  });

  it('many who write in one province at the same time wait for nobody, and every model is counted once', async () => {
    const written = await Promise.all(
      Array.from({ length: 24 }, (_, i) => models.draft(communes[i % 3]!, { title: `Mô hình viết cùng lúc ${i}` })),
    );
    expect(written).toHaveLength(24);
    expect(await numberOf(all)).toBe(28);
    await kept.count();
    expect(await numberOf(all)).toBe(28);
    await kept.expectEqualToRecount();
  });

  it('on a new day, it is that of the new day', async () => {
    const byProvince: Question = { rows: [{ by: 'UNIT', level: 'PROVINCE' }], measures: ['MODELS'] };
    registry.setClock('2026-11-26T03:00:00Z');
    expect(await numberOf(byProvince)).toBe(28);
    await kept.count();
    expect((await kept.client.query(`select day::text from counted_day`)).rows).toEqual([{ day: '2026-11-26' }]);
    expect(await numberOf(byProvince)).toBe(28);
    await kept.expectEqualToRecount();
  });

  it('is not counted anew in turn by two processes of which one has the next day already; a clock that went back further counts anew', async () => {
    const countedOn = async (clock: string): Promise<string> => {
      registry.setClock(clock);
      await kept.let(() => registry.registry.app.get(EventCounter).countAll());
      expect(await numberOf(all)).toBe(28);
      return (await kept.client.query(`select day::text from counted_day`)).rows[0].day;
    };
    expect(await countedOn('2026-11-26T16:59:59Z')).toBe('2026-11-26');
    expect(await countedOn('2026-11-26T17:00:01Z')).toBe('2026-11-27');
    expect(await countedOn('2026-11-26T16:59:59Z')).toBe('2026-11-27');
    expect(await countedOn('2026-11-25T03:00:00Z')).toBe('2026-11-25');
    expect(await countedOn('2026-11-26T03:00:00Z')).toBe('2026-11-26');
  });
});
