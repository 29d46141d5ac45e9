import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';

/** One model, many registrations: a commune's recognition of one year and the province's of the next are both of the same model. */

let registry: TestRegistry;
let commune: string;
let communeBoard: string;
let provinceBoard: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2026-03-01T00:00:00Z');
  const province = await units.establish({ name: 'Tỉnh A', kind: 'TINH', code: '01' });
  commune = await units.establish({ name: 'Xã A', code: '00001', parentId: province });
  const office = { kind: 'PARTY_BOARD', line: 'PARTY' };
  communeBoard = await units.establish({ name: 'Ban xã', ...office, territoryId: commune });
  provinceBoard = await units.establish({ name: 'Ban tỉnh', ...office, territoryId: province });
  await models.authority(commune, communeBoard, { recogniserId: communeBoard });
  await models.authority(communeBoard, provinceBoard, { line: 'PARTY', level: 'PROVINCE', recogniserId: provinceBoard });
});
afterAll(() => registry.close());

type Input = Record<string, unknown>;

/** Sends a command on a model with its present version. */
async function run(name: string, type: string, id: string, input: Input = {}): Promise<any> {
  const { model } = await registry.as.reader.get('query ($id: ID!) { model(id: $id) { version } }', { id });
  const { [name]: answer } = await registry.as.everyRole.get<Record<string, any>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { model { id version } userErrors { code field message } } }`,
    { input: { id, expectedVersion: model.version, ...input } },
  );
  return answer;
}
const codes = (answer: { userErrors: { code: string }[] }): string[] => answer.userErrors.map(({ code }) => code);
const done = async (...given: Parameters<typeof run>): Promise<void> => expect(codes(await run(...given))).toEqual([]);

async function show(id: string, asOf?: string): Promise<any> {
  const { model } = await registry.as.reader.get(
    `query ($id: ID!, $asOf: LocalDate) { model(id: $id, asOf: $asOf) { title state attestedOn holder { name } round { id } form { aims approach }
      recognitions { level on decision { number } approved { title form { aims } } deviationReason source }
      registrations { id state openedOn latest source holder { name } form { aims approach } submitted { title form { aims } } recognition { level on } steps { action on } } } }`,
    { id, asOf },
  );
  return model;
}

/** Takes a draft to recognition at the commune, or, passed on, at the province. */
async function recognise(id: string, level: 'COMMUNE' | 'PROVINCE', more: Input = {}): Promise<any> {
  const path = level === 'COMMUNE' ? [] : ['agreeModels', 'receiveModels'];
  for (const step of ['submitModels', 'receiveModels', ...path, 'openAppraisalOfModels']) {
    expect((await models.step(step, id))[0]!.userErrors).toEqual([]);
  }
  const decisionId = await models.decision(level === 'COMMUNE' ? communeBoard : provinceBoard);
  return (await models.step('recogniseModels', id, { decisionId, level, ...more }))[0]!.userErrors;
}

describe('a model', () => {
  it('is recognised by its commune in one year and by the province in the next; each day shows the registration of that day', async () => {
    const id = await models.draft(commune, { title: 'Đường hoa', form: { aims: 'Mười tuyến', approach: 'Vận động' } });
    expect(await recognise(id, 'COMMUNE')).toEqual([]);
    registry.setClock('2027-03-01T00:00:00Z');
    await done('draftRegistration', 'DraftRegistrationInput', id, { form: { aims: 'Hai mươi tuyến' } });
    expect(await show(id)).toMatchObject({ state: 'DRAFT', holder: null, form: { aims: 'Hai mươi tuyến', approach: 'Vận động' } });
    expect(await show(id, '2026-12-31')).toMatchObject({
      state: 'RECOGNISED',
      holder: { name: 'Ban xã' },
      form: { aims: 'Mười tuyến', approach: 'Vận động' },
    });
    expect(await recognise(id, 'PROVINCE')).toEqual([]);
    const model = await show(id);
    expect(model.state).toBe('RECOGNISED');
    expect(model.recognitions).toMatchObject([
      { level: 'COMMUNE', on: '2026-03-01', approved: { title: 'Đường hoa', form: { aims: 'Mười tuyến' } } },
      { level: 'PROVINCE', on: '2027-03-01', approved: { title: 'Đường hoa', form: { aims: 'Hai mươi tuyến' } } },
    ]);
    expect(model.registrations).toMatchObject([
      { state: 'RECOGNISED', openedOn: '2026-03-01', latest: false, holder: { name: 'Ban xã' } },
      { state: 'RECOGNISED', openedOn: '2027-03-01', latest: true, holder: { name: 'Ban tỉnh' } },
    ]);
    // Counted as two registrations of one model.
    const { models: list, registrations } = await registry.as.reader.get(
      `query ($unit: ID!) { models(filter: { unitId: $unit, state: [RECOGNISED] }) { totalCount }
        registrations(filter: { unitId: $unit, state: [RECOGNISED] }) { totalCount } }`,
      { unit: commune },
    );
    expect([list.totalCount, registrations.totalCount]).toEqual([1, 2]);
    // A recognition that is not the latest is revoked in its own registration.
    const decisionId = await models.decision(communeBoard);
    const first = model.registrations[0].id;
    const { revokeModels } = await registry.as.everyRole.get(
      `mutation ($input: DecideModelsInput!) { revokeModels(input: $input) { rows { userErrors { code } model { state } } } }`,
      { input: { models: [{ id, registrationId: first }], decisionId, reason: 'Không còn thực hiện ở xã' } },
    );
    expect(revokeModels.rows).toEqual([{ userErrors: [], model: { state: 'RECOGNISED' } }]);
    expect((await show(id)).registrations.map((one: any) => one.state)).toEqual(['REVOKED', 'RECOGNISED']);
    registry.setClock('2026-03-01T00:00:00Z');
  });

  it('is not registered again while a registration is under way, and again once it was not recognised or withdrawn', async () => {
    const id = await models.draft(commune);
    const again = (): Promise<any> => run('draftRegistration', 'DraftRegistrationInput', id);
    expect(codes(await again())).toEqual(['MODEL_REGISTRATION_OPEN']);
    for (const step of ['submitModels', 'receiveModels', 'openAppraisalOfModels']) {
      await models.step(step, id);
      expect(codes(await again())).toEqual(['MODEL_REGISTRATION_OPEN']);
    }
    await models.step('declineModels', id, { reason: 'Chưa đủ tiêu chí' });
    expect(codes(await again())).toEqual([]);
    await models.step('withdrawModels', id, { reason: 'Hoãn' });
    expect(codes(await again())).toEqual([]);
    expect((await show(id)).registrations.map((one: any) => one.state)).toEqual(['NOT_RECOGNISED', 'WITHDRAWN', 'DRAFT']);
  });
});

describe('what was submitted', () => {
  it('is kept as it was, and is frozen for the unit until it is returned', async () => {
    const id = await models.draft(commune, { title: 'Tổ tự quản', form: { aims: 'Một' } });
    await models.step('submitModels', id);
    const edit = async (asker: 'unitHead' | 'everyRole', input: Input): Promise<string[]> => {
      const { model } = await registry.as.reader.get('query ($id: ID!) { model(id: $id) { version } }', { id });
      const { editModel } = await registry.as[asker].get(
        `mutation ($input: EditModelInput!) { editModel(input: $input) { userErrors { code } } }`,
        {
          input: { id, expectedVersion: model.version, ...input },
        },
      );
      return codes(editModel);
    };
    // The client of a role for the whole registry reaches the holder as well, so the head of the commune's unit asks.
    const head = await askerWith(registry, 'head', { role: 'unitHead', unitId: fromGlobalId(commune)!.id });
    const refused = async (mutation: string, type: string, input: Input): Promise<string[]> => {
      const { model } = await registry.as.reader.get('query ($id: ID!) { model(id: $id) { version } }', { id });
      const { [mutation]: answer } = await head.get<any>(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`,
        {
          input: { id, expectedVersion: model.version, ...input },
        },
      );
      return codes(answer);
    };
    expect(await refused('editModel', 'EditModelInput', { title: 'Khác', reason: 'Sửa' })).toEqual(['MODEL_WITH_AUTHORITY']);
    expect(await refused('renameModel', 'RenameModelInput', { title: 'Khác', from: '2026-03-01', reason: 'Sửa' })).toEqual([
      'MODEL_WITH_AUTHORITY',
    ]);
    expect(await refused('trashModel', 'TrashModelInput', { reason: 'Xóa' })).toEqual(['MODEL_WITHDRAW_FIRST']);
    expect(await edit('everyRole', { title: 'Tổ tự quản xóm' })).toEqual(['MODEL_NEEDS_REASON']);
    expect(await edit('everyRole', { title: 'Tổ tự quản xóm', reason: 'Ban sửa lỗi chính tả' })).toEqual([]);
    const { registrations, title } = await show(id);
    expect([title, registrations[0].submitted]).toEqual(['Tổ tự quản xóm', { title: 'Tổ tự quản', form: { aims: 'Một' } }]);
    await models.step('returnModels', id, { reason: 'Bổ sung' });
    expect(await refused('editModel', 'EditModelInput', { form: { aims: 'Hai' } })).toEqual([]);
    await models.step('submitModels', id);
    expect((await show(id)).registrations[0].submitted).toEqual({ title: 'Tổ tự quản xóm', form: { aims: 'Hai' } });
  });
});

