import { sheetFindings, type Sheet } from '../../criteria/rules/sheet.js';
import { scoredNodes } from '../../criteria/rules/criteria-tree.js';
import { questionsOf } from '../../criteria/rules/score.js';
import type { Finding, VersionContent } from '../../criteria/rules/version-content.js';
import { resultsOf, type EntryInput, type EntryResult, type RoundRule } from '../results/round-result.js';

/** A result as two versions are compared by it. */
export interface StudiedResult {
  readonly total: string | null;
  /** Code of the grade. */
  readonly grade: string | null;
  readonly rank: number | null;
}

export interface StudiedEntry {
  readonly number: number;
  /** Null: its sheets cannot be scored under the version. */
  readonly result: StudiedResult | null;
  /** Why not: criteria that its sheets say nothing of, or points above what the version allows. Nothing is filled in or cut. */
  readonly problems: readonly Finding[];
  /** Questions of the version that nobody was asked in the round: they count as not answered. */
  readonly unanswered: readonly string[];
  /** Criteria on its sheets that the version does not have. */
  readonly dropped: readonly string[];
}

/** A closed round scored anew under another version, from what its results were made from. Pure: nothing is kept. */
export function studied(content: VersionContent, rule: RoundRule, entries: readonly EntryInput[]): StudiedEntry[] {
  const known = new Set(scoredNodes(content).map(({ code }) => code));
  const read = entries.map(entry => {
    const sheets = entry.sheets.map(sheet => withOnly(sheet, known));
    const counted = sheets.filter(({ state }) => state === 'SUBMITTED');
    const problems = content.scoring === 'GUIDANCE' ? [] : distinct(counted.flatMap(sheet => sheetFindings(content, sheet)));
    const dropped = new Set(
      entry.sheets.flatMap(({ points, marks }) => Object.keys({ ...points, ...marks }).filter(code => !known.has(code))),
    );
    const questions = questionsOf(content);
    return {
      entry: { ...entry, sheets, answers: Object.fromEntries(Object.entries(entry.answers).filter(([code]) => questions.includes(code))) },
      problems,
      dropped: [...dropped].toSorted(),
      unanswered: questions.filter(code => !(code in entry.answers)),
    };
  });
  const scored = read.filter(({ problems }) => problems.length === 0).map(({ entry }) => entry);
  const results = new Map(resultsOf(content, rule, scored).map(one => [one.number, one]));
  return read.map(({ entry: { number }, ...found }) => ({ number, result: shown(results.get(number)), ...found }));
}

const shown = (found: EntryResult | undefined): StudiedResult | null =>
  found ? { total: found.derivation.total, grade: found.grade, rank: found.placing.rank } : null;

const withOnly = (sheet: Sheet, known: ReadonlySet<string>): Sheet => {
  const kept = <T>(given: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(given).filter(([code]) => known.has(code)));
  return { ...sheet, points: kept(sheet.points), marks: kept(sheet.marks) };
};

const distinct = (findings: readonly Finding[]): Finding[] =>
  findings.filter((one, i) => findings.findIndex(other => other.code === one.code && other.params.code === one.params.code) === i);
