import { addDays } from '../../src/shared/dates.js';
import type { Command } from './random-command.js';
import { PARTIAL_DAYS, PAST_DAYS, SENTENCES, TODAY } from './random-names.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';
import type { TestRegistry } from './test-registry.js';

/** Plans, actual copies, answers whether models still run, and inspections. */
export async function fillReplications({ as }: TestRegistry, command: Command, units: RandomUnits, random: Random): Promise<void> {
  const { models, recognised } = await as.everyRole.get(
    `{ models(first: 100) { nodes { id unit { id } } } recognised: models(filter: { recognised: {} }, first: 100) { nodes { id } } }`,
  );
  const ids = models.nodes.map(({ id }: { id: string }) => id) as string[];
  if (ids.length < 2) return;
  const perhaps = (): string | null => (random.chance(0.4) ? random.pick(SENTENCES) : null);
  const plans: (string | null)[] = [null];
  for (let i = 0; i < 8; i++) {
    const input = {
      originId: random.pick(ids),
      unitId: units.anyId(),
      dueOn: addDays(TODAY, random.between(-400, 400)),
      basis: random.pick(SENTENCES),
    };
    const planned = await command('planReplication', 'PlanReplicationInput', input, 'replicationPlan { id origin { id } unit { id } }');
    if (!planned) continue;
    const { id: planId, origin, unit } = planned.replicationPlan;
    plans.push(planId);
    const copy = models.nodes.find((model: any) => model.unit.id === unit.id);
    if (copy) await command('recordReplication', 'RecordReplicationInput', { originId: origin.id, copyId: copy.id, planId }, '');
  }
  for (let i = 0; i < 14; i++) {
    const [originId, copyId] = random.shuffled(ids);
    const input = {
      originId,
      copyId,
      startedOn: random.chance(0.6) ? random.pick([...PAST_DAYS, ...PARTIAL_DAYS]) : null,
      kept: perhaps(),
      changed: perhaps(),
      dropped: perhaps(),
      originResults: perhaps(),
      copyResults: perhaps(),
      conditions: perhaps(),
      lessons: perhaps(),
      source: perhaps(),
    };
    await command('recordReplication', 'RecordReplicationInput', input, '');
  }
  for (const { id } of recognised.nodes) {
    if (random.chance(0.4)) continue;
    const answer = random.pick(['RUNNING', 'CHANGED', 'STOPPED']);
    const figure = random.chance(0.5) ? { figureName: 'Hộ', figure: random.pick(['12', '0', '1500.25', '100']) } : {};
    const year = Number(TODAY.slice(0, 4)) - random.pick([0, 0, 1]);
    const on = year < Number(TODAY.slice(0, 4)) ? `${year}-12-31` : null;
    await command(
      'answerStillAlive',
      'AnswerStillAliveInput',
      { modelId: id, answer, words: random.pick(SENTENCES), year, on, ...figure },
      '',
    );
  }
  for (let i = 0; i < 10; i++) {
    const place = { modelId: random.pick(ids), unitId: units.anyId() };
    const day = addDays(TODAY, -random.between(0, 600));
    const held = { heldOn: day, team: random.pick(SENTENCES), findings: random.pick(SENTENCES), paper: perhaps() };
    if (random.chance(0.5)) await command('recordInspection', 'RecordInspectionInput', { ...place, ...held }, '');
    else
      await command(
        'planInspection',
        'PlanInspectionInput',
        { ...place, plannedOn: addDays(TODAY, random.between(-30, 60)), team: perhaps() },
        '',
      );
  }
}
