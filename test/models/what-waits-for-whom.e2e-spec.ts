import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import type { Role } from '../../src/platform/access/actor.js';
import { addDays, dayInVietnam } from '../../src/shared/dates.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenMovements } from '../movements/given-movements.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

const TODAY = dayInVietnam(new Date());

let registry: TestRegistry;
let province: string;
let communeA: string;
let communeB: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const movements = givenMovements(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  communeA = await units.establish({ name: 'Xã A', parentId: province });
  communeB = await units.establish({ name: 'Xã B', parentId: province });
  await models.authority(province, province);
});
afterAll(() => registry.close());

const at = (role: Role, unit: string | null): Promise<Asker> =>
  askerWith(registry, role, { role, unitId: unit === null ? null : fromGlobalId(unit)!.id });

const WAITING = `query ($first: Int, $after: String, $filter: WaitingFilter, $orderBy: WaitingOrder) {
  waitingForMe(first: $first, after: $after, filter: $filter, orderBy: $orderBy) { totalCount pageInfo { hasNextPage endCursor }
    edges { since dueOn steps { name label } node { __typename ... on EmulationModel { id title state } ... on RegistrationRound { id name } } } } }`;
const waiting = async (asker: Asker, variables: object = {}): Promise<any> => (await asker.get(WAITING, { ...variables })).waitingForMe;
const ids = ({ edges }: { edges: { node: { id: string } }[] }): string[] => edges.map(({ node }) => node.id);
const stepsOf = (page: any, id: string): string[] =>
  page.edges.find(({ node }: any) => node.id === id)?.steps.map(({ name }: any) => name) ?? [];

describe('a file', () => {
  it('waits for whoever’s turn it is, from a draft to a decision, and for nobody then', async () => {
    const model = await models.draft(communeA);
    const people = {
      officer: await at('unitOfficer', communeA),
      head: await at('unitHead', communeA),
      neighbour: await at('unitOfficer', communeB),
      staff: await at('boardStaff', province),
      // The commune's own staff sees the file and does not hold it.
      communeStaff: await at('boardStaff', communeA),
      leader: await at('leader', province),
      reader: registry.as.reader,
    };
    const turns = async (): Promise<Record<string, string[]>> => {
      const found: Record<string, string[]> = {};
      for (const [name, asker] of Object.entries(people)) {
        const steps = stepsOf(await waiting(asker), model);
        if (steps.length > 0) found[name] = steps;
      }
      return found;
    };
    expect(await turns()).toEqual({ officer: ['SUBMIT'], head: ['SUBMIT'] });
    await models.step('submitModels', model);
    expect(await turns()).toEqual({ staff: ['RECEIVE', 'RETURN'] });
    await models.step('returnModels', model, { reason: 'Bổ sung số liệu' });
    expect(await turns()).toEqual({ officer: ['SUBMIT'], head: ['SUBMIT'] });
    await models.step('submitModels', model);
    await models.step('receiveModels', model);
    expect(await turns()).toEqual({ staff: ['RETURN', 'OPEN_APPRAISAL'] });
    await models.step('openAppraisalOfModels', model);
    expect(await turns()).toEqual({ leader: ['RECOGNISE', 'DECLINE'] });
    await models.step('recogniseModels', model, { decisionId: await models.decision(province), level: 'COMMUNE' });
    expect(await turns()).toEqual({});
  });

  it('in the trash waits for nobody', async () => {
    const model = await models.draft(communeA);
    const officer = await at('unitOfficer', communeA);
    expect(ids(await waiting(officer))).toContain(model);
    const input = { id: model, expectedVersion: 1, reason: 'Nhầm' };
    await officer.get(`mutation ($input: TrashModelInput!) { trashModel(input: $input) { userErrors { code } } }`, { input });
    expect(ids(await waiting(officer))).not.toContain(model);
  });

  it('is shown with the words for it, the day since when, and the last day of its round for its unit', async () => {
    const movementId = await movements.made('launchMovement', { name: 'Thi đua', launcherId: province, starts: '2020' });
    const round = { movementId, name: 'Đợt dài', unitId: province, opensOn: TODAY, closesOn: addDays(TODAY, 90) };
    const roundId = await movements.made('openRegistrationRound', round);
    const model = await models.draft(communeA, { roundId });
    const extension = { roundId, unitId: communeA, closesOn: addDays(TODAY, 100), reason: 'Bão lụt' };
    expect((await movements.run('extendRegistration', extension)).userErrors).toEqual([]);
    const { edges } = await waiting(await at('unitOfficer', communeA), { first: 100 });
    expect(edges.find(({ node }: any) => node.id === model)).toMatchObject({
      since: TODAY,
      dueOn: addDays(TODAY, 100),
      steps: [{ name: 'SUBMIT', label: 'Nộp đăng ký' }],
      node: { __typename: 'EmulationModel', state: 'DRAFT' },
    });
  });
});

