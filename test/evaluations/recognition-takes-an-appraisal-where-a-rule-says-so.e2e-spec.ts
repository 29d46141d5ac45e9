import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenMovements } from '../movements/given-movements.js';
import { givenRounds, MODEL_SET, TODAY } from './given-rounds.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);
const { made } = givenMovements(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
}, 60_000);
afterAll(() => registry.close());

interface Files {
  readonly province: string;
  readonly modelId: string;
  readonly registrationId: string;
}

/** A file under appraisal with a province whose rule is as given, and perhaps of a round that names levels. */
async function underAppraisal({ rule = {}, appraisedAt }: { rule?: object; appraisedAt?: string[] }): Promise<Files> {
  const province = await given.units.establish({ name: `Tỉnh ${Math.random()}`.replace('.', ' '), kind: 'TINH' });
  const commune = await given.units.establish({ name: `Xã ${province.slice(-6)}`, parentId: province });
  await given.models.authority(province, province, { recogniserId: province, level: 'PROVINCE', ...rule });
  let roundId: string | undefined;
  if (appraisedAt) {
    const movementId = await made('launchMovement', { name: `Phong trào ${province.slice(-6)}`, launcherId: province });
    const days = { opensOn: '2026-01-01', closesOn: '2099-12-31' };
    roundId = await made('openRegistrationRound', { movementId, name: 'Đợt', unitId: province, ...days, appraisedAt });
  }
  const modelId = await given.models.draft(commune, roundId ? { roundId } : {});
  await given.models.step('submitModels', modelId);
  await given.models.step('receiveModels', modelId);
  await given.models.step('openAppraisalOfModels', modelId);
  const { model } = await registry.as.reader.get('query ($id: ID!) { model(id: $id) { registrations { id } } }', { id: modelId });
  return { province, modelId, registrationId: model.registrations[0].id };
}

/** @returns the codes of the refusal, of one model by one command */
async function recognise({ province, modelId }: Files, on = TODAY): Promise<string[]> {
  const decisionId = await given.models.decision(province, { issuedOn: on });
  const [row] = await given.models.step('recogniseModels', modelId, { decisionId, level: 'PROVINCE', on });
  return row!.userErrors.map(({ code }) => code);
}

/** A round that counts is of a set that is not illustrative. */
async function appraise({ province, registrationId }: Files): Promise<string> {
  const act = { number: '1/QĐ-UBND', date: '2026-01-02', issuer: 'UBND tỉnh' };
  const document = {
    ...MODEL_SET,
    set: { ...MODEL_SET.set, name: `Bộ tiêu chí ${province.slice(-6)}`, illustrative: false },
    version: { ...MODEL_SET.version, act },
  };
  const criteriaVersionId = await given.version(document);
  const round = await given.open({ unitId: province, criteriaVersionId, registrationIds: [registrationId], illustrative: false });
  const person = await given.person(province, 'Người chấm');
  const [{ id }] = round.entries.nodes;
  const byHand = [{ evaluationId: id, personIds: [person] }];
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId: round.id, how: 'BY_HAND', byHand });
  await given.selfAssess(registry.as.unitOfficer, id);
  await given.facts(id);
  expect((await given.enter(id, person)).refused).toEqual([]);
  return round.id;
}

it('nothing requires an appraisal: boards without a council go on, also while a round about the file is open', async () => {
  const file = await underAppraisal({});
  await appraise(file);
  expect(await recognise(file)).toEqual([]);
});

it('the rule of recognition requires it: until a round is closed, the file waits', async () => {
  const file = await underAppraisal({ rule: { requiresAppraisal: true } });
  expect(await recognise(file)).toEqual(['MODEL_NOT_APPRAISED']);
  const { model } = await registry.as.leader.get('query ($id: ID!) { model(id: $id) { actions { name blockedBy { code } } } }', {
    id: file.modelId,
  });
  expect(model.actions.find(({ name }: any) => name === 'recognise').blockedBy.map(({ code }: any) => code)).toEqual([
    'MODEL_NOT_APPRAISED',
  ]);
  const roundId = await appraise(file);
  expect(await recognise(file)).toEqual(['MODEL_NOT_APPRAISED']);
  expect((await given.close(roundId)).refused).toEqual([]);
  expect(await recognise(file)).toEqual([]);
});

