import type { Command } from './random-command.js';
import { NAMES, SENTENCES } from './random-names.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';
import type { TestRegistry } from './test-registry.js';

/** Appraisal rounds over units, with people who score, sheets in every state, conflicts, and results. */
export async function fillEvaluations({ as }: TestRegistry, command: Command, units: RandomUnits, random: Random): Promise<void> {
  const { criteriaSets, people } = await as.everyRole.get(`{ people(first: 20) { nodes { id } }
    criteriaSets(first: 10) { nodes { graded versions { id state criteria { code maximum parentCode } knockOuts { code kind } caps { code } } } } }`);
  const versions = criteriaSets.nodes.flatMap(({ graded, versions: of }: any) =>
    graded === 'UNIT_YEAR' ? of.filter(({ state }: any) => state === 'PUBLISHED') : [],
  );
  const persons: string[] = people.nodes.map(({ id }: { id: string }) => id);
  if (versions.length === 0 || persons.length === 0) return;
  for (let i = 0; i < 4; i++) {
    const version: any = random.pick(versions);
    const unitIds = [...new Set([units.anyId(), units.anyId(), units.anyId()])];
    const input = {
      unitId: units.anyId(),
      name: random.pick(NAMES),
      criteriaVersionId: version.id,
      year: random.pick([2026, 2027]),
      illustrative: true,
      aggregation: random.pick(['SUM', 'MEAN', 'TRIMMED_MEAN', 'MEDIAN']),
      feedback: random.some(['CRITERIA', 'WORDS'], 2),
      unitIds,
    };
    const entries = 'appraisalRound { id revision openedOn entries(first: 100) { nodes { id version } } }';
    const made = await command('openAppraisalRound', 'OpenAppraisalRoundInput', input, entries);
    if (made) await fillRound(command, made.appraisalRound, version, persons, random);
  }
}

async function fillRound(
  command: Command,
  round: any,
  { criteria, knockOuts, caps }: any,
  persons: readonly string[],
  random: Random,
): Promise<void> {
  const scored = criteria.filter(
    (node: any) => node.maximum !== null && !criteria.some((child: any) => child.parentCode === node.code && child.maximum !== null),
  );
  const scores = (): object[] =>
    scored.map(({ code, maximum }: any) => ({
      code,
      points: random.pick(['0', '1', maximum]),
      words: random.chance(0.3) ? random.pick(SENTENCES).slice(0, 500) : null,
    }));
  const questions = [...knockOuts.filter(({ kind }: any) => kind === 'STATED'), ...caps];
  const judges = random.shuffled(persons).slice(0, 3);
  await command(
    'assignAppraisals',
    'AssignAppraisalsInput',
    { roundId: round.id, how: random.pick(['RANDOM', 'BALANCED']), personIds: judges, seed: 'a' },
    '',
  );
  for (const { id: evaluationId, version } of round.entries.nodes) {
    const own = { evaluationId, scores: scores(), remark: random.chance(0.3) ? random.pick(SENTENCES) : null };
    await command(random.pick(['saveSelfAssessment', 'submitSelfAssessment']), 'SelfAssessmentInput', own, '');
    const facts = {
      id: evaluationId,
      expectedVersion: version,
      bonus: random.pick(['0', '2.5']),
      basis: random.pick(SENTENCES).slice(0, 500),
      answers: questions.filter(() => random.chance(0.5)).map(({ code }: any) => ({ code, holds: random.chance(0.3) })),
    };
    if (random.chance(0.5)) await command('stateAppraisalFacts', 'StateAppraisalFactsInput', facts, '');
    for (const personId of judges) {
      const whom = { evaluationId, personId, paper: 'Phiếu đã ký' };
      const name = random.pick(['saveAppraisal', 'submitAppraisal', 'submitAppraisal', 'submitAppraisal']);
      if (random.chance(0.85)) await command(name, 'AppraisalInput', { ...whom, scores: scores() }, '');
      else await command('abstainAppraisal', 'AbstainAppraisalInput', { ...whom, reason: random.pick(SENTENCES).slice(0, 500) }, '');
    }
    const conflict = { evaluationId, personId: judges[0], reason: 'OTHER', words: random.pick(SENTENCES).slice(0, 500) };
    if (random.chance(0.2)) await command('declareConflict', 'DeclareConflictInput', conflict, '');
  }
  if (!random.chance(0.7)) return;
  await command('closeAppraisalRound', 'CloseAppraisalRoundInput', { id: round.id, expectedVersion: 2 }, '');
  const complaint = { evaluationId: round.entries.nodes[0].id, receivedOn: round.openedOn, words: random.pick(SENTENCES).slice(0, 500) };
  if (random.chance(0.6)) await command('recordAppraisalComplaint', 'RecordAppraisalComplaintInput', complaint, '');
}
