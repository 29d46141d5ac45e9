import { describe, expect, it } from '@jest/globals';
import { codes, givenRegistrations, type Input } from './given-registrations.js';

const given = givenRegistrations();
const { models, run, done, show, examine } = given;

describe('a paper of the past', () => {
  const past = async (input: Input): Promise<any> => {
    const { recordPast } = await given.registry.as.everyRole.get<any>(
      `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } userErrors { code } } }`,
      { input: { title: 'Nhà văn hóa sạch', unitId: given.commune, subjectKind: 'COLLECTIVE', source: 'Báo cáo (minh họa)', ...input } },
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
    const { waitingForMe } = await given.registry.as.everyRole.get<any>(
      '{ waitingForMe(first: 100) { nodes { ... on EmulationModel { id } } } }',
    );
    expect(waitingForMe.nodes.map((node: any) => node.id)).not.toContain(model.id);
    expect(await recognition({ on: '2021', level: 'COMMUNE', source: 'Báo cáo tổng kết 2021 (minh họa)' })).toEqual([]);
    expect(await show(model.id)).toMatchObject({ state: 'RECOGNISED', recognitions: [{ on: '2021', decision: null }] });
    // Less than a day is for papers only.
    const live = await models.draft(given.commune);
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
    const live = await models.draft(given.commune);
    expect(codes(await run('correctAttestation', 'CorrectAttestationInput', live, { attestedOn: '2020', reason: 'x' }))).toEqual([
      'MODEL_NOT_FROM_PAPER',
    ]);
    expect(await examine()).toEqual([]);
  });
});

describe('a title', () => {
  it('changes from a day on, and the days before keep the earlier one; a correction holds for all of its days', async () => {
    given.registry.setClock('2026-03-01T00:00:00Z');
    const id = await models.draft(given.commune, { title: 'Camera an ninh' });
    given.registry.setClock('2026-06-01T00:00:00Z');
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
    given.registry.setClock('2026-03-01T00:00:00Z');
  });
});
