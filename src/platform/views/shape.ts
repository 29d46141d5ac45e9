/**
 * What of a document's variables decides the text of its statements: which are given, the truth of booleans, numbers (page sizes) and
 * enum-like words, not the values that are only compared. Two requests of one shape share a plan.
 */
export function shapeOf(variables: Readonly<Record<string, unknown>>, bare: ReadonlySet<string>): string {
  let shape = '';
  for (const name of Object.keys(variables)) shape += `${name}:${shape1(variables[name], bare.has(name))};`;
  return shape;
}

function shape1(value: unknown, bare: boolean): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'string') return bare ? JSON.stringify(value) : 's';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.some(isObject) ? `[${value.map(inner => shape1(inner, false)).join(',')}]` : 'l';
  if (value instanceof Date) return 'l';
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}:${shape1(inner, false)}`)
    .join(',')}}`;
}

/** Filters in a list differ in which of their fields are given. */
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !(value instanceof Date);
