import type { Schema } from '#documents/sheet';
import { decimalFrom, decimalText } from '../../api/format.js';
import type { Problem } from '../../api/problem.js';
import type { FilledSheet, ShownCriterion, ShownVersion } from './entry.shown.js';

const PARTS = ['points', 'mark', 'level', 'words'] as const;
export type SheetPart = (typeof PARTS)[number];

/** What is typed, by part and criterion: `points I.2`; and `remark`, `paper`. */
export type SheetValues = Record<string, string>;
export const nameOf = (part: SheetPart, code: string): string => `${part} ${code}`;

/** The nodes that a sheet scores: by points those with a maximum and none below them, of a checklist its leaves. */
export function scoredOf({ criteria, scoring }: ShownVersion): readonly ShownCriterion[] {
  if (scoring === 'GUIDANCE') return [];
  const above = new Map(criteria.map(({ code, parentCode }) => [code, parentCode]));
  const isAbove = (upper: string, code: string): boolean => {
    for (let at = above.get(code); at; at = above.get(at)) if (at === upper) return true;
    return false;
  };
  if (scoring === 'CHECKLIST')
    return criteria.filter(({ code, kind }) => kind !== 'GROUP' && !criteria.some(({ parentCode }) => parentCode === code));
  return criteria.filter(({ code, maximum }) => maximum !== null && !criteria.some(one => one.maximum !== null && isAbove(code, one.code)));
}

export function valuesOf(scored: readonly ShownCriterion[], sheet: FilledSheet | null | undefined, language: 'vi' | 'en'): SheetValues {
  const values: SheetValues = { remark: sheet?.remark ?? '', paper: '' };
  for (const { code } of scored) {
    const line = sheet?.scores.find(score => score.code === code);
    for (const part of PARTS) {
      const value = line?.[part] ?? '';
      values[nameOf(part, code)] = part === 'points' ? decimalText(value, language) : value;
    }
  }
  return values;
}

/** The lines of the sheet in which something is filled in. */
export function scoresOf(scored: readonly ShownCriterion[], values: SheetValues, language: 'vi' | 'en'): Schema.SheetScoreInput[] {
  return scored.flatMap(({ code }) => {
    const of = (part: SheetPart): string => values[nameOf(part, code)]?.trim() ?? '';
    if (PARTS.every(part => of(part) === '')) return [];
    return [
      {
        code,
        points: decimalFrom(of('points'), language) || null,
        mark: (of('mark') || null) as Schema.ItemMark | null,
        level: of('level') || null,
        words: of('words') || null,
      },
    ];
  });
}

/** The server names a line by its place among those sent, and the form by its criterion. What is missing is said at its points or mark. */
export function problemsAtTheirLines(
  problems: readonly Problem[],
  sent: readonly Schema.SheetScoreInput[],
  scored: readonly ShownCriterion[],
): Problem[] {
  return problems.map(problem => {
    const [where, index, part] = problem.field;
    if (where !== 'scores') return problem;
    const code = sent[Number(index)]?.code;
    if (code) return { ...problem, field: [nameOf(PARTS.find(name => name === part) ?? 'points', code)] };
    const missing = scored.find(one => problem.code === 'SHEET_CRITERION_MISSING' && problem.message.includes(`“${one.code}”`));
    return missing ? { ...problem, field: [nameOf('points', missing.code)] } : problem;
  });
}

const NUMBER = /^\d+(?:\.\d+)?$/;
const PLACES = 6;

/** The sum of what can be read as points, exact; how many criteria have some. */
export function runningTotal(
  scored: readonly ShownCriterion[],
  values: SheetValues,
  language: 'vi' | 'en',
): { readonly total: string; readonly done: number } {
  const given = scored.map(({ code }) => decimalFrom(values[nameOf('points', code)] ?? '', language)).filter(text => NUMBER.test(text));
  const sum = given.reduce((all, text) => {
    const [whole, places = ''] = text.split('.');
    return all + BigInt(whole! + places.slice(0, PLACES).padEnd(PLACES, '0'));
  }, 0n);
  const digits = String(sum).padStart(PLACES + 1, '0');
  const places = digits.slice(-PLACES).replace(/0+$/, '');
  return { total: digits.slice(0, -PLACES) + (places && `.${places}`), done: given.length };
}

export const marked = (scored: readonly ShownCriterion[], values: SheetValues): { readonly met: number; readonly done: number } => {
  const marks = scored.map(({ code }) => values[nameOf('mark', code)]).filter(Boolean);
  return { met: marks.filter(mark => mark === 'MET').length, done: marks.length };
};
