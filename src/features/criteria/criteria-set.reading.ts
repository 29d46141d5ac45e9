import { Refusal, type DomainError } from '../../platform/errors/domain-error.js';
import { CriteriaErrors } from './criteria.errors.js';
import { EMPTY_HEAD, type SetDocument, type SetHead } from './document/set-document.js';
import { readDocument, readSet, readVersion, type FormatProblem, type Reading } from './document/set-document.reader.js';
import { EMPTY_CONTENT } from './rules/version-content.js';
import type { CriteriaSetVersionInput } from './version.inputs.js';
import type { SaidVersion } from './version.store.js';

/** Optional fields of the parts of a version: where a client leaves one out, it is null. */
const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  criteria: ['parentCode', 'maximum', 'note'],
  levels: ['text', 'from', 'to'],
  grades: ['lower', 'upper'],
  conditions: ['code', 'text'],
  quotas: ['raisedPercent'],
  tieBreaks: ['code', 'text'],
  marks: ['note'],
};

/** What a client gives of a version. @throws Refusal with every value that does not fit, by its path */
export function versionGiven(input: CriteriaSetVersionInput): SaidVersion {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const act = { ...EMPTY_HEAD.act, ...input.act };
  const checklist = input.checklist ? { atLeast: null, ...input.checklist } : null;
  return valueOf(readVersion(completed({ ...EMPTY_HEAD, ...EMPTY_CONTENT, ...given, act, checklist })), ['version']);
}

function completed(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map(item => completed(item, name));
  if (typeof value !== 'object' || value === null) return value;
  const missing = Object.fromEntries((OPTIONAL[name] ?? []).map(field => [field, null]));
  const fields = Object.entries({ ...missing, ...value }).map(([key, inner]) => [key, completed(inner, key)] as const);
  return Object.fromEntries(fields);
}

export const setGiven = ({ name, graded, illustrative, note = null }: Omit<SetHead, 'note'> & { readonly note?: string | null }): SetHead =>
  valueOf(readSet({ name, graded, illustrative, note }), []);

/** A file. @throws Refusal with every value that does not fit, by its path */
export function documentGiven(text: string): SetDocument {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw CriteriaErrors.CRITERIA_DOCUMENT_NOT_JSON().at('document');
  }
  return valueOf(readDocument(value), ['document']);
}

function valueOf<T>(reading: Reading<T>, at: readonly string[]): T {
  if ('value' in reading) return reading.value;
  throw new Refusal(reading.problems.map(problem => errorAt(problem, at)));
}

const errorAt = ({ path, rule }: FormatProblem, at: readonly string[]): DomainError =>
  CriteriaErrors.CRITERIA_FIELD_INVALID({ field: [...at, ...path].join('.'), rule: { value: 'rule', ...rule } }).at(...at, ...path);
