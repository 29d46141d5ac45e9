import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Role } from '../../src/platform/access/actor.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let province: string;
let commune: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  commune = await units.establish({ name: 'Xã A', parentId: province });
  await models.authority(province, province);
});
afterAll(() => registry.close());

const at = (role: Role, unit: string): Promise<Asker> => askerWith(registry, role, { role, unitId: fromGlobalId(unit)!.id });

interface Shown {
  readonly name: string;
  readonly allowed: boolean;
  readonly blockedBy: readonly { readonly code: string; readonly message: string }[];
}
const QUERY = `query ($id: ID!) { model(id: $id) { actions { name allowed blockedBy { code message } } } }`;
const actions = async (asker: Asker, id: string): Promise<Shown[]> => (await asker.get(QUERY, { id })).model.actions;
const allowed = async (asker: Asker, id: string): Promise<string[]> =>
  (await actions(asker, id)).filter(action => action.allowed).map(({ name }) => name);
const why = async (asker: Asker, id: string, name: string): Promise<string[]> =>
  (await actions(asker, id)).find(action => action.name === name)!.blockedBy.map(({ code, message }) => `${code}: ${message}`);

it('a model shows each caller what they may do with it now', async () => {
  const model = await models.draft(commune);
  const [officer, head, staff] = [await at('unitOfficer', commune), await at('unitHead', commune), await at('boardStaff', province)];
  const [ownStaff, leader] = [await at('boardStaff', commune), await at('leader', province)];
  expect(await allowed(officer, model)).toEqual(['submit', 'start', 'stop']);
  expect(await allowed(head, model)).toEqual(['submit', 'withdraw', 'start', 'stop']);
  expect(await allowed(registry.as.reader, model)).toEqual([]);
  await models.step('submitModels', model);
  expect(await allowed(officer, model)).toEqual(['start', 'stop']);
  expect(await allowed(staff, model)).toEqual(['return', 'receive']);
  // The province holds the file now: an officer of the commune can only read it.
  expect(await allowed(ownStaff, model)).toEqual([]);
  for (const step of ['receiveModels', 'openAppraisalOfModels']) await models.step(step, model);
  expect(await allowed(leader, model)).toEqual(['recognise', 'decline']);
  expect(await allowed(staff, model)).toEqual([]);
});

it('and why not: first which roles may, and then the other obstacles', async () => {
  const model = await models.draft(commune);
  const officer = await at('unitOfficer', commune);
  expect(await why(officer, model, 'withdraw')).toEqual([
    'ACTION_OF_OTHERS: Việc này do thủ trưởng đơn vị có phạm vi bao gồm đơn vị của mô hình thực hiện.',
  ]);
  expect(await why(officer, model, 'recognise')).toEqual([
    'ACTION_OF_OTHERS: Việc này do lãnh đạo có phạm vi bao gồm đơn vị của mô hình thực hiện.',
    expect.stringMatching(/^LIFECYCLE_WRONG_STATE/),
  ]);
  await models.step('submitModels', model);
  expect(await why(officer, model, 'receive')).toEqual([
    'ACTION_OF_OTHERS: Việc này do cán bộ ban có phạm vi bao gồm cơ quan đang giữ hồ sơ thực hiện.',
  ]);
  const { data } = await officer.ask(QUERY, { id: model }, { 'accept-language': 'en' });
  expect(data.model.actions.find((action: Shown) => action.name === 'receive').blockedBy[0].message).toBe(
    'This is done by staff of a board, with a grant that reaches the authority that holds the file.',
  );
});

it('the command does what `actions` says', async () => {
  const MUTATIONS: Readonly<Record<string, string>> = {
    submit: 'submitModels',
    receive: 'receiveModels',
    return: 'returnModels',
    start: 'startModels',
  };
  const askers: Asker[] = [];
  for (const role of ['unitOfficer', 'unitHead', 'boardStaff', 'leader'] as const) {
    for (const unit of [commune, province]) askers.push(await at(role, unit));
  }
  for (const asker of askers) {
    for (const [name, mutation] of Object.entries(MUTATIONS)) {
      const model = await models.draft(commune);
      if (name !== 'submit') await models.step('submitModels', model);
      const action = (await actions(asker, model)).find(one => one.name === name)!;
      const { data, errors } = await asker.ask(
        `mutation ($input: StepModelsInput!) { ${mutation}(input: $input) { rows { userErrors { code } } } }`,
        { input: { models: [{ id: model }], reason: 'Thử' } },
      );
      const refusal = errors?.[0]?.extensions.code ?? data[mutation].rows[0].userErrors[0]?.code;
      expect([name, refusal === undefined]).toEqual([name, action.allowed]);
      if (!action.allowed) expect(['FORBIDDEN', 'OUT_OF_REACH']).toContain(refusal);
    }
  }
});

it('a unit event does so, too: it is undone by callers whose right reaches every unit that it changed', async () => {
  await units.establish({ name: 'Xã Mới', parentId: province });
  const shown = async (asker: Asker): Promise<string[]> => {
    const { unitEvents } = await asker.get(`{ unitEvents(first: 1) { nodes { actions { name allowed blockedBy { code message } } } } }`);
    return unitEvents.nodes[0].actions.flatMap((action: Shown) => [
      `${action.name} ${action.allowed}`,
      ...action.blockedBy.map(b => b.message),
    ]);
  };
  const others = 'Việc này do quản trị viên có phạm vi bao gồm mọi đơn vị mà biến động này thay đổi thực hiện.';
  expect(await shown(registry.as.administrator)).toEqual(['undo true']);
  expect(await shown(await at('administrator', province))).toEqual(['undo true']);
  expect(await shown(await at('administrator', commune))).toEqual(['undo false', others]);
  expect(await shown(registry.as.leader)).toEqual(['undo false', others]);
});
