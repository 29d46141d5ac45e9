import { allowed, endedAround, former, LATE, refused, seen, type DatePair } from './date-pair.js';
import type { GivenDates } from './given-dates.js';

async function holder(given: GivenDates, post: object): Promise<{ readonly id: string; readonly postId: string }> {
  const input = { name: given.name('Người'), unitId: await given.unit(), post: { title: 'Chủ tịch', ...post } };
  const { id } = await given.made('recordPerson', input);
  return { id, postId: await given.firstPostOf(id) };
}

/** Dates of people and grants. */
export const PAIRS_OF_PEOPLE: readonly DatePair[] = [
  {
    first: 'a post of a person',
    second: 'the life of the unit',
    because: LATE,
    ways: [
      refused('recordPerson', 'PERSON_UNIT_NOT_IN_FORCE', async given => {
        const post = { unitId: await former(given), title: 'Chủ tịch', validFrom: '2019-01-01', validTo: '2021-01-01' };
        return given.run('recordPerson', { name: given.name('Người'), unitId: await given.unit(), post });
      }),
      refused('appointPerson', 'PERSON_UNIT_NOT_IN_FORCE', async given => {
        const { id } = await given.made('recordPerson', { name: given.name('Người'), unitId: await given.unit() });
        return given.run('appointPerson', {
          id,
          expectedVersion: 1,
          post: { unitId: await given.unit(), title: 'Chủ tịch', validFrom: '2000-05-31' },
        });
      }),
      ...(['endPost', 'correctPost'] as const).map(by =>
        refused(by, 'PERSON_UNIT_NOT_IN_FORCE', async given => {
          const { id, postId } = await holder(given, { unitId: await former(given), validFrom: '2019-01-01' });
          return given.run(by, { id, postId, validTo: '2021-01-01', ...seen });
        }),
      ),
      ...endedAround(async given => {
        const unitId = await given.unit();
        await holder(given, { unitId, validFrom: '2024-06-01' });
        return { unitId };
      }),
    ],
    check: { name: 'people.postsInTheLifeOfTheirUnit' },
  },
  {
    first: 'the birth of a person',
    second: 'the start of a post',
    because: 'to refuse a post because of a birth would reveal the protected date to those who may not read it; the doctor finds it',
    ways: [
      refused('keepPersonalData', 'PERSON_BORN_AFTER_POST', async given => {
        const { id } = await holder(given, { unitId: await given.unit(), validFrom: '2019-01-01' });
        return given.run('keepPersonalData', { id, birthDate: '2020', ...seen });
      }),
      allowed('appointPerson', async given => {
        const { id } = await given.made('recordPerson', { name: given.name('Người'), unitId: await given.unit() });
        await given.made('keepPersonalData', { id, birthDate: '1990-05', ...seen });
        const post = { unitId: await given.unit(), title: 'Chủ tịch', validFrom: '2010-01-01' };
        return given.run('appointPerson', { id, expectedVersion: 2, post });
      }),
    ],
    check: { name: 'people.postsAfterBirth', damage: `update personal_data set birth_date = '2400-05' where birth_date is not null` },
  },
  {
    first: 'a grant',
    second: 'the life of the unit where it holds',
    because: LATE,
    ways: [
      refused('giveGrant', 'UNIT_NOT_IN_FORCE', async given => given.grantAt(await former(given))),
      ...endedAround(async given => {
        const unitId = await given.unit();
        await given.grantAt(unitId);
        return { unitId };
      }),
    ],
    check: { name: 'grants.inTheLifeOfTheirUnit' },
  },
];
