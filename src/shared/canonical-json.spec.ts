import { expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';

it('the order of the fields makes no difference at any depth, the order of a list does', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  expect(canonicalJson({ a: 'x', b: [{ c: null, d: 1 }] })).toBe(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' }));
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

it('a field without a value is as one that is left out, and a moment is its text', () => {
  expect(canonicalJson({ a: undefined })).toBe(canonicalJson({}));
  expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
});
