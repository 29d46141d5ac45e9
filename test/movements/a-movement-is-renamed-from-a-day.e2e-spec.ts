import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { run } from '../access/given-people.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let launcherId: string;
beforeAll(async () => {
  registry = await openTestRegistry();
  launcherId = await givenUnits(() => registry).establish({ name: 'Tỉnh P', kind: 'TINH' });
});
afterAll(() => registry.close());

const launched = async (name: string, more: object = {}): Promise<string> =>
  (
    await run(
      registry.as.boardStaff,
      'launchMovement',
      'LaunchMovementInput',
      { name, launcherId, starts: '2020', ...more },
      'movement { id }',
    )
  ).movement.id;
const rename = (id: string, name: string, from: string, expectedVersion: number): Promise<any> =>
  run(
    registry.as.boardStaff,
    'renameMovement',
    'RenameMovementInput',
    { id, name, from, expectedVersion, reason: '15-KH/TU' },
    'movement { version }',
  );
const undo = (id: string, expectedVersion: number): Promise<any> =>
  run(
    registry.as.boardStaff,
    'undoMovementRename',
    'RemoveRecordInput',
    { id, expectedVersion, reason: 'Ghi nhầm' },
    'movement { version }',
  );
const codes = ({ userErrors }: any): string[] => userErrors.map(({ code }: any) => code);
const nameOn = async (id: string, asOf: string): Promise<string> =>
  (await registry.as.reader.get('query ($id: ID!, $asOf: LocalDate) { movement(id: $id, asOf: $asOf) { name } }', { id, asOf })).movement
    .name;
const found = async (text: string): Promise<string[]> =>
  (
    await registry.as.reader.get('query ($filter: MovementFilter) { movements(filter: $filter) { nodes { id } } }', { filter: { text } })
  ).movements.nodes.map(({ id }: { id: string }) => id);

it('on each day a movement has the name that it had then, and it is found by all of them', async () => {
  const id = await launched('Dân vận khéo một');
  expect(codes(await rename(id, 'Dân vận khéo hai', '2022-01-01', 1))).toEqual([]);
  expect(codes(await rename(id, 'Dân vận khéo ba', '2024-01-01', 2))).toEqual([]);
  const days = ['2021-12-31', '2022-01-01', '2023-12-31', '2024-01-01', '2026-01-01'];
  const names = await Promise.all(days.map(day => nameOn(id, day)));
  expect(names.map(name => name.split(' ').at(-1))).toEqual(['một', 'hai', 'hai', 'ba', 'ba']);
  for (const text of ['khéo một', 'kheo hai', 'KHÉO BA']) expect([text, await found(text)]).toEqual([text, [id]]);
  expect(await found('một Dân')).toEqual([]);
  const { movement } = await registry.as.reader.get(
    'query ($id: ID!) { movement(id: $id) { formerNames { name lastDay } history { action reason } } }',
    { id },
  );
  expect(movement.formerNames).toEqual([
    { name: 'Dân vận khéo một', lastDay: '2021-12-31' },
    { name: 'Dân vận khéo hai', lastDay: '2023-12-31' },
  ]);
  expect(movement.history[0]).toEqual({ action: 'movement.renamed', reason: '15-KH/TU' });
});

it('a correction changes the present name on all its days and no former one; a restored version takes back no renaming', async () => {
  const id = await launched('Thi đua cũ');
  await run(registry.as.boardStaff, 'correctMovement', 'CorrectMovementInput', {
    id,
    name: 'Thi đua đầu',
    expectedVersion: 1,
    reason: 'Gõ nhầm',
  });
  await rename(id, 'Thi đua mới', '2022-01-01', 2);
  await run(registry.as.boardStaff, 'correctMovement', 'CorrectMovementInput', {
    id,
    name: 'Thi đua mới nhất',
    expectedVersion: 3,
    reason: 'Gõ nhầm',
  });
  expect([await nameOn(id, '2021-01-01'), await nameOn(id, '2022-01-01')]).toEqual(['Thi đua đầu', 'Thi đua mới nhất']);
  await run(registry.as.boardStaff, 'correctMovement', 'CorrectMovementInput', {
    id,
    note: 'Ghi chú',
    expectedVersion: 4,
    reason: 'Bổ sung',
  });
  const { movement } = await registry.as.reader.get('query ($id: ID!) { movement(id: $id) { history { id } } }', { id });
  const first = movement.history.at(-1).id;
  const restored = { id, changeId: first, expectedVersion: 5, reason: 'Về bản đầu' };
  expect(codes(await run(registry.as.boardStaff, 'restoreMovementVersion', 'RestoreVersionInput', restored))).toEqual([]);
  expect([await nameOn(id, '2021-01-01'), await nameOn(id, '2022-01-01')]).toEqual(['Thi đua đầu', 'Thi đua mới nhất']);
});

it('a renaming entered by mistake is taken back, the latest first', async () => {
  const id = await launched('Tên một');
  await rename(id, 'Tên hai', '2022-01-01', 1);
  await rename(id, 'Tên ba', '2024-01-01', 2);
  expect(codes(await undo(id, 2))).toEqual(['STALE_VERSION']);
  expect(codes(await undo(id, 3))).toEqual([]);
  expect([await nameOn(id, '2021-01-01'), await nameOn(id, '2025-01-01')]).toEqual(['Tên một', 'Tên hai']);
  expect(codes(await undo(id, 4))).toEqual([]);
  expect([await nameOn(id, '2021-01-01'), await nameOn(id, '2025-01-01')]).toEqual(['Tên một', 'Tên một']);
  expect(codes(await undo(id, 5))).toEqual(['MOVEMENT_NEVER_RENAMED']);
});

it('a movement is renamed while it goes on, later than before, and not in the future; the same name changes nothing', async () => {
  registry.setClock('2025-06-01T03:00:00Z');
  const id = await launched('Có hạn', { starts: '2020-01-01', ends: '2023' });
  expect(codes(await rename(id, 'Khác', '2026-01-01', 1))).toEqual(['MOVEMENT_RENAMED_IN_FUTURE']);
  for (const from of ['2020-01-01', '2019-01-01', '2024-01-01'])
    expect(codes(await rename(id, 'Khác', from, 1))).toEqual(['MOVEMENT_RENAMED_OUTSIDE']);
  expect((await rename(id, ' Có hạn ', '2021-01-01', 1)).movement.version).toBe(1);
  expect(codes(await rename(id, 'Khác', '2021-01-01', 1))).toEqual([]);
  for (const from of ['2020-06-01', '2021-01-01']) expect(codes(await rename(id, 'Nữa', from, 2))).toEqual(['MOVEMENT_RENAMED_LATER']);
  registry.setClock(undefined);
});
