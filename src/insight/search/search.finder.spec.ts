import { expect, it } from '@jest/globals';
import type { FinderRequest } from '../../platform/views/finder.js';
import { searchFinder } from './search.finder.js';

it('a search whose first statement fails leaves nothing else behind that fails later, which would end the process', async () => {
  const failures: ((error: Error) => void)[] = [];
  const request = {
    args: { filter: { text: 'mô hình' }, first: 20 },
    selectedFields: new Set(['hits']),
    runQuery: () => Promise.reject(new Error('the database is gone')),
    sightOf: () => new Promise((_, reject) => failures.push(reject)),
    after: () => undefined,
  } as unknown as FinderRequest;
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  try {
    await expect(searchFinder.find(request)).rejects.toThrow('the database is gone');
    for (const fail of failures) fail(new Error('the database is gone, too'));
    await new Promise(setImmediate);
    expect(unhandled).toEqual([]);
  } finally {
    process.off('unhandledRejection', note);
  }
});
