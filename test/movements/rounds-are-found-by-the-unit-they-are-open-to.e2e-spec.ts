import { describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { askerWith, type Asker } from '../support/test-registry.js';
import { givenMovements } from './given-movements.js';
import { givenRound } from './given-round.js';

const given = givenRound();
const { run, made } = givenMovements(() => given.registry);

describe('rounds are listed', () => {
  const names = async (filter: Record<string, unknown>, asOf?: string): Promise<string[]> =>
    (
      await given.registry.as.reader.get(
        'query ($filter: RegistrationRoundFilter, $asOf: LocalDate) { registrationRounds(filter: $filter, asOf: $asOf, orderBy: NAME, first: 100) { nodes { name } } }',
        { filter, asOf },
      )
    ).registrationRounds.nodes.map((node: { name: string }) => node.name);

  it('by movement, by their unit, by a day on which they are open, and as of a day', async () => {
    const other = await made('launchMovement', { name: 'Khác', launcherId: given.province });
    const round = { movementId: other, unitId: given.commune };
    await made('openRegistrationRound', { ...round, name: 'Năm 2020', opensOn: '2020-01-01', closesOn: '2020-03-31' });
    const later = await made('openRegistrationRound', { ...round, name: 'Năm 2025', opensOn: '2025-01-01', closesOn: '2025-03-31' });
    await run('extendRegistration', { roundId: later, unitId: given.cell, closesOn: '2025-04-30', reason: 'Chậm' });
    expect(await names({ movementId: other })).toEqual(['Năm 2020', 'Năm 2025']);
    expect(await names({ movementId: other, unitId: given.cell })).toEqual(['Năm 2020', 'Năm 2025']);
    expect(await names({ movementId: other, unitId: given.neighbour })).toEqual([]);
    expect(await names({ movementId: other, openOn: '2025-04-30' })).toEqual(['Năm 2025']);
    expect(await names({ movementId: other, openOn: '2025-05-01' })).toEqual([]);
    expect(await names({ movementId: other, openTo: { unitId: given.commune, on: '2025-04-30' } })).toEqual([]);
    expect(await names({ movementId: other, openTo: { unitId: given.commune } }, '2025-03-31')).toEqual(['Năm 2025']);
    expect(await names({ movementId: other }, '2020-01-01')).toEqual(['Năm 2020']);
    const { movements } = await given.registry.as.reader.get('query ($u: ID) { movements(filter: { unitId: $u }) { nodes { name } } }', {
      u: given.neighbour,
    });
    expect(movements.nodes).toEqual([{ name: 'Dân vận khéo' }]);
  });

  it('without telling of extensions that the caller does not see', async () => {
    await given.extend(given.commune, '2024-11-05');
    // One that the neighbour sees, and that is over by then.
    await given.extend(given.neighbour, '2024-11-02');
    const there = await askerWith(given.registry, 'there', { role: 'reportingClient', unitId: fromGlobalId(given.commune)!.id });
    const neighbour = await askerWith(given.registry, 'neighbour', { role: 'reportingClient', unitId: fromGlobalId(given.neighbour)!.id });
    for (const filter of [{ openOn: '2024-11-04' }, { openTo: { unitId: given.commune, on: '2024-11-04' } }]) {
      const found = async (by: Asker): Promise<number> =>
        (
          await by.get('query ($filter: RegistrationRoundFilter) { registrationRounds(filter: $filter) { totalCount } }', {
            filter: { ...filter, movementId: given.movementId },
          })
        ).registrationRounds.totalCount;
      expect([filter, await found(there), await found(neighbour)]).toEqual([filter, 1, 0]);
    }
  });

  it('under their movement, with pages of extensions in Vietnamese order, in a number of statements independent of the rows', async () => {
    await given.extend(given.commune, '2024-11-05');
    await given.extend(given.neighbour, '2024-11-06');
    await given.extend(given.district, '2024-11-07');
    const { movement, node } = await given.registry.as.reader.get(
      `query ($id: ID!, $round: ID!, $u: ID) {
         movement(id: $id) { rounds(first: 1, orderBy: NAME) { totalCount nodes { name extensions { totalCount } } } }
         node(id: $round) { ... on RegistrationRound { movement { name } extensions(first: 2) { totalCount nodes { unit { name } closesOn reason } }
           within: extensions(filter: { unitId: $u }, orderBy: CLOSES_ON_DESC) { nodes { closesOn round { id } } } } } }`,
      { id: given.movementId, round: given.roundId, u: given.commune },
    );
    expect(movement.rounds).toEqual({ totalCount: given.number, nodes: [{ name: 'Đợt 1', extensions: { totalCount: 0 } }] });
    expect(node).toEqual({
      movement: { name: 'Dân vận khéo' },
      extensions: {
        totalCount: 3,
        nodes: [
          { unit: { name: 'Huyện' }, closesOn: '2024-11-07', reason: 'Bão lụt' },
          { unit: { name: 'Xã' }, closesOn: '2024-11-05', reason: 'Bão lụt' },
        ],
      },
      within: { nodes: [{ closesOn: '2024-11-05', round: { id: given.roundId } }] },
    });
  });

  it('and a filter with an id of another type is refused', async () => {
    for (const filter of [{ unitId: given.movementId }, { movementId: given.commune }, { openTo: { unitId: given.roundId } }]) {
      const { errors } = await given.registry.as.reader.ask(
        'query ($filter: RegistrationRoundFilter) { registrationRounds(filter: $filter) { totalCount } }',
        { filter },
      );
      expect(errors![0]!.extensions.code).toBe('ID_INVALID');
    }
  });
});
