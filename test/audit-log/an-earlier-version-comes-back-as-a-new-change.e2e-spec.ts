import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let commune: string;
let other: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã khôi phục' });
  other = await units.establish({ name: 'Xã cùng làm' });
});
afterAll(() => registry.close());

const run = async (name: string, type: string, input: Record<string, unknown>, fields = ''): Promise<any> =>
  (
    await registry.as.everyRole.get(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field } } }`, {
      input,
    })
  )[name];
const historyOf = async (root: string, id: string): Promise<{ id: string; action: string; reason: string; changes: any[] }[]> =>
  (
    await registry.as.reader.get(`query ($id: ID!) { ${root}(id: $id) { history { id action reason changes { field before after } } } }`, {
      id,
    })
  )[root].history;
const SEEN = `version title place starts endsOn kind jointOwners { name } themes { name } form { aims forces }`;
const contentOf = async (id: string): Promise<any> =>
  (await registry.as.reader.get(`query ($id: ID!) { model(id: $id) { ${SEEN} } }`, { id })).model;

describe('a model', () => {
  it('gets all its content after an earlier change again, and its history shows who restored it and why', async () => {
    const id = await models.draft(commune, {
      title: 'Bản một',
      place: 'Thôn 2',
      starts: '2025-06',
      endsOn: '2026-12-31',
      jointOwnerIds: [other],
      themes: ['Tiếp dân'],
      form: { aims: 'Mục tiêu một', forces: 'Chi bộ' },
    });
    const { version: _, ...first } = await contentOf(id);
    const reason = 'Thử';
    const second = {
      title: 'Bản hai',
      place: null,
      starts: null,
      jointOwnerIds: [],
      themes: ['Môi trường'],
      form: { aims: 'Mục tiêu hai', forces: null },
    };
    await run('editModel', 'EditModelInput', { id, expectedVersion: 1, reason, ...second });
    await run('editModel', 'EditModelInput', { id, expectedVersion: 2, reason, title: 'Bản ba', kind: 'EXEMPLAR', form: null });
    const { version: __, ...third } = await contentOf(id);

    const [, edited, drafted] = await historyOf('model', id);
    const restored = await run(
      'restoreModelVersion',
      'RestoreVersionInput',
      { id, changeId: drafted!.id, expectedVersion: 3, reason: 'Bản đầu đúng' },
      `model { ${SEEN} }`,
    );
    expect(restored).toEqual({ model: { version: 4, ...first }, userErrors: [] });
    expect((await historyOf('model', id))[0]).toMatchObject({ action: 'model.versionRestored', reason: 'Bản đầu đúng' });

    await run('restoreModelVersion', 'RestoreVersionInput', { id, changeId: edited!.id, expectedVersion: 4, reason });
    expect(await contentOf(id)).toMatchObject({
      version: 5,
      title: 'Bản hai',
      kind: 'MODEL',
      form: { aims: 'Mục tiêu hai', forces: null },
    });
    const latest = (await historyOf('model', id)).find(change => change.changes.some(({ after }) => after === 'Bản ba'));
    await run('restoreModelVersion', 'RestoreVersionInput', { id, changeId: latest!.id, expectedVersion: 5, reason });
    expect(await contentOf(id)).toEqual({ version: 6, ...third });
  });

  it('is only restored if today’s rules permit: not for a unit that has ended', async () => {
    const ended = await units.establish({ name: 'Xã sắp hết' });
    const id = await models.draft(commune, { jointOwnerIds: [ended], title: 'Hai đơn vị' });
    await run('editModel', 'EditModelInput', { id, expectedVersion: 1, jointOwnerIds: [], title: 'Một đơn vị' });
    await units.apply({ effective: '2020-01-01', changes: [{ dissolve: { unitId: ended } }] });
    const drafted = (await historyOf('model', id)).at(-1)!;
    const { userErrors } = await run('restoreModelVersion', 'RestoreVersionInput', {
      id,
      changeId: drafted.id,
      expectedVersion: 2,
      reason: 'Thử',
    });
    expect(userErrors).toEqual([{ code: 'MODEL_UNIT_NOT_IN_FORCE', field: ['input', 'jointOwnerIds', '0'] }]);
    expect(await contentOf(id)).toMatchObject({ version: 2, title: 'Một đơn vị' });
  });

  it('refuses a change of another object and a stale version; the present content again changes nothing', async () => {
    const [id, stranger] = [await models.draft(commune), await models.draft(commune)];
    const [[own], [strange]] = [await historyOf('model', id), await historyOf('model', stranger)];
    const restore = async (changeId: string, expectedVersion = 1): Promise<unknown> =>
      (await run('restoreModelVersion', 'RestoreVersionInput', { id, changeId, expectedVersion, reason: 'Thử' })).userErrors[0]?.code;
    expect(await restore(strange!.id)).toBe('VERSION_UNKNOWN');
    expect(await restore(own!.id, 7)).toBe('STALE_VERSION');
    expect(await restore(id)).toBe('ID_INVALID');
    expect(await restore(own!.id)).toBeUndefined();
    expect(await contentOf(id)).toMatchObject({ version: 1 });
    expect(await historyOf('model', id)).toHaveLength(1);
  });
});

it('a decision, a movement and a theme are restored the same way', async () => {
  const reason = 'Nhầm';
  const decision = await models.decision(commune, { signer: 'Chủ tịch', abstract: 'Về việc một' });
  await run('correctDecision', 'CorrectDecisionInput', { id: decision, expectedVersion: 1, reason, signer: null, abstract: 'Về việc hai' });
  const [, recorded] = await historyOf('decision', decision);
  const input = { id: decision, changeId: recorded!.id, expectedVersion: 2, reason };
  expect((await run('restoreDecisionVersion', 'RestoreVersionInput', input, 'decision { version signer abstract }')).decision).toEqual({
    version: 3,
    signer: 'Chủ tịch',
    abstract: 'Về việc một',
  });

  const { movement } = await run(
    'launchMovement',
    'LaunchMovementInput',
    { name: 'Phong trào A', launcherId: commune, starts: '2021', act: { number: '1-KH/BDV' } },
    'movement { id }',
  );
  await run('correctMovement', 'CorrectMovementInput', {
    id: movement.id,
    expectedVersion: 1,
    reason,
    name: 'Phong trào B',
    starts: null,
    act: null,
  });
  const [, launched] = await historyOf('movement', movement.id);
  expect(
    (
      await run(
        'restoreMovementVersion',
        'RestoreVersionInput',
        { id: movement.id, changeId: launched!.id, expectedVersion: 2, reason },
        'movement { version name starts act { number } }',
      )
    ).movement,
  ).toEqual({ version: 3, name: 'Phong trào A', starts: '2021', act: { number: '1-KH/BDV' } });

  const { theme } = await run('addTheme', 'AddThemeInput', { name: 'Chuyên đề cũ' }, 'theme { id }');
  await run('correctTheme', 'CorrectThemeInput', { id: theme.id, expectedVersion: 1, name: 'Chuyên đề mới', reason: 'Gõ nhầm' });
  const { auditEntries } = await registry.as.everyRole.get(
    `query ($id: ID!) { auditEntries(filter: { objectId: $id }, orderBy: AT) { nodes { id } } }`,
    { id: theme.id },
  );
  const [added] = auditEntries.nodes;
  expect(
    (
      await run(
        'restoreThemeVersion',
        'RestoreVersionInput',
        { id: theme.id, changeId: added.id, expectedVersion: 2, reason },
        'theme { name version }',
      )
    ).theme,
  ).toEqual({ name: 'Chuyên đề cũ', version: 3 });
});
