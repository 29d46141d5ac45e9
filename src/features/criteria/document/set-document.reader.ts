import { z } from 'zod';
import type { Bilingual } from '../../../shared/language.js';
import { parsePartialDate, isLocalDate } from '../../../shared/dates.js';
import { cleanText, hasForbiddenCharacters, saysSomething } from '../../../shared/text.js';
import { RecognitionLevel } from '../../sectors/recognition-level.js';
import { SubjectKind } from '../../sectors/subject-kind.js';
import { MAX_NODES } from '../rules/criteria-tree.js';
import { MAX_PLACES } from '../rules/points.js';
import * as content from '../rules/version-content.js';
import { GradedThing, SET_FORMAT, SET_FORMAT_VERSION, type SetDocument, type SetHead, type VersionHead } from './set-document.js';

/** A value that does not fit the format: where it is, and the rule. */
export interface FormatProblem {
  readonly path: readonly (string | number)[];
  readonly rule: Bilingual;
}

export type Reading<T> = { readonly value: T } | { readonly problems: readonly FormatProblem[] };

const says = (vi: string, en: string): string => JSON.stringify({ vi, en });

/** Words of a person, as they are stored. */
const words = (max: number) =>
  z
    .string()
    .max(max)
    .transform(cleanText)
    .refine(text => saysSomething(text) && !hasForbiddenCharacters(text), says('cần có chữ hoặc số, không có ký tự điều khiển', 'letters or digits are needed, and no control characters')); // prettier-ignore
const code = z.string().regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,38}[\p{L}\p{N}])?$/u, says('mã gồm 1 đến 40 chữ, số, dấu chấm, gạch, không có dấu cách', '1 to 40 letters, digits, points and dashes, without blanks')); // prettier-ignore
/** Whether the points can be read is said by the rules, with their own sentence. */
const points = z.string().max(20);
const partialDate = z.string().refine(text => parsePartialDate(text) !== undefined, says('cần ngày, tháng hoặc năm, ví dụ 2025-11-21 hoặc 2026', 'a day, a month or a year is needed, such as 2025-11-21 or 2026')); // prettier-ignore
const day = z.string().refine(isLocalDate, says('cần một ngày có thật, ví dụ 2025-11-21', 'a day that exists is needed, such as 2025-11-21')); // prettier-ignore
const choice = <V extends string>(values: Readonly<Record<string, V>>) => z.enum(Object.values(values) as [V, ...V[]]);
const small = (max: number) => z.number().int().min(0).max(max);

const node = z.strictObject({
  code,
  parentCode: code.nullable(),
  kind: choice(content.CriterionKind),
  text: words(2_000),
  maximum: points.nullable(),
  note: words(2_000).nullable(),
  levels: z
    .array(z.strictObject({ name: words(100), text: words(2_000).nullable(), from: points.nullable(), to: points.nullable() }))
    .max(10),
});
const bound = z.strictObject({ at: points, inclusive: z.boolean() }).nullable();
const condition = z.strictObject({ kind: choice(content.ConditionKind), code: code.nullable(), text: words(1_000).nullable() });
const adjustment = z.strictObject({ maximum: points, basis: words(1_000) }).nullable();

const set = z.strictObject({
  name: words(300),
  graded: choice(GradedThing),
  illustrative: z.boolean(),
  note: words(2_000).nullable(),
}) satisfies z.ZodType<SetHead>;

