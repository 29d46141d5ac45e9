import { describe, expect, it } from '@jest/globals';
import { ListFindings } from './unit-list.findings.js';
import { readUnitList } from './unit-list.file.js';

const NINE_MB = 9_000_000;
const HEADER = 'code,name,type,parent_code\n';
/** On a machine with other things to do; each took 5 to 55 seconds. */
const LIMIT_MS = 5_000;

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
  it.each(Object.keys(WORST))('%s is answered in bounded time, with bounded findings', kind => {
    const content = Buffer.from(WORST[kind]!());
    const findings = new ListFindings();
    const started = performance.now();
    readUnitList({ name: 'a.csv', content }, findings);
    expect(performance.now() - started).toBeLessThan(LIMIT_MS);
    expect(findings.problemCount).toBeGreaterThan(0);
    expect(findings.problems.length).toBeLessThanOrEqual(1_000);
  });
});