it('a round that is soon over waits for units that stand in it', async () => {
  const movementId = await movements.made('launchMovement', { name: 'Thi đua quý', launcherId: province, starts: '2020' });
  const open = (name: string, unitId: string, closesOn: string): Promise<string> =>
    movements.made('openRegistrationRound', { movementId, name, unitId, opensOn: addDays(TODAY, -20), closesOn });
  const soon = await open('Sắp hết', province, addDays(TODAY, 14));
  const later = await open('Còn lâu', province, addDays(TODAY, 15));
  const elsewhere = await open('Của xã B', communeB, addDays(TODAY, 3));
  const page = await waiting(await at('unitOfficer', communeA), { filter: { step: ['DRAFT'] } });
  expect(page.edges).toEqual([
    {
      since: addDays(TODAY, -20),
      dueOn: addDays(TODAY, 14),
      steps: [{ name: 'DRAFT', label: 'Đăng ký mô hình' }],
      node: { __typename: 'RegistrationRound', id: soon, name: 'Sắp hết' },
    },
  ]);
  expect(ids(await waiting(registry.as.unitHead, { filter: { step: ['DRAFT'] } }))).toEqual(expect.arrayContaining([soon, elsewhere]));
  expect(ids(await waiting(registry.as.boardStaff, { first: 100 }))).not.toContain(soon);
  expect(ids(await waiting(registry.as.unitHead, { filter: { step: ['DRAFT'] } }))).not.toContain(later);
});

it('the rounds of one unit are those open to it, also by its extension', async () => {
  const movementId = await movements.made('launchMovement', { name: 'Thi đua của đơn vị', launcherId: province, starts: '2020' });
  const open = (name: string, unitId: string, closesOn: string): Promise<string> =>
    movements.made('openRegistrationRound', { movementId, name, unitId, opensOn: addDays(TODAY, -20), closesOn });
  const ofAll = await open('Của cả tỉnh', province, addDays(TODAY, 5));
  const ofB = await open('Của riêng xã B', communeB, addDays(TODAY, 5));
  const over = await open('Đã hết hạn', province, addDays(TODAY, -1));
  const extension = { roundId: over, unitId: communeB, closesOn: addDays(TODAY, 5), reason: 'Bão lụt' };
  expect((await movements.run('extendRegistration', extension)).userErrors).toEqual([]);
  const roundsOf = async (unitId: string): Promise<string[]> => {
    const found = ids(await waiting(registry.as.unitHead, { first: 100, filter: { step: ['DRAFT'], unitId } }));
    return found.filter(id => [ofAll, ofB, over].includes(id)).toSorted();
  };
  expect(await roundsOf(communeA)).toEqual([ofAll]);
  expect(await roundsOf(communeB)).toEqual([ofAll, ofB, over].toSorted());
  expect(await roundsOf(province)).toEqual([ofAll]);
});

