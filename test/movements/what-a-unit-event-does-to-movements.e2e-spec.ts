import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenMovements } from './given-movements.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const units = givenUnits(() => registry);
const { made } = givenMovements(() => registry);

it('the preview counts the records that refer to the units, and the event that established them cannot be undone', async () => {
  const district = await units.establish({ name: 'Huyện', kind: 'HUYEN' });
  const establish = { line: 'TERRITORY', kind: 'XA', name: 'Quế Hiệp', parentId: district };
  const { unitEvent } = await units.apply({ effective: '2000-01-01', changes: [{ establish }] });
  const commune = await units.find('Quế Hiệp', '2001-01-01');
  const movementId = await made('launchMovement', { name: 'Phong trào', launcherId: commune });
  const days = { opensOn: '2020-01-01', closesOn: '2020-02-01' };
  const roundId = await made('openRegistrationRound', { movementId, name: 'Đợt', unitId: district, ...days });
  await made('extendRegistration', { roundId, unitId: commune, closesOn: '2020-03-01', reason: 'x' });
  await made('assignTarget', { roundId, unitId: commune, count: 2, basis: 'x' });
  await made('setReceivingAuthority', { unitId: district, line: 'STATE', receiverId: commune, level: 'COMMUNE', basis: 'x' });

  const { previewUnitEvent } = await registry.as.administrator.get(
    `query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { dependents { label count effect } problems { code } } }`,
    { input: { effective: '2025-07-01', changes: [{ dissolve: { unitId: commune } }] } },
  );
  expect(previewUnitEvent.problems).toEqual([]);
  expect(previewUnitEvent.dependents.map(({ label, count }: any) => [label, count])).toEqual([
    ['phong trào', 1],
    ['đợt đăng ký, gia hạn, chỉ tiêu', 2],
    ['quy tắc tiếp nhận, công nhận', 1],
  ]);

  const { unitEvent: seen } = await registry.as.administrator.get(
    'query ($id: ID!) { unitEvent(id: $id) { actions { allowed blockedBy { code message } } } }',
    { id: unitEvent!.id },
  );
  expect(seen.actions).toEqual([
    { allowed: false, blockedBy: [{ code: 'UNIT_EVENT_HAS_DEPENDENTS', message: expect.stringContaining('1 phong trào') }] },
  ]);
});

it('movements, rounds and targets cost the same number of statements for one row and for twenty', async () => {
  const launcherId = await units.establish({ name: 'Tỉnh', kind: 'TINH' });
  for (let n = 0; n < 20; n++) {
    const movementId = await made('launchMovement', { name: `Phong trào ${n}`, launcherId });
    const roundId = await made('openRegistrationRound', {
      movementId,
      name: 'Đợt',
      unitId: launcherId,
      opensOn: '2020-01-01',
      closesOn: '2020-02-01',
    });
    await made('assignTarget', { roundId, unitId: launcherId, count: 2, basis: 'x' });
  }
  const runner = registry.registry.app.get(QueryRunner);
  const statements = async (first: number): Promise<number> => {
    const before = runner.sent.statements;
    await registry.as.reader.get(
      `query ($first: Int) { movements(first: $first, orderBy: NAME_DESC) { nodes { name launcher { path } act { number }
         rounds(first: 2) { nodes { unit { name } targets(first: 2) { totalCount nodes { count unit { name } } } } } } } }`,
      { first },
    );
    return runner.sent.statements - before;
  };
  expect([await statements(1), await statements(20)]).toEqual([1, 1]);
});
