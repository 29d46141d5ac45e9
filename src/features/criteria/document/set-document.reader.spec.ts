import { describe, expect, it } from '@jest/globals';
import { dakNong2023, daLat2017, provincialCommittee2021 } from '../known-sets/checklist-sets.js';
import { canTho2025, illustrativeSet, regulation366 } from '../known-sets/point-sets.js';
import { findingsOf } from '../rules/version-findings.js';
import { readDocument } from './set-document.reader.js';

const KNOWN = {
  daLat: daLat2017[0],
  daLat2: daLat2017[1],
  canTho2025,
  illustrativeSet,
  regulation366,
  dakNong2023,
  provincialCommittee2021,
};
const problems = (value: unknown): [string, string][] => {
  const read = readDocument(value);
  return 'problems' in read ? read.problems.map(({ path, rule }) => [path.join('.'), rule.vi]) : [];
};
const changed = (more: object): unknown => ({ ...illustrativeSet, version: { ...illustrativeSet.version, ...more } });

describe('a criteria set as a file', () => {
  it.each(Object.entries(KNOWN))('%s is read as it was written, and says what is missing of it', (_name, document) => {
    expect(readDocument(JSON.parse(JSON.stringify(document)))).toEqual({ value: document });
    expect(findingsOf(document.version).filter(({ severity }) => severity === 'FAULT')).toEqual([]);
  });

  it('only the illustrative set has nothing missing', () => {
    const complete = Object.entries(KNOWN).filter(([, { version }]) => version.incompleteness === null && findingsOf(version).length === 0);
    expect(complete.map(([name]) => name)).toEqual(['illustrativeSet']);
    expect(illustrativeSet.version.act).toEqual({ number: null, date: null, issuer: null });
  });

  it('problems are reported by their path, all at once', () => {
    const criteria = [{ ...illustrativeSet.version.criteria[0]!, text: 'a'.repeat(10_000), maximum: 10 }];
    expect(problems(changed({ criteria, scoring: 'STARS', more: 1, act: { number: null, date: '2025-02-30', issuer: null } }))).toEqual([
      ['version.act.date', 'cần một ngày có thật, ví dụ 2025-11-21'],
      ['version.scoring', 'cần một trong các giá trị POINTS, CHECKLIST, GUIDANCE'],
      ['version.criteria.0.text', 'nhiều nhất 2000 ký tự'],
      ['version.criteria.0.maximum', 'cần chữ trong dấu ngoặc kép'],
      ['version', 'không có trường more'],
    ]);
    expect(problems({ ...illustrativeSet, set: { ...illustrativeSet.set, name: 'a'.repeat(10_000) } })).toEqual([
      ['set.name', 'nhiều nhất 300 ký tự'],
    ]);
    expect(problems({ ...illustrativeSet, formatVersion: 2 })).toEqual([['formatVersion', 'cần một trong các giá trị 1']]);
    expect(problems(null)).toHaveLength(1);
  });

  it('ten thousand criteria are refused in one sentence, before any is read', () => {
    const criteria = Array.from({ length: 10_000 }, () => ({}));
    expect(problems(changed({ criteria }))).toEqual([['version.criteria', 'có 10000 tiêu chí, nhiều nhất 500']]);
  });
});
