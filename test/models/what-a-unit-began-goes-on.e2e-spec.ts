import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, personWith, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let officer: Asker;
const at: Record<string, string> = {};
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
let [waiting, returned, recognised, orphaned] = ['', '', '', ''];
let roundId = '';

const run = async (who: Asker, name: string, type: string, fields: string, input: object): Promise<any> =>
  (await who.get<any>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field message } } }`, { input }))[
    name
  ];
const submit = async (id: string): Promise<any> =>
  (
    await run(
      officer,
      'submitModels',
      'StepModelsInput',
      'rows { model { state holder { name } unit { name } } userErrors { code message } }',
      { models: [{ id }] },
    )
  ).rows[0];

/** On 1/7/2026 xã A passes to the new xã B as a whole, and xã C to nobody. */
beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2026-05-01T00:00:00Z');
  at.province = await units.establish({ name: 'Tỉnh A', kind: 'TINH' });
  at.board = await units.establish({ name: 'Ban tỉnh', kind: 'PARTY_BOARD', line: 'PARTY', territoryId: at.province });
  for (const name of ['A', 'C']) at[name] = await units.establish({ name, parentId: at.province });
  at.office = await units.establish({ name: 'Mặt trận xã A', kind: 'FRONT_COMMITTEE', line: 'FRONT', territoryId: at.A });
  await models.authority(at.province, at.board, { recogniserId: at.board });
  const launched = { name: 'Thi đua 2026', launcherId: at.board, starts: '2026-01-01' };
  const { movement } = await run(registry.as.boardStaff, 'launchMovement', 'LaunchMovementInput', 'movement { id }', launched);
  const round = { movementId: movement.id, unitId: at.province, opensOn: '2026-04-01', closesOn: '2026-09-30', name: 'Đợt 2026' };
  roundId = (await run(registry.as.boardStaff, 'openRegistrationRound', 'OpenRegistrationRoundInput', 'registrationRound { id }', round))
    .registrationRound.id;
  waiting = await models.draft(at.A!, { roundId });
  returned = await models.draft(at.A!, { roundId });
  await models.step('submitModels', returned);
  await models.step('returnModels', returned, { reason: 'Thiếu' });
  recognised = await models.draft(at.A!);
  await models.step('withdrawModels', recognised, { reason: 'Để năm sau' });
  orphaned = await models.draft(at.C!);
});
afterAll(() => registry.close());

const event = (): object => ({
  effective: '2026-07-01',
  changes: [
    { establish: { line: 'TERRITORY', kind: 'XA', mark: 'b', name: 'B', parentId: at.province } },
    { merge: { unitIds: [at.A], intoId: '#b' } },
    { dissolve: { unitId: at.C } },
  ],
});

describe('a merger', () => {
  it('warns in its preview of the bodies that would go on under the successor', async () => {
    const { previewUnitEvent } = await registry.as.administrator.get(
      `query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { problems { code } warnings { code message ids } } }`,
      { input: event() },
    );
    expect(previewUnitEvent.problems).toEqual([]);
    expect(previewUnitEvent.warnings).toContainEqual({
      code: 'UNIT_BODIES_TAKEN_ALONG',
      message: expect.stringContaining('Mặt trận xã A'),
      ids: [at.office],
    });
  });

  it('is applied, and an officer is named at the successor', async () => {
    registry.setClock('2026-07-02T00:00:00Z');
    expect((await units.apply(event() as Record<string, unknown>)).userErrors).toEqual([]);
    at.B = await units.find('B', '2026-07-02');
    officer = await personWith(registry, 'Cán bộ xã B', { role: 'unitHead', unitId: fromGlobalId(at.B)!.id, line: null });
  });
});

describe('what the ended unit began', () => {
  it('goes on under its whole successor: a draft and a returned file are submitted in their round', async () => {
    for (const id of [waiting, returned])
      expect(await submit(id)).toMatchObject({
        model: { state: 'SUBMITTED', holder: { name: 'Ban tỉnh' }, unit: { name: 'A' } },
        userErrors: [],
      });
  });

  it('is registered again by its whole successor, and the records agree with the lives of units', async () => {
    const { model } = await officer.get(`query ($id: ID!) { model(id: $id) { version } }`, { id: recognised });
    const input = { id: recognised, expectedVersion: model.version, roundId };
    const { userErrors } = await run(officer, 'draftRegistration', 'DraftRegistrationInput', 'model { id }', input);
    expect(userErrors).toEqual([]);
    expect((await submit(recognised)).userErrors).toEqual([]);
  });

  it('says what to do where nothing succeeds the unit as a whole', async () => {
    const [row] = await models.step('submitModels', orphaned);
    expect(row!.userErrors).toMatchObject([{ code: 'MODEL_UNIT_ENDED', message: expect.stringMatching(/withdrawModels.*draftModel/) }]);
  });
});