describe('a step entered by mistake', () => {
  const back = (id: string, action: string, more: Input = {}): Promise<any> =>
    run('takeBackModelStep', 'TakeBackModelStepInput', id, { action, reason: 'Bấm nhầm', ...more });

  it('is taken back one by one, exactly to where the file was', async () => {
    const id = await models.draft(commune);
    const before = [await show(id)];
    for (const step of ['submitModels', 'receiveModels', 'openAppraisalOfModels']) {
      await models.step(step, id);
      before.push(await show(id));
    }
    const decisionId = await models.decision(communeBoard);
    await models.step('recogniseModels', id, { decisionId, level: 'COMMUNE' });
    for (const action of ['recognise', 'openAppraisal', 'receive', 'submit']) {
      expect(codes(await back(id, action))).toEqual([]);
      expect(await show(id)).toEqual(before.pop());
    }
    expect(codes(await back(id, 'draft'))).toEqual(['MODEL_FIRST_STEP_STAYS']);
    expect(await examine()).toEqual([]);
  });

  it('takes a revocation, a registration and a step of the running back as well', async () => {
    const id = await models.draft(commune);
    await recognise(id, 'COMMUNE');
    const recognised = await show(id);
    await models.step('revokeModels', id, { decisionId: await models.decision(communeBoard), reason: 'Nhầm mô hình' });
    expect(codes(await back(id, 'revoke'))).toEqual([]);
    expect(await show(id)).toEqual(recognised);
    await done('draftRegistration', 'DraftRegistrationInput', id);
    expect(codes(await back(id, 'recognise', { registrationId: recognised.registrations[0].id }))).toEqual(['MODEL_REGISTERED_LATER']);
    expect(codes(await back(id, 'draft'))).toEqual([]);
    expect(await show(id)).toEqual(recognised);
    await models.step('startModels', id);
    expect(codes(await back(id, 'start', { lifecycle: 'RUNNING' }))).toEqual([]);
    expect(codes(await back(id, 'draft', { lifecycle: 'RUNNING' }))).toEqual(['MODEL_FIRST_STEP_STAYS']);
    expect(await examine()).toEqual([]);
  });

  it('is not taken back when another step is the last by now, nor by somebody who may not take it', async () => {
    const id = await models.draft(commune);
    await models.step('submitModels', id);
    await models.step('receiveModels', id);
    expect(codes(await back(id, 'submit'))).toEqual(['MODEL_STEP_SUPERSEDED']);
    const { model } = await registry.as.reader.get('query ($id: ID!) { model(id: $id) { version } }', { id });
    const { errors } = await registry.as.unitHead.ask(
      `mutation ($input: TakeBackModelStepInput!) { takeBackModelStep(input: $input) { userErrors { code } } }`,
      { input: { id, expectedVersion: model.version, action: 'receive', reason: 'Nhầm' } },
    );
    expect(errors?.[0]?.extensions.code).toMatch(/FORBIDDEN|OUT_OF_REACH/);
  });
});

