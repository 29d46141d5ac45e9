import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { catalogue } from '../../src/platform/errors/catalogue.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { DATE_PAIRS, NOT_COMPARED } from './date-pairs.js';
import { GivenDates } from './given-dates.js';

let registry: TestRegistry;
let given: GivenDates;
beforeAll(async () => {
  registry = await openTestRegistry({ retention: { months: 24, reason: 'Quy chế nội bộ (minh họa)' } });
  registry.setClock('2026-06-01T03:00:00Z');
  given = new GivenDates(registry);
});
afterAll(() => registry.close());

const pairOf = ({ first, second }: { readonly first: string; readonly second: string }): string => `${first} – ${second}`;

describe.each(DATE_PAIRS)('$first – $second', ({ ways }) => {
  it.each(ways.map((way, i) => ({ ...way, i })))('$by: $answer $code', async ({ answer, code, attempt }) => {
    const { id, codes } = await attempt(given);
    if (answer === 'refused') expect([codes, id]).toEqual([[code], undefined]);
    else expect([codes, typeof id]).toEqual([code === '' ? [] : [code], 'string']);
    if (code !== '') expect(catalogue().get(code)!.category === 'warning').toBe(answer === 'warned');
  });
});

it('before an event ends a unit, its preview warns of records that would lie outside its life', async () => {
  const { unitId } = await given.round();
  const preview = async (effective: string): Promise<unknown> => {
    const input = { effective, changes: [{ dissolve: { unitId } }] };
    const query = 'query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { warnings { code ids message } } }';
    return (await registry.as.administrator.get(query, { input })).previewUnitEvent.warnings;
  };
  expect(await preview('2024-01-01')).toEqual([
    { code: 'UNIT_RECORDS_OUTSIDE_LIFE', ids: [unitId], message: expect.stringContaining('1 phong trào, 1 đợt đăng ký ghi ngày') },
  ]);
  expect(await preview('2024-07-01')).toEqual([]);
});

it('before lists end a unit, their check warns of the same records, and nothing is written', async () => {
  const { unitId } = await given.round();
  const { codes, id } = await given.endByLists(unitId, { apply: false });
  expect([codes, id]).toEqual([['UNIT_RECORDS_OUTSIDE_LIFE'], undefined]);
});

it('the preview of an event says that its act lies in the future', async () => {
  const input = { effective: '2026-01-01', act: { date: '2026-06-02' }, changes: [{ dissolve: { unitId: await given.unit() } }] };
  const query = 'query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { problems { code field } } }';
  const { previewUnitEvent } = await registry.as.administrator.get(query, { input });
  expect(previewUnitEvent.problems).toEqual([{ code: 'UNIT_EVENT_ACT_IN_FUTURE', field: ['input', 'act', 'date'] }]);
});

it('after all that, the doctor finds only what was warned about', async () => {
  const compared = new Set(DATE_PAIRS.flatMap(({ check, because }) => (check && because ? [check.name] : [])));
  const found = (await registry.registry.app.get(Doctor).examine()).map(({ check }) => check);
  expect(found.filter(check => !compared.has(check))).toEqual([]);
});

describe('the doctor finds', () => {
  const checks = DATE_PAIRS.flatMap(pair => (pair.check ? [{ ...pair.check, ways: pair.ways, pair: pairOf(pair) }] : []));

  it.each(checks)('$pair ($name)', async ({ name, damage, ways }) => {
    const client = await connect(registry.database.where);
    const examined = async (): Promise<number> =>
      (await registry.registry.app.get(Doctor).examine()).find(({ check }) => check === name)?.count ?? 0;
    const before = await examined();
    try {
      if (damage === undefined) await ways.find(({ answer }) => answer === 'warned')!.attempt(given);
      else await client.query(damage);
      expect(await examined()).toBeGreaterThan(before);
    } finally {
      await client.end();
    }
  });

  it('for each pair that is compared with a check, and each pair says why it has none', () => {
    const unexplained = DATE_PAIRS.filter(({ check, second, because }) => !check && second !== 'today' && !because);
    expect(unexplained.map(pairOf)).toEqual([]);
  });
});

it('docs/dates.md lists the pairs', () => {
  const rows = DATE_PAIRS.map(({ first, second, ways, check, because }) => {
    const answers = ways.map(({ by, answer, code }) => `\`${by}\`: ${answer}${code && ` (\`${code}\`)`}`);
    return `| ${first} | ${second} | ${[...new Set(answers)].join('<br>')} | ${check ? `\`${check.name}\`` : '–'} | ${because ?? ''} |`;
  });
  const others = NOT_COMPARED.map(({ first, second, because }) => `- ${first} and ${second}: ${because}.`);
  const text = `# Dates between things

Written by a test from the table that it tries (\`test/dates/date-pairs.ts\`, \`npm run docs\`). Each contradiction between the dates of two things is tried by every
command that could bring it in, from both sides. What is refused has a sentence; what is warned about is written and named in \`warnings\`, because reality does so
at times. Partial dates contradict only where no day of theirs fits. The doctor finds what was written past the registry, or lists what is to be compared with papers.

| this | and this | by which command | check of \`doctor\` | because |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

Not compared:

${others.join('\n')}
`;
  if (process.env.UPDATE_DOCS === '1') writeFileSync('docs/dates.md', text);
  expect(existsSync('docs/dates.md') ? readFileSync('docs/dates.md', 'utf8') : '').toBe(text);
});
