import { describe, expect, it } from '@jest/globals';
import { FULL_FORM } from '../support/full-form.js';
import { codes, givenRegistrations, type Input } from './given-registrations.js';

const given = givenRegistrations();
const { models, run, done, show, recognise, examine } = given;

const PAPER = 'Báo cáo (minh họa)';
const past = async (input: Input): Promise<string> => {
  const { recordPast } = await given.registry.as.everyRole.get<any>(
    `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } userErrors { code } } }`,
    { input: { title: 'Nhà sạch', unitId: given.commune, subjectKind: 'COLLECTIVE', source: PAPER, ...input } },
  );
  expect(codes(recordPast)).toEqual([]);
  return recordPast.model.id;
};
const recordPast = (id: string, input: Input): Promise<any> =>
  run('recordPastRegistration', 'RecordPastRegistrationInput', id, { source: 'Sổ cũ (minh họa)', ...input });
const correct = (id: string, attestedOn: string): Promise<any> =>
  run('correctAttestation', 'CorrectAttestationInput', id, { attestedOn, reason: 'Đọc nhầm' });
const back = (id: string, action: string, more: Input = {}): Promise<any> =>
  run('takeBackModelStep', 'TakeBackModelStepInput', id, { action, reason: 'Nhập nhầm', ...more });
const attestation = async (id: string): Promise<unknown> =>
  (await given.registry.as.reader.get('query ($id: ID!) { model(id: $id) { attestedOn source } }', { id })).model;

describe('a paper that is taken back', () => {
  it('no longer attests the model: the day and source are again those of the first registration that remains', async () => {
    for (const state of ['NOT_RECOGNISED', null]) {
      const id = await past({ attestedOn: '2022', state });
      expect(codes(await recordPast(id, { state: 'WITHDRAWN', on: '2019' }))).toEqual([]);
      expect(await attestation(id)).toEqual({ attestedOn: '2019', source: 'Sổ cũ (minh họa)' });
      const { registrations } = await show(id);
      expect(codes(await back(id, 'recordPast', { registrationId: registrations[0].id }))).toEqual([]);
      expect(await attestation(id)).toEqual({ attestedOn: '2022', source: PAPER });
    }
    const live = await models.draft(given.commune);
    const before = await attestation(live);
    expect(codes(await recordPast(live, { state: 'WITHDRAWN', on: '2019' }))).toEqual([]);
    expect(codes(await back(live, 'recordPast', { registrationId: (await show(live)).registrations[0].id }))).toEqual([]);
    expect(await attestation(live)).toEqual(before);
    expect(await examine()).toEqual([]);
  });

  it('may be one that does not say the state', async () => {
    const id = await past({ attestedOn: '2022-05-01', state: 'NOT_RECOGNISED' });
    expect(codes(await recordPast(id, { on: '2024' }))).toEqual([]);
    expect((await show(id)).state).toBeNull();
    expect(codes(await back(id, 'recordPast'))).toEqual([]);
    expect(await show(id)).toMatchObject({ state: 'NOT_RECOGNISED', registrations: [{ latest: true }] });
  });
});

describe('the day of the first paper', () => {
  it('is not corrected beyond a later registration, also one without a known state, nor so that it hides one under way', async () => {
    const id = await past({ attestedOn: '2018-05-01', state: 'NOT_RECOGNISED' });
    expect(codes(await recordPast(id, { on: '2020-05-01' }))).toEqual([]);
    expect(codes(await correct(id, '2021-05-01'))).toEqual(['MODEL_STEPS_BEFORE_DAY']);
    const live = await models.draft(given.commune);
    expect(codes(await recordPast(live, { state: 'WITHDRAWN', on: '2019' }))).toEqual([]);
    expect(codes(await correct(live, '2026-03-01'))).toEqual(['MODEL_STEPS_BEFORE_DAY']);
    expect((await show(live)).state).toBe('DRAFT');
  });

  it('is not corrected to one that its decision, its level or its units contradict', async () => {
    const id = await past({ attestedOn: '2022-05-01', state: 'NOT_RECOGNISED' });
    const decisionId = await models.decision(given.communeBoard, { issuedOn: '2020-04-20' });
    expect(codes(await recordPast(id, { state: 'RECOGNISED', on: '2020-05-01', level: 'COMMUNE', decisionId }))).toEqual([]);
    expect(codes(await correct(id, '2019'))).toEqual(['MODEL_DECISION_LATER']);
    expect(await examine()).toEqual([]);
  });

  it('moves how the model ran only if the same paper said so', async () => {
    const id = await past({ attestedOn: '2022-05-01', state: 'NOT_RECOGNISED', running: 'ACTIVE' });
    expect(codes(await recordPast(id, { state: 'WITHDRAWN', on: '2019-05-01' }))).toEqual([]);
    expect(codes(await correct(id, '2018-05-01'))).toEqual([]);
    const { model } = await given.registry.as.reader.get('query ($id: ID!) { model(id: $id) { steps { lifecycle on } } }', { id });
    expect(model.steps.filter(({ lifecycle }: any) => lifecycle === 'RUNNING')).toEqual([{ lifecycle: 'RUNNING', on: '2022-05-01' }]);
  });
});

