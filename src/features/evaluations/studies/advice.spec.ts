import { expect, it } from '@jest/globals';
import { illustrativeSet } from '../../criteria/known-sets/point-sets.js';
import { questionsOf } from '../../criteria/rules/score.js';
import type { VersionContent } from '../../criteria/rules/version-content.js';
import type { EntryInput, RoundRule } from '../results/round-result.js';
import { adviceOn } from './advice.js';
import { studied } from './study.js';

const content: VersionContent = illustrativeSet.version;
const RULE: RoundRule = { rule: { aggregation: 'MEAN', missing: 'WAIT', abstained: 'LEAVE_OUT' }, outstandingBlocks: [] };
const answers = Object.fromEntries(questionsOf(content).map(code => [code, false]));

/** An entry whose sheets differ in one criterion only; null: the sheet is not there. */
const entry = (number: number, ...points: (string | null)[]): EntryInput => ({
  number,
  block: '',
  conflicted: [],
  selfAssessed: true,
  bonus: '0',
  penalty: '0',
  answers,
  sheets: points.map((given, i) => ({
    scorer: `judge-${i + 1}`,
    state: given === null ? ('MISSING' as const) : ('SUBMITTED' as const),
    points:
      given === null ? ({} as Record<string, string>) : { 'I.1': '4', 'I.2': '6', 'II.1': '30', 'II.2': '30', 'II.3': given, 'II.4': '10' },
    marks: {},
  })),
});

it('advice says which rank hangs on one judge, and who is severe on the same entries', () => {
  const advice = adviceOn(content, RULE, [entry(1, '20', '20', '2'), entry(2, '18', '18', '17')], false);
  expect(advice.entries.map(({ number, rank, rankTrimmed }) => [number, rank, rankTrimmed])).toEqual([
    [1, 2, 1],
    [2, 1, 2],
  ]);
  // Without the third judge the first entry is ahead; without another it stays behind.
  expect(advice.entries[0]!.rankWithout).toEqual([{ scorer: 'judge-3', rank: 1 }]);
  expect(advice.judges).toEqual([
    { scorer: 'judge-3', entries: 2, difference: '-9.5' },
    { scorer: 'judge-1', entries: 2, difference: '4.75' },
    { scorer: 'judge-2', entries: 2, difference: '4.75' },
  ]);
});

it('while a round is open, the sheets that are there are counted, and a judge alone has nobody to be compared with', () => {
  const entries = [entry(1, '20', null), entry(2, null, '10')];
  expect(adviceOn(content, RULE, entries, false).entries.map(({ rank }) => rank)).toEqual([null, null]);
  const { entries: advised, judges } = adviceOn(content, RULE, entries, true);
  expect(advised.map(({ rank, total }) => [rank, total])).toEqual([
    [1, '100'],
    [2, '90'],
  ]);
  expect(judges).toEqual([1, 2].map(n => ({ scorer: `judge-${n}`, entries: 0, difference: null })));
});

const withCriteria = (change: (node: VersionContent['criteria'][number]) => VersionContent['criteria'][number]): VersionContent => ({
  ...content,
  criteria: content.criteria.map(change),
});

it('a study under the same version changes nothing', () => {
  const entries = [entry(1, '20', '18'), entry(2, '18', '17')];
  expect(
    studied(content, RULE, entries).map(({ number, result, problems, dropped, unanswered }) => [
      number,
      result?.rank,
      problems,
      dropped,
      unanswered,
    ]),
  ).toEqual([
    [1, 1, [], [], []],
    [2, 2, [], [], []],
  ]);
});

it('what a version asks and the sheets do not say is named, and nothing is filled in or cut', () => {
  const entries = [entry(1, '20', '18'), entry(2, '12', '11')];
  const lower = withCriteria(node => (node.code === 'II.3' ? { ...node, maximum: '15' } : node));
  const [first, second] = studied(lower, RULE, entries);
  expect([first!.result, first!.problems.map(({ code }) => code)]).toEqual([null, ['SHEET_ABOVE_MAXIMUM']]);
  // The entry that cannot be scored is no rival.
  expect(second!.result).toEqual({ total: '91.5', grade: expect.any(String), rank: 1 });
  const renamed = withCriteria(node => (node.code === 'II.3' ? { ...node, code: 'II.5' } : node));
  expect(studied(renamed, RULE, entries)[0]).toMatchObject({
    result: null,
    dropped: ['II.3'],
    problems: [{ code: 'SHEET_CRITERION_MISSING', params: { code: 'II.5' } }],
  });
});

it('a question that nobody was asked stays open', () => {
  const asking: VersionContent = { ...content, knockOuts: [...content.knockOuts, { ...content.knockOuts[0]!, code: 'MOI' }] };
  expect(studied(asking, RULE, [entry(1, '20')])[0]!.unanswered).toEqual(['MOI']);
});
