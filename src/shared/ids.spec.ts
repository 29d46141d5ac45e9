import { expect, it } from '@jest/globals';
import { fromGlobalId, isUuid, newId, toGlobalId } from './ids.js';

it('an opaque id reads back to its type and row, and only the one spelling of it', () => {
  const id = newId();
  const opaque = toGlobalId('Unit', id);
  expect(fromGlobalId(opaque)).toEqual({ type: 'Unit', id });
  for (const forged of [`${opaque}=`, `${opaque}A`, toGlobalId('Unit', 'x'), toGlobalId('1', id), '', '§'])
    expect(fromGlobalId(forged)).toBeUndefined();
});

it('ids are UUIDs that sort by the time of making', () => {
  const ids = Array.from({ length: 50 }, newId);
  expect(ids.every(isUuid)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
});
