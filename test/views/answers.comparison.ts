import type { CursorBook } from './cursor.book.js';
import type { Answered } from './oracle.js';

/** Where two answers part: said for a person to read. */
export interface Difference {
  readonly between: string;
  readonly at: string;
  readonly registry: unknown;
  readonly other: unknown;
}

/**
 * The registry’s answer beside the oracle’s: everything alike, order of keys included; cursors are put side by side.
 * The registry tells a wrong cursor or id at the root field it stands under, graphql-js at the very field, so what is empty beneath an error
 * is compared by root field.
 */
export function compareWithOracle(registry: Answered, oracle: Answered, book: CursorBook): Difference | undefined {
  const between = 'registry and oracle';
  // Of several wrong arguments under one root field, the registry names one.
  const expected = new Set(oracle.errors.map(({ code }) => code));
  const areAlike = registry.errors.length > 0 === expected.size > 0 && registry.errors.every(({ code }) => expected.has(code));
  if (!areAlike) return { between, at: 'errors', registry: registry.errors, other: oracle.errors };
  // Nothing is left where a root field that may not be null has failed.
  if (registry.data === null && oracle.errors.length > 0) return undefined;
  if (registry.data === null || oracle.data === null) return { between, at: 'data', registry: registry.data, other: oracle.data };
  const failed = new Set(oracle.errors.map(error => String(error.path[0])));
  for (const key of failed) {
    if (registry.data[key] !== null) return { between, at: key, registry: registry.data[key], other: 'an error' };
  }
  const rest = (data: object): object => Object.fromEntries(Object.entries(data).filter(([key]) => !failed.has(key)));
  const found = differ(rest(registry.data), rest(oracle.data), 'data', book);
  return found && { between, ...found };
}

function differ(registry: any, other: any, at: string, book: CursorBook): Omit<Difference, 'between'> | undefined {
  if (book.isOurs(other)) return typeof registry === 'string' && book.learn(registry, other) ? undefined : { at, registry, other };
  if (registry === null || other === null || typeof registry !== 'object' || typeof other !== 'object') {
    return Object.is(registry, other) ? undefined : { at, registry, other };
  }
  if (Array.isArray(registry) !== Array.isArray(other)) return { at, registry, other };
  const keys = Object.keys(registry);
  if (keys.join('\n') !== Object.keys(other).join('\n')) return { at, registry, other };
  for (const key of keys) {
    const found = differ(registry[key], other[key], `${at}.${key}`, book);
    if (found) return found;
  }
  return undefined;
}
