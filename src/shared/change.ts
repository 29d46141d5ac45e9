/** What a change gives of an object: a field that is absent or `undefined` keeps its value, `null` is a value like any other. */
export type Change<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The object after a change: `changed({ name: 'A', note: 'B' }, { note: null })` is `{ name: 'A', note: null }`. */
export const changed = <T extends object>(current: T, change: Change<T>): T => ({ ...current, ...givenIn(change) });

/** The fields that a change gives. */
export const givenIn = <T extends object>(change: Change<T>): Partial<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
