import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { dayInVietnam } from '../../src/shared/dates.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenPeople, run } from '../access/given-people.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { codes, givenProposals } from './given-proposals.js';

let registry: TestRegistry;
const given = givenProposals(() => registry);
const people = givenPeople(() => registry);
const { rounds } = given;

let province: string;
let commune: string;
let other: string;
let person: string;
let council: { id: string; people: string[] };
let hold: any;

const at = (role: any, unitId: string): Promise<Asker> => askerWith(registry, role, { role, unitId: fromGlobalId(unitId)!.id });

beforeAll(async () => {
  registry = await openTestRegistry();
  const { units } = rounds;
  province = await units.establish({ name: 'Tỉnh A', kind: 'TINH' });
  commune = await units.establish({ name: 'Xã A', parentId: province });
  other = await units.establish({ name: 'Xã B', parentId: province });
  person = await rounds.person(commune, 'Cá nhân A');
  council = await rounds.council(province, 2);
}, 60_000);
afterAll(() => registry.close());

/** Whatever an account can ask where a hold could show: lists, counts, the trail, histories, previews. */
const EVERYTHING = `query ($person: ID!, $unit: ID!, $council: ID!) {
  holds { totalCount nodes { id } edges { cursor } } proposals { totalCount nodes { items { name hold { id } } } }
  person(id: $person) { name version history { action changes { field after } } commendations { totalCount } }
  people { totalCount } unit(id: $unit) { name commendations { totalCount } } council(id: $council) { version history { action } members { person { name } } }
  commendations { totalCount } waitingForMe { totalCount } search(filter: { text: "Cá nhân A" }) { totalCount } }`;
const TRAIL = `{ auditEntries(first: 100) { totalCount nodes { action objectType reason changes { field before after } } }
  placed: auditEntries(filter: { action: ["hold.placed"] }) { totalCount } ofHolds: auditEntries(filter: { objectType: "Hold" }) { totalCount } }`;

const sightOf = async (by: Asker, audits: boolean): Promise<unknown> => [
  await by.get(EVERYTHING, { person, unit: commune, council: council.id }),
  audits ? await by.get(TRAIL) : null,
];
const outsiders = async (): Promise<unknown> => {
  const { unitOfficer, unitHead, councilMember, reader, auditor, administrator } = registry.as;
  return Promise.all([
    ...[unitOfficer, unitHead, councilMember, reader].map(by => sightOf(by, false)),
    ...[auditor, administrator].map(by => sightOf(by, true)),
  ]);
};

it('for everybody else nothing differs when a hold is placed, reviewed and lifted', async () => {
  const before = await outsiders();
  hold = await given.done(given.hold({ bodyId: province, personId: person, councilId: council.id }));
  expect(await outsiders()).toEqual(before);
  const { node } = await registry.as.auditor.get('query ($id: ID!) { node(id: $id) { id } }', { id: hold.id });
  expect(node).toBeNull();
  hold = await given.done(given.changeHold('reviewHold', hold, { reviewOn: '2031-01-01', reason: 'Chưa có kết luận' }));
  expect(await outsiders()).toEqual(before);
});

it('the staff and leaders of the body read the reason, with its history', async () => {
  for (const role of ['boardStaff', 'leader'])
    expect(await given.holds(await at(role, province))).toEqual([
      { id: hold.id, name: 'Cá nhân A', reason: { text: 'Đang xác minh đơn' } },
    ]);
  const { holds } = await registry.as.leader.get('{ holds { nodes { reason { history { action reason } } } } }');
  expect(holds.nodes[0].reason.history).toEqual([
    { action: 'hold.reviewed', reason: 'Chưa có kết luận' },
    { action: 'hold.placed', reason: null },
  ]);
});

it('who may propose or grant in the unit of the recipient sees that they cannot be granted now, and not why', async () => {
  for (const role of ['boardStaff', 'leader'])
    expect(await given.holds(await at(role, commune))).toEqual([{ id: hold.id, name: 'Cá nhân A', reason: null }]);
  for (const role of ['boardStaff', 'leader']) expect(await given.holds(await at(role, other))).toEqual([]);
  for (const role of ['unitHead', 'auditor', 'administrator']) expect(await given.holds(await at(role, province))).toEqual([]);
});

const praise = (more: object = {}): object => given.line({ form: 'BIEU_DUONG', ...more });