describe('the content of a registration', () => {
  it('that a decision approves is that of its own form, not of a later one', async () => {
    const id = await past({ attestedOn: '2022-05-01', state: 'UNDER_APPRAISAL', form: { ...FULL_FORM, aims: 'Cũ' } });
    await done('draftRegistration', 'DraftRegistrationInput', id, { form: { aims: 'Mới' } });
    const { registrations } = await show(id);
    const decisionId = await models.decision(given.communeBoard);
    const { recogniseModels } = await given.registry.as.everyRole.get<any>(
      `mutation ($input: DecideModelsInput!) { recogniseModels(input: $input) { rows { userErrors { code } } } }`,
      { input: { models: [{ id, registrationId: registrations[0].id }], decisionId, level: 'COMMUNE', on: '2022-06-01' } },
    );
    expect(recogniseModels.rows).toEqual([{ userErrors: [] }]);
    expect((await show(id)).recognitions).toMatchObject([{ approved: { form: { aims: 'Cũ' } } }]);
  });

  it('is stored in plain signs when it is registered again', async () => {
    const id = await models.draft(given.commune);
    await models.step('withdrawModels', id, { reason: 'Hoãn' });
    await done('draftRegistration', 'DraftRegistrationInput', id, { form: { aims: '  Mười\u00ad tuyến '.normalize('NFD') } });
    expect((await show(id)).form.aims).toBe('Mười tuyến'.normalize('NFC'));
  });

  it('of an earlier registration is restored as it was', async () => {
    const id = await models.draft(given.commune, { form: { ...FULL_FORM, aims: 'Một' } });
    await done('editModel', 'EditModelInput', id, { form: { aims: 'Hai' } });
    await models.step('withdrawModels', id, { reason: 'Hoãn' });
    await done('draftRegistration', 'DraftRegistrationInput', id, { form: { aims: 'Ba' } });
    await done('editModel', 'EditModelInput', id, { form: { aims: 'Bốn' } });
    const { model } = await given.registry.as.everyRole.get('query ($id: ID!) { model(id: $id) { history { id action } } }', { id });
    const edited = model.history.findLast(({ action }: any) => action === 'model.edited');
    const restored = { changeId: edited.id, reason: 'Như trước' };
    await done('restoreModelVersion', 'RestoreVersionInput', id, restored);
    expect((await show(id)).form.aims).toBe('Hai');
    // The registration is taken back with its form; what was said before is still restored.
    expect(codes(await back(id, 'draft'))).toEqual([]);
    await done('editModel', 'EditModelInput', id, { form: { aims: 'Năm' }, reason: 'Ghi lại' });
    await done('restoreModelVersion', 'RestoreVersionInput', id, restored);
    expect((await show(id)).form.aims).toBe('Hai');
  });
});

describe('a registration of the past', () => {
  it('names a round that was one for the unit, and no day before the round opened', async () => {
    const board = given.registry.as.boardStaff;
    const enter = async (name: string, type: string, input: Input, made: string): Promise<string> => {
      const answer = await board.get<any>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${made} { id } userErrors { code } } }`, {
        input,
      });
      return answer[name][made].id;
    };
    const [unitId, other] = [given.communeBoard, given.provinceBoard];
    const movementId = await enter('launchMovement', 'LaunchMovementInput', { name: 'Thi đua', launcherId: other }, 'movement');
    const open = async (of: string): Promise<string> => {
      const input = { movementId, name: 'Đợt 2021', unitId: of, opensOn: '2021-02-01', closesOn: '2021-03-31' };
      return enter('openRegistrationRound', 'OpenRegistrationRoundInput', input, 'registrationRound');
    };
    const [foreign, own] = [await open(unitId), await open(given.commune)];
    const id = await past({ attestedOn: '2020-05-01', state: 'NOT_RECOGNISED' });
    const in2021 = async (roundId: string, on: string): Promise<string[]> =>
      codes(await recordPast(id, { state: 'NOT_RECOGNISED', on, roundId }));
    expect(await in2021(foreign, '2021-12-01')).toEqual(['MODEL_OUTSIDE_ROUND']);
    expect(await in2021(own, '2021-01-31')).toEqual(['MODEL_BEFORE_OPENING']);
    expect(await in2021(own, '2021-12-01')).toEqual([]);
  });

  it('shows the day as its paper gives it, also where the paper does not say the state', async () => {
    const id = await past({ attestedOn: '2022', state: null });
    expect((await show(id)).registrations).toMatchObject([{ openedOn: '2022', state: null }]);
  });
});

describe('a recognition', () => {
  it('is not shown as revoked on the days before', async () => {
    const id = await models.draft(given.commune);
    expect(await recognise(id, 'COMMUNE')).toEqual([]);
    given.registry.setClock('2026-05-01T00:00:00Z');
    await models.step('revokeModels', id, { decisionId: await models.decision(given.communeBoard), reason: 'Không còn' });
    const revokedOn = async (asOf: string): Promise<unknown> => {
      const { model } = await given.registry.as.reader.get(
        'query ($id: ID!, $asOf: LocalDate) { model(id: $id, asOf: $asOf) { state recognitions { revokedOn } } }',
        { id, asOf },
      );
      return [model.state, model.recognitions[0].revokedOn];
    };
    expect(await revokedOn('2026-04-30')).toEqual(['RECOGNISED', null]);
    expect(await revokedOn('2026-05-01')).toEqual(['REVOKED', '2026-05-01']);
    given.registry.setClock('2026-03-01T00:00:00Z');
  });
});