const version = z.strictObject({
  act: z.strictObject({ number: words(100).nullable(), date: day.nullable(), issuer: words(300).nullable() }),
  validFrom: partialDate.nullable(),
  validTo: partialDate.nullable(),
  scoredFrom: partialDate.nullable(),
  subjectKinds: z.array(choice(SubjectKind)).max(3),
  sectorCode: code.nullable(),
  level: choice(RecognitionLevel).nullable(),
  appliesTo: words(1_000).nullable(),
  incompleteness: words(2_000).nullable(),
  source: words(1_000).nullable(),
  scoring: choice(content.Scoring),
  maximum: points.nullable(),
  places: small(MAX_PLACES),
  criteria: z.array(node),
  grades: z.array(z.strictObject({ code, name: words(200), lower: bound, upper: bound, conditions: z.array(condition).max(20) })).max(20),
  gradeGap: words(2_000).nullable(),
  knockOuts: z.array(z.strictObject({ code, kind: choice(content.KnockOutKind), text: words(1_000), gradeCode: code })).max(50),
  caps: z.array(z.strictObject({ code, text: words(1_000), gradeCode: code })).max(50),
  bonus: adjustment,
  penalty: adjustment,
  mayPassMaximum: choice(content.Stated),
  beforeThresholds: choice(content.Stated),
  rounding: small(MAX_PLACES),
  zeroOf: choice(content.ZeroOf),
  checklist: z
    .strictObject({
      share: z.string().max(20),
      moreThan: z.boolean(),
      of: choice(content.MajorityOf),
      atLeast: z.number().int().nullable(),
    })
    .nullable(),
  quotas: z
    .array(z.strictObject({ gradeCode: code, baseGradeCode: code, percent: points, raisedPercent: points.nullable(), floor: small(1_000) }))
    .max(20),
  tieBreaks: z.array(z.strictObject({ kind: choice(content.TieBreakKind), code: code.nullable(), text: words(1_000).nullable() })).max(20),
  marks: z.array(z.strictObject({ about: words(100), mark: choice(content.SourceMark), note: words(1_000).nullable() })).max(50),
}) satisfies z.ZodType<VersionHead & content.VersionContent>;

const document = z.strictObject({
  format: z.literal(SET_FORMAT),
  formatVersion: z.literal(SET_FORMAT_VERSION),
  set,
  version,
}) satisfies z.ZodType<SetDocument>;

/** Reads one version as the API takes it. */
export const readVersion = (value: unknown): Reading<VersionHead & content.VersionContent> => read(version, value);

export const readSet = (value: unknown): Reading<SetHead> => read(set, value);

/** Reads the value of a JSON file. A list that is far too long is refused before its items are read. */
export function readDocument(value: unknown): Reading<SetDocument> {
  const given = value as { version?: { criteria?: unknown } } | null;
  const criteria = given?.version?.criteria;
  if (Array.isArray(criteria) && criteria.length > MAX_NODES)
    return { problems: [{ path: ['version', 'criteria'], rule: tooMany(criteria.length) }] };
  return read(document, value);
}

const tooMany = (count: number): Bilingual => ({
  vi: `có ${count} tiêu chí, nhiều nhất ${MAX_NODES}`,
  en: `there are ${count} criteria, at most ${MAX_NODES} are taken`,
});

/** More problems than this help nobody. */
const MOST_PROBLEMS = 50;

function read<T>(schema: z.ZodType<T>, value: unknown): Reading<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data };
  return {
    problems: result.error.issues.slice(0, MOST_PROBLEMS).map(issue => ({ path: issue.path as (string | number)[], rule: ruleOf(issue) })),
  };
}

const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { vi: 'chữ trong dấu ngoặc kép', en: 'a text in quotation marks' },
  number: { vi: 'một số', en: 'a number' },
  int: { vi: 'một số nguyên', en: 'an integer' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'một danh sách', en: 'a list' },
  object: { vi: 'một đối tượng', en: 'an object' },
};

const say = (vi: string, en: string): Bilingual => ({ vi, en });

function ruleOf(issue: z.core.$ZodIssue): Bilingual {
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string') return say(`nhiều nhất ${issue.maximum} ký tự`, `at most ${issue.maximum} characters`);
      return issue.origin === 'array'
        ? say(`nhiều nhất ${issue.maximum} mục`, `at most ${issue.maximum} items are taken`)
        : say(`lớn nhất là ${issue.maximum}`, `it is at most ${issue.maximum}`);
    case 'too_small':
      return say(`nhỏ nhất là ${issue.minimum}`, `it is at least ${issue.minimum}`);
    case 'invalid_value':
      return say(`cần một trong các giá trị ${issue.values.join(', ')}`, `one of ${issue.values.join(', ')} is needed`);
    case 'unrecognized_keys':
      return say(`không có trường ${issue.keys.join(', ')}`, `there is no field ${issue.keys.join(', ')}`);
    case 'custom':
      return JSON.parse(issue.message) as Bilingual;
    case 'invalid_format':
      return JSON.parse(issue.message) as Bilingual;
    case 'invalid_type':
      return issue.input === undefined
        ? say('thiếu trường này; chưa biết thì ghi null', 'the field is missing; write null for what is not known')
        : say(`cần ${TYPES[issue.expected]?.vi ?? issue.expected}`, `${TYPES[issue.expected]?.en ?? issue.expected} is needed`);
    default:
      return say('sai định dạng', 'it does not fit the format');
  }
}