it('a draft of a proposal opens nothing, and neither does one that a body sends to itself; once another body has it, both read the reason', async () => {
  const [staff, receiving] = [await at('boardStaff', commune), await at('boardStaff', other)];
  const draft = await given.done(given.draft({ proposerId: commune, items: [praise({ personId: person, name: null })] }, staff));
  expect(draft.items[0].hold).toEqual({ id: hold.id });
  expect(await given.holds(staff)).toMatchObject([{ reason: null }]);
  const own = await given.done(given.toBody(draft, commune, {}, staff));
  expect(await given.holds(staff)).toMatchObject([{ reason: null }]);
  const returned = await given.done(given.back(own, staff));
  expect([await given.holds(receiving), await given.holds(staff)]).toMatchObject([[], [{ reason: null }]]);
  const sent = await given.done(given.toBody(returned, other, {}, staff));
  for (const by of [staff, receiving]) expect(await given.holds(by)).toMatchObject([{ reason: { text: 'Đang xác minh đơn' } }]);
  expect((await given.one(draft.id, registry.as.auditor)) ?? null).toBeNull();
  // Returned, it is written again and is nothing that a body decides about.
  await given.done(given.back(sent, receiving));
  expect([await given.holds(receiving), await given.holds(staff)]).toMatchObject([[], [{ reason: null }]]);
});

it('who drafts about somebody of a unit that they do not reach sees no hold, by name or in a list', async () => {
  const staff = await at('boardStaff', other);
  const named = praise({ name: 'Cá nhân A', unitId: commune });
  const draft = await given.done(given.draft({ proposerId: other, items: [named] }, staff));
  expect(draft.items[0].hold).toBeNull();
  expect(await given.holds(staff)).toEqual([]);
  const sent = await given.done(given.toBody(draft, other, {}, staff));
  expect(sent.items[0].hold).toEqual({ id: hold.id });
  expect(await given.holds(staff)).toMatchObject([{ reason: null }]);
  await given.done(given.back(sent, staff));
});

it('a hold is corrected with the reason of the correction; who does not read the reason sees nothing of either', async () => {
  const [staff, stranger] = [await at('boardStaff', commune), await at('leader', other)];
  const before = await outsiders();
  const seen = { id: hold.id, expectedVersion: hold.version, reason: 'Gõ nhầm số công văn' };
  const send = (input: object, by: Asker): Promise<any> =>
    given.send(by, 'correctHold', input, 'hold { version reviewOn reason { text source } }');
  const corrected = await send({ ...seen, text: 'Đang xác minh đơn', source: 'Công văn 12', reviewOn: '2032-01-01' }, registry.as.leader);
  expect(corrected).toMatchObject({ refused: [], hold: { version: 3, reviewOn: '2032-01-01', reason: { source: 'Công văn 12' } } });
  expect(codes(await send({ ...seen, source: 'Khác' }, registry.as.leader))).toEqual([['STALE_VERSION', 'expectedVersion']]);
  const next = { ...seen, expectedVersion: 3 };
  expect(codes(await send({ ...next, reviewOn: '2020-01-01' }, registry.as.leader))).toEqual([['HOLD_REVIEW_NOT_LATER', 'reviewOn']]);
  expect(codes(await send({ ...next, source: 'Khác' }, staff))).toEqual([['OUT_OF_REACH', '']]);
  expect(codes(await send({ ...next, source: 'Khác' }, stranger))).toEqual([['HOLD_NOT_FOUND', '']]);
  expect(await outsiders()).toEqual(before);
  const HISTORY = '{ holds { nodes { version reviewOn reason { history { action reason changes { field before after } } } } } }';
  const [{ reason }] = (await registry.as.leader.get(HISTORY)).holds.nodes;
  expect(reason.history[0]).toMatchObject({ action: 'hold.corrected', reason: 'Gõ nhầm số công văn' });
  expect(reason.history[0].changes).toContainEqual({ field: 'source', before: 'Công văn', after: 'Công văn 12' });
  const [seenByProposer] = (await staff.get(HISTORY)).holds.nodes;
  expect(seenByProposer).toEqual({ version: 3, reviewOn: '2032-01-01', reason: null });
  hold = { ...hold, version: 3 };
});

