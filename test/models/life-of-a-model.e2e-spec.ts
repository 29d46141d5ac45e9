import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayInVietnam } from '../../src/shared/dates.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let province: string;
let commune: string;
let board: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  province = await units.establish({ name: 'Tỉnh A', kind: 'TINH', code: '01' });
  commune = await units.establish({ name: 'Xã A', code: '00001', parentId: province });
  board = await units.establish({ name: 'Ban Dân vận A', kind: 'PARTY_BOARD', line: 'PARTY', territoryId: province });
  await models.authority(province, board);
});
afterAll(() => registry.close());

const get = <Data = any>(query: string, variables?: Record<string, unknown>): Promise<Data> =>
  registry.as.reader.get<Data>(query, variables);

describe('a model’s file', () => {
  it('goes from a draft to recognition by decision, each step with its day', async () => {
    const id = await models.draft(commune, { title: 'Tổ tự quản an ninh' });
    expect(await models.step('submitModels', id)).toMatchObject([
      { model: { state: 'SUBMITTED', holder: { name: 'Ban Dân vận A' } }, userErrors: [] },
    ]);
    await models.step('receiveModels', id);
    await models.step('openAppraisalOfModels', id);
    const decisionId = await models.decision(board);
    expect(await models.step('recogniseModels', id, { decisionId, level: 'COMMUNE' })).toMatchObject([
      { model: { state: 'RECOGNISED' }, userErrors: [] },
    ]);
    const { model } = await get(
      `query ($id: ID!) { model(id: $id) { code state running recognitions { level decision { number } } steps { action from to } latestStep { to } } }`,
      { id },
    );
    expect(model).toMatchObject({
      state: 'RECOGNISED',
      running: 'PLANNED',
      recognitions: [{ level: 'COMMUNE' }],
      latestStep: { to: 'RECOGNISED' },
    });
    expect(model.code).toMatch(/^00001-\d{4}-\d{3}$/);
    expect(model.steps.filter((step: any) => step.action !== 'draft').map((step: any) => [step.from, step.action, step.to])).toEqual([
      ['DRAFT', 'submit', 'SUBMITTED'],
      ['SUBMITTED', 'receive', 'RECEIVED'],
      ['RECEIVED', 'openAppraisal', 'UNDER_APPRAISAL'],
      ['UNDER_APPRAISAL', 'recognise', 'RECOGNISED'],
    ]);
  });

  it('is returned with a reason, and its rounds are kept', async () => {
    const id = await models.draft(commune);
    await models.step('submitModels', id);
    expect((await models.step('returnModels', id))[0]!.userErrors).toMatchObject([{ code: 'MODEL_NEEDS_REASON' }]);
    await models.step('returnModels', id, { reason: 'Thiếu mục tiêu' });
    await models.step('submitModels', id);
    const { model } = await get(`query ($id: ID!) { model(id: $id) { state steps { to reason } } }`, { id });
    expect(model.state).toBe('SUBMITTED');
    expect(model.steps).toContainEqual({ to: 'RETURNED', reason: 'Thiếu mục tiêu' });
  });

  it('says of every transition whether and why not, before and after', async () => {
    const id = await models.draft(commune);
    const { model } = await registry.as.unitHead.get(
      `query ($id: ID!) { model(id: $id) { actions { name allowed blockedBy { code message } } } }`,
      { id },
    );
    const allowed = model.actions.filter((action: any) => action.allowed).map((action: any) => action.name);
    expect(allowed).toEqual(['submit', 'withdraw', 'start', 'stop']);
    const blocked = model.actions.filter((action: any) => !action.allowed);
    expect(blocked.length).toBeGreaterThan(5);
    for (const { blockedBy } of blocked)
      expect(blockedBy.at(-1)).toMatchObject({ code: 'LIFECYCLE_WRONG_STATE', message: expect.stringMatching(/“(bản nháp|dự kiến)”/) });
    const [row] = await models.step('receiveModels', id);
    expect(row!.userErrors).toMatchObject([{ code: 'LIFECYCLE_WRONG_STATE', field: ['input', 'models', '0'] }]);
  });

  it('in bulk answers for each: three go on, two say why not', async () => {
    const good = [await models.draft(commune), await models.draft(commune), await models.draft(commune)];
    const bad = [await models.draft(commune), await models.draft(commune)];
    await models.step('withdrawModels', bad, { reason: 'Không thực hiện' });
    const rows = await models.step('submitModels', [good[0]!, bad[0]!, good[1]!, bad[1]!, good[2]!]);
    expect(rows.map(row => [row.model.state, row.userErrors.map(error => error.code)])).toEqual([
      ['SUBMITTED', []],
      ['WITHDRAWN', ['LIFECYCLE_WRONG_STATE']],
      ['SUBMITTED', []],
      ['WITHDRAWN', ['LIFECYCLE_WRONG_STATE']],
      ['SUBMITTED', []],
    ]);
    expect(rows[1]!.userErrors[0]!.field).toEqual(['input', 'models', '1']);
  });

  it('is not submitted where nobody is set to receive it', async () => {
    const elsewhere = await units.establish({ name: 'Tỉnh không quy định', kind: 'TINH' });
    const [row] = await models.step('submitModels', await models.draft(elsewhere));
    expect(row!.userErrors).toMatchObject([{ code: 'MODEL_NO_RECEIVER' }]);
  });

  it('is not passed up to the office that its holder has become', async () => {
    const place = await units.establish({ name: 'Tỉnh có ban đổi tên', kind: 'TINH' });
    const kind = { line: 'PARTY', kind: 'PARTY_BOARD', territoryId: place };
    const [old, heir] = [await units.establish({ name: 'Ban cũ', ...kind }), await units.establish({ name: 'Ban kế thừa', ...kind })];
    await models.authority(place, old);
    await models.authority(old, old, { line: 'PARTY' });
    await models.authority(heir, heir, { line: 'PARTY' });
    const id = await models.draft(await units.establish({ name: 'Xã của ban', parentId: place }));
    await models.step('submitModels', id);
    await models.step('receiveModels', id);
    const steps = async (): Promise<string[]> => {
      const { model } = await registry.as.everyRole.get(`query ($id: ID!) { model(id: $id) { actions { name } } }`, { id });
      return model.actions.map(({ name }: any) => name);
    };
    expect(await steps()).not.toContain('agree');
    const passing = await units.apply({ effective: dayInVietnam(new Date()), changes: [{ merge: { unitIds: [old], intoId: heir } }] });
    expect(passing.userErrors).toEqual([]);
    expect(await steps()).not.toContain('agree');
    const [row] = await models.step('agreeModels', id);
    expect(row!.userErrors).toMatchObject([{ code: 'LIFECYCLE_NOT_APPLICABLE' }]);
    expect(row!.model.state).toBe('RECEIVED');
  });

  it('needs a decision with its level, issued by the day of the step', async () => {
    const id = await models.draft(commune);
    for (const mutation of ['submitModels', 'receiveModels', 'openAppraisalOfModels']) await models.step(mutation, id);
    const later = await models.decision(board, { issuedOn: '2025-01-01' });
    expect((await models.step('recogniseModels', id))[0]!.userErrors.map(error => error.code)).toEqual([
      'MODEL_NEEDS_DECISION',
      'MODEL_NEEDS_LEVEL',
    ]);
    expect(
      (await models.step('recogniseModels', id, { decisionId: later, level: 'COMMUNE', on: '2024-01-01' }))[0]!.userErrors.map(
        error => error.code,
      ),
    ).toEqual(['MODEL_STEP_BEFORE_LAST', 'MODEL_DECISION_LATER']);
  });

  it('is refused for whoever has an older version, while somebody else saved', async () => {
    const id = await models.draft(commune);
    await models.step('submitModels', id);
    const { receiveModels } = await registry.as.everyRole.get(
      `mutation ($id: ID!) { receiveModels(input: { models: [{ id: $id, expectedVersion: 1 }] }) { rows { userErrors { code field } } } }`,
      { id },
    );
    expect(receiveModels.rows[0].userErrors).toEqual([{ code: 'STALE_VERSION', field: ['input', 'models', '0', 'expectedVersion'] }]);
  });
});

