import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFiles, PDF } from '../files/given-files.js';
import { rowId } from '../movements/given-movements.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenReplications } from './given-replications.js';

let registry: TestRegistry;
let commune: string;
let board: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const given = givenReplications(() => registry);
const files = givenFiles(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2026-06-15T02:00:00Z');
  commune = await units.establish({ name: 'Xã A' });
  board = await units.establish({ name: 'Ban Dân vận A', kind: 'PARTY_BOARD', line: 'PARTY' });
});
afterAll(() => registry.close());

const FIELDS = 'id plannedOn heldOn team findings paper unit { id }';
const inspectionsOf = async (id: string): Promise<any[]> => (await given.model(id, `inspections { ${FIELDS} }`)).inspections;
const HELD = { heldOn: '2026-06-10', team: 'Trưởng ban và hai ủy viên', findings: 'Hoạt động đều', paper: 'Biên bản 3/BB' };
const waiting = async (by: Asker): Promise<{ id: string; since: string }[]> =>
  (
    await by.get(
      `{ waitingForMe(filter: { step: [RECORD_INSPECTION] }) { edges { since steps { name } node { ... on EmulationModel { id } } } } }`,
    )
  ).waitingForMe.edges.map(({ since, node }: any) => ({ id: node.id, since }));

describe('an inspection', () => {
  it('is recorded with its day, team, findings and paper', async () => {
    const modelId = await models.draft(commune);
    const id = await given.made('recordInspection', { modelId, unitId: board, ...HELD }, 'inspection');
    expect(await inspectionsOf(modelId)).toEqual([{ id, plannedOn: null, ...HELD, unit: { id: board } }]);
    const correct = { id, expectedVersion: 1, reason: 'Ghi thiếu' };
    expect(await given.refused('correctInspection', { ...correct, findings: 'Hoạt động rất đều', paper: null })).toEqual([]);
    expect(await inspectionsOf(modelId)).toMatchObject([{ findings: 'Hoạt động rất đều', paper: null, team: HELD.team }]);
    expect(await given.remove('Inspection', id)).toEqual([]);
    expect(await inspectionsOf(modelId)).toEqual([]);
  });

  it('has files of its own, which go with it', async () => {
    const modelId = await models.draft(commune);
    const id = await given.made('recordInspection', { modelId, unitId: board, ...HELD }, 'inspection');
    const fileId = await files.upload('INSPECTION', id, 'Biên bản.pdf', PDF);
    const file = { id, fileId };
    expect(await given.refused('attachInspectionFile', { ...file, expectedVersion: 1 })).toEqual([]);
    const shown = async (): Promise<any[]> =>
      (await given.model(modelId, 'inspections { version files { name url } history { action } }')).inspections;
    const [{ files: attached, version }] = await shown();
    expect([attached, version]).toEqual([[{ name: 'Biên bản.pdf', url: expect.any(String) }], 2]);
    expect((await files.get(attached[0].url, 'everyRole')).status).toBe(200);
    expect((await files.get(attached[0].url, 'nobody')).status).not.toBe(200);
    // Attached twice it is attached once; to another inspection it does not belong.
    expect(await given.refused('attachInspectionFile', { ...file, expectedVersion: 2 })).toEqual([]);
    const other = await given.made('recordInspection', { modelId, unitId: board, ...HELD, heldOn: '2026-06-11' }, 'inspection');
    const wrong = given.refused('detachInspectionFile', { ...file, id: other, expectedVersion: 1, reason: 'Nhầm' });
    await expect(wrong).rejects.toThrow('FILE_NOT_FOUND');
    expect(await given.refused('detachInspectionFile', { ...file, expectedVersion: 2, reason: 'Nhầm tệp' })).toEqual([]);
    expect((await shown())[0].files).toEqual([]);
    expect(await given.refused('attachInspectionFile', { ...file, expectedVersion: 3 })).toEqual([]);
    expect(await given.remove('Inspection', id)).toEqual([]);
    expect((await files.get(attached[0].url, 'everyRole')).status).not.toBe(200);
  });

  it('that is planned waits for the unit that inspects, until it is held', async () => {
    const modelId = await models.draft(commune);
    const plannedId = await given.made('planInspection', { modelId, unitId: board, plannedOn: '2026-06-20' }, 'inspection');
    const staff = await askerWith(
      registry,
      'cán bộ ban',
      { role: 'boardStaff', unitId: rowId(board) as never },
      { role: 'auditor', unitId: rowId(commune) as never },
    );
    expect(await waiting(staff)).toEqual([{ id: modelId, since: '2026-06-20' }]);
    expect(await waiting(await askerWith(registry, 'cán bộ xã', { role: 'boardStaff', unitId: rowId(commune) as never }))).toEqual([]);
    expect(await given.refused('recordInspection', { modelId, unitId: board, plannedId, ...HELD }, staff)).toEqual([]);
    expect(await inspectionsOf(modelId)).toMatchObject([{ id: plannedId, plannedOn: '2026-06-20', ...HELD }]);
    expect(await waiting(staff)).toEqual([]);
  });

  it('that lies far ahead does not wait yet', async () => {
    const modelId = await models.draft(commune);
    await given.made('planInspection', { modelId, unitId: board, plannedOn: '2026-06-30' }, 'inspection');
    expect((await waiting(registry.as.boardStaff)).some(({ id }) => id === modelId)).toBe(false);
    registry.setClock('2026-06-16T02:00:00Z');
    expect((await waiting(registry.as.boardStaff)).some(({ id }) => id === modelId)).toBe(true);
    registry.setClock('2026-06-15T02:00:00Z');
  });

  it('is refused in the future, before the model starts, twice, for another model, or as one that was not held', async () => {
    const [modelId, another] = [await models.draft(commune, { starts: '2026-02' }), await models.draft(commune)];
    const record = (more: object): Promise<[string, string][]> =>
      given.refused('recordInspection', { modelId, unitId: board, ...HELD, ...more });
    expect(await record({ heldOn: '2026-06-16' })).toEqual([['INSPECTION_IN_FUTURE', 'heldOn']]);
    expect(await record({ heldOn: '2026-01-31' })).toEqual([['INSPECTION_BEFORE_MODEL', 'heldOn']]);
    const plannedId = await given.made('planInspection', { modelId, unitId: board, plannedOn: '2026-06-20' }, 'inspection');
    expect(await record({ modelId: another, plannedId })).toEqual([['INSPECTION_OF_ANOTHER', 'plannedId']]);
    expect(await given.refused('correctInspection', { id: plannedId, expectedVersion: 1, reason: 'Thử', findings: 'Tốt' })).toEqual([
      ['INSPECTION_NOT_HELD', 'id'],
    ]);
    expect(await record({ plannedId })).toEqual([]);
    expect(await record({ plannedId })).toEqual([['INSPECTION_HELD', 'plannedId']]);
    expect(await record({})).toEqual([['INSPECTION_KNOWN', '']]);
  });

  it('of a model that one does not see is one of a model that does not exist', async () => {
    const modelId = await models.draft(commune);
    const staff = await askerWith(registry, 'cán bộ ban khác', { role: 'boardStaff', unitId: rowId(board) as never });
    const document = `mutation ($input: RecordInspectionInput!) { recordInspection(input: $input) { userErrors { code } } }`;
    const { errors } = await staff.ask(document, { input: { modelId, unitId: board, ...HELD } });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['MODEL_NOT_FOUND']);
  });
});

it('the launch of a model is a dated fact with its paper, not before the model starts', async () => {
  const id = await models.draft(commune, { starts: '2026-02-01' });
  const launch = { id, expectedVersion: 1, kind: 'LAUNCHED', source: 'Chương trình lễ ra mắt' };
  expect(await given.refused('recordModelFact', { ...launch, on: '2026-01-31' })).toEqual([['MODEL_FACT_BEFORE_START', 'on']]);
  expect(await given.refused('recordModelFact', { ...launch, on: '2026-02-01' })).toEqual([]);
  expect((await given.model(id, 'facts { kind on source }')).facts).toEqual([
    { kind: 'LAUNCHED', on: '2026-02-01', source: 'Chương trình lễ ra mắt' },
  ]);
});
