import { describe, expect, it } from '@jest/globals';
import { Kind } from 'graphql';
import { DateTimeScalar, DecimalScalar, LocalDateScalar, PartialDateScalar, UuidScalar } from './scalars.js';

describe('scalars accept exactly what they say', () => {
  it.each([
    [LocalDateScalar, ['2025-07-01', '2024-02-29'], ['2025-02-29', '2025-7-1', '', 20250701, null, true, '2025-07-01T00:00:00Z']],
    [
      PartialDateScalar,
      ['2025', '2025-07', '2025-07-01', '..2025-06-30', '2025-01-01..2025-06-30'],
      ['..', '2025..2026', '2025-06-30..2025-01-01', 2025],
    ],
    [DecimalScalar, ['0', '77.83', '-1.5', '9999999999999999999999.1234567890'], ['77,83', '1e3', '01', '.5', '1.', 77.83, 'NaN', '']],
    [UuidScalar, ['018f0000-0000-7000-8000-000000000000'], ['018F0000-0000-7000-8000-000000000000', 'x', '', 1]],
  ])('%s', (scalar, good, bad) => {
    for (const value of good) {
      expect(scalar.parseValue(value)).toBe(value);
      expect(scalar.serialize(value)).toBe(value);
      expect(scalar.parseLiteral({ kind: Kind.STRING, value }, {})).toBe(value);
    }
    for (const value of bad) {
      expect(() => scalar.parseValue(value)).toThrow(scalar.name);
      expect(() => scalar.serialize(value)).toThrow(scalar.name);
    }
    expect(() => scalar.parseLiteral({ kind: Kind.INT, value: '1' }, {})).toThrow(scalar.name);
  });

  it('a moment needs its zone, and a value that is none throws instead of turning into null', () => {
    expect(DateTimeScalar.parseValue('2025-07-01T08:00:00+07:00')).toEqual(new Date('2025-07-01T01:00:00Z'));
    for (const bad of ['2025-07-01T08:00:00', '2025-02-30T00:00:00Z', '2025-07-01', 0, null])
      expect(() => DateTimeScalar.parseValue(bad)).toThrow();
    expect(() => DateTimeScalar.serialize('2025-07-01')).toThrow();
    expect(() => DateTimeScalar.serialize(new Date(Number.NaN))).toThrow();
  });
});
