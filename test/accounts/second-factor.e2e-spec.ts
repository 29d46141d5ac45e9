import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { Browser, PASSWORD, givenSignedIn } from './browser.js';

const ENROL = `mutation ($input: EnrolSecondFactorInput!) { enrolSecondFactor(input: $input) { secret uri userErrors { code field } } }`;
const CONFIRM = `mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { recoveryCodes userErrors { code field } } }`;
const START = Date.parse('2027-03-01T01:00:00Z');

let registry: TestRegistry;
let second = 0;
/** Attempts are limited and a code is valid for half a minute, so each test runs at a time of its own. */
beforeAll(async () => (registry = await openTestRegistry()));
afterEach(() => tick(86_400 * 2));
afterAll(() => registry.close());

function tick(seconds: number): void {
  second += seconds;
  registry.setClock(new Date(START + second * 1_000).toISOString());
}
const codeOf = (secret: string, from = 0): string => new TOTP({ secret }).generate({ timestamp: START + (second + from) * 1_000 });

interface Person {
  readonly browser: Browser;
  readonly name: string;
  readonly id: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** A person with a second factor in force. */
async function givenSecondFactor(): Promise<Person> {
  tick(0);
  const person = await givenSignedIn(registry);
  const { enrolSecondFactor } = await person.browser.get(ENROL, { input: { currentPassword: PASSWORD } });
  const { secret } = enrolSecondFactor;
  const { confirmSecondFactor } = await person.browser.get(CONFIRM, { input: { code: codeOf(secret) } });
  tick(60);
  return { ...person, secret, recoveryCodes: confirmSecondFactor.recoveryCodes };
}

async function refusal(name: string, more: object, password = PASSWORD): Promise<string | undefined> {
  return (await new Browser(registry.url).signIn(name, password, more)).errors?.[0]!.extensions.code;
}

describe('a second factor', () => {
  it('is enrolled with the password, confirmed by a first code, and required from then on', async () => {
    tick(0);
    const { browser, name } = await givenSignedIn(registry);
    expect((await browser.get(ENROL, { input: { currentPassword: 'sai' } })).enrolSecondFactor).toEqual({
      secret: null,
      uri: null,
      userErrors: [{ code: 'PASSWORD_WRONG', field: ['input', 'currentPassword'] }],
    });
    expect((await browser.get(CONFIRM, { input: { code: '000000' } })).confirmSecondFactor.userErrors[0].code).toBe('SECOND_FACTOR_OFF');

    const { enrolSecondFactor } = await browser.get(ENROL, { input: { currentPassword: PASSWORD } });
    const { secret, uri } = enrolSecondFactor;
    expect(new URL(uri).searchParams.get('secret')).toBe(secret);
    expect(await refusal(name, {})).toBeUndefined();

    const wrong = codeOf(secret, 3_600);
    expect((await browser.get(CONFIRM, { input: { code: wrong } })).confirmSecondFactor.userErrors).toEqual([
      { code: 'SECOND_FACTOR_CODE_WRONG', field: ['input', 'code'] },
    ]);
    const { confirmSecondFactor } = await browser.get(CONFIRM, { input: { code: codeOf(secret) } });
    expect(confirmSecondFactor.recoveryCodes).toHaveLength(10);
    expect((await browser.get('{ me { account { secondFactor } } }')).me.account.secondFactor).toBe(true);
    expect((await browser.get(ENROL, { input: { currentPassword: PASSWORD } })).enrolSecondFactor.userErrors[0].code).toBe(
      'SECOND_FACTOR_ON',
    );

    expect(await refusal(name, {})).toBe('SECOND_FACTOR_NEEDED');
    tick(30);
    expect(await refusal(name, { code: ` ${codeOf(secret)} ` })).toBeUndefined();
  });

  it('accepts each code once, also in simultaneous requests, and not the one that confirmed it', async () => {
    tick(0);
    const { browser, name } = await givenSignedIn(registry);
    const { enrolSecondFactor } = await browser.get(ENROL, { input: { currentPassword: PASSWORD } });
    const { secret } = enrolSecondFactor;
    await browser.get(CONFIRM, { input: { code: codeOf(secret) } });
    expect(await refusal(name, { code: codeOf(secret) })).toBe('SECOND_FACTOR_WRONG');
    tick(30);
    const code = codeOf(secret);
    const answers = await Promise.all(Array.from({ length: 3 }, () => refusal(name, { code })));
    expect(answers.filter(answer => answer === undefined)).toHaveLength(1);
    expect(await refusal(name, { code: codeOf(secret, -30) })).toBe('SECOND_FACTOR_WRONG');
  });

  it('is mentioned only after the right password, and guessing it is slowed down', async () => {
    const { name, secret } = await givenSecondFactor();
    expect(await refusal(name, { code: codeOf(secret) }, 'sai hoàn toàn')).toBe('SIGN_IN_FAILED');
    for (const code of ['', 'abc', '123', 'zzzz-zzzz-zzzz-zzzz']) expect(await refusal(name, { code })).toBe('SECOND_FACTOR_WRONG');
    expect(await refusal(name, { code: codeOf(secret) })).toBe('SIGN_IN_SLOWED');
  });

  it('required at an ordinary sign-in is not counted against the office, and against the person only until the code is sent', async () => {
    const { name, secret } = await givenSecondFactor();
    expect(await refusal(name, {})).toBe('SECOND_FACTOR_NEEDED');
    expect(await counted()).toEqual([1]);
    expect(await refusal(name, { code: codeOf(secret) })).toBeUndefined();
    expect(await counted()).toEqual([]);
    for (let i = 0; i < 5; i++) expect(await refusal(name, {})).toBe('SECOND_FACTOR_NEEDED');
    expect(await refusal(name, {})).toBe('SIGN_IN_SLOWED');
  });

  it('can be replaced by a recovery code, once, which the audit trail records', async () => {
    const { name, id, recoveryCodes } = await givenSecondFactor();
    expect(await refusal(name, { code: recoveryCodes[3]!.toUpperCase().replaceAll('-', ' ') })).toBeUndefined();
    expect(await refusal(name, { code: recoveryCodes[3] })).toBe('SECOND_FACTOR_WRONG');
    expect(await refusal(name, { code: recoveryCodes[4] })).toBeUndefined();
    const actions = await trailOf(id);
    expect(actions.filter(action => action === 'secondFactor.recovered')).toHaveLength(2);
  });

  it('is switched off by its owner with the password, and by an administrator for a person who has lost the device', async () => {
    const OFF = `mutation ($input: SwitchOffSecondFactorInput!) { switchOffSecondFactor(input: $input) { account { secondFactor } userErrors { code } } }`;
    const { browser, name, id } = await givenSecondFactor();
    expect((await browser.get(OFF, { input: { currentPassword: 'sai' } })).switchOffSecondFactor.userErrors).toEqual([
      { code: 'PASSWORD_WRONG' },
    ]);
    expect((await browser.get(OFF, { input: { currentPassword: PASSWORD } })).switchOffSecondFactor.account).toEqual({
      secondFactor: false,
    });
    expect(await refusal(name, {})).toBeUndefined();

    const REMOVE = `mutation ($input: RemoveSecondFactorInput!) { removeSecondFactor(input: $input) { account { secondFactor } userErrors { code } } }`;
    const other = await givenSecondFactor();
    const input = { accountId: other.id, reason: 'Mất điện thoại' };
    expect((await browser.ask(REMOVE, { input })).errors![0]!.extensions.code).toBe('FORBIDDEN');
    await registry.as.administrator.get(REMOVE, { input });
    expect(await refusal(other.name, {})).toBeUndefined();
    expect(await trailOf(other.id)).toContain('secondFactor.removed');
    expect(await trailOf(id)).toContain('secondFactor.removed');
  });

  it('cannot be read from the tables', async () => {
    const { id, secret, recoveryCodes } = await givenSecondFactor();
    const client = await connect(registry.database.where);
    const raw = Buffer.from(new TOTP({ secret }).secret.bytes);
    for (const table of ['second_factor', 'recovery_code', 'audit_entry']) {
      const { rows } = await client.query(`select coalesce(json_agg(t)::text, '') as text from ${table} t`);
      for (const word of [secret, raw.toString('hex'), ...recoveryCodes, ...recoveryCodes.map(code => code.replaceAll('-', ''))])
        expect(rows[0].text).not.toContain(word);
    }
    // A secret encrypted for one account cannot be decrypted for another.
    const other = await givenSecondFactor();
    await client.query(
      `update second_factor set sealed_secret = (select sealed_secret from second_factor where account_id = $1) where account_id = $2`,
      [rowId(id), rowId(other.id)],
    );
    await client.end();
    expect(await refusal(other.name, { code: codeOf(secret) })).toBe('INTERNAL');
  });
});

const rowId = (globalId: string): string => Buffer.from(globalId, 'base64url').toString().split(':')[1]!;

/** The present counters of failures: of names, of addresses, and of names at addresses. */
async function counted(): Promise<number[]> {
  const client = await connect(registry.database.where);
  const { rows } = await client.query(`select failures from sign_in_throttle where failures > 0 and failed_at = $1`, [
    new Date(START + second * 1_000),
  ]);
  await client.end();
  return rows.map((row: { failures: number }) => row.failures);
}

async function trailOf(globalId: string): Promise<string[]> {
  const client = await connect(registry.database.where);
  const { rows } = await client.query(`select action from audit_entry where object_id = $1 order by at`, [rowId(globalId)]);
  await client.end();
  return rows.map((row: { action: string }) => row.action);
}
