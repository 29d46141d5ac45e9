import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CouncilsReader } from '../../src/features/councils/councils.reader.js';
import { Database } from '../../src/platform/database/database.js';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { at, givenCouncils, shareOf } from './given-councils.js';

let registry: TestRegistry;
let commune: string;
let other: string;
let a: string;
let b: string;
const units = givenUnits(() => registry);
const councils = givenCouncils(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
  other = await units.establish({ name: 'Xã B' });
  a = await councils.person(commune, 'Cá nhân A');
  b = await councils.person(commune, 'Cá nhân B');
});
afterAll(() => registry.close());

const rowId = (id: string): string => fromGlobalId(id)!.id;

describe('a term', () => {
  it('of the same person twice at once, or of two chairs at once, is refused by name', async () => {
    const councilId = await councils.council(commune, 'Hội đồng một');
    await councils.member(councilId, a, { role: 'CHAIR', validTo: '2025-12-31' });
    const term = { councilId, personId: a, role: 'MEMBER', validFrom: '2025-06-01' };
    expect(await councils.message('appointCouncilMember', term)).toBe(
      '“Cá nhân A” đã là thành viên của hội đồng này (từ 1/1/2025 đến 31/12/2025). Hãy kết thúc nhiệm kỳ ấy (endCouncilMembership) trước.',
    );
    expect(await councils.refused('appointCouncilMember', { ...term, personId: b, role: 'CHAIR' })).toEqual([
      ['COUNCIL_TWO_CHAIRS', 'role'],
    ]);
    await councils.member(councilId, b, { role: 'CHAIR', validFrom: '2026-01-01' });
  });

  it('lies within the life of the council, forwards, and of a person who exists', async () => {
    const councilId = await councils.council(commune, 'Hội đồng hai', { validTo: '2026-12-31' });
    const term = { councilId, personId: a, role: 'MEMBER', validFrom: '2025-01-01' };
    expect(await councils.refused('appointCouncilMember', { ...term, validFrom: '2024-12-31' })).toEqual([
      ['COUNCIL_TERM_OUTSIDE', 'validFrom'],
    ]);
    expect(await councils.refused('appointCouncilMember', { ...term, validTo: '2027-01-01' })).toEqual([
      ['COUNCIL_TERM_OUTSIDE', 'validFrom'],
    ]);
    expect(await councils.refused('appointCouncilMember', { ...term, validTo: '2024-01-01' })).toEqual([['COUNCIL_BACKWARDS', 'validTo']]);
    const unknown = toGlobalId('Person', '01900000-0000-7000-8000-000000000000');
    const { errors } = await registry.as.boardStaff.ask(
      `mutation ($input: AppointCouncilMemberInput!) { appointCouncilMember(input: $input) { userErrors { code } } }`,
      { input: { ...term, personId: unknown } },
    );
    expect(errors?.[0]?.extensions.code).toBe('PERSON_NOT_FOUND');
  });

  it('without a last day ends with the council; it may end early with a reason, but not before a session in which its member took part', async () => {
    const councilId = await councils.council(commune, 'Hội đồng ba', { validTo: '2026-12-31' });
    const memberId = await councils.member(councilId, a);
    await councils.session(councilId, at('PRESENT', memberId), { heldOn: '2025-05-05' });
    const end = { id: memberId, expectedVersion: 1, reason: 'Chuyển công tác' };
    expect(await councils.message('endCouncilMembership', { ...end, validTo: '2025-05-04' })).toMatch(
      /^“Cá nhân A” đã tham gia phiên họp ngày 5\/5\/2025/,
    );
    expect(await councils.refused('endCouncilMembership', { ...end, validTo: '2027-01-01' })).toEqual([
      ['COUNCIL_ENDS_ALREADY', 'validTo'],
    ]);
    const { councilMember } = await councils.run(
      'endCouncilMembership',
      { ...end, validTo: '2025-05-05' },
      'councilMember { validFrom validTo endReason version council { id } history { action } }',
    );
    expect(councilMember).toEqual({
      validFrom: '2025-01-01',
      validTo: '2025-05-05',
      endReason: 'Chuyển công tác',
      version: 2,
      council: { id: councilId },
      history: [{ action: 'councilMember.ended' }, { action: 'councilMember.appointed' }],
    });
  });
});

