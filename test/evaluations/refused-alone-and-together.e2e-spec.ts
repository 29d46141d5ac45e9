import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Random } from '../support/random.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenRounds, MODEL_SET } from './given-rounds.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);

const TRIES = 25;
let province: string;
let communes: string[];
let versionId: string;

interface Said {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

beforeAll(async () => {
  registry = await openTestRegistry();
}, 60_000);
afterAll(() => registry.close());

/** What is said about the part of a command at a path. */
const about = (refused: readonly Said[], path: string): string[] =>
  refused.filter(({ field }) => field === path || field.startsWith(`${path}.`)).map(({ code, message }) => `${code} ${message}`);

it('registrations enter a round alone and together by the same rules, which the step of the model says, too', async () => {
  const received = await given.received(9);
  ({ province, communes } = received);
  const { modelIds, registrationIds } = received;
  versionId = await given.version({ ...MODEL_SET, version: { ...MODEL_SET.version, subjectKinds: ['COLLECTIVE'] } });
  const step = (name: string, ...of: number[]): Promise<unknown> =>
    given.models.step(name, of.map(i => modelIds[i]!), { reason: 'Lý do' }); // prettier-ignore
  await step('returnModels', 0);
  await step('withdrawModels', 1, 2);
  await given.done(registry.as.boardStaff, 'trashModel', {
    id: modelIds[2],
    expectedVersion: await versionOf(modelIds[2]!),
    reason: 'Thử',
  });
  const household = await given.models.draft(communes[3]!, { subjectKind: 'HOUSEHOLD' });
  const draft = await given.models.draft(communes[3]!);
  await given.models.step('submitModels', household);
  await given.models.step('receiveModels', household);
  // One is scored elsewhere.
  await given.open({ unitId: province, criteriaVersionId: versionId, registrationIds: [registrationIds[3]] });
  const all = [...registrationIds, await registrationOf(household), await registrationOf(draft)];

  const random = new Random(12);
  const open = async (ids: readonly string[]): Promise<Said[]> =>
    (await given.tryToOpen({ unitId: province, criteriaVersionId: versionId, registrationIds: ids })).refused;
  const found = new Set<string>();
  for (let i = 0; i < TRIES; i++) {
    // A bad one among them, so that nothing is written.
    const ids = random.shuffled([...new Set([registrationIds[0]!, ...random.some(all, all.length)])]);
    const together = await open(ids);
    for (const [j, id] of ids.entries()) {
      const said = about(together, `registrationIds.${j}`);
      for (const each of said) found.add(each.split(' ')[0]!);
      if (said.length > 0) expect(about(await open([id]), 'registrationIds.0')).toEqual(said);
    }
  }
  expect([...found].toSorted()).toEqual(['APPRAISAL_VERSION_OF_ANOTHER_SUBJECT', 'LIFECYCLE_WRONG_STATE']);
  const states = await open([registrationIds[0]!, registrationIds[1]!]);
  for (const [j, modelId] of [modelIds[0]!, modelIds[1]!].entries()) {
    const [row] = await given.models.step('openAppraisalOfModels', modelId);
    expect(about(states, `registrationIds.${j}`)).toEqual(row!.userErrors.map(({ code, message }) => `${code} ${message}`));
  }
  // Those about which nothing was said enter alone.
  for (const id of registrationIds.slice(4, 6)) expect(await open([id])).toEqual([]);
});

it('people are assigned alone and together by the same rules', async () => {
  const received = await given.received(4);
  const council = await given.council(received.province, 3);
  const inConflict = await given.person(received.province, 'Ủy viên có xung đột', { unitId: received.communes[0]! });
  await given.councils.member(council.id, inConflict);
  const outside = await given.person(received.province, 'Người ngoài hội đồng', { unitId: received.communes[1]! });
  const opened = { unitId: received.province, criteriaVersionId: versionId };
  const round = await given.open({ ...opened, councilId: council.id, registrationIds: received.registrationIds.slice(0, 3) });
  const other = await given.open({ ...opened, name: 'Đợt khác', registrationIds: received.registrationIds.slice(3) });
  const entries: string[] = [...round.entries.nodes, ...other.entries.nodes].map(({ id }: any) => id);
  const people = [...council.people, inConflict, outside];

  const random = new Random(7);
  const assign = async (byHand: readonly object[]): Promise<Said[]> =>
    (await given.send(registry.as.boardStaff, 'assignAppraisals', { roundId: round.id, how: 'BY_HAND', byHand })).refused;
  const found = new Set<string>();
  for (let i = 0; i < TRIES; i++) {
    // A bad one among them, so that nothing is written.
    const byHand = [
      ...random.some(entries, entries.length).map(evaluationId => ({ evaluationId, personIds: [...new Set([random.pick(people), random.pick(people)])] })), // prettier-ignore
      { evaluationId: entries[3]!, personIds: [people[0]!] },
    ];
    const together = await assign(byHand);
    for (const [j, { evaluationId, personIds }] of byHand.entries()) {
      const entry = about(together, `byHand.${j}.evaluationId`);
      for (const [k, personId] of personIds.entries()) {
        const person = about(together, `byHand.${j}.personIds.${k}`);
        for (const each of [...entry, ...person]) found.add(each.split(' ')[0]!);
        if (entry.length + person.length === 0) continue;
        const alone = await assign([{ evaluationId, personIds: [personId] }]);
        expect([about(alone, 'byHand.0.evaluationId'), about(alone, 'byHand.0.personIds.0')]).toEqual([entry, person]);
      }
    }
  }
  expect([...found].toSorted()).toEqual(['APPRAISAL_ENTRY_OF_ANOTHER_ROUND', 'APPRAISAL_IN_CONFLICT', 'APPRAISAL_NOT_A_MEMBER']);
  expect(await assign([{ evaluationId: entries[1]!, personIds: council.people }])).toEqual([]);
});

const versionOf = async (id: string): Promise<number> =>
  (await registry.as.reader.get('query ($id: ID!) { model(id: $id) { version } }', { id })).model.version;

const registrationOf = async (id: string): Promise<string> =>
  (await registry.as.everyRole.get('query ($id: ID!) { model(id: $id) { registrations { id } } }', { id })).model.registrations[0].id;
