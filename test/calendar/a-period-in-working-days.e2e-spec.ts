import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const ASK = `query ($from: LocalDate!, $to: LocalDate, $count: Int) {
  workingDays(from: $from, to: $to, count: $count) { from to count missingYears exceptions { day kind name act verified } } }`;
const ask = async (variables: object): Promise<any> => (await registry.as.reader.get(ASK, { ...variables })).workingDays;
const codes = async (variables: object): Promise<string[]> =>
  ((await registry.as.reader.ask(ASK, { ...variables })).errors ?? []).map(({ extensions }) => extensions.code);

const set = async (input: object, as: 'boardStaff' | 'administrator' = 'administrator'): Promise<any> => {
  const document = `mutation ($input: SetCalendarYearInput!) { setCalendarYear(input: $input) {
    calendarYear { year act verified version days { day kind } } userErrors { code field } } }`;
  return (await registry.as[as].get(document, { input })).setCalendarYear;
};
const day = (date: string, kind = 'HOLIDAY', name = 'Nghỉ Tết (minh họa)'): object => ({ day: date, kind, name });

describe('a period in working days', () => {
  it('leaves out weekends and holidays of a fixed date, with their act, and says that the movable days are not known', async () => {
    expect(await ask({ from: '2027-04-28', to: '2027-05-05' })).toEqual({
      from: '2027-04-28',
      to: '2027-05-05',
      count: 4,
      missingYears: [2027],
      exceptions: [
        { day: '2027-04-30', kind: 'HOLIDAY', name: 'Ngày Chiến thắng', act: 'Bộ luật Lao động 45/2019/QH14, Điều 112', verified: false },
        {
          day: '2027-05-01',
          kind: 'HOLIDAY',
          name: 'Ngày Quốc tế lao động',
          act: 'Bộ luật Lao động 45/2019/QH14, Điều 112',
          verified: false,
        },
      ],
    });
  });

  it('asked by number is over on a working day, and over two years names each year that is not entered', async () => {
    expect(await ask({ from: '2027-12-30', count: 2 })).toMatchObject({ to: '2028-01-03', count: 2, missingYears: [2027, 2028] });
    expect(await ask({ from: '2027-12-30', to: '2028-01-03' })).toMatchObject({ count: 2 });
  });

  it('is refused without an end, with two ends, backwards or longer than ten years', async () => {
    expect(await codes({ from: '2027-01-01' })).toEqual(['CALENDAR_PERIOD_UNCLEAR']);
    expect(await codes({ from: '2027-01-01', to: '2027-02-01', count: 3 })).toEqual(['CALENDAR_PERIOD_UNCLEAR']);
    expect(await codes({ from: '2027-02-01', to: '2027-01-01' })).toEqual(['CALENDAR_PERIOD_BACKWARDS']);
    expect(await codes({ from: '2000-01-01', to: '2027-01-01' })).toEqual(['CALENDAR_PERIOD_TOO_LONG']);
  });
});

describe('the movable days of a year', () => {
  it('are entered from an act, and count from then on; a day made up for is worked on', async () => {
    const before = await ask({ from: '2026-02-13', to: '2026-02-28' });
    const days = [
      day('2026-02-16'),
      day('2026-02-17'),
      day('2026-02-20', 'DAY_OFF_IN_LIEU', 'Nghỉ hoán đổi'),
      day('2026-02-28', 'MADE_UP', 'Làm bù'),
    ];
    const { calendarYear, userErrors } = await set({ year: 2026, act: 'minh họa', days });
    expect(userErrors).toEqual([]);
    expect(calendarYear).toMatchObject({ year: 2026, act: 'minh họa', verified: false, version: 1 });
    expect(calendarYear.days).toHaveLength(8);
    const after = await ask({ from: '2026-02-13', to: '2026-02-28' });
    expect([before.missingYears, before.count, after.missingYears, after.count]).toEqual([[2026], 10, [], 8]);
  });

  it('are changed with a reason and the version that was seen, all at once', async () => {
    const input = { year: 2025, act: 'minh họa', days: [day('2025-01-28')] };
    expect((await set(input)).userErrors).toEqual([]);
    expect((await set(input)).calendarYear.version).toBe(1);
    const changed = { ...input, days: [day('2025-01-29')] };
    expect((await set(changed)).userErrors).toEqual([{ code: 'CALENDAR_NEEDS_REASON', field: ['input', 'reason'] }]);
    expect((await set({ ...changed, expectedVersion: 7, reason: 'Nhầm' })).userErrors[0].code).toBe('STALE_VERSION');
    const { calendarYear } = await set({ ...changed, expectedVersion: 1, reason: 'Nhầm ngày', verified: true });
    expect(calendarYear).toMatchObject({ version: 2, verified: true });
    expect(calendarYear.days.map((one: any) => one.day)).toEqual(['2025-01-01', '2025-01-29', '2025-04-30', '2025-05-01', '2025-09-02']);
  });

  it('are refused outside their year, twice, or made up for on a working day, and then nothing is written', async () => {
    const days = [day('2023-01-02'), day('2024-02-09'), day('2024-02-09'), day('2024-02-07', 'MADE_UP')];
    expect((await set({ year: 2024, act: 'minh họa', days })).userErrors).toEqual([
      { code: 'CALENDAR_DAY_OUTSIDE', field: ['input', 'days', '0', 'day'] },
      { code: 'CALENDAR_DAY_TWICE', field: ['input', 'days', '2', 'day'] },
      { code: 'CALENDAR_DAY_NOT_OFF', field: ['input', 'days', '3', 'day'] },
    ]);
    expect((await ask({ from: '2024-02-01', to: '2024-02-12' })).missingYears).toEqual([2024]);
  });

  it('entered by two at the same moment are entered once', async () => {
    const both = await Promise.all(['2022-02-01', '2022-02-02'].map(date => set({ year: 2022, act: 'minh họa', days: [day(date)] })));
    expect(both.map(({ userErrors }) => userErrors.length).toSorted()).toEqual([0, 1]);
  });
});
