import { describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import { newRecoveryCodes, newTotpSecret, recoveryCode, stepOf, enrolmentOf } from './totp.js';

const SECRET = Buffer.from('12345678901234567890');

const at = (second: number): number | undefined => stepOf(SECRET, '287082', new Date(second * 1_000));

describe('a code', () => {
  // RFC 6238, appendix B, SHA-1; the last six of its eight digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %i is %s', (second, code) => {
    expect(stepOf(SECRET, code, new Date(second * 1_000))).toBe(Math.floor(second / 30));
  });

  it('is accepted one step before and after, and no further; a text that is not a code is refused', () => {
    expect([-30, 0, 30, 60, 89].map(at)).toEqual([undefined, 1, 1, 1, 1]);
    expect([90, 120].map(at)).toEqual([undefined, undefined]);
    for (const code of ['', '28708', '2870820', 'abcdef', '２８７０８２']) expect(stepOf(SECRET, code, new Date(59_000))).toBeUndefined();
  });
});

it('an authenticator app reads the address and makes the same codes', () => {
  const secret = newTotpSecret();
  const { secret: typed, uri } = enrolmentOf(secret, 'can-bo-1');
  expect(uri).toMatch(/^otpauth:\/\/totp\/.*can-bo-1\?/);
  expect(new URL(uri).searchParams.get('secret')).toBe(typed);
  expect(typed).toMatch(/^[A-Z2-7]{32}$/);
  const timestamp = 1_800_000_000_000;
  const app = new TOTP({ secret: typed });
  expect(stepOf(secret, app.generate({ timestamp }), new Date(timestamp))).toBe(60_000_000);
});

it('there are ten different recovery codes, which may be typed in any case and spacing', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([a-z02-9]{4}-){3}[a-z02-9]{4}$/);
  expect(recoveryCode(' ABCD efgh-2345-mnpq ')).toBe('abcdefgh2345mnpq');
});
