import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenMovements, stranger, errorsOf } from './given-movements.js';

let registry: TestRegistry;
let board: string;
let former: string;
beforeAll(async () => {
  registry = await openTestRegistry();
  board = await units.establish({ name: 'Ban Dân vận Tỉnh ủy', line: 'PARTY', kind: 'PARTY_BOARD' });
  former = await units.establish({ name: 'Ban cũ', line: 'PARTY', kind: 'PARTY_BOARD', validTo: '2020-06-30' });
});
afterAll(() => registry.close());

const units = givenUnits(() => registry);
const { run, made, fails } = givenMovements(() => registry);
const names = async (filter: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<string[]> =>
  (
    await registry.as.reader.get(
      `query ($filter: MovementFilter, $asOf: LocalDate, $orderBy: MovementOrder) {
         movements(filter: $filter, asOf: $asOf, orderBy: $orderBy, first: 100) { nodes { name } } }`,
      { filter, ...more },
    )
  ).movements.nodes.map((node: { name: string }) => node.name);

it('its dates are kept as the plan gives them, and what the plan does not state is unknown', async () => {
  const act = { number: '51-KH/BDVTU', date: '2023-02-01', issuer: 'Ban Dân vận Thành ủy' };
  const { changed, userErrors } = await run('launchMovement', {
    name: '  Dân vận khéo 2021 - 2025 '.normalize('NFD'),
    launcherId: board,
    act,
    starts: '2021',
    ends: '2025-12',
    note: 'Giai đoạn I',
  });
  expect(userErrors).toEqual([]);
  expect(changed).toMatchObject({
    name: 'Dân vận khéo 2021 - 2025',
    launcher: { name: 'Ban Dân vận Tỉnh ủy' },
    act,
    starts: '2021',
    ends: '2025-12',
    note: 'Giai đoạn I',
    version: 1,
  });
  const bare = await run('launchMovement', { name: 'Không rõ thời gian', launcherId: board });
  expect(bare.changed).toMatchObject({ act: { number: null, date: null, issuer: null }, starts: null, ends: null, note: null });
});

it('it is found without marks, by its launcher, on a day of its period, and as of a day', async () => {
  const launcherId = await units.establish({ name: 'Ban tìm kiếm', line: 'PARTY', kind: 'PARTY_BOARD' });
  registry.setClock('2026-03-01T00:00:00Z');
  const launch = (name: string, more: Record<string, unknown>): Promise<string> => made('launchMovement', { name, launcherId, ...more });
  await launch('Đợt 9', { starts: '2016', ends: '2020' });
  await launch('Đợt 10', { starts: '2021-03', ends: '..2025-06-30' });
  await launch('Đợt 11', { starts: '2027', act: { date: '2025-11-01' } });
  registry.setClock(undefined);
  expect(await names({ launcherId })).toEqual(['Đợt 11', 'Đợt 10', 'Đợt 9']);
  expect(await names({ launcherId }, { orderBy: 'NAME' })).toEqual(['Đợt 9', 'Đợt 10', 'Đợt 11']);
  expect(await names({ launcherId, text: 'dot 1' }, { orderBy: 'STARTS' })).toEqual(['Đợt 10', 'Đợt 11']);
  expect(await names({ launcherId, runningOn: '2020-12-31' })).toEqual(['Đợt 9']);
  expect(await names({ launcherId, runningOn: '2025-07-01' })).toEqual([]);
  expect(await names({ launcherId }, { asOf: '2015-12-31' })).toEqual([]);
  expect(await names({ launcherId }, { asOf: '2025-10-31' })).toEqual(['Đợt 10', 'Đợt 9']);
  expect(await names({ launcherId }, { asOf: '2025-11-01' })).toEqual(['Đợt 11', 'Đợt 10', 'Đợt 9']);
  expect(await names({ launcherId: board, text: 'dot 1' })).toEqual([]);
});

it('pages of movements contain each once, including one without a known start', async () => {
  for (const starts of ['2019', null, '2019', null]) await made('launchMovement', { name: `Trang ${starts}`, launcherId: board, starts });
  for (const orderBy of ['STARTS', 'STARTS_DESC', 'NAME', 'NAME_DESC']) {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { movements }: { movements: any } = await registry.as.reader.get(
        'query ($o: MovementOrder!, $after: String) { movements(orderBy: $o, first: 2, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
        { o: orderBy, after },
      );
      seen.push(...movements.nodes.map((node: any) => node.id));
      if (!movements.pageInfo.hasNextPage) expect(new Set(seen).size).toBe(movements.totalCount);
      ({ hasNextPage: more, endCursor: after } = movements.pageInfo);
    }
    expect(new Set(seen).size).toBe(seen.length);
  }
});

it('it is corrected with a reason: a field left out is kept, null means “not known”', async () => {
  const id = await made('launchMovement', {
    name: 'Sai',
    launcherId: board,
    starts: '2021',
    ends: '2025',
    act: { number: '1-KH/BDV' },
    note: 'x',
  });
  const correct = (input: Record<string, unknown>): ReturnType<typeof run> =>
    run('correctMovement', { id, expectedVersion: 1, reason: 'Nhập nhầm', ...input });
  expect((await correct({ name: ' Sai ' })).changed).toMatchObject({ name: 'Sai', version: 1 });
  expect(errorsOf(await correct({ starts: '2026' }))).toEqual([['MOVEMENT_ENDS_BEFORE_IT_STARTS', 'input.ends']]);
  expect((await correct({ name: 'Đúng', ends: null, act: { issuer: 'Ban' } })).changed).toMatchObject({
    name: 'Đúng',
    starts: '2021',
    ends: null,
    act: { number: '1-KH/BDV', issuer: 'Ban' },
    note: 'x',
    version: 2,
  });
  expect(errorsOf(await correct({ name: 'Khác' }))).toEqual([['STALE_VERSION', 'input.expectedVersion']]);
  const client = await connect(registry.database.where);
  const { rows } = await client.query(
    `select before ->> 'name' as before, after ->> 'name' as after, reason from audit_entry where action = 'movement.corrected'`,
  );
  await client.end();
  expect(rows).toEqual([{ before: 'Sai', after: 'Đúng', reason: 'Nhập nhầm' }]);
});

