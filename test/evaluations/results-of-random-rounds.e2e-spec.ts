import { expect, it } from '@jest/globals';
import { illustrativeSet } from '../../src/features/criteria/known-sets/point-sets.js';
import { Exact } from '../../src/shared/exact.js';
import { scoredNodes } from '../../src/features/criteria/rules/criteria-tree.js';
import type { VersionContent } from '../../src/features/criteria/rules/version-content.js';
import { ROUND_FORMAT, differingEntries, type RoundDocument } from '../../src/features/evaluations/results/round-export.js';
import { resultsOf, type EntryInput, type EntryResult, type RoundRule } from '../../src/features/evaluations/results/round-result.js';
import { Random } from '../support/random.js';

const ROUNDS = 300;
const outside = '../../scripts/recompute-appraisal.mjs';
const { differences } = (await import(outside)) as { differences: (file: object) => string[] };

/** The invented set with other rules: bonus and penalty read one way or left open, a quota, and a chain of tie-breaks. */
function randomContent(random: Random): VersionContent {
  const stated = (): 'YES' | 'NO' | 'NOT_STATED' => random.pick(['YES', 'NO', 'NOT_STATED']);
  return {
    ...illustrativeSet.version,
    mayPassMaximum: stated(),
    beforeThresholds: stated(),
    zeroOf: random.pick(['AGGREGATE', 'ANY_SHEET']),
    rounding: random.between(0, 2),
    quotas: random.chance(0.5)
      ? [{ gradeCode: 'XUAT_SAC', baseGradeCode: 'TOT', percent: '25', raisedPercent: '50', floor: random.between(0, 1) }]
      : [],
    tieBreaks: random.some(
      [
        { kind: 'CRITERION_POINTS', code: 'II', text: null } as const,
        { kind: 'LESS_PENALTY', code: null, text: null } as const,
        { kind: 'MORE_BONUS', code: null, text: null } as const,
      ],
      3,
    ),
  };
}

function randomRound(random: Random): { content: VersionContent; rule: RoundRule; entries: EntryInput[] } {
  const content = randomContent(random);
  const judges = random.between(1, 6);
  // Few different points, so that there are ties.
  const points = (maximum: string): string =>
    random.pick([
      '0',
      maximum,
      maximum,
      Exact.read(maximum).over(Exact.of(2)).toString(),
      Exact.read(maximum).minus(Exact.of(1)).toString(),
    ]);
  const entries = Array.from({ length: random.between(1, 9) }, (_, i): EntryInput => ({
    number: i + 1,
    block: random.pick(['', 'A']),
    conflicted: [],
    selfAssessed: random.chance(0.9),
    bonus: random.pick(['0', '1', '5']),
    penalty: random.pick(['0', '0.5', '4']),
    answers: Object.fromEntries(
      ['THAM_NHUNG', 'MAT_DOAN_KET', 'CACH_CHUC', 'HINH_SU', 'KHIEN_TRACH', 'CANH_CAO'].flatMap(code =>
        random.chance(0.97) ? [[code, random.chance(0.06)]] : [],
      ),
    ),
    sheets: Array.from({ length: judges }, (__, j) => {
      const state = random.pick(['SUBMITTED', 'SUBMITTED', 'SUBMITTED', 'SUBMITTED', 'ABSTAINED', 'MISSING'] as const);
      const scores =
        state === 'SUBMITTED' ? Object.fromEntries(scoredNodes(content).map(({ code, maximum }) => [code, points(maximum!)])) : {};
      return { scorer: `judge-${j}`, state, points: scores, marks: {} };
    }),
  }));
  const aggregation = random.pick(['SUM', 'MEAN', 'MEAN', 'TRIMMED_MEAN', 'MEDIAN'] as const);
  const absent = (): 'LEAVE_OUT' | 'WAIT' => random.pick(['LEAVE_OUT', 'LEAVE_OUT', 'WAIT']);
  return {
    content,
    rule: { rule: { aggregation, missing: absent(), abstained: absent() }, outstandingBlocks: random.chance(0.3) ? ['A'] : [] },
    entries,
  };
}

const each = (check: (round: ReturnType<typeof randomRound>, random: Random, results: EntryResult[]) => void): void => {
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const random = new Random(seed);
    const round = randomRound(random);
    check(round, random, resultsOf(round.content, round.rule, round.entries));
  }
};
const shown = (results: readonly EntryResult[]): unknown =>
  results
    .map(({ number, derivation: { total }, grade, placing }) => ({ number, total, grade, placing }))
    .toSorted((a, b) => a.number - b.number);

it('who scored in which order changes nothing, nor does the order of the entries', () => {
  each(({ content, rule, entries }, random, results) => {
    const shuffled = random.shuffled(entries.map(entry => ({ ...entry, sheets: random.shuffled(entry.sheets) })));
    expect(shown(resultsOf(content, rule, shuffled))).toEqual(shown(results));
  });
});

it('a total is never below zero, and never above what the version allows', () => {
  each(({ content, rule, entries }, _, results) => {
    for (const [i, { derivation }] of results.entries()) {
      if (derivation.total === null) continue;
      const sheets = rule.rule.aggregation === 'SUM' ? entries[i]!.sheets.filter(({ state }) => state === 'SUBMITTED').length : 1;
      const most = Exact.read(content.maximum!)
        .times(Exact.of(sheets))
        .plus(Exact.of(content.mayPassMaximum === 'NO' ? 0 : 3));
      expect(Exact.read(derivation.total).compare(most)).toBeLessThanOrEqual(0);
      expect(Exact.read(derivation.total).compare(Exact.ZERO)).toBeGreaterThanOrEqual(0);
    }
  });
});

it('an entry that is knocked out changes nobody’s rank', () => {
  each(({ content, rule, entries }, _, results) => {
    const out: EntryInput = { ...entries[0]!, number: 100, answers: { ...entries[0]!.answers, THAM_NHUNG: true } };
    if (rule.rule.aggregation === 'SUM') return;
    const placings = resultsOf(content, rule, [...entries, out]);
    expect(placings.filter(({ number }) => number !== 100).map(({ number, placing: { rank, tied } }) => [number, rank, tied])).toEqual(
      results.map(({ number, placing: { rank, tied } }) => [number, rank, tied]),
    );
  });
});

it('equal ranks are flagged, and no position is missing', () => {
  each((_round, _random, results) => {
    const ranked = results.filter(({ placing }) => placing.rank !== null);
    for (const { placing } of ranked) {
      const before = ranked.filter(other => other.placing.rank! < placing.rank!).length;
      expect(placing.rank).toBe(before + 1);
      expect(placing.tied).toBe(ranked.filter(other => other.placing.rank === placing.rank).length > 1);
    }
  });
});

it('a program that shares no code with the registry makes the same of them', () => {
  let graded = 0;
  each(({ content, rule, entries }, _, results) => {
    const file = {
      format: ROUND_FORMAT,
      formatVersion: 1,
      round: { ...rule, name: 'Đợt', year: 2026, illustrative: true, closedOn: '2026-12-31' },
      criteria: content,
      entries: entries.map((entry, i) => {
        const { derivation, grade, placing } = results[i]!;
        if (grade !== null) graded++;
        return { ...entry, result: { total: derivation.total, grade, decidedGrade: null, rank: placing.rank, derivation, placing } };
      }),
    } as RoundDocument;
    expect(differences(JSON.parse(JSON.stringify(file)))).toEqual([]);
    expect(differingEntries(file)).toEqual([]);
  });
  expect(graded).toBeGreaterThan(200);
});