it('the members of the council that considers the case read it by their own account, at whatever unit', async () => {
  const account = await people.person();
  await people.give(account, 'COUNCIL_MEMBER', { unitId: other });
  expect(await given.holds(account.browser as unknown as Asker)).toEqual([]);
  const link = { accountId: account.id, personId: council.people[0], validFrom: '2025-01-01', reason: 'Phân công' };
  expect((await run(registry.as.administrator, 'linkAccountToPerson', 'LinkAccountToPersonInput', link)).userErrors).toEqual([]);
  expect(await given.holds(account.browser as unknown as Asker)).toMatchObject([{ id: hold.id, reason: { text: 'Đang xác minh đơn' } }]);
});

it('a hold is placed and lifted by the staff and leaders of its body, with a recipient and a review ahead', async () => {
  expect(codes(await given.hold({ bodyId: province, personId: person }, registry.as.unitHead))).toEqual([['FORBIDDEN', '']]);
  expect(codes(await given.hold({ bodyId: province, personId: person }, await at('boardStaff', commune)))).toEqual([['OUT_OF_REACH', '']]);
  expect(codes(await given.hold({ bodyId: province, reviewOn: '2020-01-01' }))).toEqual([
    ['HOLD_NEEDS_RECIPIENT', 'personId'],
    ['HOLD_REVIEW_NOT_LATER', 'reviewOn'],
  ]);
  expect(codes(await given.changeHold('liftHold', hold, {}, await at('leader', commune)))).toEqual([['OUT_OF_REACH', '']]);
  expect(codes(await given.changeHold('liftHold', hold, {}, await at('leader', other)))).toEqual([['HOLD_NOT_FOUND', '']]);
  const lifted = await given.done(given.changeHold('liftHold', hold, {}, await at('leader', province)));
  expect(lifted).toMatchObject({ liftedOn: expect.any(String), reason: { liftReason: 'Đã kết luận' } });
  expect(codes(await given.changeHold('liftHold', lifted))).toEqual([['HOLD_LIFTED_ALREADY', '']]);
});

it('a unit is held as itself, and somebody of it by name; neither holds the other', async () => {
  const today = dayInVietnam(new Date());
  const grant = async (number: string, recipient: object): Promise<[string, string][]> =>
    codes(
      await given.send(registry.as.leader, 'grantCommendations', {
        decision: { number, issuedOn: today, issuerId: commune },
        receivedOn: today,
        recipients: [given.line(recipient)],
      }),
    );
  await given.done(given.hold({ bodyId: province, unitId: other }));
  await given.done(given.hold({ bodyId: province, unitId: commune, name: 'cá nhân b' }));
  expect(await grant('1/QĐ', { kind: 'COLLECTIVE', name: null, unitId: other })).toEqual([['COMMENDATION_HELD', 'recipients.0.name']]);
  expect(await grant('1/QĐ', { name: 'Cá nhân B', unitId: commune })).toEqual([['COMMENDATION_HELD', 'recipients.0.name']]);
  expect(await grant('1/QĐ', { name: 'Cá nhân B', unitId: other })).toEqual([]);
  expect(await grant('2/QĐ', { kind: 'COLLECTIVE', name: null, unitId: commune })).toEqual([]);
});

it('when records of a person are merged, the trail does not say that one of them is held', async () => {
  const { as } = registry;
  const [kept, doubled] = [await rounds.person(commune, 'Cá nhân C'), await rounds.person(commune, 'Cá nhân C')];
  const placed = await given.done(given.hold({ bodyId: province, personId: doubled }));
  await rounds.done(as.boardStaff, 'mergePerson', { id: doubled, intoId: kept, expectedVersion: 1, reason: 'Nhập hai lần' });
  const { person: merged } = await as.reader.get(
    'query ($id: ID!) { person(id: $id) { history { action changes { field before after } } } }',
    { id: kept },
  );
  expect(merged.history.map(({ action }: any) => action)).toContain('person.merged');
  const told = JSON.stringify([merged, await as.auditor.get(TRAIL)]);
  expect(told).not.toContain('commendation_hold');
  expect(told).not.toContain(fromGlobalId(placed.id)!.id);
  // It is of the record that was kept.
  expect(
    codes(
      await rounds.send(as.leader, 'grantCommendations', {
        decision: { number: '3/QĐ', issuedOn: dayInVietnam(new Date()), issuerId: commune },
        receivedOn: dayInVietnam(new Date()),
        recipients: [given.line({ name: null, personId: kept })],
      }),
    ),
  ).toEqual([['COMMENDATION_HELD', 'recipients.0.name']]);
});
