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
/** One person of each commune, one of the office, and one whose unit is not known. */
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

/** The people whom a caller sees, after checking that the list, its count and the queries by id agree. */
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

/** The code of the error that refused a command, or the problems of its input. */
const said = (answer: any): string | string[] => answer.code ?? codes(answer);

const sees = async (asker: Asker, id: string): Promise<boolean> =>
  (await asker.get('query ($id: ID!) { person(id: $id) { id } }', { id })).person !== null;

describe('a person is seen', () => {
  it('by their unit and the units above it, not by a neighbour or a unit below', async () => {
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

  it('if their unit is not known, only with a right to the whole registry', async () => {
    expect(await seenBy(registry.as.reader)).toEqual(expect.arrayContaining([personA, personB, clerk, nobodys]));
    expect(await sees(await at('boardStaff', province), nobodys)).toBe(false);
  });

  it('by a unit in which they hold or held a post, with all their posts', async () => {
    const id = await recorded('Cá nhân E', { unitId: communeB, post: { unitId: communeA, title: 'Ủy viên', validTo: '2010-01-01' } });
    const officer = await at('unitOfficer', communeA);
    const { person } = await officer.get('query ($id: ID!) { person(id: $id) { unit { name } posts { title } allPosts { title } } }', {
      id,
    });
    expect(person).toEqual({ unit: { name: 'Xã B' }, posts: [], allPosts: [{ title: 'Ủy viên' }] });
    expect(await sees(await at('unitOfficer', office), id)).toBe(false);
  });

  it('by callers who see a model that names them: its unit, a joint owner, the authority that holds its file', async () => {
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

  it('by the unit that theirs passed to as a whole', async () => {
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

  it('in a unit’s list, if the caller sees them', async () => {
    const query = 'query ($unitId: ID!) { people(filter: { unitId: $unitId }) { totalCount nodes { id } } }';
    const { people } = await (await at('unitOfficer', office)).get(query, { unitId: communeA });
    expect(people).toEqual({ totalCount: 1, nodes: [{ id: clerk }] });
  });
});

describe('a person whom the caller does not see is answered like one who does not exist', () => {
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
    const answerTo = async (id: string): Promise<string> => {
      const { data, errors } = await somebody.ask(
        `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code field message } } }`,
        { input: input(id) },
      );
      const refused = errors?.map(({ message, extensions: { code } }) => ({ message, code }));
      return JSON.stringify({ data, refused }).replaceAll(id, 'ID');
    };
    const [foreign, none] = [await answerTo(personB), await answerTo(nothing)];
    expect(foreign).toBe(none);
    expect(foreign).toMatch(/PERSON_NOT_FOUND|MODEL_PERSON_UNKNOWN/);
  });
});

describe('an officer of a commune', () => {
  it('records the head of a household, who needs no post, and drafts the model of that household', async () => {
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

  it('has to state a person’s unit, which is one within their reach', async () => {
    const officer = await at('unitOfficer', communeA);
    const outcomeFor = async (unitId?: string | null): Promise<unknown> => {
      return said(await record(officer, { name: 'Cá nhân', unitId }));
    };
    expect(await outcomeFor()).toEqual(['PERSON_UNIT_MISSING unitId']);
    expect(await outcomeFor(null)).toEqual(['PERSON_UNIT_MISSING unitId']);
    expect(await outcomeFor(communeB)).toBe('OUT_OF_REACH');
    expect(await outcomeFor(province)).toBe('OUT_OF_REACH');
    expect(await outcomeFor(toGlobalId('Unit', '01900000-0000-7000-8000-000000000000'))).toBe('OUT_OF_REACH');
    expect(await outcomeFor(office)).toEqual([]);
  });

  it('records posts in any unit for their own people, and changes no person whom they see only by a post', async () => {
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

  it('cannot move a person to a unit outside; a caller who reaches both units can, and the audit trail records it', async () => {
    const id = await recorded('Cá nhân K', { unitId: communeA });
    const move = async (by: Asker, unitId: string | null): Promise<unknown> => {
      return said(await run(by, 'correctPerson', 'CorrectPersonInput', { id, expectedVersion: 1, unitId, reason: 'Chuyển nơi ở' }));
    };
    const officer = await at('unitHead', communeA);
    expect(await move(officer, communeB)).toBe('OUT_OF_REACH');
    expect(await move(await at('unitHead', communeB), communeB)).toBe('PERSON_NOT_FOUND');
    expect(await move(officer, null)).toEqual(['PERSON_UNIT_MISSING unitId']);
    expect(await move(officer, communeA)).toEqual([]);
    expect(await move(await at('unitHead', province), communeB)).toEqual([]);
    expect(await sees(officer, id)).toBe(false);
    const { person } = await (
      await at('unitHead', communeB)
    ).get('query ($id: ID!) { person(id: $id) { unit { name } history { reason changes { field before after } } } }', { id });
    expect(person).toMatchObject({
      unit: { name: 'Xã B' },
      history: [{ reason: 'Chuyển nơi ở', changes: [{ field: 'unitId', before: communeA, after: communeB }] }, {}],
    });
  });
});

it('a person cannot belong to an unknown or ended unit', async () => {
  const ended = await units.establish({ name: 'Xã đã hết', parentId: province });
  expect((await units.apply({ effective: '2020-01-01', changes: [{ dissolve: { unitId: ended } }] })).userErrors).toEqual([]);
  const enter = async (unitId: string): Promise<unknown> => said(await record(registry.as.boardStaff, { name: 'Cá nhân', unitId }));
  expect(await enter(ended)).toEqual(['PERSON_UNIT_NOT_IN_FORCE unitId']);
  expect(await enter(toGlobalId('Unit', '01900000-0000-7000-8000-000000000000'))).toBe('UNIT_NOT_FOUND');
  expect(await enter(toGlobalId('Sector', rowId(communeA)))).toEqual(['ID_INVALID unitId']);
});

it('protected data are read and recorded with a right at the person’s unit, not at the unit of a post', async () => {
  const id = await recorded('Cá nhân L', { unitId: communeA, ...postAt(communeB) });
  const outcomeOf = async (by: Asker, name: string, type: string, more: object): Promise<unknown> => {
    return said(await run(by, name, type, { id, ...more }));
  };
  const keep = (by: Asker, expectedVersion: number): Promise<unknown> =>
    outcomeOf(by, 'keepPersonalData', 'KeepPersonalDataInput', { expectedVersion, phone: `0905 00000${expectedVersion}`, reason: 'Hồ sơ' });
  const reveal = (by: Asker): Promise<unknown> =>
    outcomeOf(by, 'revealPersonalData', 'RevealPersonalDataInput', { fields: ['PHONE'], purpose: 'Lập hồ sơ' });
  const [own, foreign, parent] = [await at('boardStaff', communeA), await at('boardStaff', communeB), await at('boardStaff', province)];
  expect([await keep(foreign, 1), await keep(own, 1), await keep(parent, 2)]).toEqual(['OUT_OF_REACH', [], []]);
  expect([await reveal(foreign), await reveal(own), await reveal(parent)]).toEqual(['OUT_OF_REACH', [], []]);
  expect(await reveal(await at('unitOfficer', communeA))).toBe('FORBIDDEN');
});
