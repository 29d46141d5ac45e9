import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../src/platform/access/actor.js';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import { codes, run } from '../access/given-people.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let province: string;
let communeA: string;
let communeB: string;
/** A unit under commune A. */
let office: string;
let board: string;
/** One person of each commune, one of the office, and one whose unit nobody knows. */
let personA: string;
let personB: string;
let clerk: string;
let nobodys: string;

const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const rowId = (id: string): string => fromGlobalId(id)!.id;
const at = (role: Role, unit: string): Promise<Asker> => askerWith(registry, role, { role, unitId: rowId(unit) });
const record = (by: Asker, input: object): Promise<any> => run(by, 'recordPerson', 'RecordPersonInput', input, 'person { id version }');
const recorded = async (name: string, input: object = {}): Promise<string> =>
  (await record(registry.as.boardStaff, { name, ...input })).person.id;
const postAt = (unitId: string): object => ({ post: { unitId, title: 'Trưởng thôn' } });

beforeAll(async () => {
  registry = await openTestRegistry({ retention: { months: 24, reason: 'Quy chế nội bộ (minh họa)' } });
  province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  communeA = await units.establish({ name: 'Xã A', parentId: province });
  communeB = await units.establish({ name: 'Xã B', parentId: province });
  office = await units.establish({ name: 'UBND xã A', line: 'STATE', kind: 'UBND', territoryId: communeA });
  board = await units.establish({ name: 'Ban Dân vận', line: 'PARTY', kind: 'PARTY_BOARD', territoryId: province });
  await models.authority(province, board);
  personA = await recorded('Cá nhân A', { unitId: communeA });
  personB = await recorded('Cá nhân B', { unitId: communeB });
  clerk = await recorded('Cá nhân C', { unitId: office });
  nobodys = await recorded('Cá nhân D');
});
afterAll(() => registry.close());