describe('a model’s content', () => {
  const edit = async (input: Record<string, unknown>): Promise<any> =>
    (
      await registry.as.everyRole.get(
        `mutation ($input: EditModelInput!) { editModel(input: $input) { model { title version form { aims } } userErrors { code field } } }`,
        { input },
      )
    ).editModel;

  it('is edited with its history, field by field, with who, when and why', async () => {
    const id = await models.draft(commune, { title: 'Tên cũ', form: { aims: 'Mục tiêu cũ' } });
    const { model } = await edit({ id, expectedVersion: 1, title: 'Tên mới', form: { aims: 'Mục tiêu mới' }, reason: 'Theo góp ý' });
    expect(model).toEqual({ title: 'Tên mới', version: 2, form: { aims: 'Mục tiêu mới' } });
    const { model: seen } = await get(
      `query ($id: ID!) { model(id: $id) { history { actor action reason at changes { field before after } } } }`,
      { id },
    );
    expect(seen.history[0]).toMatchObject({
      actor: 'everyRole',
      action: 'model.edited',
      reason: 'Theo góp ý',
      changes: [
        { field: 'aims', before: 'Mục tiêu cũ', after: 'Mục tiêu mới' },
        { field: 'title', before: 'Tên cũ', after: 'Tên mới' },
      ],
    });
  });

  it('says everything that is wrong at once: an end before its start, a parent of its own, an unknown sector', async () => {
    const id = await models.draft(commune);
    const { userErrors } = await edit({ id, expectedVersion: 1, starts: '2025-06', endsOn: '2025-01-01', parentId: id });
    expect(userErrors.map((error: any) => error.code)).toEqual(['MODEL_OWN_PARENT', 'MODEL_ENDS_BEFORE_IT_STARTS']);
  });

  it('gets codes that are never given twice, not even when drafts are made at one moment', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => models.draft(commune)));
    const { nodes } = await get(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on EmulationModel { code } } }`, { ids });
    expect(new Set(nodes.map((node: any) => node.code)).size).toBe(12);
  });
});

it('the state is that of the day asked for', async () => {
  const { recordPast } = await registry.as.everyRole.get(
    `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } userErrors { code } } }`,
    {
      input: {
        title: 'Mô hình cũ',
        unitId: commune,
        subjectKind: 'COLLECTIVE',
        attestedOn: '2015-05-01',
        source: 'Báo cáo',
        running: 'ACTIVE',
      },
    },
  );
  const { id } = recordPast.model;
  await models.step('strengthenModels', id, { on: '2018-01-01', reason: 'Yếu' });
  await models.step('stopModels', id, { on: '2020-01-01', reason: 'Hết nguồn lực' });
  const on = async (asOf: string): Promise<any> =>
    (await get(`query ($id: ID!, $asOf: LocalDate) { model(id: $id, asOf: $asOf) { state running } }`, { id, asOf })).model;
  expect(await on('2015-04-30')).toEqual({ state: null, running: null });
  expect(await on('2017-12-31')).toEqual({ state: 'RECEIVED', running: 'ACTIVE' });
  expect(await on('2019-01-01')).toEqual({ state: 'RECEIVED', running: 'NEEDS_STRENGTHENING' });
  expect(await on('2020-01-01')).toEqual({ state: 'RECEIVED', running: 'STOPPED' });
  const { models: active } = await get(`{ models(filter: { text: "mo hinh cu", running: [ACTIVE] }, asOf: "2016-01-01") { totalCount } }`);
  expect(active.totalCount).toBe(1);
});
