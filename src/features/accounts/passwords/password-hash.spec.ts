import { describe, expect, it } from '@jest/globals';
import { hashRaw, parseOptions, verify } from '@node-rs/argon2';
import { COST, DUMMY_HASH, isOutdated, passwordHash, passwordMatches } from './password-hash.js';

describe('argon2id', () => {
  // From the reference implementation (phc-winner-argon2, src/test.c, version 0x13, Argon2id).
  it.each([
    [65_536, 2, 1, 'password', 'somesalt', '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
    [256, 2, 1, 'password', 'somesalt', '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [256, 2, 2, 'password', 'somesalt', '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
    [65_536, 2, 1, 'differentpassword', 'somesalt', '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde'],
    [65_536, 2, 1, 'password', 'diffsalt', 'bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c'],
  ])(
    'm=%i t=%i p=%i of “%s” with “%s” is the hash of the reference',
    async (memoryCost, timeCost, parallelism, password, salt, expected) => {
      const raw = await hashRaw(password, { memoryCost, timeCost, parallelism, salt: Buffer.from(salt) });
      expect(raw.toString('hex')).toBe(expected);
    },
  );

  it('verifies a hash of another implementation', async () => {
    const written = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verify(written, 'password')).toBe(true);
    expect(await verify(written, 'Password')).toBe(false);
  });
});

describe('a password’s hash', () => {
  it('is argon2id at the present cost, salted, and matches its password only, in any Unicode form', async () => {
    const hash = await passwordHash('mật khẩu dài');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordHash('mật khẩu dài')).not.toBe(hash);
    expect(await passwordMatches(hash, 'mật khẩu dài'.normalize('NFD'))).toBe(true);
    expect(await passwordMatches(hash, 'mat khau dai')).toBe(false);
  });

  it('for unknown accounts costs the same and matches no password', async () => {
    expect(parseOptions(DUMMY_HASH)).toMatchObject({ ...COST, ...lengthsOf(await passwordHash('x')) });
    for (const password of ['', 'password', DUMMY_HASH]) expect(await passwordMatches(undefined, password)).toBe(false);
  });

  it('is outdated if a cost has been raised since', async () => {
    expect([hashAt(19_456, 2), hashAt(65_536, 3), hashAt(8_192, 2), hashAt(19_456, 1)].map(isOutdated)).toEqual([false, false, true, true]);
  });
});

const hashAt = (memory: number, passes: number): string => `$argon2id$v=19$m=${memory},t=${passes},p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

function lengthsOf(hash: string): { outputLen: number; saltLen: number } {
  const { outputLen, saltLen } = parseOptions(hash);
  return { outputLen, saltLen };
}
