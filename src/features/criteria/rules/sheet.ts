import { Exact } from '../../../shared/exact.js';
import { scoredNodes } from './criteria-tree.js';
import { readPoints } from './points.js';
import { fault, type Finding, type VersionContent } from './version-content.js';

/** What a member says of an item of a checklist. */
export const ItemMark = { MET: 'MET', NOT_MET: 'NOT_MET', NO_OPINION: 'NO_OPINION' } as const;
export type ItemMark = keyof typeof ItemMark;

/** Whether a sheet came, and with scores. */
type SheetState = 'SUBMITTED' | 'ABSTAINED' | 'MISSING';

/** One scorer's sheet: points or marks by the code of the criterion. */
export interface Sheet {
  /** Who scored, by a key of the caller. */
  readonly scorer: string;
  readonly state: SheetState;
  readonly points: Readonly<Record<string, string>>;
  readonly marks: Readonly<Record<string, ItemMark>>;
}

/** What is wrong with a submitted sheet: a criterion that is missing or of another version, points that cannot be read or are above the maximum. */
export function sheetFindings(content: VersionContent, sheet: Pick<Sheet, 'points' | 'marks'>): Finding[] {
  const scored = scoredNodes(content);
  const byPoints = content.scoring === 'POINTS';
  const [given, other] = byPoints ? [sheet.points, sheet.marks] : [sheet.marks, sheet.points];
  const known = new Set(scored.map(({ code }) => code));
  const found = [...Object.keys(given).filter(code => !known.has(code)), ...Object.keys(other)].map(code =>
    fault('SHEET_CRITERION_UNKNOWN', [code], { code }),
  );
  for (const { code, maximum } of scored) {
    if (!Object.hasOwn(given, code)) found.push(fault('SHEET_CRITERION_MISSING', [code], { code }));
    else if (byPoints) found.push(...pointFindings(sheet.points[code]!, code, maximum!, content.places));
  }
  return found;
}

function pointFindings(text: string, code: string, maximum: string, places: number): Finding[] {
  const points = readPoints(text, places);
  if (!points) return [fault('POINTS_NOT_READABLE', [code], { text, places })];
  return points.compare(Exact.read(maximum)) > 0 ? [fault('SHEET_ABOVE_MAXIMUM', [code], { code, points: text, maximum })] : [];
}
