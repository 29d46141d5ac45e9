import type pg from 'pg';
import { newId, toGlobalId } from '../../src/shared/ids.js';
import { rowId } from '../movements/given-movements.js';
import { givenReplications } from '../replications/given-replications.js';
import type { TestRegistry } from '../support/test-registry.js';
import type { GivenRecords } from './given-records.js';

/** Replications, plans of them, answers whether models still run, and inspections. */
export function givenReplicationRecords(
  registry: () => TestRegistry,
  db: pg.Client,
  unitId: string,
  model: () => Promise<string>,
  file: (recordId: string) => Promise<string>,
): GivenRecords {
  const given = givenReplications(registry);
  const modelId = async (): Promise<string> => toGlobalId('EmulationModel', await model());
  const held = { heldOn: '2021-01-05', team: 'Đoàn', findings: 'Tốt' };
  let due = 0;
  const plan = async (): Promise<string> => {
    const input = { originId: await modelId(), unitId, dueOn: `2027-01-${String((++due % 28) + 1).padStart(2, '0')}`, basis: 'minh họa' };
    return given.made('planReplication', input, 'replicationPlan');
  };
  return {
    make: {
      Replication: async () => given.record(await modelId(), await modelId()),
      ReplicationPlan: plan,
      StillAliveAnswer: async () => {
        const id = newId();
        await db.query(
          `insert into still_alive_answer (id, model_id, unit_id, year, on_day, answer) values ($1, $2, $3, 2025, '2025-05-05', 'RUNNING')`,
          [id, await model(), rowId(unitId)],
        );
        return toGlobalId('StillAliveAnswer', id);
      },
      Inspection: async () => given.made('recordInspection', { modelId: await modelId(), unitId, ...held }, 'inspection'),
    },
    rest: {
      'inspection_file.inspection_id': async id => {
        await db.query('insert into inspection_file (file_id, inspection_id, attached_at) values ($1, $2, now())', [await file(id), id]);
      },
      'replication.plan_id': async id => {
        await db.query(`insert into replication (id, origin_id, copy_id, unit_id, plan_id, declared) values ($1, $2, $3, $4, $5, false)`, [
          newId(),
          await model(),
          await model(),
          rowId(unitId),
          id,
        ]);
      },
    },
  };
}
