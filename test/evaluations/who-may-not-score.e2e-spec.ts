import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { illustrativeSet } from '../../src/features/criteria/known-sets/point-sets.js';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { addDays } from '../../src/shared/dates.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenRounds, TODAY } from './given-rounds.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
}, 60_000);
afterAll(() => registry.close());

const assign = (roundId: string, evaluationId: string, personId: string): Promise<any> =>
  given.send(registry.as.boardStaff, 'assignAppraisals', { roundId, how: 'BY_HAND', byHand: [{ evaluationId, personIds: [personId] }] });
const inConflict = (why: string): object => ({
  code: 'APPRAISAL_IN_CONFLICT',
  field: 'byHand.0.personIds.0',
  message: expect.stringContaining(why),
});

it('somebody who works in a unit below the entry’s, or in one that passed to it, is in conflict with it', async () => {
  const province = await given.units.establish({ name: 'Tỉnh Một', kind: 'TINH' });
  const [old, kept] = [
    await given.units.establish({ name: 'Xã Cũ', parentId: province }),
    await given.units.establish({ name: 'Xã Mới', parentId: province }),
  ];
  const below = await given.person(province, 'Cán bộ xã', { unitId: kept });
  const before = await given.person(province, 'Cán bộ xã cũ', { unitId: old });
  const { userErrors } = await given.units.apply({
    effective: addDays(TODAY, -30),
    changes: [{ merge: { unitIds: [old], intoId: kept } }],
  });
  expect(userErrors).toEqual([]);
  const round = await given.open({ unitId: province, criteriaVersionId: await given.version(illustrativeSet), unitIds: [province, kept] });
  const [ofProvince, ofKept] = round.entries.nodes.map(({ id }: any) => id);
  expect((await assign(round.id, ofProvince, below)).refused).toEqual([inConflict('đơn vị cấp trên trực tiếp')]);
  expect((await assign(round.id, ofKept, before)).refused).toEqual([inConflict('đơn vị kế thừa')]);
});

it('a post that was held in the appraised year counts, with the unit above it as it was; one that ended before does not', async () => {
  const [before, after] = await Promise.all(['Tỉnh Trước', 'Tỉnh Sau'].map(name => given.units.establish({ name, kind: 'TINH' })));
  const [ended, first, second] = [
    await given.units.establish({ name: 'Xã Giải Thể', parentId: before }),
    await given.units.establish({ name: 'Xã Gộp', parentId: after }),
    await given.units.establish({ name: 'Xã Gộp Lại', parentId: after }),
  ];
  const year = Number(TODAY.slice(0, 4));
  const colleague = (name: string, validTo: string | null): Promise<string> =>
    given.person(before!, name, { unitId: ended, ...(validTo !== null && { validTo }) });
  const [still, until, long] = [
    await colleague('Cán bộ xã giải thể', null),
    await colleague('Cán bộ thôi việc trong năm', `${year}-01-01`),
    await colleague('Cán bộ thôi việc năm trước', `${year - 1}-12-31`),
  ];
  for (const [days, from, into] of [
    [-800, ended, first],
    [-400, first, second],
  ] as const) {
    const { userErrors } = await given.units.apply({
      effective: addDays(TODAY, days),
      changes: [{ merge: { unitIds: [from], intoId: into } }],
    });
    expect(userErrors).toEqual([]);
  }
  const unitIds = [before!, second];
  const round = await given.open({ unitId: before!, criteriaVersionId: await given.version(illustrativeSet), unitIds });
  const [ofParent, ofHeir] = round.entries.nodes.map(({ id }: any) => id);
  for (const person of [still, until]) {
    expect((await assign(round.id, ofParent, person)).refused).toEqual([inConflict('đơn vị cấp trên trực tiếp')]);
    expect((await assign(round.id, ofHeir, person)).refused).toEqual([inConflict('đơn vị kế thừa')]);
  }
  for (const entry of [ofParent, ofHeir]) expect((await assign(round.id, entry, long)).refused).toEqual([]);
});

it('so is somebody of a unit that carries the model out jointly, and the person whom the model is about', async () => {
  const { province, communes } = await given.received(2);
  const colleague = await given.person(province, 'Cán bộ xã hai', { unitId: communes[1]! });
  const subject = await given.person(province, 'Cá nhân A');
  const modelIds = [
    await given.models.draft(communes[0]!, { jointOwnerIds: [communes[1]] }),
    await given.models.draft(communes[0]!, { subjectKind: 'INDIVIDUAL', personId: subject }),
  ];
  await given.models.step('submitModels', modelIds);
  await given.models.step('receiveModels', modelIds);
  const { nodes } = await registry.as.reader.get(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on EmulationModel { registrations { id } } } }',
    { ids: modelIds },
  );
  const registrationIds = nodes.map((node: any) => node.registrations[0].id);
  const round = await given.open({ unitId: province, criteriaVersionId: await given.version(), registrationIds });
  const [joint, about] = round.entries.nodes.map(({ id }: any) => id);
  expect((await assign(round.id, joint, colleague)).refused).toEqual([inConflict('đơn vị cùng thực hiện')]);
  expect((await assign(round.id, about, subject)).refused).toEqual([inConflict('chính người được nêu')]);
  // A drawing passes them over, with the same rules.
  const drawn = { roundId: round.id, how: 'RANDOM', personIds: [colleague, subject], seed: 'một' };
  await given.done(registry.as.boardStaff, 'assignAppraisals', drawn);
  const judges = async (id: string): Promise<string[]> =>
    (await given.result(id, registry.as.boardStaff)).judges.filter(({ how }: any) => how !== null).map(({ person }: any) => person.id);
  expect([await judges(joint), await judges(about)]).toEqual([[subject], [colleague]]);
});

it('a member whose term ended scores no longer; the sheet from before counts', async () => {
  const { province, registrationIds } = await given.received(1);
  const council = await given.council(province, 3);
  const round = await given.open({ unitId: province, criteriaVersionId: await given.version(), councilId: council.id, registrationIds });
  const [{ id }] = round.entries.nodes;
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId: round.id, how: 'BALANCED' });
  expect((await given.enter(id, council.people[0]!)).refused).toEqual([]);
  const endTerm = (memberId: string): Promise<any> =>
    given.done(registry.as.boardStaff, 'endCouncilMembership', {
      id: memberId,
      expectedVersion: 1,
      validTo: addDays(TODAY, -1),
      reason: 'Nghỉ hưu',
    });
  await endTerm(council.members[0]!);
  await endTerm(council.members[1]!);
  for (const [person, expectedVersion] of [
    [council.people[0], 1],
    [council.people[1], null],
  ] as const)
    expect((await given.enter(id, person!, {}, { expectedVersion })).refused).toMatchObject([
      { code: 'APPRAISAL_NOT_A_MEMBER', field: 'evaluationId' },
    ]);
  expect((await given.enter(id, council.people[2]!, { 'I.1': '0' })).refused).toEqual([]);
  const { sheets } = await given.result(id, registry.as.boardStaff);
  expect(sheets.map(({ total }: any) => total).toSorted()).toEqual(['100', '96']);
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});
