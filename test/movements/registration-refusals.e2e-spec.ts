import { describe, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { givenMovements, stranger, errorsOf } from './given-movements.js';
import { givenRound } from './given-round.js';

const given = givenRound();
const units = givenUnits(() => given.registry);
const { run, fails } = givenMovements(() => given.registry);

describe('a round is refused', () => {
  const open = (input: Record<string, unknown>): ReturnType<typeof run> =>
    run('openRegistrationRound', {
      movementId: given.movementId,
      name: 'Tên',
      unitId: given.province,
      opensOn: '2024-01-01',
      closesOn: '2024-12-31',
      ...input,
    });

  it('with a deadline before its opening, or after the end of its movement', async () => {
    expect(errorsOf(await open({ closesOn: '2023-12-31' }))).toEqual([['REGISTRATION_CLOSES_BEFORE_IT_OPENS', 'input.closesOn']]);
    expect(errorsOf(await open({ closesOn: '2026-01-01' }))).toEqual([['REGISTRATION_AFTER_MOVEMENT', 'input.closesOn']]);
  });

  it('for a unit not in force when it opens, or known to end before it closes', async () => {
    await units.establish({ name: 'Trẻ', kind: 'TINH' }, '2024-06-01');
    const unitId = await units.find('Trẻ', '2024-07-01');
    expect(errorsOf(await open({ unitId }))).toEqual([['UNIT_NOT_IN_FORCE', 'input.unitId']]);
    const old = await units.establish({ name: 'Già', kind: 'HUYEN', validTo: '2024-06-30' });
    const { userErrors } = await open({ unitId: old });
    expect(userErrors).toEqual([
      {
        code: 'UNIT_ENDS_IN_THAT_TIME',
        field: ['input', 'unitId'],
        message: expect.stringContaining('“Huyện Già” kết thúc ngày 30/6/2024'),
      },
    ]);
    expect(errorsOf(await open({ unitId: old, closesOn: '2024-06-30' }))).toEqual([]);
  });

  it('with the name of another, compared without marks, or an empty name', async () => {
    expect(errorsOf(await open({ name: `DOT  ${given.number}` }))).toEqual([['REGISTRATION_ROUND_TAKEN', 'input.name']]);
    for (const name of ['', '…', '\u0301', 'x'.repeat(301)])
      expect(errorsOf(await open({ name }))).toEqual([['INPUT_INVALID', 'input.name']]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => open({ name: 'Cùng lúc' })));
    expect(answers.filter(({ changed }) => changed !== null)).toHaveLength(1);
    expect(answers.flatMap(errorsOf).map(([code]) => code)).toEqual(Array(4).fill('REGISTRATION_ROUND_TAKEN'));
  });

  it('of an unknown movement or for an unknown unit', async () => {
    const input = { movementId: given.movementId, name: 'Tên', unitId: given.province, opensOn: '2024-01-01', closesOn: '2024-12-31' };
    expect(await fails('openRegistrationRound', { ...input, movementId: stranger('Movement') })).toBe('MOVEMENT_NOT_FOUND');
    expect(await fails('openRegistrationRound', { ...input, unitId: stranger('Unit') })).toBe('UNIT_NOT_FOUND');
    expect(errorsOf(await open({ movementId: given.province, idempotencyKey: 'k' }))).toEqual([['ID_INVALID', 'input.movementId']]);
  });
});

describe('a deadline is not moved', () => {
  const move = (closesOn: string, expectedVersion = 1): ReturnType<typeof run> =>
    run('moveRegistrationDeadline', { id: given.roundId, closesOn, reason: 'Lý do', expectedVersion });

  it('before the opening, after the movement, or with a stale version; to the present day of closing changes nothing', async () => {
    expect(errorsOf(await move('2024-08-31'))).toEqual([['REGISTRATION_CLOSES_BEFORE_IT_OPENS', 'input.closesOn']]);
    expect(errorsOf(await move('2026-01-01'))).toEqual([['REGISTRATION_AFTER_MOVEMENT', 'input.closesOn']]);
    expect((await move('2024-10-25')).changed).toMatchObject({ version: 1 });
    expect(errorsOf(await move('2024-11-01'))).toEqual([]);
    expect(errorsOf(await move('2024-11-02'))).toEqual([['STALE_VERSION', 'input.expectedVersion']]);
  });
});