it('one file and many at once are refused by the same sentence, which the list of actions says, too', async () => {
  const files = [await underAppraisal({ rule: { requiresAppraisal: true } }), await underAppraisal({ appraisedAt: ['PROVINCE'] })];
  const sentences = new Set<string>();
  for (const { province, modelId } of files) {
    const decisionId = await given.models.decision(province, { issuedOn: TODAY });
    for (const ids of [[modelId], files.map(file => file.modelId)])
      for (const row of await given.models.step('recogniseModels', ids, { decisionId, level: 'PROVINCE' }))
        for (const { code, message } of row.userErrors) if (code === 'MODEL_NOT_APPRAISED') sentences.add(message);
    const { model } = await registry.as.leader.get('query ($id: ID!) { model(id: $id) { actions { name blockedBy { message } } } }', {
      id: modelId,
    });
    sentences.add(model.actions.find(({ name }: any) => name === 'recognise').blockedBy[0].message);
  }
  expect(sentences.size).toBe(1);
});

it('the registration round requires it for the levels that it names, and for no other', async () => {
  expect(await recognise(await underAppraisal({ appraisedAt: ['PROVINCE'] }))).toEqual(['MODEL_NOT_APPRAISED']);
  expect(await recognise(await underAppraisal({ appraisedAt: ['COMMUNE', 'CENTRAL'] }))).toEqual([]);
});

it('a result counts from the day on which its round was closed: no decision of an earlier day rests on it', async () => {
  registry.setClock('2026-02-02T03:00:00Z');
  const file = await underAppraisal({ rule: { requiresAppraisal: true } });
  registry.setClock(undefined);
  expect((await given.close(await appraise(file))).refused).toEqual([]);
  expect(await recognise(file, '2026-03-03')).toEqual(['MODEL_NOT_APPRAISED']);
  expect(await recognise(file)).toEqual([]);
});

it('two rounds that are opened at one moment do not both score one file', async () => {
  const { province, registrationId } = await underAppraisal({});
  const act = { number: '1/QĐ-UBND', date: '2026-01-02', issuer: 'UBND tỉnh' };
  const versions: string[] = [];
  for (let n = 0; n < 6; n++)
    versions.push(
      await given.version({
        ...MODEL_SET,
        set: { ...MODEL_SET.set, name: `Bộ tiêu chí ${n} ${province.slice(-6)}`, illustrative: false },
        version: { ...MODEL_SET.version, act },
      }),
    );
  const input = { unitId: province, registrationIds: [registrationId], illustrative: false };
  const answers = await Promise.all(
    versions.map((criteriaVersionId, n) => given.tryToOpen({ ...input, criteriaVersionId, name: `Đợt ${n}` })),
  );
  expect(answers.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
  expect(new Set(answers.flatMap(({ refused }) => refused.map(({ code }: any) => code)))).toEqual(new Set(['APPRAISAL_ENTRY_ELSEWHERE']));
});

it('a round is not opened again while another open round scores one of its files', async () => {
  const file = await underAppraisal({});
  const first = await appraise(file);
  expect((await given.close(first)).refused).toEqual([]);
  const { province, registrationId } = file;
  const { appraisalRound } = await registry.as.reader.get('query ($id: ID!) { appraisalRound(id: $id) { revision version { id } } }', {
    id: first,
  });
  const input = { unitId: province, criteriaVersionId: appraisalRound.version.id, registrationIds: [registrationId], illustrative: false };
  const second = await given.open({ ...input, name: 'Đợt sau' });
  const again = (expectedVersion: number): Promise<any> =>
    given.send(registry.as.leader, 'reopenAppraisalRound', { id: first, expectedVersion, reason: 'Tính sai' }, 'appraisalRound { id }');
  expect((await again(appraisalRound.revision)).refused.map(({ code }: any) => code)).toEqual(['APPRAISAL_ENTRY_ELSEWHERE']);
  expect(second.state).toBe('OPEN');
});