/** Whom somebody sees: the list, its count and each by their id say the same. */
async function seenBy(asker: Asker): Promise<string[]> {
  const { people } = await asker.get('{ people(first: 100) { totalCount nodes { id } } }');
  expect(people.totalCount).toBe(people.nodes.length);
  const ids = people.nodes.map(({ id }: { id: string }) => id);
  const { nodes } = await asker.get('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [personA, personB, clerk, nobodys] });
  expect(nodes.filter(Boolean).map(({ id }: { id: string }) => id)).toEqual(
    [personA, personB, clerk, nobodys].filter(id => ids.includes(id)),
  );
  return ids;
}

/** The code by which a command was refused altogether, or what its sender can mend. */
const said = (answer: any): string | string[] => answer.code ?? codes(answer);

const sees = async (asker: Asker, id: string): Promise<boolean> =>
  (await asker.get('query ($id: ID!) { person(id: $id) { id } }', { id })).person !== null;

describe('a person is seen', () => {
  it('by the unit they stand with and what stands above it, not by a neighbour, nor by a unit below', async () => {
    const [own, foreign, child, parent] = await Promise.all([
      seenBy(await at('unitOfficer', communeA)),
      seenBy(await at('unitOfficer', communeB)),
      seenBy(await at('unitOfficer', office)),
      seenBy(await at('leader', province)),
    ]);
    expect(own).toEqual([personA, clerk]);
    expect(foreign).toEqual([personB]);
    expect(child).toEqual([clerk]);
    expect(parent).toEqual([personA, personB, clerk]);
  });

  it('by whoever has the whole registry alone, where their unit is not known', async () => {
    expect(await seenBy(registry.as.reader)).toEqual(expect.arrayContaining([personA, personB, clerk, nobodys]));
    expect(await sees(await at('boardStaff', province), nobodys)).toBe(false);
  });

  it('by a unit in which they hold or held a post, with their whole career', async () => {
    const id = await recorded('Cá nhân E', { unitId: communeB, post: { unitId: communeA, title: 'Ủy viên', validTo: '2010-01-01' } });
    const officer = await at('unitOfficer', communeA);
    const { person } = await officer.get('query ($id: ID!) { person(id: $id) { unit { name } posts { title } allPosts { title } } }', {
      id,
    });
    expect(person).toEqual({ unit: { name: 'Xã B' }, posts: [], allPosts: [{ title: 'Ủy viên' }] });
    expect(await sees(await at('unitOfficer', office), id)).toBe(false);
  });

  it('by whoever sees a model that is about them: its unit, a joint owner, the authority that has its file', async () => {
    const id = await recorded('Cá nhân G');
    const [officer, owner, staff] = [await at('unitOfficer', communeA), await at('unitOfficer', communeB), await at('boardStaff', board)];
    const seen = (): Promise<boolean[]> => Promise.all([officer, owner, staff].map(asker => sees(asker, id)));
    expect(await seen()).toEqual([false, false, false]);
    const more = { subjectKind: 'HOUSEHOLD', personId: id };
    const model = await models.draft(communeA, { ...more, jointOwnerIds: [communeB] });
    expect(await seen()).toEqual([true, true, false]);
    await models.step('submitModels', model);
    expect(await seen()).toEqual([true, true, true]);
    const query = 'query ($id: ID!) { model(id: $id) { person { name } } people(filter: { text: "ca nhan g" }) { totalCount } }';
    expect(await staff.get(query, { id: model })).toEqual({ model: { person: { name: 'Cá nhân G' } }, people: { totalCount: 1 } });
  });

  it('by the unit that theirs has wholly passed to', async () => {
    const [old, next] = [
      await units.establish({ name: 'Xã cũ', parentId: province }),
      await units.establish({ name: 'Xã mới', parentId: province }),
    ];
    const id = await recorded('Cá nhân H', { unitId: old });
    const officer = await at('unitOfficer', next);
    expect(await sees(officer, id)).toBe(false);
    const change = { effective: '2025-07-01', changes: [{ merge: { unitIds: [old], intoId: next } }] };
    const { previewUnitEvent } = await registry.as.administrator.get(
      'query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { dependents { label count } } }',
      { input: change },
    );
    expect(previewUnitEvent.dependents).toContainEqual({ label: 'người', count: 1 });
    expect((await units.apply(change)).userErrors).toEqual([]);
    expect(await sees(officer, id)).toBe(true);
  });

  it('in a unit’s list, of those whom one sees', async () => {
    const query = 'query ($unitId: ID!) { people(filter: { unitId: $unitId }) { totalCount nodes { id } } }';
    const { people } = await (await at('unitOfficer', office)).get(query, { unitId: communeA });
    expect(people).toEqual({ totalCount: 1, nodes: [{ id: clerk }] });
  });
});

describe('a person outside answers as one who does not exist', () => {
  const nothing = toGlobalId('Person', '01900000-0000-7000-8000-000000000000');
  const SEEN = { expectedVersion: 1, reason: 'Nhầm' };

  it.each<[string, string, (id: string) => object]>([
    ['correctPerson', 'CorrectPersonInput', id => ({ id, ...SEEN, name: 'Cá nhân' })],
    ['appointPerson', 'AppointPersonInput', id => ({ id, expectedVersion: 1, ...postAt(communeA) })],
    ['endPost', 'EndPostInput', id => ({ id, ...SEEN, postId: toGlobalId('PersonPost', rowId(nothing)), validTo: '2020-01-01' })],
    ['revealPersonalData', 'RevealPersonalDataInput', id => ({ id, fields: ['PHONE'], purpose: 'Lập hồ sơ' })],
    ['gatherPersonalData', 'PurposeInput', id => ({ id, purpose: 'Lập hồ sơ' })],
    ['keepPersonalData', 'KeepPersonalDataInput', id => ({ id, ...SEEN, phone: '0905 000 001' })],
    ['erasePersonalData', 'ErasePersonalDataInput', id => ({ id, ...SEEN })],
    ['draftModel', 'DraftModelInput', personId => ({ title: 'Điển hình', unitId: communeA, subjectKind: 'INDIVIDUAL', personId })],
  ])('to %s', async (name, type, input) => {
    const place = { unitId: rowId(communeA) };
    const somebody = await askerWith(registry, 'two roles', { role: 'unitOfficer', ...place }, { role: 'boardStaff', ...place });
    const told = async (id: string): Promise<string> => {
      const { data, errors } = await somebody.ask(
        `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code field message } } }`,
        { input: input(id) },
      );
      const refused = errors?.map(({ message, extensions: { code } }) => ({ message, code }));
      return JSON.stringify({ data, refused }).replaceAll(id, 'ID');
    };
    const [foreign, none] = [await told(personB), await told(nothing)];
    expect(foreign).toBe(none);
    expect(foreign).toMatch(/PERSON_NOT_FOUND|MODEL_PERSON_UNKNOWN/);
  });
});

describe('an officer of a commune', () => {
  it('enters the head of a household, who need hold no post, and drafts the model of that household', async () => {
    const officer = await at('unitOfficer', communeA);
    const { person } = await record(officer, { name: 'Chủ hộ', unitId: communeA });
    const input = { title: 'Hộ khéo', unitId: communeA, subjectKind: 'HOUSEHOLD', personId: person.id };
    const { model, userErrors } = await run(
      officer,
      'draftModel',
      'DraftModelInput',
      input,
      'model { person { name unit { name } posts { id } } }',
    );
    expect([model, userErrors]).toEqual([{ person: { name: 'Chủ hộ', unit: { name: 'Xã A' }, posts: [] } }, []]);
  });

  it('says with which unit a person stands, and it is one of theirs', async () => {
    const officer = await at('unitOfficer', communeA);
    const told = async (unitId?: string | null): Promise<unknown> => {
      return said(await record(officer, { name: 'Cá nhân', unitId }));
    };
    expect(await told()).toEqual(['PERSON_UNIT_MISSING unitId']);
    expect(await told(null)).toEqual(['PERSON_UNIT_MISSING unitId']);
    expect(await told(communeB)).toBe('OUT_OF_REACH');
    expect(await told(province)).toBe('OUT_OF_REACH');
    expect(await told(toGlobalId('Unit', '01900000-0000-7000-8000-000000000000'))).toBe('OUT_OF_REACH');
    expect(await told(office)).toEqual([]);
  });

  it('tells of one’s own people a post anywhere, and changes nobody whom they see only by a post', async () => {
    const officer = await at('unitOfficer', communeA);
    const own = (await record(officer, { name: 'Cá nhân', unitId: communeA, ...postAt(communeB) })).person.id;
    expect(await sees(await at('unitOfficer', communeB), own)).toBe(true);
    const appoint = async (by: Asker, id: string): Promise<unknown> => {
      return said(await run(by, 'appointPerson', 'AppointPersonInput', { id, expectedVersion: 1, ...postAt(province) }));
    };
    expect(await appoint(await at('unitOfficer', communeB), own)).toBe('OUT_OF_REACH');
    expect(await appoint(await at('reportingClient', communeA), own)).toBe('FORBIDDEN');
    expect(await appoint(officer, own)).toEqual([]);
  });

  it('hands nobody over: whoever reaches both units does, and the trail tells it', async () => {
    const id = await recorded('Cá nhân K', { unitId: communeA });
    const move = async (by: Asker, unitId: string | null): Promise<unknown> => {
      return said(await run(by, 'correctPerson', 'CorrectPersonInput', { id, expectedVersion: 1, unitId, reason: 'Chuyển nơi ở' }));
    };
    const officer = await at('unitHead', communeA);
    expect(await move(officer, communeB)).toBe('OUT_OF_REACH');
    expect(await move(await at('unitHead', communeB), communeB)).toBe('PERSON_NOT_FOUND');
    expect(await move(officer, null)).toEqual(['PERSON_UNIT_MISSING unitId']);
    expect(await move(officer, communeA)).toEqual(['PERSON_UNCHANGED ']);
    expect(await move(await at('unitHead', province), communeB)).toEqual([]);
    expect(await sees(officer, id)).toBe(false);
    const { person } = await (
      await at('unitHead', communeB)
    ).get('query ($id: ID!) { person(id: $id) { unit { name } history { reason changes { field before after } } } }', { id });
    expect(person).toMatchObject({
      unit: { name: 'Xã B' },
      history: [{ reason: 'Chuyển nơi ở', changes: [{ field: 'unitId', before: rowId(communeA), after: rowId(communeB) }] }, {}],
    });
  });
});

it('nobody stands with a unit that is unknown or has ended', async () => {
  const ended = await units.establish({ name: 'Xã đã hết', parentId: province });
  expect((await units.apply({ effective: '2020-01-01', changes: [{ dissolve: { unitId: ended } }] })).userErrors).toEqual([]);
  const enter = async (unitId: string): Promise<unknown> => said(await record(registry.as.boardStaff, { name: 'Cá nhân', unitId }));
  expect(await enter(ended)).toEqual(['PERSON_UNIT_NOT_IN_FORCE unitId']);
  expect(await enter(toGlobalId('Unit', '01900000-0000-7000-8000-000000000000'))).toBe('UNIT_NOT_FOUND');
  expect(await enter(toGlobalId('Sector', rowId(communeA)))).toEqual(['ID_INVALID unitId']);
});

it('protected data are read and kept at the unit of the person, not where they are seen by a post', async () => {
  const id = await recorded('Cá nhân L', { unitId: communeA, ...postAt(communeB) });
  const told = async (by: Asker, name: string, type: string, more: object): Promise<unknown> => {
    return said(await run(by, name, type, { id, ...more }));
  };
  const keep = (by: Asker, expectedVersion: number): Promise<unknown> =>
    told(by, 'keepPersonalData', 'KeepPersonalDataInput', { expectedVersion, phone: `0905 00000${expectedVersion}`, reason: 'Hồ sơ' });
  const reveal = (by: Asker): Promise<unknown> =>
    told(by, 'revealPersonalData', 'RevealPersonalDataInput', { fields: ['PHONE'], purpose: 'Lập hồ sơ' });
  const [own, foreign, parent] = [await at('boardStaff', communeA), await at('boardStaff', communeB), await at('boardStaff', province)];
  expect([await keep(foreign, 1), await keep(own, 1), await keep(parent, 2)]).toEqual(['OUT_OF_REACH', [], []]);
  expect([await reveal(foreign), await reveal(own), await reveal(parent)]).toEqual(['OUT_OF_REACH', [], []]);
  expect(await reveal(await at('unitOfficer', communeA))).toBe('FORBIDDEN');
});
