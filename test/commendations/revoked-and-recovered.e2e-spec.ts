import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const given = givenCommendations(() => registry);
const certificate = async (code: string): Promise<any> =>
  (await registry.as.nobody.get('query ($code: String!) { certificate(code: $code) { state decision issuedOn form name } }', { code }))
    .certificate;

beforeAll(async () => {
  registry = await openTestRegistry({ api: { pointsPerMinute: 1_000_000_000 } });
  commune = await units.establish({ name: 'Xã A' });
});
afterAll(() => registry.close());

let people = 0;
const granted = async (more: object = {}): Promise<any> =>
  (await given.grant(commune, '2026-02-02', [given.line({ name: `Cá nhân ${++people}`, ...more })])).rows[0];

describe('a revocation', () => {
  it('has a ground, and its certificate and money are followed until they are recovered', async () => {
    const { id } = await granted();
    const { commendation } = await given.revoke(id, 1);
    expect(commendation.revocation).toEqual({
      on: '2026-11-01',
      ground: 'FALSE_DECLARATION',
      certificateDue: true,
      certificateRecoveredOn: null,
      moneyDue: true,
      moneyRecoveredOn: null,
      done: false,
    });
    const due = async (): Promise<string[]> => (await given.list({ toRecover: true })).map(one => one.id);
    expect(await due()).toEqual([id]);
    const mark = (what: string, expectedVersion: number, on = '2026-11-10'): Promise<any> =>
      given.send(
        registry.as.boardStaff,
        'markRecovered',
        { id, expectedVersion, what, on },
        'commendation { version revocation { done } }',
      );
    expect((await mark('CERTIFICATE', 2)).commendation).toEqual({ version: 3, revocation: { done: false } });
    expect((await mark('CERTIFICATE', 3)).refused[0].code).toBe('COMMENDATION_NOTHING_DUE');
    expect((await mark('MONEY', 3, '2026-10-31')).refused[0].code).toBe('COMMENDATION_REVOKED_BEFORE_GIVEN');
    expect((await mark('MONEY', 3)).commendation).toEqual({ version: 4, revocation: { done: true } });
    expect(await due()).toEqual([]);
  });

  it('is not repeated, not before the decision, not of the future, and not by board staff', async () => {
    const { id } = await granted();
    expect(given.codes(await given.revoke(id, 1, { on: '2026-02-01' }))).toEqual([['COMMENDATION_REVOKED_BEFORE_GIVEN', 'on']]);
    expect(given.codes(await given.revoke(id, 1, { on: '2099-01-01' }))).toEqual([['COMMENDATION_DAY_IN_FUTURE', 'on']]);
    await given.revoke(id, 1);
    expect((await given.revoke(id, 2)).refused).toEqual([
      {
        code: 'COMMENDATION_REVOKED_ALREADY',
        field: '',
        message: 'Khen thưởng này đã bị thu hồi ngày 1/11/2026. Nếu ghi nhầm, hãy bỏ việc thu hồi (takeBackRevocation).',
      },
    ]);
    const input = { id, expectedVersion: 2, on: '2026-11-02', ground: 'VIOLATION', reason: 'Thử' };
    expect((await given.send(registry.as.boardStaff, 'revokeCommendation', input, 'commendation { id }')).refused[0].code).toBe(
      'FORBIDDEN',
    );
  });

  it('of a list is one of its names, too, and taken back it leaves both as they were', async () => {
    const { id } = await granted({ name: null, count: 3, reason: 'Danh sách' });
    await given.complete(id, 1, [{ name: 'Cá nhân của danh sách' }]);
    const before = await given.one(id);
    await given.revoke(id, 2);
    expect((await given.one(id)).names[0].state).toBe('REVOKED');
    await given.takeBack('takeBackRevocation', id, 3, registry.as.leader);
    const versionless = (row: any): any => JSON.parse(JSON.stringify(row, (key, value) => (key === 'version' ? undefined : value)));
    expect(versionless(await given.one(id))).toEqual(versionless(before));
  });

  it('shows a commendation as it was before its day', async () => {
    const { id } = await granted();
    await given.revoke(id, 1, { on: '2026-10-01' });
    const on = async (asOf: string): Promise<string> => (await given.list({ recipient: `Cá nhân ${people}` }, undefined, asOf))[0].state;
    expect([await on('2026-09-30'), await on('2026-10-01')]).toEqual(['IN_FORCE', 'REVOKED']);
    expect(await given.list({ recipient: `Cá nhân ${people}` }, undefined, '2026-02-01')).toEqual([]);
    expect(await given.one(id)).toMatchObject({ state: 'REVOKED' });
  });
});

describe('a certificate', () => {
  it('is checked by anyone who has its code, however it is typed, and says what is printed and nothing else', async () => {
    const { certificateCode: code } = await granted({ name: 'Cá nhân trên giấy', post: 'Trưởng thôn' });
    const printed = {
      state: 'VALID',
      form: 'GIAY_KHEN',
      name: 'Cá nhân trên giấy',
      issuedOn: '2026-02-02',
      decision: expect.stringContaining('QĐ'),
    };
    expect(await certificate(code)).toEqual(printed);
    expect(await certificate(` ${code.toLowerCase().replaceAll(/(.{5})/g, '$1-')} `)).toEqual(printed);
  });

  it('that was revoked says so, and a code that nobody has is unknown in the same shape', async () => {
    const { id, certificateCode: code } = await granted();
    await given.revoke(id, 1);
    expect((await certificate(code)).state).toBe('REVOKED');
    const unknown = { state: 'UNKNOWN', decision: null, issuedOn: null, form: null, name: null };
    for (const guess of ['', 'x', 'A'.repeat(26), `${code.slice(1)}0`, '%', "' or 1=1"]) expect(await certificate(guess)).toEqual(unknown);
  });

  it('of a list or of a paper of the past has no code', async () => {
    expect((await granted({ name: null, count: 2, reason: 'Hai người' })).certificateCode).toBeNull();
  });

  it('is not found by ten thousand guesses, though they begin as its code does', async () => {
    const { certificateCode: code } = await granted();
    const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const guesses = Array.from(
      { length: 10_000 },
      (_, n) => code.slice(0, 22) + [n % 32, (n >> 5) % 32, (n >> 10) % 32, (n * 7) % 32].map(at => signs[at]).join(''),
    );
    const asked = guesses.filter(guess => guess !== code);
    const states = new Set<string>();
    const work = async (): Promise<void> => {
      for (let some = asked.splice(0, 20); some.length > 0; some = asked.splice(0, 20)) {
        const answer = await registry.as.nobody.get(
          `{ ${some.map((guess, n) => `c${n}: certificate(code: "${guess}") { state name }`).join(' ')} }`,
        );
        for (const { state, name } of Object.values<any>(answer)) states.add(`${state} ${name}`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    expect(states).toEqual(new Set(['UNKNOWN null']));
  });
});

it('guessing certificates spends the minute of the guesser, and of nobody else', async () => {
  const slow = await openTestRegistry({ api: { pointsPerMinute: 1_000 } });
  try {
    const ask = (): Promise<any> => slow.as.nobody.ask('{ certificate(code: "ABC") { state } }');
    for (let n = 0; n < 10; n++) expect((await ask()).errors).toBeUndefined();
    expect((await ask()).errors[0].extensions.code).toBe('RATE_LIMITED');
    expect((await slow.as.reader.ask('{ certificate(code: "ABC") { state } }')).errors).toBeUndefined();
  } finally {
    await slow.close();
  }
});
