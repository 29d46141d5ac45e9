import { describe, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import type { OpenDays } from '../../src/features/movements/movements.reader.js';
import { givenUnits } from '../support/given-units.js';
import { connect } from '../support/test-server.js';
import { givenMovements, rowId, errorsOf } from './given-movements.js';
import { givenRound } from './given-round.js';

const given = givenRound();
const units = givenUnits(() => given.registry);
const { run, fails, asks } = givenMovements(() => given.registry);

const lastDay = (unitId: string, day = '2024-10-01'): Promise<OpenDays | undefined> =>
  asks((reader, tx) => reader.lastDayFor(tx, rowId(given.roundId), rowId(unitId), day));
const openTo = async (unitId: string, on: string): Promise<boolean> => {
  const { registrationRounds } = await given.registry.as.reader.get(
    'query ($filter: RegistrationRoundFilter) { registrationRounds(filter: $filter, first: 100) { nodes { id } } }',
    { filter: { openTo: { unitId, on } } },
  );
  return registrationRounds.nodes.some(({ id }: { id: string }) => id === given.roundId);
};

describe('the last day of a unit', () => {
  it('is the round’s own for every unit in it, organisations of its territory included', async () => {
    const open = { opensOn: '2024-09-01', closesOn: '2024-10-25', extended: false };
    for (const unitId of [given.province, given.district, given.commune, given.cell]) expect(await lastDay(unitId)).toEqual(open);
    expect([
      await openTo(given.cell, '2024-08-31'),
      await openTo(given.cell, '2024-10-25'),
      await openTo(given.cell, '2024-10-26'),
    ]).toEqual([false, true, false]);
  });

  it('is that of the nearest extension, which applies to all units under its unit and to no others', async () => {
    await given.extend(given.district, '2024-11-20');
    await given.extend(given.commune, '2024-11-05');
    expect((await lastDay(given.province))!.closesOn).toBe('2024-10-25');
    expect(await lastDay(given.neighbour)).toMatchObject({ closesOn: '2024-11-20', extended: true });
    for (const unitId of [given.commune, given.cell])
      expect(await lastDay(unitId)).toMatchObject({ closesOn: '2024-11-05', extended: true });
    expect([
      await openTo(given.cell, '2024-11-05'),
      await openTo(given.cell, '2024-11-06'),
      await openTo(given.neighbour, '2024-11-06'),
    ]).toEqual([true, false, true]);
  });

  it('is the round’s own again after the extension is withdrawn, with a reason in the audit trail', async () => {
    const [{ id, version }] = (await given.extend(given.commune, '2024-11-05')).changed.extensions.nodes;
    const withdraw = { id, reason: 'Đã ổn định', expectedVersion: version };
    expect(errorsOf(await run('withdrawExtension', { ...withdraw, expectedVersion: 9 }))).toEqual([
      ['STALE_VERSION', 'input.expectedVersion'],
    ]);
    expect((await run('withdrawExtension', withdraw)).changed.extensions.nodes).toEqual([]);
    expect(await lastDay(given.commune)).toMatchObject({ closesOn: '2024-10-25', extended: false });
    expect(await fails('withdrawExtension', withdraw)).toBe('REGISTRATION_EXTENSION_NOT_FOUND');
    const client = await connect(given.registry.database.where);
    const { rows } = await client.query(
      `select before ->> 'closesOn' as day, reason from audit_entry where action = 'registrationExtension.withdrawn'`,
    );
    await client.end();
    expect(rows).toEqual([{ day: '2024-11-05', reason: 'Đã ổn định' }]);
  });

  it('is never earlier because of an extension, if the deadline for all is moved beyond it', async () => {
    await given.extend(given.commune, '2024-11-05');
    const { changed } = await run('moveRegistrationDeadline', {
      id: given.roundId,
      closesOn: '2024-11-30',
      reason: 'Cả tỉnh',
      expectedVersion: 1,
    });
    expect(changed).toMatchObject({ closesOn: '2024-11-30', version: 2 });
    expect(await lastDay(given.commune)).toEqual({ opensOn: '2024-09-01', closesOn: '2024-11-30', extended: false });
    // The extension itself is unchanged.
    expect(await given.registry.registry.app.get(Doctor).examine()).toEqual([]);
  });

  it('does not exist for a unit outside the round, outside it on that day, or not in force', async () => {
    const outside = await units.establish({ name: `Tỉnh khác ${given.number}`, kind: 'TINH' });
    expect(await lastDay(outside)).toBeUndefined();
    const moving = await units.establish({ name: `Xã chuyển ${given.number}`, parentId: given.district });
    await units.apply({ effective: '2024-10-10', changes: [{ move: { unitId: moving, parentId: outside } }] });
    expect(await lastDay(moving, '2024-10-09')).toMatchObject({ closesOn: '2024-10-25' });
    expect(await lastDay(moving, '2024-10-10')).toBeUndefined();
    const ended = await units.establish({ name: `Xã hết ${given.number}`, parentId: given.district, validTo: '2024-09-30' });
    expect([await lastDay(ended, '2024-09-30'), await lastDay(ended)]).toEqual([expect.anything(), undefined]);
  });

  it('is returned with the round, and an unknown round has none', async () => {
    const round = await asks((reader, tx) => reader.roundIn(tx, rowId(given.roundId)));
    expect(round).toEqual({
      id: rowId(given.roundId),
      movementId: rowId(given.movementId),
      unitId: rowId(given.province),
      opensOn: '2024-09-01',
      closesOn: '2024-10-25',
    });
    expect(await asks((reader, tx) => reader.roundIn(tx, rowId(given.movementId)))).toBeUndefined();
    expect(await asks((reader, tx) => reader.lastDayFor(tx, rowId(given.movementId), rowId(given.commune), '2024-10-01'))).toBeUndefined();
  });
});
