import { allowed, endedAround, former, LATE, OUTSIDE, refused, seen, warned, type DatePair } from './date-pair.js';
import type { GivenDates } from './given-dates.js';

const version = { expectedVersion: 1 };

/** A unit whose model of 2020 was registered again in May 2024. @returns the id of the unit. */
async function registeredLater(given: GivenDates): Promise<string> {
  const unitId = await given.unit();
  const { id } = await given.model({ unitId, attestedOn: '2020-05-06' });
  await given.made('recordPastRegistration', { id, state: 'SUBMITTED', on: '2024-05-06', source: 'Báo cáo', ...version });
  return unitId;
}

/** Dates of decisions and models. */
export const PAIRS_OF_MODELS: readonly DatePair[] = [
  {
    first: 'the issue of a decision',
    second: 'the life of its issuer',
    because: LATE,
    ways: [
      refused('recordDecision', 'UNIT_NOT_IN_FORCE', async given =>
        given.run('recordDecision', { number: '1/QĐ', kind: 'DECISION', issuedOn: '2021-01-01', issuerId: await former(given) }),
      ),
      refused('recordDecision', 'UNIT_NOT_IN_FORCE', async given =>
        given.run('recordDecision', { number: '1/QĐ', kind: 'DECISION', issuedOn: '2000-05-31', issuerId: await given.unit() }),
      ),
      refused('correctDecision', 'UNIT_NOT_IN_FORCE', async given =>
        given.run('correctDecision', { id: (await given.decision()).id, issuerId: await former(given), ...seen }),
      ),
      refused('correctDecision', 'UNIT_NOT_IN_FORCE', async given =>
        given.run('correctDecision', { id: (await given.decision()).id, issuedOn: '2000-05-31', ...seen }),
      ),
      ...endedAround(given => given.decision()),
    ],
    check: { name: 'decisions.issuedInTheLifeOfTheIssuer' },
  },
  {
    first: 'the issue of a decision',
    second: 'today',
    ways: [
      refused('recordDecision', 'DECISION_IN_FUTURE', async given =>
        given.run('recordDecision', { number: '1/QĐ', kind: 'DECISION', issuedOn: '2026-06-02', issuerId: await given.unit() }),
      ),
      refused('correctDecision', 'DECISION_IN_FUTURE', async given =>
        given.run('correctDecision', { id: (await given.decision()).id, issuedOn: '2026-06-02', ...seen }),
      ),
    ],
  },
  {
    first: 'the issue of a decision',
    second: 'the fact of a model that rests on it',
    ways: [
      refused('recordModelFact', 'MODEL_DECISION_LATER', async given => {
        const fact = { kind: 'OUTSTANDING', on: '2024-05-05', source: 'Thử', decisionId: (await given.decision()).id };
        return given.run('recordModelFact', { id: (await given.model()).id, expectedVersion: 1, ...fact });
      }),
      refused('correctDecision', 'DECISION_AFTER_EFFECT', async given => {
        const { id: decisionId } = await given.decision();
        const fact = { kind: 'OUTSTANDING', on: '2024-05-07', source: 'Thử', decisionId };
        await given.made('recordModelFact', { id: (await given.model()).id, expectedVersion: 1, ...fact });
        return given.run('correctDecision', { id: decisionId, issuedOn: '2024-05-08', ...seen });
      }),
    ],
    check: { name: 'models.factsAfterTheirDecision', damage: `update model_fact set on_day = '1901-01-01' where decision_id is not null` },
  },
  {
    first: 'the start of a model',
    second: 'a fact of it (outstanding, replicated)',
    ways: [
      refused('recordModelFact', 'MODEL_FACT_BEFORE_START', async given => {
        const { id } = await given.model({ starts: '2023-05' });
        return given.run('recordModelFact', { id, expectedVersion: 1, kind: 'OUTSTANDING', on: '2023-04-30', source: 'Thử' });
      }),
      refused('editModel', 'MODEL_STARTS_AFTER_FACT', async given => {
        const { id } = await given.model();
        await given.made('recordModelFact', { id, expectedVersion: 1, kind: 'OUTSTANDING', on: '2024-06-30', source: 'Thử' });
        return given.run('editModel', { id, starts: '2024-07', expectedVersion: 2, reason: 'Thử' });
      }),
    ],
    check: {
      name: 'models.factsAfterTheStart',
      damage: `update emulation_model set starts = '2400-01' where id in (select model_id from model_fact)`,
    },
  },
  {
    first: 'the first paper about a model whose start is not known',
    second: 'a fact of it',
    because: 'a paper may speak of years before the first paper that is entered',
    ways: [
      warned('recordModelFact', 'MODEL_FACT_BEFORE_ATTESTED', async given =>
        given.run('recordModelFact', {
          id: (await given.model()).id,
          expectedVersion: 1,
          kind: 'OUTSTANDING',
          on: '2019-01-01',
          source: 'Thử',
        }),
      ),
    ],
  },
  {
    first: 'a fact of a model',
    second: 'today',
    ways: [
      refused('recordModelFact', 'MODEL_FACT_IN_FUTURE', async given =>
        given.run('recordModelFact', {
          id: (await given.model()).id,
          expectedVersion: 1,
          kind: 'OUTSTANDING',
          on: '2026-06-02',
          source: 'Thử',
        }),
      ),
    ],
  },
  {
    first: 'the paper that attests a model',
    second: 'the lives of its units',
    because: LATE,
    ways: [
      refused('recordPast', 'MODEL_UNIT_NOT_IN_FORCE', async given =>
        given.run('recordPast', await given.past({ unitId: await former(given) })),
      ),
      refused('recordPast', 'MODEL_UNIT_NOT_IN_FORCE', async given =>
        given.run('recordPast', await given.past({ jointOwnerIds: [await former(given)] })),
      ),
      refused('recordPast', 'MODEL_UNIT_NOT_IN_FORCE', async given =>
        given.run('recordPast', await given.past({ attestedOn: '2000-05-31' })),
      ),
      refused('editModel', 'MODEL_UNIT_NOT_IN_FORCE', async given =>
        given.run('editModel', { id: (await given.model()).id, unitId: await former(given), ...seen }),
      ),
      refused('editModel', 'MODEL_UNIT_NOT_IN_FORCE', async given =>
        given.run('editModel', { id: (await given.model()).id, jointOwnerIds: [await former(given)], ...seen }),
      ),
      ...endedAround(async given => {
        const unitId = await given.unit();
        await given.model({ unitId });
        return { unitId };
      }),
      ...endedAround(async given => {
        const unitId = await given.unit();
        await given.model({ jointOwnerIds: [unitId] });
        return { unitId };
      }),
    ],
    check: { name: 'models.attestedInTheLifeOfTheirUnits' },
  },
  {
    first: 'a later registration of a model',
    second: 'the life of its unit',
    because: LATE,
    ways: [
      refused('recordPastRegistration', 'MODEL_UNIT_NOT_IN_FORCE', async given => {
        const { id } = await given.model({ unitId: await former(given), attestedOn: '2020-05-06' });
        return given.run('recordPastRegistration', { id, state: 'SUBMITTED', on: '2024-05-06', source: 'Báo cáo', ...version });
      }),
      refused('draftRegistration', 'MODEL_UNIT_ENDED', async given => {
        const { id } = await given.model({ unitId: await former(given), attestedOn: '2020-05-06' });
        return given.run('draftRegistration', { id, ...version });
      }),
      warned('applyUnitEvent', OUTSIDE, async given => given.end(await registeredLater(given))),
      // The lists pass the unit as a whole to another, which goes on with what it began: it is in force on the day.
      allowed('reorganiseUnitsByLists', async given => given.endByLists(await registeredLater(given))),
    ],
    check: { name: 'models.registeredInTheLifeOfTheirUnits' },
  },
  {
    first: 'the paper that attests a model',
    second: 'the end of its sector',
    because: 'models of the past are ordered by sectors that were founded later, so the start of a sector is not compared',
    ways: [
      refused('recordPast', 'MODEL_SECTOR_ENDED', async given => {
        const { id: sectorId } = await given.made('addSector', { code: 'DA_KET_THUC', name: 'Thủ công nghiệp', basis: 'Thử' });
        await given.made('endSector', { id: sectorId, validTo: '2023-12-31', expectedVersion: 1 });
        return given.run('recordPast', await given.past({ sectorId }));
      }),
      refused('endSector', 'SECTOR_USED_LATER', async given => {
        const { id: sectorId } = await given.made('addSector', { code: 'DANG_DUNG', name: 'Lâm nghiệp', basis: 'Thử' });
        await given.model({ sectorId });
        return given.run('endSector', { id: sectorId, validTo: '2023-12-31', expectedVersion: 1 });
      }),
    ],
    check: {
      name: 'models.attestedBeforeTheirSectorEnds',
      damage: `update sector set validity = '(,1901-01-01)' where id in (select sector_id from emulation_model)`,
    },
  },
  {
    first: 'the start of a model',
    second: 'the start of a model that copies it',
    ways: [
      refused('recordPast', 'MODEL_BEFORE_ITS_ORIGINAL', async given => {
        const { id: copyOfId } = await given.model({ starts: '2021-05' });
        return given.run('recordPast', await given.past({ copyOfId, starts: '2020' }));
      }),
      refused('editModel', 'MODEL_BEFORE_ITS_ORIGINAL', async given => {
        const { id: copyOfId } = await given.model({ starts: '2021-05' });
        const { id } = await given.model({ copyOfId });
        return given.run('editModel', { id, starts: '2021-04-30', ...seen });
      }),
      refused('recordReplication', 'MODEL_BEFORE_ITS_ORIGINAL', async given => {
        const [{ id: originId }, { id: copyId }] = [await given.model({ starts: '2021-05' }), await given.model({ starts: '2020' })];
        return given.run('recordReplication', { originId, copyId });
      }),
      refused('editModel', 'MODEL_AFTER_ITS_COPY', async given => {
        const { id } = await given.model();
        await given.model({ copyOfId: id, starts: '2020' });
        return given.run('editModel', { id, starts: '2021', ...seen });
      }),
    ],
    check: {
      name: 'replications.copiesAfterTheirOriginal',
      damage: `update emulation_model set starts = '1902' where id in (select copy_id from replication);
        update emulation_model set starts = '1903-05' where id in (select origin_id from replication)`,
    },
  },
];
