import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canTho2025, illustrativeSet } from '../known-sets/point-sets.js';
import { differences } from './comparison.js';

const { version } = illustrativeSet;

describe('two versions compared', () => {
  it('a version has no difference from itself', () => {
    expect(differences(version, structuredClone(version))).toEqual([]);
  });

  it('each node that was changed, added, removed or moved is named by its code', () => {
    const [first, second, ...others] = version.criteria;
    const third = { ...second!, code: 'I.3', maximum: '1' };
    const after = { ...version, criteria: [first!, { ...second!, maximum: '3' }, third, ...others.slice(0, -1)], rounding: 1 };
    expect(
      differences(version, after).map(({ kind, path, before, after: to }) => [kind, path, kind === 'CHANGED' ? [before, to] : null]),
    ).toEqual([
      ['REMOVED', 'criteria.II.4', null],
      ['CHANGED', 'criteria.I.1.maximum', ['4', '3']],
      ['ADDED', 'criteria.I.3', null],
      ['CHANGED', 'rounding', ['2', '1']],
    ]);
    const swapped = { ...version, caps: version.caps.toReversed() };
    expect(differences(version, swapped)).toEqual([
      { kind: 'CHANGED', path: 'caps.order', before: 'KHIEN_TRACH, CANH_CAO', after: 'CANH_CAO, KHIEN_TRACH' },
    ]);
  });

  it('backwards the same parts differ', () => {
    const some = fc.subarray([...version.criteria]);
    fc.assert(
      fc.property(some, some, (a, b) => {
        const paths = (from: typeof a, to: typeof a): string[] =>
          differences({ ...version, criteria: from }, { ...canTho2025.version, criteria: to })
            .map(({ path }) => path)
            .toSorted();
        const back = differences({ ...canTho2025.version, criteria: b }, { ...version, criteria: a })
          .map(({ path }) => path)
          .toSorted();
        expect(paths(a, b)).toEqual(back);
      }),
    );
  });
});