describe('a council', () => {
  it('shows the members of the day, the chair first, and is found by member, unit, words and day', async () => {
    const councilId = await councils.council(other, 'Hội đồng thi đua B', { validTo: '2030-12-31' });
    await councils.member(councilId, b);
    await councils.member(councilId, a, { role: 'CHAIR', validFrom: '2026-01-01' });
    const shown = async (asOf: string): Promise<any> =>
      (
        await registry.as.reader.get(
          'query ($id: ID!, $asOf: LocalDate) { council(id: $id, asOf: $asOf) { members { role person { name } } } }',
          { id: councilId, asOf },
        )
      ).council.members;
    expect(await shown('2025-06-01')).toEqual([{ role: 'MEMBER', person: { name: 'Cá nhân B' } }]);
    expect((await shown('2026-06-01')).map(({ role }: any) => role)).toEqual(['CHAIR', 'MEMBER']);
    const found = async (filter: object, asOf = '2025-06-01'): Promise<boolean> =>
      (
        await registry.as.reader.get(
          'query ($filter: CouncilFilter, $asOf: LocalDate) { councils(filter: $filter, asOf: $asOf, first: 100) { nodes { id } } }',
          { filter, asOf },
        )
      ).councils.nodes.some(({ id }: any) => id === councilId);
    expect([await found({ personId: a }), await found({ personId: a }, '2026-06-01'), await found({ personId: b })]).toEqual([
      false,
      true,
      true,
    ]);
    expect([await found({ unitId: other }), await found({ unitId: commune })]).toEqual([true, false]);
    expect([await found({ text: 'thi dua b' }), await found({ on: '2031-01-01' }), await found({ kind: ['STEERING'] })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is visible with its unit, and its members with it; elsewhere it answers as if it did not exist', async () => {
    const councilId = await councils.council(commune, 'Hội đồng bốn');
    const guest = await councils.person(other, 'Cá nhân của xã B');
    await councils.member(councilId, guest);
    const ask = 'query ($id: ID!) { council(id: $id) { members { person { name } } } councils { nodes { id } } }';
    const here = await askerWith(registry, 'xã A', { role: 'unitOfficer', unitId: rowId(commune) });
    const there = await askerWith(registry, 'xã B', { role: 'boardStaff', unitId: rowId(other) });
    expect((await here.get(ask, { id: councilId })).council.members).toEqual([{ person: { name: 'Cá nhân của xã B' } }]);
    const seen = await there.get(ask, { id: councilId });
    expect(seen.council).toBeNull();
    expect(seen.councils.nodes.map(({ id }: any) => id)).not.toContain(councilId);
    const { errors } = await there.ask(`mutation ($input: EndCouncilInput!) { endCouncil(input: $input) { userErrors { code } } }`, {
      input: { id: councilId, expectedVersion: 1, validTo: '2026-01-01', reason: 'Thử' },
    });
    expect(errors?.[0]?.extensions.code).toBe('COUNCIL_NOT_FOUND');
  });

  it('ends with the terms of its members, once, and not before a session', async () => {
    const councilId = await councils.council(commune, 'Hội đồng năm');
    const memberId = await councils.member(councilId, a);
    await councils.session(councilId, at('PRESENT', memberId), { heldOn: '2025-07-07' });
    const end = { id: councilId, expectedVersion: 1, reason: 'Quyết định kiện toàn' };
    expect(await councils.refused('endCouncil', { ...end, validTo: '2025-07-06' })).toEqual([['COUNCIL_SESSION_OUTSIDE', 'validTo']]);
    const { council } = await councils.run(
      'endCouncil',
      { ...end, validTo: '2025-12-31' },
      'council { validTo allMembers { validTo endReason } history { action reason } }',
    );
    expect(council).toMatchObject({ validTo: '2025-12-31', allMembers: [{ validTo: '2025-12-31', endReason: 'Quyết định kiện toàn' }] });
    expect(council.history).toContainEqual({ action: 'council.ended', reason: 'Quyết định kiện toàn' });
  });

  it('has one name in its unit at a time', async () => {
    await councils.council(commune, 'Hội đồng sáu', { validTo: '2025-12-31' });
    const again = { unitId: commune, name: 'HỘI ĐỒNG SÁU', kind: 'OTHER', validFrom: '2025-12-31' };
    expect(await councils.refused('createCouncil', again)).toEqual([['COUNCIL_NAME_TAKEN', 'name']]);
    await councils.council(commune, 'Hội đồng sáu', { validFrom: '2026-01-01' });
  });
});

describe('a rule', () => {
  it.each([
    [shareOf(3, 2), false],
    [shareOf(0, 3), false],
    [shareOf(1, 0), false],
    [shareOf(1, 1, true), false],
    [shareOf(2, 1001), false],
    [shareOf(1, 1), true],
  ])('with the share %j is accepted: %s', async (presence, accepted) => {
    const councilId = await councils.council(commune, `Hội đồng ${JSON.stringify(presence)}`);
    const rule = { councilId, sessionKind: 'GENERAL', presence, presenceCountsWritten: false, majority: shareOf(1, 2, true) };
    const input = { ...rule, majorityOf: 'TAKING_PART', majorityCountsWritten: false, validFrom: '2025-01-01', basis: 'minh họa' };
    expect(await councils.refused('setCouncilRule', input)).toEqual(accepted ? [] : [['COUNCIL_FRACTION_WRONG', 'presence']]);
  });

  it('holds for its days: another takes its place once it has ended, and a session keeps the one of its day', async () => {
    const councilId = await councils.council(commune, 'Hội đồng bảy');
    const memberId = await councils.member(councilId, a);
    const first = await councils.rule(councilId);
    const sessionId = await councils.session(councilId, at('PRESENT', memberId), { heldOn: '2025-03-03' });
    const next = { validFrom: '2026-01-01', presence: shareOf(3, 4) };
    await expect(councils.rule(councilId, next)).rejects.toThrow('COUNCIL_RULE_TAKEN');
    const end = { id: first, expectedVersion: 1, reason: 'Quy chế mới' };
    expect(await councils.refused('endCouncilRule', { ...end, validTo: '2025-03-02' })).toEqual([['COUNCIL_RULE_APPLIED', 'validTo']]);
    await councils.run('endCouncilRule', { ...end, validTo: '2025-12-31' });
    await councils.rule(councilId, next);
    const { node } = await registry.as.reader.get(
      'query ($id: ID!) { node(id: $id) { ... on CouncilSession { rule { id presence { numerator denominator moreThan } } } } }',
      { id: sessionId },
    );
    expect(node.rule).toEqual({ id: first, presence: shareOf(2, 3) });
  });
});

it('other chapters ask who is in term on a day, by which rule, and whether a session had a quorum', async () => {
  const councilId = await councils.council(commune, 'Hội đồng tám');
  const chairId = await councils.member(councilId, a, { role: 'CHAIR' });
  await councils.member(councilId, b, { validTo: '2025-05-31' });
  await councils.rule(councilId);
  const sessionId = await councils.session(councilId, at('PRESENT', chairId), { heldOn: '2025-06-01' });
  const reader = registry.registry.app.get(CouncilsReader);
  const { rows } = registry.registry.app.get(Database);
  const id = rowId(councilId);
  expect((await reader.membersOn(rows, id, '2025-05-31')).map(({ role, personId }) => [role, personId])).toEqual(
    expect.arrayContaining([
      ['CHAIR', rowId(a)],
      ['MEMBER', rowId(b)],
    ]),
  );
  expect(await reader.membersOn(rows, id, '2025-06-01')).toHaveLength(1);
  expect(await reader.unitOf(rows, id)).toBe(rowId(commune));
  expect((await reader.ruleOn(rows, id, 'AWARDS', '2025-06-01'))?.presence).toEqual(shareOf(2, 3));
  expect(await reader.ruleOn(rows, id, 'GENERAL', '2025-06-01')).toBeUndefined();
  expect(await reader.quorumIn(rows, rowId(sessionId))).toMatchObject({ heldOn: '2025-06-01', met: true });
});
