import { givenReplications } from '../replications/given-replications.js';
import type { givenModels } from '../support/given-models.js';
import type { TestRegistry } from '../support/test-registry.js';
import type { ChangedObject, commandsOf } from './changed-objects.js';

const TEXTS = ['kept', 'changed', 'dropped', 'originResults', 'copyResults', 'conditions', 'lessons', 'source'];

/** How replications, plans of them and inspections are made. */
export async function changedReplications(
  commands: ReturnType<typeof commandsOf>,
  models: ReturnType<typeof givenModels>,
  registry: () => TestRegistry,
  [one, two]: readonly [string, string],
): Promise<Readonly<Record<string, ChangedObject>>> {
  const given = givenReplications(registry);
  const origin = await models.draft(one);
  const planned = (originId: string, dueOn: string): Promise<string> =>
    commands.made('planReplication', { originId, unitId: two, dueOn, basis: 'Kế hoạch' }, 'replicationPlan');
  return {
    correctReplication: {
      fields: {
        ...Object.fromEntries(TEXTS.map(name => [name, [`${name} một`, `${name} hai`] as const])),
        startedOn: ['2024', '2024-05-06'],
        planId: [await planned(origin, '2026-01-01'), await planned(origin, '2026-02-02')],
      },
      create: async first => given.record(origin, await models.draft(two), first),
    },
    correctReplicationPlan: {
      fields: { unitId: [one, two], dueOn: ['2026-03-03', '2026-04-04'], basis: ['Kế hoạch một', 'Kế hoạch hai'] },
      create: async first => commands.made('planReplication', { originId: await models.draft(one), ...first }, 'replicationPlan'),
    },
    correctInspection: {
      fields: {
        heldOn: ['2025-01-02', '2025-03-04'],
        team: ['Đoàn một', 'Đoàn hai'],
        findings: ['Tốt', 'Khá'],
        paper: ['Biên bản một', 'Biên bản hai'],
      },
      create: async first => commands.made('recordInspection', { modelId: await models.draft(one), unitId: one, ...first }, 'inspection'),
    },
  };
}
