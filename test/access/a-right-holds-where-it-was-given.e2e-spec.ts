import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import type { Role } from '../../src/platform/access/actor.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let province: string;
let communeA: string;
let communeB: string;
let board: string;
let model: string;

const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  communeA = await units.establish({ name: 'Xã A', parentId: province });
  communeB = await units.establish({ name: 'Xã B', parentId: province });
  board = await units.establish({ name: 'Ban Dân vận', line: 'PARTY', kind: 'PARTY_BOARD', territoryId: province });
  await models.authority(province, board);
  model = await models.draft(communeA);
});
afterAll(() => registry.close());

const rowId = (id: string): string => fromGlobalId(id)!.id;
const at = (role: Role, unit: string | null, line: 'PARTY' | 'STATE' | null = null): Promise<Asker> =>
  askerWith(registry, role, { role, unitId: unit === null ? null : rowId(unit), line });

const DRAFT = `mutation ($input: DraftModelInput!) { draftModel(input: $input) { model { id } userErrors { code } } }`;
const draft = async (asker: Asker, unitId: string): Promise<string> => {
  const { data, errors } = await asker.ask(DRAFT, { input: { title: 'Mô hình', unitId, subjectKind: 'COLLECTIVE' } });
  return errors?.[0]?.extensions.code ?? data.draftModel.userErrors[0]?.code ?? 'ok';
};
const step = async (asker: Asker, mutation: string, ids: string[]): Promise<string[]> => {
  const { data, errors } = await asker.ask(
    `mutation ($input: StepModelsInput!) { ${mutation}(input: $input) { rows { model { id } userErrors { code } } } }`,
    { input: { models: ids.map(id => ({ id })), reason: 'Theo quy chế' } },
  );
  return errors ? errors.map(error => error.extensions.code) : data[mutation].rows.map((row: any) => row.userErrors[0]?.code ?? 'ok');
};

describe('an officer of a commune', () => {
  it('drafts for it, and neither for a neighbour nor for a unit above', async () => {
    const officer = await at('unitOfficer', communeA);
    expect(await draft(officer, communeA)).toBe('ok');
    expect(await draft(officer, communeB)).toBe('OUT_OF_REACH');
    expect(await draft(officer, province)).toBe('OUT_OF_REACH');
  });

  it('gets the same answer for a model elsewhere as for one that does not exist', async () => {
    const officer = await at('unitOfficer', communeB);
    const nothing = 'RW11bGF0aW9uTW9kZWw6MDE5MDAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAw';
    expect(await step(officer, 'submitModels', [nothing])).toEqual(['MODEL_NOT_FOUND']);
    expect(await step(officer, 'submitModels', [model])).toEqual(['MODEL_NOT_FOUND']);
  });

  it('gets that answer with the id of the request, not with an id of the database', async () => {
    const officer = await at('unitOfficer', communeB);
    const { submitModels } = await officer.get(
      `mutation ($input: StepModelsInput!) { submitModels(input: $input) { rows { userErrors { message } } } }`,
      { input: { models: [{ id: model }] } },
    );
    expect(submitModels.rows[0].userErrors[0].message).toBe(`Không tìm thấy mô hình “${model}”.`);
  });

  it('gets one result per model if some models are theirs and some are not', async () => {
    const officer = await at('unitOfficer', communeA);
    const [own, other] = [await models.draft(communeA), await models.draft(communeB)];
    expect(await step(officer, 'submitModels', [own, other])).toEqual(['ok', 'MODEL_NOT_FOUND']);
  });

  it('may not withdraw: that is for the head of the unit', async () => {
    const own = await models.draft(communeA);
    expect(await step(await at('unitOfficer', communeA), 'withdrawModels', [own])).toEqual(['FORBIDDEN']);
    expect(await step(await at('unitHead', communeA), 'withdrawModels', [own])).toEqual(['ok']);
  });
});

describe('staff of a board', () => {
  it('receives what its board holds, with a right at the board or at the province', async () => {
    const [one, other] = [await models.draft(communeA), await models.draft(communeB)];
    await models.step('submitModels', [one, other]);
    expect(await step(await at('boardStaff', board), 'receiveModels', [one])).toEqual(['ok']);
    expect(await step(await at('boardStaff', province), 'receiveModels', [other])).toEqual(['ok']);
  });

  it('sees what its unit has sent and may not receive it for the board', async () => {
    const own = await models.draft(communeA);
    await models.step('submitModels', own);
    expect(await step(await at('boardStaff', communeA), 'receiveModels', [own])).toEqual(['OUT_OF_REACH']);
  });
});

it('a right for one line reaches only units of that line', async () => {
  const officer = await at('unitOfficer', province, 'PARTY');
  expect(await draft(officer, board)).toBe('ok');
  expect(await draft(officer, communeA)).toBe('OUT_OF_REACH');
});

it('the rights of one role do not extend to the units of another', async () => {
  const somebody = await askerWith(
    registry,
    'two roles',
    { role: 'unitOfficer', unitId: rowId(communeA) },
    { role: 'leader', unitId: rowId(province) },
  );
  expect(await draft(somebody, communeB)).toBe('OUT_OF_REACH');
  // Now it is seen, so there is nothing to hide; still it is not theirs to submit.
  expect(await step(somebody, 'submitModels', [await models.draft(communeB)])).toEqual(['OUT_OF_REACH']);
});

it('an administrator of a province changes its units and no others', async () => {
  const other = await units.establish({ name: 'Tỉnh Q', kind: 'TINH' });
  const own = await units.establish({ name: 'Xã C', parentId: province });
  const administrator = await at('administrator', province);
  const apply = async (...changes: object[]): Promise<string> => {
    const { data, errors } = await administrator.ask(
      `mutation ($input: ApplyUnitEventInput!) { applyUnitEvent(input: $input) { userErrors { code } } }`,
      { input: { effective: '2020-01-01', changes } },
    );
    return errors?.[0]?.extensions.code ?? data.applyUnitEvent.userErrors[0]?.code ?? 'ok';
  };
  expect(await apply({ rename: { unitId: own, name: 'C mới' } })).toBe('ok');
  expect(await apply({ rename: { unitId: other, name: 'Q mới' } })).toBe('OUT_OF_REACH');
  expect(await apply({ move: { unitId: own, parentId: other } })).toBe('OUT_OF_REACH');
  expect(await apply({ establish: { line: 'TERRITORY', kind: 'TINH', name: 'R' } })).toBe('OUT_OF_REACH');
  expect(await apply({ establish: { line: 'TERRITORY', kind: 'XA', name: 'D', parentId: province } })).toBe('ok');
});
