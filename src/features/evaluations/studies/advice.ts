import { Exact } from '../../../shared/exact.js';
import type { VersionContent } from '../../criteria/rules/version-content.js';
import { resultsOf, type EntryInput, type RoundRule } from '../results/round-result.js';

/** An entry as staff look at it: its place by the rule of the round, and whether that place is firm. */
interface AdvisedEntry {
  readonly number: number;
  readonly total: string | null;
  /** Code of the grade by the text. */
  readonly grade: string | null;
  readonly rank: number | null;
  readonly tied: boolean;
  /** Under a trimmed mean of the same sheets. */
  readonly rankTrimmed: number | null;
  /** Where one judge is left out: only those whose leaving changes the rank. */
  readonly rankWithout: readonly { readonly scorer: string; readonly rank: number | null }[];
}

/** How a judge compares with the others on the same entries. */
interface JudgeBias {
  readonly scorer: string;
  /** The entries on which there is somebody to compare with. */
  readonly entries: number;
  /** The mean of their total less that of the others, rounded to hundredths: below zero is severe. Null: nobody to compare with. */
  readonly difference: string | null;
}

export interface Advice {
  readonly entries: readonly AdvisedEntry[];
  /** The most severe first; last those with nobody to compare with. */
  readonly judges: readonly JudgeBias[];
}

/** Advice in addition to a result, never instead of it. Of an open round the sheets that are there are counted. */
export function adviceOn(content: VersionContent, given: RoundRule, entries: readonly EntryInput[], isOpen: boolean): Advice {
  const rule = isOpen ? { ...given, rule: { ...given.rule, missing: 'LEAVE_OUT', abstained: 'LEAVE_OUT' } as const } : given;
  const ranks = (by: RoundRule, of: readonly EntryInput[]): Map<number, number | null> =>
    new Map(resultsOf(content, by, of).map(({ number, placing }) => [number, placing.rank]));
  const trimmed = ranks({ ...rule, rule: { ...rule.rule, aggregation: 'TRIMMED_MEAN' } }, entries);
  const scorers = [...new Set(entries.flatMap(({ sheets }) => submitted(sheets).map(({ scorer }) => scorer)))].toSorted();
  const without = scorers.map(scorer => ({
    scorer,
    ranks: ranks(
      rule,
      entries.map(entry => ({ ...entry, sheets: entry.sheets.filter(sheet => sheet.scorer !== scorer) })),
    ),
  }));
  return {
    entries: resultsOf(content, rule, entries).map(({ number, derivation, grade, placing: { rank, tied } }) => ({
      number,
      total: derivation.total,
      grade,
      rank,
      tied,
      rankTrimmed: trimmed.get(number) ?? null,
      rankWithout: without.flatMap(({ scorer, ranks: then }) => {
        const other = then.get(number) ?? null;
        return other === rank ? [] : [{ scorer, rank: other }];
      }),
    })),
    judges: scorers.map(scorer => biasOf(scorer, entries)).toSorted(bySeverity),
  };
}

type Sheets = EntryInput['sheets'];
const submitted = (sheets: Sheets): Sheets => sheets.filter(({ state }) => state === 'SUBMITTED');
const totalOf = ({ points }: Sheets[number]): Exact => Exact.sum(Object.values(points).map(Exact.read));
const mean = (of: readonly Exact[]): Exact => Exact.sum(of).over(Exact.of(of.length));

function bySeverity(a: JudgeBias, b: JudgeBias): number {
  if (a.difference === null || b.difference === null) return Number(a.difference === null) - Number(b.difference === null);
  return Exact.read(a.difference).compare(Exact.read(b.difference));
}

function biasOf(scorer: string, entries: readonly EntryInput[]): JudgeBias {
  const differences = entries.flatMap(entry => {
    const sheets = submitted(entry.sheets);
    const [own, others] = [sheets.find(one => one.scorer === scorer), sheets.filter(one => one.scorer !== scorer)];
    return own && others.length > 0 ? [totalOf(own).minus(mean(others.map(totalOf)))] : [];
  });
  return { scorer, entries: differences.length, difference: differences.length === 0 ? null : mean(differences).round(2).toString() };
}
