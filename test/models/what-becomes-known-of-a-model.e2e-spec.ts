import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A', code: '00001' });
});
afterAll(() => registry.close());

const MODEL = 'version running facts { kind on level source decision { number } } steps { lifecycle action to on }';
const run = async (name: string, input: Record<string, unknown>): Promise<any> => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { model { ${MODEL} } userErrors { code field } } }`;
  return (await registry.as.everyRole.get<Record<string, any>>(query, { input }))[name];
};
const on = async (id: string, asOf: string): Promise<any> =>
  (await registry.as.reader.get(`query ($id: ID!, $asOf: LocalDate) { model(id: $id, asOf: $asOf) { ${MODEL} } }`, { id, asOf })).model;
const past = async (more: Record<string, unknown> = {}): Promise<string> => {
  const input = { title: 'Mô hình cũ', unitId: commune, subjectKind: 'COLLECTIVE', attestedOn: '2015-05-01', source: 'Báo cáo', ...more };
  const query = `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } userErrors { code } } }`;
  return (await registry.as.everyRole.get(query, { input })).recordPast.model.id;
};

describe('outstanding and replicated', () => {
  it('are facts with their day, level, decision and paper, and the state stays', async () => {
    const id = await past();
    const decisionId = await models.decision(commune, { number: '12/QĐ-UBND', issuedOn: '2018-03-01' });
    const fact = { id, kind: 'REPLICATED', on: '2018-03-02', level: 'COMMUNE', decisionId, source: 'Quyết định 12/QĐ-UBND' };
    const { model } = await run('recordModelFact', { ...fact, expectedVersion: 1 });
    const shown = { kind: 'REPLICATED', on: '2018-03-02', level: 'COMMUNE', source: fact.source, decision: { number: '12/QĐ-UBND' } };
    expect(model).toMatchObject({ version: 2, facts: [shown] });
    expect((await on(id, '2018-03-01')).facts).toEqual([]);
    expect((await on(id, '2018-03-02')).facts).toEqual([shown]);
  });

  it('stand once, and are taken back with a reason that the history keeps', async () => {
    const id = await past();
    const fact = { id, kind: 'OUTSTANDING', on: '2019-01-01' };
    await run('recordModelFact', { ...fact, source: 'Báo cáo năm', expectedVersion: 1 });
    expect(await run('recordModelFact', { ...fact, source: 'Báo cáo khác', expectedVersion: 2 })).toMatchObject({
      model: null,
      userErrors: [{ code: 'MODEL_FACT_KNOWN' }],
    });
    expect(await run('retractModelFact', { ...fact, reason: 'Nhập nhầm', expectedVersion: 2 })).toMatchObject({ model: { facts: [] } });
    const { model } = await registry.as.reader.get(
      `query ($id: ID!) { model(id: $id) { history { action reason changes { field before } } } }`,
      { id },
    );
    expect(model.history[0]).toMatchObject({ action: 'model.factRetracted', reason: 'Nhập nhầm' });
    expect(model.history[0].changes).toContainEqual({ field: 'source', before: 'Báo cáo năm' });
  });

  it('are refused in the future, before their decision, and by whoever has an older version', async () => {
    const id = await past();
    const decisionId = await models.decision(commune, { issuedOn: '2020-01-02' });
    const fact = { id, kind: 'REPLICATED', source: 'Báo cáo', expectedVersion: 1 };
    expect((await run('recordModelFact', { ...fact, on: '2999-01-01' })).userErrors).toEqual([
      { code: 'MODEL_FACT_IN_FUTURE', field: ['input', 'on'] },
    ]);
    expect((await run('recordModelFact', { ...fact, on: '2020-01-01', decisionId })).userErrors).toEqual([
      { code: 'MODEL_DECISION_LATER', field: ['input', 'decisionId'] },
    ]);
    expect((await run('recordModelFact', { ...fact, on: '2020-01-01', expectedVersion: 7 })).userErrors).toMatchObject([
      { code: 'STALE_VERSION' },
    ]);
    expect((await on(id, '2026-01-01')).facts).toEqual([]);
  });
});

describe('how a past entry runs, where its paper does not say', () => {
  it('blocks the steps of its running until it is recorded, from then on it goes on', async () => {
    const id = await past({ running: null });
    expect((await models.step('stopModels', id, { reason: 'Hết nguồn lực' }))[0]!.userErrors).toMatchObject([
      { code: 'MODEL_RUNNING_UNKNOWN' },
    ]);
    const seen = { id, running: 'ACTIVE', on: '2017-01-01', source: 'Theo xã báo cáo' };
    expect((await run('recordModelRunning', { ...seen, on: '2014-01-01', expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'MODEL_STEP_BEFORE_LAST' },
    ]);
    expect(await run('recordModelRunning', { ...seen, expectedVersion: 1 })).toMatchObject({ model: { running: 'ACTIVE' } });
    expect((await on(id, '2016-12-31')).running).toBeNull();
    expect((await on(id, '2017-01-01')).running).toBe('ACTIVE');
    expect((await run('recordModelRunning', { ...seen, expectedVersion: 2 })).userErrors).toMatchObject([{ code: 'MODEL_RUNNING_KNOWN' }]);
    await models.step('stopModels', id, { reason: 'Hết nguồn lực' });
    expect((await on(id, '2999-12-31')).running).toBe('STOPPED');
  });
});

describe('a copy', () => {
  it('of a likely duplicate is registered as one, and found from its original', async () => {
    const original = await past({ title: 'Thắp sáng đường quê' });
    const asked = { title: 'Thắp sáng đường quê thôn 2', unitId: commune };
    const { likelyDuplicates } = await registry.as.reader.get(
      `query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) { model { id } } }`,
      { input: asked },
    );
    const copy = await models.draft(commune, { title: asked.title, copyOfId: likelyDuplicates[0].model.id });
    const { model } = await registry.as.reader.get(
      `query ($id: ID!) { model(id: $id) { copies { totalCount nodes { id copyOf { title } } } } }`,
      { id: original },
    );
    expect(model.copies).toEqual({ totalCount: 1, nodes: [{ id: copy, copyOf: { title: 'Thắp sáng đường quê' } }] });
  });

  it('is none of itself, nor of one of its copies, nor of a model nobody knows', async () => {
    const original = await past();
    const copy = await models.draft(commune, { copyOfId: original });
    const edit = async (id: string, copyOfId: string): Promise<any> =>
      (
        await registry.as.everyRole.get(`mutation ($input: EditModelInput!) { editModel(input: $input) { userErrors { code field } } }`, {
          input: { id, expectedVersion: 1, copyOfId, reason: 'Đính chính' },
        })
      ).editModel.userErrors;
    expect(await edit(copy, copy)).toEqual([{ code: 'MODEL_OWN_COPY', field: ['input', 'copyOfId'] }]);
    expect(await edit(original, copy)).toEqual([{ code: 'MODEL_OWN_COPY', field: ['input', 'copyOfId'] }]);
    const unknown = Buffer.from('EmulationModel:0190f3a0-0000-7000-8000-000000000000').toString('base64url');
    expect((await edit(copy, unknown))[0].code).toMatch(/MODEL_ORIGINAL_UNKNOWN|ID_INVALID/);
  });
});