describe('a recognition is compared with its rule', () => {
  it('another level, issuer or class of document needs a reason, which is kept and shown', async () => {
    const id = await models.draft(commune);
    for (const step of ['submitModels', 'receiveModels', 'openAppraisalOfModels']) await models.step(step, id);
    const own = await models.decision(communeBoard);
    const other = await models.decision(provinceBoard);
    const plan = await models.decision(communeBoard, { kind: 'PLAN' });
    const recognition = async (more: Input): Promise<string[]> =>
      (await models.step('recogniseModels', id, more))[0]!.userErrors.map(({ code }) => code);
    expect(await recognition({ decisionId: own, level: 'PROVINCE' })).toEqual(['RECOGNITION_OTHER_LEVEL']);
    expect(await recognition({ decisionId: own, level: 'DISTRICT' })).toEqual(['RECOGNITION_LEVEL_OVER']);
    expect(await recognition({ decisionId: own, level: 'DISTRICT', deviationReason: 'Cũ' })).toEqual(['RECOGNITION_LEVEL_OVER']);
    expect(await recognition({ decisionId: other, level: 'COMMUNE' })).toEqual(['RECOGNITION_OTHER_ISSUER']);
    expect(await recognition({ decisionId: plan, level: 'COMMUNE' })).toEqual(['RECOGNITION_OTHER_PAPER']);
    expect(await recognition({ decisionId: plan, level: 'CENTRAL' })).toEqual(['RECOGNITION_OTHER_PAPER', 'RECOGNITION_OTHER_LEVEL']);
    expect(
      await recognition({ decisionId: other, level: 'COMMUNE', deviationReason: 'Ban tỉnh ký thay trong lúc khuyết trưởng ban' }),
    ).toEqual([]);
    expect((await show(id)).recognitions).toMatchObject([{ deviationReason: 'Ban tỉnh ký thay trong lúc khuyết trưởng ban' }]);
  });
});

