import { FULL_FORM } from '../support/full-form.js';
import { describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { askerWith } from '../support/test-registry.js';
import { codes, givenRegistrations, type Input } from './given-registrations.js';

/** One model, many registrations: a commune's recognition of one year and the province's of the next are both of the same model. */
const given = givenRegistrations();
const { models, run, done, show, recognise, examine } = given;

describe('a model', () => {
  it('is recognised by its given.commune in one year and by the province in the next; each day shows the registration of that day', async () => {
    const id = await models.draft(given.commune, { title: 'Đường hoa', form: { ...FULL_FORM, aims: 'Mười tuyến', approach: 'Vận động' } });
    expect(await recognise(id, 'COMMUNE')).toEqual([]);
    given.registry.setClock('2027-03-01T00:00:00Z');
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
    const { models: list, registrations } = await given.registry.as.reader.get(
      `query ($unit: ID!) { models(filter: { unitId: $unit, state: [RECOGNISED] }) { totalCount }
        registrations(filter: { unitId: $unit, state: [RECOGNISED] }) { totalCount } }`,
      { unit: given.commune },
    );
    expect([list.totalCount, registrations.totalCount]).toEqual([1, 2]);
    // A recognition that is not the latest is revoked in its own registration.
    const decisionId = await models.decision(given.communeBoard);
    const first = model.registrations[0].id;
    const { revokeModels } = await given.registry.as.everyRole.get(
      `mutation ($input: DecideModelsInput!) { revokeModels(input: $input) { rows { userErrors { code } model { state } } } }`,
      { input: { models: [{ id, registrationId: first }], decisionId, reason: 'Không còn thực hiện ở xã' } },
    );
    expect(revokeModels.rows).toEqual([{ userErrors: [], model: { state: 'RECOGNISED' } }]);
    expect((await show(id)).registrations.map((one: any) => one.state)).toEqual(['REVOKED', 'RECOGNISED']);
    given.registry.setClock('2026-03-01T00:00:00Z');
  });

  it('is not registered again while a registration is under way, and again once it was not recognised or withdrawn', async () => {
    const id = await models.draft(given.commune);
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
    const id = await models.draft(given.commune, { title: 'Tổ tự quản', form: { ...FULL_FORM, aims: 'Một' } });
    await models.step('submitModels', id);
    const edit = async (asker: 'unitHead' | 'everyRole', input: Input): Promise<string[]> => {
      const { model } = await given.registry.as.reader.get('query ($id: ID!) { model(id: $id) { version } }', { id });
      const { editModel } = await given.registry.as[asker].get(
        `mutation ($input: EditModelInput!) { editModel(input: $input) { userErrors { code } } }`,
        {
          input: { id, expectedVersion: model.version, ...input },
        },
      );
      return codes(editModel);
    };
    // The client of a role for the whole registry reaches the holder as well, so the head of the commune's unit asks.
    const head = await askerWith(given.registry, 'head', { role: 'unitHead', unitId: fromGlobalId(given.commune)!.id });
    const refused = async (mutation: string, type: string, input: Input): Promise<string[]> => {
      const { model } = await given.registry.as.reader.get('query ($id: ID!) { model(id: $id) { version } }', { id });
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
    const id = await models.draft(given.commune);
    const before = [await show(id)];
    for (const step of ['submitModels', 'receiveModels', 'openAppraisalOfModels']) {
      await models.step(step, id);
      before.push(await show(id));
    }
    const decisionId = await models.decision(given.communeBoard);
    await models.step('recogniseModels', id, { decisionId, level: 'COMMUNE' });
    for (const action of ['recognise', 'openAppraisal', 'receive', 'submit']) {
      expect(codes(await back(id, action))).toEqual([]);
      expect(await show(id)).toEqual(before.pop());
    }
    expect(codes(await back(id, 'draft'))).toEqual(['MODEL_FIRST_STEP_STAYS']);
    expect(await examine()).toEqual([]);
  });

  it('takes a revocation, a registration and a step of the running back as well', async () => {
    const id = await models.draft(given.commune);
    await recognise(id, 'COMMUNE');
    const recognised = await show(id);
    await models.step('revokeModels', id, { decisionId: await models.decision(given.communeBoard), reason: 'Nhầm mô hình' });
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
    const id = await models.draft(given.commune);
    await models.step('submitModels', id);
    await models.step('receiveModels', id);
    expect(codes(await back(id, 'submit'))).toEqual(['MODEL_STEP_SUPERSEDED']);
    const { model } = await given.registry.as.reader.get('query ($id: ID!) { model(id: $id) { version } }', { id });
    const { errors } = await given.registry.as.unitHead.ask(
      `mutation ($input: TakeBackModelStepInput!) { takeBackModelStep(input: $input) { userErrors { code } } }`,
      { input: { id, expectedVersion: model.version, action: 'receive', reason: 'Nhầm' } },
    );
    expect(errors?.[0]?.extensions.code).toMatch(/FORBIDDEN|OUT_OF_REACH/);
  });
});

describe('a recognition is compared with its rule', () => {
  it('another level, issuer or class of document needs a reason, which is kept and shown', async () => {
    const id = await models.draft(given.commune);
    for (const step of ['submitModels', 'receiveModels', 'openAppraisalOfModels']) await models.step(step, id);
    const own = await models.decision(given.communeBoard);
    const other = await models.decision(given.provinceBoard);
    const plan = await models.decision(given.communeBoard, { kind: 'PLAN' });
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
