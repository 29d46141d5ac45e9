/** JSON in which the fields of every object are in alphabetical order: equal for two values that differ only in that order. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) => (isFields(inner) ? Object.fromEntries(Object.entries(inner).toSorted(byName)) : inner));

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const byName = ([left]: [string, unknown], [right]: [string, unknown]): number => (left < right ? -1 : 1);