describe('a paper of the past', () => {
  const past = async (input: Input): Promise<any> => {
    const { recordPast } = await registry.as.everyRole.get<any>(
      `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } userErrors { code } } }`,
      { input: { title: 'Nhà văn hóa sạch', unitId: commune, subjectKind: 'COLLECTIVE', source: 'Báo cáo (minh họa)', ...input } },
    );
    return recordPast;
  };

  it('gives what it knows: a year, no state, a recognition without a decision, also one that is older than the first paper', async () => {
    const { model } = await past({ attestedOn: '2022', state: null });
    expect(await show(model.id)).toMatchObject({ attestedOn: '2022', state: null });
    const earlier = { state: 'RECOGNISED', on: '2019', source: 'Sổ khen thưởng (minh họa)' };
    expect(codes(await run('recordPastRegistration', 'RecordPastRegistrationInput', model.id, earlier))).toEqual(['MODEL_NEEDS_LEVEL']);
    await done('recordPastRegistration', 'RecordPastRegistrationInput', model.id, { ...earlier, level: 'COMMUNE' });
    expect(await show(model.id, '2020-06-01')).toMatchObject({
      state: 'RECOGNISED',
      attestedOn: '2019',
      recognitions: [{ level: 'COMMUNE', on: '2019', decision: null, source: 'Sổ khen thưởng (minh họa)' }],
    });
    expect(await show(model.id)).toMatchObject({ state: null, registrations: [{ state: 'RECOGNISED' }, { state: null, latest: true }] });
    await done('recordModelState', 'RecordModelStateInput', model.id, {
      state: 'NOT_RECOGNISED',
      on: '2023-05',
      source: 'Thông báo (minh họa)',
    });
    expect(await show(model.id)).toMatchObject({ state: 'NOT_RECOGNISED' });
    expect(await examine()).toEqual([]);
  });

  it('is recognised by the paper where no decision is known, and takes part in no work list', async () => {
    const { model } = await past({ attestedOn: '2021-05-01', state: 'UNDER_APPRAISAL' });
    const recognition = async (more: Input): Promise<string[]> =>
      (await models.step('recogniseModels', model.id, more))[0]!.userErrors.map(({ code }) => code);
    expect(await recognition({ on: '2021', level: 'COMMUNE' })).toEqual(['MODEL_NEEDS_DECISION']);
    const { waitingForMe } = await registry.as.everyRole.get<any>(
      '{ waitingForMe(first: 100) { nodes { ... on EmulationModel { id } } } }',
    );
    expect(waitingForMe.nodes.map((node: any) => node.id)).not.toContain(model.id);
    expect(await recognition({ on: '2021', level: 'COMMUNE', source: 'Báo cáo tổng kết 2021 (minh họa)' })).toEqual([]);
    expect(await show(model.id)).toMatchObject({ state: 'RECOGNISED', recognitions: [{ on: '2021', decision: null }] });
    // Less than a day is for papers only.
    const live = await models.draft(commune);
    expect((await models.step('submitModels', live, { on: '2026' }))[0]!.userErrors).toMatchObject([{ code: 'MODEL_DAY_NEEDED' }]);
    expect(await examine()).toEqual([]);
  });

  it('is corrected in its day and source while the steps after it stay in order', async () => {
    const { model } = await past({ attestedOn: '2022-01-01', state: 'RECEIVED' });
    await models.step('openAppraisalOfModels', model.id, { on: '2022-06-01' });
    const correct = (input: Input): Promise<any> =>
      run('correctAttestation', 'CorrectAttestationInput', model.id, { reason: 'Đọc nhầm', ...input });
    expect(codes(await correct({ attestedOn: '2022-07-01' }))).toEqual(['MODEL_STEPS_BEFORE_DAY']);
    expect(codes(await correct({ attestedOn: '2021', source: 'Công văn (minh họa)' }))).toEqual([]);
    expect(await show(model.id)).toMatchObject({ attestedOn: '2021', state: 'UNDER_APPRAISAL' });
    expect(await show(model.id, '2021-12-31')).toMatchObject({ state: 'RECEIVED' });
    const live = await models.draft(commune);
    expect(codes(await run('correctAttestation', 'CorrectAttestationInput', live, { attestedOn: '2020', reason: 'x' }))).toEqual([
      'MODEL_NOT_FROM_PAPER',
    ]);
    expect(await examine()).toEqual([]);
  });
});

