import { createHash } from 'node:crypto';

/** What a proposal says, as one value for each field: `items.2.form` → `GIAY_KHEN`. What is empty is left out. */
export type FlatContent = Readonly<Record<string, string>>;

/** A field that is not as it was. `null`: it was not there, or is not there now. */
export interface ContentChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The fields of a nested value by their paths. */
export function flattened(value: unknown, path = ''): FlatContent {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object') return { [path]: String(value) };
  const parts = Object.entries(value).map(([key, inner]) => flattened(inner, path === '' ? key : `${path}.${key}`));
  return Object.assign({}, ...parts) as FlatContent;
}

const sorted = (content: FlatContent): (readonly [string, string])[] =>
  Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** The same content has the same hash, in whatever order it is written. */
export const hashOf = (content: FlatContent): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex');

/** Field by field, in the order of their names. */
export function changesBetween(before: FlatContent, after: FlatContent): ContentChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return fields
    .filter(field => before[field] !== after[field])
    .map(field => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

/** The changes in one line, for a sentence. */
export const changesInWords = (changes: readonly ContentChange[]): string =>
  changes.map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`).join('; ');
