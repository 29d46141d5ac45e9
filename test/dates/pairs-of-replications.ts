import { refused, seen, type DatePair } from './date-pair.js';

const ANSWER = 'answerStillAlive';

/** Dates of replications, of the yearly question and of inspections. */
export const PAIRS_OF_REPLICATIONS: readonly DatePair[] = [
  {
    first: 'the beginning of a replication',
    second: 'the start of the model that is copied',
    ways: [
      refused('recordReplication', 'REPLICATION_BEFORE_ORIGIN', async given => {
        const { id: originId } = await given.model({ starts: '2021-05' });
        return given.run('recordReplication', { originId, copyId: (await given.model()).id, startedOn: '2020' });
      }),
      refused('correctReplication', 'REPLICATION_BEFORE_ORIGIN', async given => {
        const { id: originId } = await given.model({ starts: '2021-05' });
        const { id } = await given.made('recordReplication', { originId, copyId: (await given.model()).id });
        return given.run('correctReplication', { id, startedOn: '2021-04', ...seen });
      }),
      refused('correctReplicationOrigin', 'REPLICATION_BEFORE_ORIGIN', async given => {
        const [{ id: first }, { id: originId }] = [await given.model(), await given.model({ starts: '2021-05' })];
        const { id } = await given.made('recordReplication', { originId: first, copyId: (await given.model()).id, startedOn: '2020' });
        return given.run('correctReplicationOrigin', { id, originId, ...seen });
      }),
      refused('editModel', 'MODEL_AFTER_ITS_COPY', async given => {
        const { id: originId } = await given.model();
        await given.made('recordReplication', { originId, copyId: (await given.model()).id, startedOn: '2020' });
        return given.run('editModel', { id: originId, starts: '2021', ...seen });
      }),
    ],
    check: {
      name: 'replications.copiesAfterTheirOriginal',
      damage: `update replication set started_on = '1901-12-31', started_given = null where started_on is not null;
        update emulation_model set starts = '1903-05' where id in (select origin_id from replication)`,
    },
  },
  {
    first: 'the beginning of a replication',
    second: 'today',
    ways: [
      refused('recordReplication', 'REPLICATION_IN_FUTURE', async given =>
        given.run('recordReplication', { originId: (await given.model()).id, copyId: (await given.model()).id, startedOn: '2026-06-02' }),
      ),
    ],
  },
  {
    first: 'an answer whether a model still runs',
    second: 'the day of the question',
    because: 'the question follows the recognition, which may be taken back after it was answered',
    ways: [
      refused(ANSWER, 'STILL_ALIVE_NOT_ASKED', async given => given.run(ANSWER, { modelId: (await given.model()).id, answer: 'RUNNING' })),
    ],
  },
  {
    first: 'an inspection',
    second: 'the start of its model',
    because: 'a start is corrected by its own papers, and an inspection stays as its paper says',
    ways: [
      refused('recordInspection', 'INSPECTION_BEFORE_MODEL', async given => {
        const { id: modelId } = await given.model({ starts: '2021-05' });
        const held = { heldOn: '2021-04-30', team: 'Đoàn', findings: 'Tốt' };
        return given.run('recordInspection', { modelId, unitId: await given.unit(), ...held });
      }),
    ],
  },
  {
    first: 'an inspection',
    second: 'today',
    ways: [
      refused('recordInspection', 'INSPECTION_IN_FUTURE', async given => {
        const held = { heldOn: '2026-06-02', team: 'Đoàn', findings: 'Tốt' };
        return given.run('recordInspection', { modelId: (await given.model()).id, unitId: await given.unit(), ...held });
      }),
    ],
  },
];
