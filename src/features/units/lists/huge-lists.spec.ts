import { describe, expect, it } from '@jest/globals';
import { atOnce, inTurns, type Steps } from '../../../shared/turns.js';
import { planEvent } from '../unit-event.plan.js';
import { UnitLedger } from '../unit-ledger.js';
import type { CsvFile } from './csv.reader.js';
import { ListDrafter } from './list.drafter.js';
import { ListFindings } from './unit-list.findings.js';
import { readUnitList } from './unit-list.file.js';

const NINE_MB = 9_000_000;
const HEADER = 'code,name,type,parent_code\n';
/** Of the processor, so that other work of the machine does not count; each took 5 to 55 seconds. */
const MOST_MICROSECONDS = 10_000_000;

const filled = (row: (i: number) => string): string => {
  const rows: string[] = [HEADER];
  for (let size = 0, i = 0; size < NINE_MB; i++) {
    const next = row(i);
    rows.push(next);
    size += next.length;
  }
  return rows.join('');
};

/** Files of nine megabytes, each the worst of its kind. */
const WORST: Readonly<Record<string, () => string>> = {
  'of the shortest rows': () => filled(() => 'a\n'),
  'of empty rows': () => filled(() => ',,,\n'),
  'of one row with a million cells': () => HEADER + ','.repeat(NINE_MB),
  'of one cell that never ends': () => `${HEADER}"${'a'.repeat(NINE_MB)}`,
  'of rows that are all wrong': () => filled(i => `${i},${'x'.repeat(160)},huyện lạ,${i}\n`),
  'of rows that all have one code': () => filled(() => `01,${'Xã A '.repeat(30)},Xã,02\n`),
  'of quotation marks': () => HEADER + '""'.repeat(NINE_MB / 2),
};

describe('a list of nine megabytes', () => {
  it.each(Object.keys(WORST))('%s is answered with bounded work and bounded findings', kind => {
    const content = Buffer.from(WORST[kind]!());
    const findings = new ListFindings();
    const before = process.cpuUsage();
    atOnce(readUnitList({ name: 'a.csv', content }, findings));
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(MOST_MICROSECONDS);
    expect(findings.problemCount).toBeGreaterThan(0);
    expect(findings.problems.length).toBeLessThanOrEqual(1_000);
  });
});

const FIRST = ['An', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lâm', 'Minh', 'Nghĩa'];
const SECOND = ['Đông', 'Tây', 'Nam', 'Bắc', 'Trung', 'Thượng', 'Hạ'];
const PROVINCES = 60;
const DISTRICTS = 700;

/** A list without a fault, of this number of units. @param nameOf of the unit with this number */
function listOf(count: number, nameOf: (i: number) => string): CsvFile {
  const rows = Array.from({ length: count }, (_, i) => {
    if (i < PROVINCES) return `${String(i + 1).padStart(2, '0')},${nameOf(i)},Tỉnh,`;
    const district = i - PROVINCES;
    if (district < DISTRICTS)
      return `${String(district + 1).padStart(3, '0')},${nameOf(i)},Huyện,${String((district % PROVINCES) + 1).padStart(2, '0')}`;
    return `${String(i).padStart(5, '0')},${nameOf(i)},Xã,${String((i % DISTRICTS) + 1).padStart(3, '0')}`;
  });
  return { name: 'a.csv', content: Buffer.from(HEADER + rows.join('\n')) };
}

const different = (i: number): string =>
  `Tân ${FIRST[i % 10]} ${SECOND[(i >> 3) % 7]} ${String.fromCharCode(65 + (i % 26))}${'bcdghklmnt'[(i >> 5) % 10]}a ${'aeiouy'[i % 6]}${'bcdghklm'[(i >> 9) % 8]}`;

describe('a long list without a fault', () => {
  it('is read, matched and planned in steps of a row at most, and others have their turn in between', async () => {
    const rows = 20_000;
    const ledger = new UnitLedger({ units: [], spans: [], successions: [] });
    const drafter = ListDrafter.import({ date: '2025-03-01', units: listOf(rows, different), codes: 'AS_WRITTEN' });
    let turns = 0;
    const other = setInterval(() => turns++, 0);
    const { taken: read } = await watched(drafter.read());
    const { taken: matched, result: draft } = await watched(drafter.draft(ledger));
    const { taken: planned, result: plan } = await watched(planEvent(ledger, draft));
    clearInterval(other);
    expect(plan.problems).toEqual([]);
    for (const taken of [read, matched, planned]) expect(taken).toBeGreaterThan(rows);
    expect(turns).toBeGreaterThan(5);
  });

  it('that is asked about in millions of pairs is answered with the first of them', () => {
    const ledger = new UnitLedger({ units: [], spans: [], successions: [] });
    const drafter = ListDrafter.import({ date: '2025-03-01', units: listOf(59_000, () => 'Tân An'), codes: 'AS_WRITTEN' });
    atOnce(drafter.read());
    expect(atOnce(planEvent(ledger, atOnce(drafter.draft(ledger)))).problems).toHaveLength(1_000);
  });
});

/** The result of the work, in turns, and in how many steps it was done. */
async function watched<Result>(steps: Steps<Result>): Promise<{ taken: number; result: Result }> {
  let taken = 0;
  const counted = (function* (): Steps<Result> {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      taken++;
      yield;
    }
  })();
  return { result: await inTurns(counted), taken };
}