describe('a title', () => {
  it('changes from a day on, and the days before keep the earlier one; a correction holds for all of its days', async () => {
    registry.setClock('2026-03-01T00:00:00Z');
    const id = await models.draft(commune, { title: 'Camera an ninh' });
    registry.setClock('2026-06-01T00:00:00Z');
    const rename = (title: string, from: string): Promise<any> =>
      run('renameModel', 'RenameModelInput', id, { title, from, reason: 'Mở rộng' });
    expect(codes(await rename('Xóm bình yên', '2026-07-01'))).toEqual(['MODEL_RENAMED_IN_FUTURE']);
    expect(codes(await rename('Xóm bình yên', '2026-03-01'))).toEqual(['MODEL_TITLE_SINCE']);
    expect(codes(await rename('Camera an ninh', '2026-05-01'))).toEqual(['MODEL_SAME_TITLE']);
    expect(codes(await rename('Xóm bình yên', '2026-05-01'))).toEqual([]);
    await done('editModel', 'EditModelInput', id, { title: 'Xóm bình yên, an toàn' });
    const titles = async (): Promise<string[]> =>
      Promise.all(['2026-04-30', '2026-05-01', undefined].map(async day => (await show(id, day)).title as string));
    expect(await titles()).toEqual(['Camera an ninh', 'Xóm bình yên, an toàn', 'Xóm bình yên, an toàn']);
    await done('undoModelRename', 'UndoModelRenameInput', id, { reason: 'Chưa đổi tên' });
    expect(await titles()).toEqual(['Camera an ninh', 'Camera an ninh', 'Camera an ninh']);
    expect(codes(await run('undoModelRename', 'UndoModelRenameInput', id, { reason: 'x' }))).toEqual(['MODEL_NOT_RENAMED']);
    registry.setClock('2026-03-01T00:00:00Z');
  });
});

async function examine(): Promise<unknown[]> {
  const findings = await registry.registry.app.get(Doctor).examine();
  return findings.filter(({ check }) => check.startsWith('models.'));
}
