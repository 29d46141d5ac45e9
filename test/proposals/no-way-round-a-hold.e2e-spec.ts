import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenCommendations } from '../commendations/given-commendations.js';
import { TODAY } from '../evaluations/given-rounds.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenProposals } from './given-proposals.js';

let registry: TestRegistry;
let commune: string;
const given = givenProposals(() => registry);
const { tryToGrant, grant, complete, line, codes } = givenCommendations(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await given.rounds.units.establish({ name: 'A' });
});
afterAll(() => registry.close());

it('who is held is not named later in a list that was granted, and is once the hold is lifted', async () => {
  const personId = await given.rounds.person(commune, 'Cá nhân A');
  const { rows } = await grant(commune, TODAY, [line({ name: null, count: 3, reason: 'Danh sách' })], { receivedOn: TODAY });
  const hold = await given.done(given.hold({ bodyId: commune, personId }));
  expect(codes(await complete(rows[0].id, 1, [{ personId }]))).toEqual([['COMMENDATION_HELD', 'recipients.0.name']]);
  await given.done(given.changeHold('liftHold', hold));
  expect((await complete(rows[0].id, 1, [{ personId }])).refused).toEqual([]);
});

it('a unit that is held is itself meant however its name is printed; a collective within it is not', async () => {
  await given.done(given.hold({ bodyId: commune, unitId: commune }));
  const refused = async (more: object): Promise<[string, string][]> =>
    codes(
      await tryToGrant(
        commune,
        TODAY,
        [line({ kind: 'COLLECTIVE', name: null, unitId: commune, reason: `Việc ${JSON.stringify(more)}`, ...more })],
        {
          receivedOn: TODAY,
        },
      ),
    );
  const held = [['COMMENDATION_HELD', 'recipients.0.name']];
  expect(await refused({})).toEqual(held);
  expect(await refused({ unitName: 'UBND xã A' })).toEqual(held);
  expect(await refused({ name: 'xã  A' })).toEqual(held);
  expect(await refused({ name: 'Hội Phụ nữ' })).toEqual([]);
});
