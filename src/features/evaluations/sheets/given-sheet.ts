import { errorOf } from '../../../platform/errors/catalogue.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import { Exact } from '../../../shared/exact.js';
import { cleanText } from '../../../shared/text.js';
import { readPoints } from '../../criteria/rules/points.js';
import { sheetFindings, type ItemMark } from '../../criteria/rules/sheet.js';
import type { VersionContent } from '../../criteria/rules/version-content.js';
import { SheetErrors } from './score-sheet.errors.js';
import type { SheetContent } from './score-sheet.entity.js';

/** A line of a sheet as it is given. */
export interface GivenScore {
  readonly code: string;
  readonly points: string | null;
  readonly mark: ItemMark | null;
  readonly level: string | null;
  readonly words: string | null;
}

export interface GivenSheet {
  readonly scores: readonly GivenScore[];
  readonly remark: string | null;
}

/** The sheet as it is stored. @param problems gets what is wrong, by path; of a draft, not what it lacks yet. */
export function readSheet(content: VersionContent, { scores, remark }: GivenSheet, isDraft: boolean, problems: Problems): SheetContent {
  const seen = new Set<string>();
  scores.forEach(({ code }, i) => {
    if (seen.has(code)) problems.add(SheetErrors.APPRAISAL_CRITERION_TWICE({ code }).at('scores', i, 'code'));
    seen.add(code);
  });
  const by = <T>(of: (score: GivenScore) => T | null): Record<string, T> =>
    Object.fromEntries(scores.flatMap(score => (of(score) === null ? [] : [[score.code, of(score)!]])));
  const sheet = { points: by(({ points }) => points), marks: by(({ mark }) => mark) };
  for (const { code, params } of sheetFindings(content, sheet)) {
    if (code === 'SHEET_CRITERION_MISSING' && isDraft) continue;
    const i = scores.findIndex(score => score.code === params.code || (code === 'POINTS_NOT_READABLE' && score.points === params.text));
    problems.add(
      errorOf(code, params).at(...(i === -1 ? ['scores'] : ['scores', i, code === 'SHEET_CRITERION_UNKNOWN' ? 'code' : 'points'])),
    );
  }
  scores.forEach((score, i) => {
    levelProblems(content, score, i, problems);
    if (score.words !== null && !content.criteria.some(({ code }) => code === score.code) && score.points === null && score.mark === null)
      problems.add(errorOf('SHEET_CRITERION_UNKNOWN', { code: score.code }).at('scores', i, 'code'));
  });
  return {
    ...sheet,
    levels: by(({ level }) => level),
    words: by(({ words }) => (words === null ? null : cleanText(words))),
    remark: remark === null ? null : cleanText(remark),
  };
}

function levelProblems({ criteria, places }: VersionContent, { code, level, points }: GivenScore, i: number, problems: Problems): void {
  if (level === null) return;
  const found = criteria.find(node => node.code === code)?.levels.find(({ name }) => name === level);
  if (!found) problems.add(SheetErrors.APPRAISAL_LEVEL_UNKNOWN({ code, level }).at('scores', i, 'level'));
  const given = points === null ? undefined : readPoints(points, places);
  if (!found || !given) return;
  const isBelow = found.from !== null && given.compare(Exact.read(found.from)) < 0;
  const isAbove = found.to !== null && given.compare(Exact.read(found.to)) > 0;
  if (isBelow || isAbove) problems.add(SheetErrors.APPRAISAL_LEVEL_DIFFERS({ code, level, points: points! }).at('scores', i, 'level'));
}

/** The running total of a sheet; null: it has no points. */
export const totalOf = ({ points }: SheetContent): string | null => {
  const given = Object.values(points);
  return given.length === 0 ? null : Exact.sum(given.map(Exact.read)).toString();
};
