import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenDecisions, errorsOf } from './given-decisions.js';

let registry: TestRegistry;
let issuerId: string;
let other: string;
beforeAll(async () => {
  registry = await openTestRegistry();
  issuerId = await units.establish({ name: 'UBND huyện', line: 'STATE', kind: 'UBND', validTo: '2025-06-30' });
  other = await units.establish({ name: 'UBND tỉnh', line: 'STATE', kind: 'UBND' });
});
afterAll(() => registry.close());

const units = givenUnits(() => registry);
const given = givenDecisions(() => registry);
const count = async (): Promise<number> => (await registry.as.reader.get('{ decisions { totalCount } }')).decisions.totalCount;

/** The problems of an input, after checking that nothing is written. */
const refused = async (input: Record<string, unknown>): Promise<[string, string][]> => {
  const before = await count();
  const answer = await given.record({ number: '1/QĐ', issuedOn: '2020-01-01', issuerId, ...input });
  expect(answer.decision).toBeNull();
  expect(await count()).toBe(before);
  return errorsOf(answer);
};

describe('one number per issuer, kind and year', () => {
  it('compared without case, marks, blanks and leading zeros; the message names the other decision', async () => {
    await given.record({ number: '2579/QĐ-UBND', issuedOn: '2021-03-01', issuerId });
    for (const number of ['2579/QĐ-UBND', '2579/qđ-ubnd', '2579 / QĐ-UBND', '2579/QD-UBND', '02579/QĐ-UBND']) {
      const { userErrors } = await given.record({ number, issuedOn: '2021-12-31', issuerId });
      expect(userErrors).toEqual([
        {
          code: 'DECISION_NUMBER_TAKEN',
          field: ['input', 'number'],
          message: expect.stringContaining('“UBND huyện” đã có văn bản cùng loại số “2579/QĐ-UBND”, ban hành: 1/3/2021'),
        },
      ]);
    }
  });

  it('free for another issuer, another kind and another year', async () => {
    for (const input of [{ issuerId: other }, { kind: 'PLAN' }, { issuedOn: '2022-01-01' }]) {
      expect(errorsOf(await given.record({ number: '2579/QĐ-UBND', issuedOn: '2021-03-01', issuerId, ...input }))).toEqual([]);
    }
  });

  it('if six enter it at the same moment, one is recorded', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => given.record({ number: '77/QĐ', issuedOn: '2021-01-01', issuerId })));
    expect(answers.filter(({ decision }) => decision !== null)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(Array(5).fill('DECISION_NUMBER_TAKEN'));
  });

  it('also after a correction', async () => {
    const { decision } = await given.record({ number: '78/QĐ', issuedOn: '2021-01-01', issuerId });
    expect(errorsOf(await given.correct({ id: decision.id, expectedVersion: 1, number: '77/QĐ' }))).toEqual([
      ['DECISION_NUMBER_TAKEN', 'input.number'],
    ]);
  });
});

describe('a decision is refused', () => {
  it.each([
    ['Ð, eth', '29-HD/\u00d0UK', 'U+00D0'],
    ['ð, small eth', '29-hd/\u00f0uk', 'U+00F0'],
    ['Ɖ, African D', '29-HD/\u0189UK', 'U+0189'],
    ['ɖ, small African D', '29-hd/\u0256uk', 'U+0256'],
  ])('with %s instead of Đ in its number', async (_, number, code) => {
    const { userErrors } = await given.record({ number, issuedOn: '2021-01-01', issuerId });
    expect(userErrors).toEqual([{ code: 'INPUT_INVALID', field: ['input', 'number'], message: expect.stringContaining(code) }]);
  });

  it('with a day in the future and an issuer not in force on it, reported at once', async () => {
    registry.setClock('2026-01-01T00:00:00Z');
    expect(await refused({ issuedOn: '2026-01-02' })).toEqual([
      ['DECISION_IN_FUTURE', 'input.issuedOn'],
      ['UNIT_NOT_IN_FORCE', 'input.issuerId'],
    ]);
    registry.setClock(undefined);
  });

  it('but not on the last day of its issuer', async () => {
    expect(errorsOf(await given.record({ number: '3/QĐ', issuedOn: '2025-06-30', issuerId }))).toEqual([]);
    expect(await refused({ issuedOn: '2025-07-01' })).toEqual([['UNIT_NOT_IN_FORCE', 'input.issuerId']]);
  });

  it.each([['number'], ['signer'], ['abstract']])('with a %s that is empty, too long or without letters', async field => {
    for (const text of ['', ' ', '…!?', '\u0301\u0300', 'x'.repeat(10_000), 'a\u0000b'])
      expect(await refused({ [field]: text })).toEqual([['INPUT_INVALID', `input.${field}`]]);
  });

  it('with a day that does not exist, or without an issuer, before the database is read', async () => {
    const query = 'mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { userErrors { code } } }';
    for (const input of [{ issuedOn: '2020-01-01' }, { issuerId, issuedOn: '2021-02-29' }, { issuerId, issuedOn: '2021-13' }]) {
      const { status, errors } = await registry.as.boardStaff.ask(query, { input: { number: '1', kind: 'DECISION', ...input } });
      expect([status, errors?.length]).toEqual([400, 1]);
    }
  });

  it('with an invalid id, one of another type, or of an unknown unit', async () => {
    expect(await refused({ issuerId: 'x' })).toEqual([['ID_INVALID', 'input.issuerId']]);
    const stranger = Buffer.from('Unit:018f0000-0000-7000-8000-000000000000').toString('base64url');
    const { errors } = await registry.as.boardStaff.ask(
      'mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { userErrors { code } } }',
      { input: { number: '1', kind: 'DECISION', issuedOn: '2020-01-01', issuerId: stranger } },
    );
    expect(errors![0]!.extensions.code).toBe('UNIT_NOT_FOUND');
  });

  it('by a caller who may only read', async () => {
    const { status, errors } = await registry.as.reader.ask(
      'mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { userErrors { code } } }',
      { input: { number: '1', kind: 'DECISION', issuedOn: '2020-01-01', issuerId } },
    );
    expect([status, errors![0]!.extensions.code]).toEqual([403, 'FORBIDDEN']);
  });
});