it('a file that can be passed on to a higher office waits to be agreed to, and to be opened', async () => {
  const district = await units.establish({ name: 'Huyện H', kind: 'HUYEN', parentId: province });
  const commune = await units.establish({ name: 'Xã H', parentId: district });
  await models.authority(commune, district);
  const model = await models.draft(commune);
  for (const step of ['submitModels', 'receiveModels']) await models.step(step, model);
  const stepsAt = async (filter: object): Promise<string[]> =>
    stepsOf(await waiting(await at('boardStaff', district), { first: 100, filter }), model);
  expect(await stepsAt({})).toEqual(['RETURN', 'AGREE', 'OPEN_APPRAISAL']);
  expect(await stepsAt({ step: ['AGREE'] })).toEqual(['AGREE']);
});

describe('the list', () => {
  it('goes page by page, the longest waiting first or the latest, also where one person has several roles', async () => {
    const unit = await units.establish({ name: 'Xã Trang', parentId: province });
    await models.authority(unit, unit);
    const both = await askerWith(
      registry,
      'both',
      { role: 'unitHead', unitId: fromGlobalId(unit)!.id },
      { role: 'boardStaff', unitId: fromGlobalId(unit)!.id },
      { role: 'boardStaff', unitId: fromGlobalId(province)!.id, line: 'TERRITORY' },
    );
    const made: string[] = [];
    for (let i = 0; i < 7; i++) made.push(await models.draft(unit));
    await models.step('submitModels', made.slice(0, 3));
    await registry.registry.app
      .get(Database)
      .rows(
        `update emulation_model set state_since = state_since - (row_number % 3) from (select id, row_number() over (order by id)::int from emulation_model) n where n.id = emulation_model.id`,
      );
    for (const orderBy of ['SINCE', 'SINCE_DESC']) {
      const all = await waiting(both, { first: 100, orderBy });
      expect(all.totalCount).toBe(all.edges.length);
      expect(ids(all)).toEqual(expect.arrayContaining(made));
      const days = all.edges.map(({ since }: any) => since);
      expect(days).toEqual(orderBy === 'SINCE' ? days.toSorted() : days.toSorted().toReversed());
      const paged: string[] = [];
      for (let after: string | undefined; ;) {
        const page = await waiting(both, { first: 2, after, orderBy });
        paged.push(...ids(page));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(paged).toEqual(ids(all));
    }
  });

  it('is narrowed to states and steps', async () => {
    const staff = await at('boardStaff', province);
    const page = await waiting(staff, { first: 100, filter: { state: ['SUBMITTED'] } });
    expect(new Set(page.edges.map(({ node }: any) => node.state))).toEqual(new Set(['SUBMITTED']));
    const received = await waiting(staff, { first: 100, filter: { step: ['OPEN_APPRAISAL'] } });
    expect(received.edges.every(({ steps }: any) => steps.length === 1 && steps[0].name === 'OPEN_APPRAISAL')).toBe(true);
    for (const filter of [{ state: [] }, { step: [] }, { step: ['SUBMIT'] }]) expect((await waiting(staff, { filter })).totalCount).toBe(0);
  });

  it('is empty for whoever may do nothing, refused to nobody else than those who are not signed in', async () => {
    expect(await waiting(registry.as.reader)).toMatchObject({ totalCount: 0, edges: [], pageInfo: { hasNextPage: false } });
    expect((await registry.as.nobody.ask(WAITING)).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('refuses a page too large, a cursor of another list or order, a step that is none', async () => {
    const { boardStaff: staff } = registry.as;
    const codes = async (variables: object): Promise<string[]> =>
      (await staff.ask(WAITING, { ...variables })).errors!.map(({ extensions }) => extensions.code);
    expect(await codes({ first: 101 })).toEqual(['INPUT_INVALID']);
    expect(await codes({ after: 'x' })).toEqual(['CURSOR_INVALID']);
    const { pageInfo } = await waiting(staff, { first: 1 });
    expect(await codes({ after: pageInfo.endCursor, orderBy: 'SINCE_DESC' })).toEqual(['CURSOR_INVALID']);
    expect(await codes({ filter: { step: ['WITHDRAW'] } })).toEqual(['BAD_USER_INPUT']);
  });
});
