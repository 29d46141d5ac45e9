import { describe, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { connect } from '../support/test-server.js';
import { givenMovements, stranger, errorsOf } from './given-movements.js';
import { givenOffices } from './given-offices.js';

const given = givenOffices();
const { unit, set } = given;
const units = givenUnits(() => given.registry);
const { run, made, fails } = givenMovements(() => given.registry);

describe('a rule is refused', () => {
  it('while another is in force for the unit and its line; the message names it; not after its end', async () => {
    const place = await units.establish({ name: 'Nơi trùng', kind: 'TINH' });
    const rule = { unitId: place, receiverId: unit.board, validFrom: '2020-01-01', validTo: '2022-12-31' };
    const id = await made('setReceivingAuthority', { line: 'TERRITORY', basis: 'x', level: 'PROVINCE', ...rule });
    for (const other of [{}, { validFrom: null }, { validFrom: '2022-12-31' }, { validFrom: '2019-01-01', validTo: '2020-01-01' }]) {
      const { userErrors } = await set({ ...rule, validTo: '2024-12-31', ...other });
      expect(userErrors).toEqual([
        {
          code: 'RECEIVING_AUTHORITY_TAKEN',
          field: ['input', 'validFrom'],
          message: expect.stringContaining('“Ban Dân vận Tỉnh ủy Quảng Nam” trong thời gian đó (từ 1/1/2020 đến 31/12/2022)'),
        },
      ]);
    }
    expect(errorsOf(await set({ ...rule, line: 'PARTY' }))).toEqual([]);
    const end = { id, validTo: '2021-12-31', reason: 'Đổi phân công', expectedVersion: 1 };
    expect(errorsOf(await run('endReceivingAuthority', { ...end, validTo: '2019-12-31' }))).toEqual([
      ['RECEIVING_AUTHORITY_ENDS_BEFORE_IT_STARTS', 'input.validTo'],
    ]);
    expect(errorsOf(await run('endReceivingAuthority', { ...end, validTo: '2023-01-01' }))).toEqual([
      ['RECEIVING_AUTHORITY_ALREADY_ENDS', 'input.validTo'],
    ]);
    expect((await run('endReceivingAuthority', end)).changed).toMatchObject({ validTo: '2021-12-31', version: 2 });
    expect(errorsOf(await run('endReceivingAuthority', end))).toEqual([['STALE_VERSION', 'input.expectedVersion']]);
    expect(errorsOf(await set({ ...rule, validFrom: '2022-01-01', validTo: '2023-12-31' }))).toEqual([]);
  });

  it('for all but one of several simultaneous requests', async () => {
    const place = await units.establish({ name: 'Nơi cùng lúc', kind: 'TINH' });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => set({ unitId: place, receiverId: unit.cityBoard, validFrom: '2025-07-01' })),
    );
    expect(answers.filter(({ changed }) => changed !== null)).toHaveLength(1);
    expect(new Set(answers.flatMap(errorsOf).map(([code]) => code))).toEqual(new Set(['RECEIVING_AUTHORITY_TAKEN']));
  });

  it('with a receiver or recogniser that is not in force, or a unit that ends meanwhile', async () => {
    const place = await units.establish({ name: 'Nơi sai', kind: 'TINH' });
    const { userErrors } = await set({
      unitId: place,
      receiverId: unit.cityBoard,
      recogniserId: unit.districtCommittee,
      validFrom: '2022-01-01',
    });
    expect(userErrors.map(({ code, field, message }) => [code, field[1], message.slice(0, 60)])).toEqual([
      ['UNIT_NOT_IN_FORCE', 'receiverId', expect.stringContaining('Thành ủy Đà Nẵng')],
      ['UNIT_ENDS_IN_THAT_TIME', 'recogniserId', expect.stringContaining('“UBND huyện Quế Sơn” kết thúc ngày 30/6/2025')],
    ]);
    expect(errorsOf(await set({ unitId: unit.district, receiverId: unit.city, validFrom: '2025-07-01' }))).toEqual([
      ['UNIT_NOT_IN_FORCE', 'input.unitId'],
    ]);
    // Without a known start, they have to be in force from today on.
    expect(errorsOf(await set({ unitId: place, receiverId: unit.districtCommittee }))).toEqual([['UNIT_NOT_IN_FORCE', 'input.receiverId']]);
    expect(errorsOf(await set({ unitId: place, receiverId: unit.districtCommittee, validTo: '2025-06-30' }))).toEqual([]);
  });

  it('at the district level after that level has ended', async () => {
    const place = await units.establish({ name: 'Nơi cấp huyện', kind: 'TINH' });
    for (const validTo of ['2025-07-01', null]) {
      const { userErrors } = await set({ unitId: place, receiverId: place, level: 'DISTRICT', validFrom: '2020-01-01', validTo });
      expect(userErrors).toEqual([
        {
          code: 'RECOGNITION_LEVEL_ENDED',
          field: ['input', 'validTo'],
          message: expect.stringContaining('Không còn cấp huyện sau ngày 30/6/2025'),
        },
      ]);
    }
  });

  it('with an end before its start, for a line that cannot be under an organisation, or without a basis', async () => {
    const wrong = { unitId: unit.board, receiverId: unit.board, validFrom: '2022-01-01' };
    expect(errorsOf(await set({ ...wrong, validTo: '2021-12-31' }))).toEqual([
      ['RECEIVING_AUTHORITY_ENDS_BEFORE_IT_STARTS', 'input.validTo'],
    ]);
    expect(errorsOf(await set({ ...wrong, line: 'STATE', validTo: '2022-12-31' }))).toEqual([
      ['RECEIVING_AUTHORITY_OTHER_LINE', 'input.line'],
    ]);
    expect(errorsOf(await set({ ...wrong, basis: '…' }))).toEqual([['INPUT_INVALID', 'input.basis']]);
  });

  it('with an invalid id, one of another type, or of an unknown unit', async () => {
    expect(errorsOf(await set({ unitId: 'x', receiverId: unit.board }))).toEqual([['ID_INVALID', 'input.unitId']]);
    expect(errorsOf(await set({ unitId: unit.city, receiverId: stranger('Movement') }))).toEqual([['ID_INVALID', 'input.receiverId']]);
    const input = { unitId: unit.city, line: 'STATE', receiverId: stranger('Unit'), level: 'PROVINCE', basis: 'x' };
    expect(await fails('setReceivingAuthority', input)).toBe('UNIT_NOT_FOUND');
    const end = { id: stranger('ReceivingAuthority'), validTo: '2025-01-01', reason: 'x', expectedVersion: 1 };
    expect(await fails('endReceivingAuthority', end)).toBe('RECEIVING_AUTHORITY_NOT_FOUND');
  });
});

it('the database itself refuses two rules for one unit and line on one day', async () => {
  const client = await connect(given.registry.database.where);
  const copy = `insert into receiving_authority (id, unit_id, line, receiver_id, level, validity, basis)
    select gen_random_uuid(), unit_id, line, receiver_id, level, validity, basis from receiving_authority limit 1`;
  const constraint = await client.query(copy).then(
    () => undefined,
    (error: { constraint?: string }) => error.constraint,
  );
  await client.end();
  expect(constraint).toBe('receiving_authority_taken');
});