it('it ends once, earlier than planned or if no end was known, and not before a round closes', async () => {
  const id = await made('launchMovement', { name: 'Sẽ kết thúc', launcherId: board, starts: '2024-01-01', ends: '2025' });
  const round = { movementId: id, name: 'Đợt 1', unitId: board, opensOn: '2024-02-01', closesOn: '2024-12-31' };
  const roundId = await made('openRegistrationRound', round);
  const end = (ends: string, expectedVersion = 1): ReturnType<typeof run> =>
    run('endMovement', { id, ends, reason: 'Quyết định dừng', expectedVersion });
  expect(errorsOf(await end('2023-12-31'))).toEqual([
    ['MOVEMENT_ENDS_BEFORE_IT_STARTS', 'input.ends'],
    ['MOVEMENT_ROUND_GOES_ON', 'input.ends'],
  ]);
  expect(errorsOf(await end('2026-01-01'))).toEqual([['MOVEMENT_ALREADY_ENDS', 'input.ends']]);
  expect((await end('2025')).changed).toMatchObject({ ends: '2025', version: 1 });
  const { userErrors } = await end('2024-11-30');
  expect(userErrors[0]!.message).toContain('“Đợt 1” còn nhận đăng ký đến ngày 31/12/2024');
  await made('moveRegistrationDeadline', { id: roundId, closesOn: '2024-11-15', reason: 'Kết thúc sớm', expectedVersion: 1 });
  expect((await end('2024-11-30')).changed).toMatchObject({ ends: '2024-11-30', version: 2 });
  expect(errorsOf(await end('2024-11-30', 1))).toEqual([['STALE_VERSION', 'input.expectedVersion']]);
  expect(errorsOf(await run('openRegistrationRound', { ...round, name: 'Đợt 2' }))).toEqual([
    ['REGISTRATION_AFTER_MOVEMENT', 'input.closesOn'],
  ]);
});

it('repeating it with the same key launches nothing twice', async () => {
  const input = { name: 'Một lần', launcherId: board, idempotencyKey: 'k' };
  expect(await made('launchMovement', input)).toBe(await made('launchMovement', input));
  expect(await names({ text: 'mot lan' })).toEqual(['Một lần']);
});

it('the launcher was in force at the launch: on the day of the act, or at the start', async () => {
  const launch = (input: Record<string, unknown>): ReturnType<typeof run> =>
    run('launchMovement', { name: 'Tên', launcherId: former, ...input });
  const refused = [['UNIT_NOT_IN_FORCE', 'input.launcherId']];
  expect(errorsOf(await launch({ act: { date: '2020-07-01' }, starts: '2020-01' }))).toEqual(refused);
  expect(errorsOf(await launch({ starts: '2020-07' }))).toEqual(refused);
  expect(errorsOf(await launch({ starts: '2020' }))).toEqual([]);
  expect(errorsOf(await launch({ act: { date: '2020-06-30' }, starts: '2021' }))).toEqual([]);
  expect(errorsOf(await launch({}))).toEqual([]);
});

it('it is refused with all problems, and nothing is written', async () => {
  const before = (await names({})).length;
  registry.setClock('2026-03-01T00:00:00Z');
  const wrong = { name: 'Tên', launcherId: former, act: { date: '2026-03-02' }, starts: '2025', ends: '2024' };
  expect(errorsOf(await run('launchMovement', wrong))).toEqual([
    ['MOVEMENT_ACT_IN_FUTURE', 'input.act.date'],
    ['MOVEMENT_ENDS_BEFORE_IT_STARTS', 'input.ends'],
    ['UNIT_NOT_IN_FORCE', 'input.launcherId'],
  ]);
  registry.setClock(undefined);
  for (const name of ['', '…', '\u0301', 'x'.repeat(301), 'a\u0007b'])
    expect(errorsOf(await run('launchMovement', { name, launcherId: board }))).toEqual([['INPUT_INVALID', 'input.name']]);
  expect(errorsOf(await run('launchMovement', { name: 'Tên', launcherId: board, act: { number: '…' }, note: 'x'.repeat(2_001) }))).toEqual([
    ['INPUT_INVALID', 'input.act.number'],
    ['INPUT_INVALID', 'input.note'],
  ]);
  expect(errorsOf(await run('launchMovement', { name: 'Tên', launcherId: stranger('Movement') }))).toEqual([
    ['ID_INVALID', 'input.launcherId'],
  ]);
  expect(await fails('launchMovement', { name: 'Tên', launcherId: stranger('Unit') })).toBe('UNIT_NOT_FOUND');
  expect(await fails('endMovement', { id: stranger('Movement'), ends: '2025', reason: 'x', expectedVersion: 1 })).toBe(
    'MOVEMENT_NOT_FOUND',
  );
  expect(await names({})).toHaveLength(before);
});
