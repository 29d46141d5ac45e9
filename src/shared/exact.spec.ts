import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from './exact.js';

const exact = fc.tuple(fc.bigInt(-1_000_000n, 1_000_000n), fc.bigInt(1n, 1_000n)).map(([top, below]) => Exact.read(`${top}/${below}`));

describe('exact numbers', () => {
  it('a third three times is one, and a tenth ten times too', () => {
    const third = Exact.of(1).over(Exact.of(3));
    expect(Exact.sum([third, third, third]).toString()).toBe('1');
    expect(Exact.sum(Array.from({ length: 10 }, () => Exact.read('0.1'))).toString()).toBe('1');
  });

  it('are written as a decimal where there is one, else as a fraction', () => {
    expect(['8.50', '0.125', '-3', '-0.5', '17/3', '6/4', '100'].map(text => Exact.read(text).toString())).toEqual(
      ['8.5', '0.125', '-3', '-0.5', '17/3', '1.5', '100'], // prettier-ignore
    );
  });

  it('anything else is not read', () => {
    for (const text of ['8,5', '1e3', 'NaN', '', ' 1', '1.', '.5', '1/0', '+1', '0x10', '１'])
      expect(() => Exact.read(text)).toThrow(RangeError);
    expect(() => Exact.of(1).over(Exact.ZERO)).toThrow(RangeError);
  });

  it('a half is rounded up, and just below a half down', () => {
    expect(Exact.read('84.995').round(2).toString()).toBe('85');
    expect(Exact.read('84.9949').round(2).toString()).toBe('84.99');
    expect(Exact.read('-0.5').round(0).toString()).toBe('0');
    expect(Exact.read('255/3').round(1).toString()).toBe('85');
  });

  it('reading what was written gives the same number, and rounding moves it by at most half a unit', () => {
    fc.assert(
      fc.property(exact, exact, fc.integer({ min: 0, max: 4 }), (a, b, places) => {
        expect(Exact.read(a.toString()).equals(a)).toBe(true);
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
        expect(a.compare(b)).toBe(b.compare(a) === 0 ? 0 : -b.compare(a));
        const moved = a.round(places).minus(a);
        const half = Exact.of(1).over(Exact.of(2n * 10n ** BigInt(places)));
        expect(moved.compare(half)).toBeLessThanOrEqual(0);
        expect(Exact.ZERO.minus(moved).compare(half)).toBeLessThan(0);
      }),
    );
  });
});