describe('an extension is refused', () => {
  it('if it is not later than the deadline, or later than the movement', async () => {
    for (const day of ['2024-10-25', '2024-10-01', '2024-08-01'])
      expect(errorsOf(await given.extend(given.commune, day))).toEqual([['REGISTRATION_EXTENSION_NOT_LATER', 'input.closesOn']]);
    expect(errorsOf(await given.extend(given.commune, '2026-01-01'))).toEqual([['REGISTRATION_AFTER_MOVEMENT', 'input.closesOn']]);
  });

  it('for a unit outside the round, or not in force', async () => {
    const outside = await units.establish({ name: `Tỉnh ngoài ${given.number}`, kind: 'TINH' });
    const { userErrors } = await given.extend(outside, '2024-11-01');
    expect(userErrors).toEqual([
      {
        code: 'REGISTRATION_UNIT_OUTSIDE',
        field: ['input', 'unitId'],
        message: `“Tỉnh Tỉnh ngoài ${given.number}” không thuộc phạm vi của đợt “Đợt ${given.number}” vào ngày 1/10/2024.`,
      },
    ]);
    const ended = await units.establish({ name: `Xã cũ ${given.number}`, parentId: given.district, validTo: '2024-09-30' });
    expect(errorsOf(await given.extend(ended, '2024-10-20'))).toEqual([
      ['REGISTRATION_EXTENSION_NOT_LATER', 'input.closesOn'],
      ['UNIT_NOT_IN_FORCE', 'input.unitId'],
    ]);
    expect(
      await fails('extendRegistration', { roundId: given.roundId, unitId: stranger('Unit'), closesOn: '2024-11-01', reason: 'x' }),
    ).toBe('UNIT_NOT_FOUND');
    expect(
      await fails('extendRegistration', {
        roundId: stranger('RegistrationRound'),
        unitId: given.commune,
        closesOn: '2024-11-01',
        reason: 'x',
      }),
    ).toBe('REGISTRATION_ROUND_NOT_FOUND');
  });

  it('a second time, unless the version of the first is sent', async () => {
    await given.extend(given.commune, '2024-11-05');
    const { userErrors } = await given.extend(given.commune, '2024-11-10');
    expect(userErrors).toEqual([
      {
        code: 'REGISTRATION_ALREADY_EXTENDED',
        field: ['input', 'expectedVersion'],
        message: expect.stringContaining('“Xã Xã” đã được gia hạn đến ngày 5/11/2024'),
      },
    ]);
    expect(errorsOf(await given.extend(given.commune, '2024-11-10', { expectedVersion: 2 }))).toEqual([
      ['STALE_VERSION', 'input.expectedVersion'],
    ]);
    expect(errorsOf(await given.extend(given.neighbour, '2024-11-10', { expectedVersion: 1 }))).toEqual([
      ['STALE_VERSION', 'input.expectedVersion'],
    ]);
    const { changed } = await given.extend(given.commune, '2024-11-10', { expectedVersion: 1, reason: 'Lũ lần hai' });
    expect(changed.extensions.nodes).toEqual([expect.objectContaining({ closesOn: '2024-11-10', reason: 'Lũ lần hai', version: 2 })]);
  });

  it('without a reason; and with the same key it is granted once', async () => {
    expect(errorsOf(await given.extend(given.commune, '2024-11-05', { reason: ' ' }))).toEqual([['INPUT_INVALID', 'input.reason']]);
    const key = { idempotencyKey: `gia hạn ${given.number}` };
    expect([
      errorsOf(await given.extend(given.commune, '2024-11-05', key)),
      errorsOf(await given.extend(given.commune, '2024-11-05', key)),
    ]).toEqual([[], []]);
  });
});