describe('a correction is refused', () => {
  it('with a stale version, without a reason, for an unknown decision; what changes nothing raises no version', async () => {
    const { decision } = await given.record({ number: '4/QĐ', issuedOn: '2020-01-01', issuerId });
    const seen = { id: decision.id, expectedVersion: 1 };
    expect((await given.correct({ ...seen, number: '4/QĐ ' })).decision).toMatchObject({ version: 1 });
    expect(errorsOf(await given.correct({ ...seen, number: '5/QĐ', reason: '…' }))).toEqual([['INPUT_INVALID', 'input.reason']]);
    expect(errorsOf(await given.correct({ ...seen, number: '5/QĐ' }))).toEqual([]);
    expect(errorsOf(await given.correct({ ...seen, number: '6/QĐ' }))).toEqual([['STALE_VERSION', 'input.expectedVersion']]);
    expect(errorsOf(await given.correct({ ...seen, id: issuerId }))).toEqual([['ID_INVALID', 'input.id']]);
    const { errors } = await registry.as.boardStaff.ask(
      'mutation ($input: CorrectDecisionInput!) { correctDecision(input: $input) { userErrors { code } } }',
      { input: { ...seen, reason: 'a', id: Buffer.from('Decision:018f0000-0000-7000-8000-000000000000').toString('base64url') } },
    );
    expect(errors![0]!.extensions.code).toBe('DECISION_NOT_FOUND');
  });
});

it('the event that established an issuer cannot be undone while decisions refer to it', async () => {
  const { unitEvent } = await units.apply({
    effective: '2010-01-01',
    changes: [{ establish: { line: 'STATE', kind: 'UBND', name: 'UBND mới' } }],
  });
  await given.record({ number: '1/QĐ', issuedOn: '2020-01-01', issuerId: await units.find('UBND mới') });
  const { unitEvent: seen } = await registry.as.administrator.get(
    'query ($id: ID!) { unitEvent(id: $id) { actions { name allowed blockedBy { code message } } } }',
    { id: unitEvent!.id },
  );
  expect(seen.actions).toEqual([
    {
      name: 'undo',
      allowed: false,
      blockedBy: [{ code: 'UNIT_EVENT_HAS_DEPENDENTS', message: expect.stringContaining('1 quyết định') }],
    },
  ]);
});

it('the database itself refuses a second number and a letter that only looks like Đ', async () => {
  const client = await connect(registry.database.where);
  const constraintOf = async (statement: string): Promise<string | undefined> =>
    client.query(statement).then(
      () => undefined,
      (error: { constraint?: string }) => error.constraint,
    );
  const row = `select gen_random_uuid(), upper(number), kind, issued, issued_from, issued_by, issuer_id, recorded_at from decision limit 1`;
  expect(await constraintOf(`insert into decision (id, number, kind, issued, issued_from, issued_by, issuer_id, recorded_at) ${row}`)).toBe(
    'decision_number_taken',
  );
  expect(await constraintOf(`update decision set number = '1/Q\u00d0'`)).toBe('decision_number_letters');
  await client.end();
});
