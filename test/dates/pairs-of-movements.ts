import { endedAround, former, LATE, refused, seen, warned, type DatePair } from './date-pair.js';

/** Dates of movements, rounds, rules of receiving and units. */
export const PAIRS_OF_MOVEMENTS: readonly DatePair[] = [
  {
    first: 'the start of a movement',
    second: 'the first day of its registration round',
    ways: [
      refused('openRegistrationRound', 'REGISTRATION_BEFORE_MOVEMENT', async given => {
        const { id: movementId, unitId } = await given.movement();
        return given.run('openRegistrationRound', { movementId, unitId, name: 'Đợt', opensOn: '2023-12-31', closesOn: '2024-02-01' });
      }),
      refused('correctRegistrationRound', 'REGISTRATION_BEFORE_MOVEMENT', async given =>
        given.run('correctRegistrationRound', { id: (await given.round()).id, opensOn: '2023-12-31', ...seen }),
      ),
      refused('correctMovement', 'MOVEMENT_ROUND_OPENED_BEFORE', async given =>
        given.run('correctMovement', { id: (await given.round()).movementId, starts: '2024-07', ...seen }),
      ),
    ],
    check: {
      name: 'movements.roundsOpenWithinTheirMovement',
      damage: `update registration_round set opens_on = '2001-01-01' where id in (select id from registration_round limit 1)`,
    },
  },
  {
    first: 'the deadline of a registration round',
    second: 'the end of its movement',
    ways: [
      refused('openRegistrationRound', 'REGISTRATION_AFTER_MOVEMENT', async given => {
        const { id: movementId, unitId } = await given.movement();
        return given.run('openRegistrationRound', { movementId, unitId, name: 'Đợt', opensOn: '2025-12-01', closesOn: '2026-01-01' });
      }),
      refused('moveRegistrationDeadline', 'REGISTRATION_AFTER_MOVEMENT', async given =>
        given.run('moveRegistrationDeadline', { id: (await given.round()).id, closesOn: '2026-01-01', ...seen }),
      ),
      refused('correctRegistrationRound', 'REGISTRATION_AFTER_MOVEMENT', async given =>
        given.run('correctRegistrationRound', { id: (await given.round()).id, closesOn: '2026-01-01', ...seen }),
      ),
      refused('correctMovement', 'MOVEMENT_ROUND_GOES_ON', async given =>
        given.run('correctMovement', { id: (await given.round()).movementId, ends: '2024-08-30', ...seen }),
      ),
      refused('endMovement', 'MOVEMENT_ROUND_GOES_ON', async given =>
        given.run('endMovement', { id: (await given.round()).movementId, ends: '2024-08-30', ...seen }),
      ),
    ],
    check: {
      name: 'movements.roundsEndWithTheirMovement',
      damage: `update registration_round set closes_on = '2400-01-01' where id in (select id from registration_round order by id desc limit 1)`,
    },
  },
  {
    first: 'the day of an extension',
    second: 'the end of the movement',
    ways: [
      refused('extendRegistration', 'REGISTRATION_AFTER_MOVEMENT', async given => {
        const { id: roundId, unitId } = await given.round();
        return given.run('extendRegistration', { roundId, unitId, closesOn: '2026-01-01', reason: 'Thử' });
      }),
      refused('endMovement', 'MOVEMENT_ROUND_GOES_ON', async given => {
        const { id: roundId, unitId, movementId } = await given.round();
        await given.made('extendRegistration', { roundId, unitId, closesOn: '2024-12-31', reason: 'Thử' });
        return given.run('endMovement', { id: movementId, ends: '2024-10', ...seen });
      }),
    ],
    check: {
      name: 'movements.roundsEndWithTheirMovement',
      damage: `update registration_extension set closes_on = '2400-01-01'`,
    },
  },
  {
    first: 'the deadline of a registration round',
    second: 'the day of its extension',
    because: 'a deadline for all may reach an extension: the later of both days holds, so nothing is lost',
    ways: [
      refused('extendRegistration', 'REGISTRATION_EXTENSION_NOT_LATER', async given => {
        const { id: roundId, unitId } = await given.round();
        return given.run('extendRegistration', { roundId, unitId, closesOn: '2024-08-31', reason: 'Thử' });
      }),
      warned('moveRegistrationDeadline', 'REGISTRATION_EXTENSION_OVERTAKEN', async given => {
        const { id: roundId, unitId } = await given.round();
        await given.made('extendRegistration', { roundId, unitId, closesOn: '2024-09-30', reason: 'Thử' });
        return given.run('moveRegistrationDeadline', { id: roundId, closesOn: '2024-10-31', ...seen });
      }),
      warned('correctRegistrationRound', 'REGISTRATION_EXTENSION_OVERTAKEN', async given => {
        const { id: roundId, unitId } = await given.round();
        await given.made('extendRegistration', { roundId, unitId, closesOn: '2024-09-30', reason: 'Thử' });
        return given.run('correctRegistrationRound', { id: roundId, closesOn: '2024-10-31', ...seen });
      }),
    ],
  },
  {
    first: 'the act that launches a movement',
    second: 'the end of the movement',
    ways: [
      refused('launchMovement', 'MOVEMENT_ACT_AFTER_END', async given =>
        given.run('launchMovement', {
          name: given.name('Phong trào'),
          launcherId: await given.unit(),
          act: { date: '2026-01-01' },
          ends: '2025',
        }),
      ),
      refused('correctMovement', 'MOVEMENT_ACT_AFTER_END', async given =>
        given.run('correctMovement', { id: (await given.movement()).id, act: { date: '2026-01-01' }, ...seen }),
      ),
      refused('endMovement', 'MOVEMENT_ACT_AFTER_END', async given =>
        given.run('endMovement', { id: (await given.movement({ act: { date: '2024-05-01' } })).id, ends: '2024-04', ...seen }),
      ),
    ],
    check: {
      name: 'movements.launchedBeforeTheyEnd',
      damage: `update movement set act_date = '2400-01-01' where id in (select id from movement where not upper_inf(period) limit 1)`,
    },
  },
  {
    first: 'the act that launches a movement',
    second: 'today',
    ways: [
      refused('launchMovement', 'MOVEMENT_ACT_IN_FUTURE', async given =>
        given.run('launchMovement', { name: given.name('Phong trào'), launcherId: await given.unit(), act: { date: '2026-06-02' } }),
      ),
      refused('correctMovement', 'MOVEMENT_ACT_IN_FUTURE', async given =>
        given.run('correctMovement', { id: (await given.movement({ ends: null })).id, act: { date: '2026-06-02' }, ...seen }),
      ),
    ],
  },
  {
    first: 'the act of an event of units',
    second: 'today',
    ways: [
      refused('applyUnitEvent', 'UNIT_EVENT_ACT_IN_FUTURE', async given =>
        given.run('applyUnitEvent', {
          effective: '2026-01-01',
          act: { date: '2026-06-02' },
          changes: [{ dissolve: { unitId: await given.unit() } }],
        }),
      ),
      refused('importUnitList', 'UNIT_EVENT_ACT_IN_FUTURE', given => given.importList({ actDate: '2026-06-02' })),
      refused('reorganiseUnitsByLists', 'UNIT_EVENT_ACT_IN_FUTURE', async given =>
        given.endByLists(await given.unit(), { actDate: '2026-06-02' }),
      ),
    ],
  },
  {
    first: 'the launch of a movement',
    second: 'the life of its launcher',
    because: LATE,
    ways: [
      refused('launchMovement', 'UNIT_NOT_IN_FORCE', async given =>
        given.run('launchMovement', { name: given.name('Phong trào'), launcherId: await former(given), starts: '2024' }),
      ),
      refused('correctMovement', 'UNIT_NOT_IN_FORCE', async given =>
        given.run('correctMovement', { id: (await given.movement()).id, launcherId: await former(given), ...seen }),
      ),
      ...endedAround(given => given.movement()),
    ],
    check: { name: 'movements.launchedInTheLifeOfTheLauncher' },
  },
  {
    first: 'the days of a registration round',
    second: 'the life of its unit',
    because: LATE,
    ways: [
      refused('openRegistrationRound', 'UNIT_NOT_IN_FORCE', async given => {
        const { id: movementId } = await given.movement();
        const days = { opensOn: '2024-06-01', closesOn: '2024-07-01' };
        return given.run('openRegistrationRound', { movementId, name: 'Đợt', unitId: await former(given), ...days });
      }),
      ...endedAround(given => given.round()),
    ],
    check: { name: 'movements.roundsInTheLifeOfTheirUnit' },
  },
  {
    first: 'an assigned target',
    second: 'the life of its unit',
    because: LATE,
    ways: [
      refused('assignTarget', 'UNIT_NOT_IN_FORCE', async given =>
        given.run('assignTarget', { roundId: (await given.round()).id, unitId: await former(given), count: 1, basis: 'Thử' }),
      ),
      ...endedAround(async given => {
        const { id: roundId, unitId } = await given.round();
        await given.made('assignTarget', { roundId, unitId, count: 1, basis: 'Thử' });
        return { unitId };
      }),
    ],
    check: { name: 'movements.targetsInTheLifeOfTheirUnit' },
  },
  {
    first: 'an extension',
    second: 'the life of its unit',
    because: LATE,
    ways: [
      refused('extendRegistration', 'UNIT_NOT_IN_FORCE', async given =>
        given.run('extendRegistration', {
          roundId: (await given.round()).id,
          unitId: await former(given),
          closesOn: '2024-10-01',
          reason: 'Thử',
        }),
      ),
      ...endedAround(async given => {
        const { id: roundId, unitId } = await given.round();
        await given.made('extendRegistration', { roundId, unitId, closesOn: '2024-10-01', reason: 'Thử' });
        return { unitId };
      }),
    ],
    check: {
      name: 'movements.extensionsInTheLifeOfTheirUnit',
    },
  },
  {
    first: 'a rule of receiving',
    second: 'the lives of its unit and its offices',
    because: LATE,
    ways: [
      ...(['unitId', 'receiverId', 'recogniserId'] as const).map(office =>
        refused('setReceivingAuthority', 'UNIT_NOT_IN_FORCE', async given => {
          const rule = { unitId: await given.unit(), receiverId: await given.unit(), line: 'TERRITORY', level: 'COMMUNE', basis: 'Thử' };
          return given.run('setReceivingAuthority', { ...rule, validFrom: '2024-06-01', [office]: await former(given) });
        }),
      ),
      ...endedAround(async given => {
        const rule = { unitId: await given.unit(), receiverId: await given.unit(), line: 'TERRITORY', level: 'COMMUNE', basis: 'Thử' };
        await given.made('setReceivingAuthority', { ...rule, validFrom: '2024-06-01' });
        return { unitId: rule.receiverId };
      }),
    ],
    check: { name: 'movements.rulesInTheLifeOfTheirUnits' },
  },
  {
    first: 'the unit of a rule of receiving',
    second: 'its receiving office',
    because: 'an office does receive for the units below it, and for itself where nobody is above it',
    ways: [
      warned('setReceivingAuthority', 'RECEIVING_FROM_ITSELF', async given => {
        const unitId = await given.unit();
        const rule = { unitId, receiverId: unitId, line: 'TERRITORY', level: 'COMMUNE', basis: 'Thử' };
        return given.run('setReceivingAuthority', { ...rule, validFrom: '2024-06-01' });
      }),
      warned('correctReceivingAuthority', 'RECEIVING_FROM_ITSELF', async given => {
        const rule = { unitId: await given.unit(), receiverId: await given.unit(), line: 'TERRITORY', level: 'COMMUNE', basis: 'Thử' };
        const { id } = await given.made('setReceivingAuthority', { ...rule, validFrom: '2024-06-01' });
        return given.run('correctReceivingAuthority', { id, receiverId: rule.unitId, ...seen });
      }),
    ],
  },
];
