import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
  await models.authority(commune, await units.establish({ name: 'Ban Dân vận A', kind: 'PARTY_BOARD', line: 'PARTY' }));
});
afterAll(() => registry.close());

interface Shown {
  readonly version: number;
  readonly trashed: boolean;
  readonly parent: { readonly id: string; readonly trashed: boolean } | null;
}
const shown = async (id: string): Promise<Shown> =>
  (await registry.as.reader.get(`query ($id: ID!) { model(id: $id) { version trashed parent { id trashed } } }`, { id })).model;

/** Given with the version that the model has now. @returns the codes of what stands against it. */
async function run(name: string, type: string, id: string, more: object = {}): Promise<string[]> {
  const input = { id, expectedVersion: (await shown(id)).version, ...more };
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
  return (await registry.as.everyRole.get(document, { input }))[name].userErrors.map(({ code }: { code: string }) => code);
}
const trash = (id: string): Promise<string[]> => run('trashModel', 'TrashModelInput', id, { reason: 'Nhầm' });
const restore = (id: string): Promise<string[]> => run('restoreModel', 'ChangedModelInput', id);
const merge = (id: string, intoId: string): Promise<string[]> => run('mergeModel', 'MergeModelInput', id, { intoId, reason: 'Trùng' });

const unmerge = (id: string): Promise<string[]> => run('unmergeModel', 'ChangedModelInput', id);

async function draftUnder(parentId: string): Promise<string[]> {
  const input = { title: 'Mô hình con', unitId: commune, subjectKind: 'COLLECTIVE', parentId };
  const document = `mutation ($input: DraftModelInput!) { draftModel(input: $input) { userErrors { code } } }`;
  return (await registry.as.everyRole.get(document, { input })).draftModel.userErrors.map(({ code }: { code: string }) => code);
}

async function parentAndChild(): Promise<{ parent: string; child: string }> {
  const parent = await models.draft(commune);
  return { parent, child: await models.draft(commune, { parentId: parent }) };
}

describe('what is thrown away or merged', () => {
  const answer = async (name: string, type: string, input: Record<string, unknown>): Promise<any> =>
    (
      await registry.as.everyRole.get(
        `mutation ($input: ${type}!) { ${name}(input: $input) { model { trashed version mergedInto { id } } userErrors { code } } }`,
        { input },
      )
    )[name];
  const count = async (text: string): Promise<number> =>
    (await registry.as.reader.get(`query ($text: String) { models(filter: { text: $text }) { totalCount } }`, { text })).models.totalCount;

  it('the trash takes a model out of every list and gives it back', async () => {
    const id = await models.draft(commune, { title: 'Nhập nhầm' });
    expect(await answer('trashModel', 'TrashModelInput', { id, expectedVersion: 1, reason: 'Nhầm' })).toMatchObject({
      model: { trashed: true, version: 2 },
    });
    expect(await count('nhap nham')).toBe(0);
    expect(
      (await registry.as.reader.get(`{ models(filter: { text: "nhap nham", trashed: true }) { totalCount } }`)).models.totalCount,
    ).toBe(1);
    expect((await models.step('submitModels', id))[0]!.userErrors).toMatchObject([{ code: 'MODEL_IN_TRASH' }]);
    await answer('restoreModel', 'ChangedModelInput', { id, expectedVersion: 2 });
    expect(await count('nhap nham')).toBe(1);
  });

  it('duplicates are shown before submitting, merged into the one that stays, and parted again', async () => {
    const stays = await models.draft(commune, { title: 'Camera an ninh trong khu dân cư' });
    const same = await models.draft(commune, { title: 'Camera an ninh ở khu dân cư' });
    const { likelyDuplicates } = await registry.as.reader.get(
      `query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) { likeness model { id title } } }`,
      { input: { title: 'CAMERA AN NINH TRONG KHU DAN CU', unitId: commune, exceptId: same } },
    );
    expect(likelyDuplicates[0]).toMatchObject({ likeness: 100, model: { id: stays } });
    expect(await answer('mergeModel', 'MergeModelInput', { id: same, expectedVersion: 1, intoId: stays, reason: 'Trùng' })).toMatchObject({
      model: { mergedInto: { id: stays } },
    });
    expect(await count('camera an ninh')).toBe(1);
    expect(
      (await answer('mergeModel', 'MergeModelInput', { id: stays, expectedVersion: 1, intoId: same, reason: 'Trùng' })).userErrors,
    ).toEqual([{ code: 'MODEL_MERGE_TARGET_GONE' }]);
    await answer('unmergeModel', 'ChangedModelInput', { id: same, expectedVersion: 2 });
    expect(await count('camera an ninh')).toBe(2);
  });
});

describe('a model is not thrown away', () => {
  it('while others are merged into it: they would be gone with it, and in no list', async () => {
    const [stays, same] = [await models.draft(commune), await models.draft(commune)];
    expect(await merge(same, stays)).toEqual([]);
    expect(await trash(stays)).toEqual(['MODEL_HAS_MERGED']);
    expect(await unmerge(same)).toEqual([]);
    expect(await trash(stays)).toEqual([]);
  });

  it.each([
    ['thrown away', trash],
    ['merged into another', async (parent: string) => merge(parent, await models.draft(commune))],
  ])('at the moment at which a model is entered under it: one of the two is refused when it is %s', async (_, tidy) => {
    for (let round = 0; round < 12; round++) {
      const parentId = await models.draft(commune);
      const [entered, tidied] = await Promise.all([draftUnder(parentId), tidy(parentId)]);
      expect([entered, tidied]).toContainEqual([]);
      expect([...entered, ...tidied].filter(code => ['MODEL_PARENT_UNKNOWN', 'MODEL_HAS_CHILDREN'].includes(code))).toHaveLength(1);
    }
  });
});

describe('a model comes back from the trash', () => {
  it('after the one that it stands under', async () => {
    const { parent, child } = await parentAndChild();
    for (const id of [child, parent]) expect(await trash(id)).toEqual([]);
    expect(await restore(child)).toEqual(['MODEL_PARENT_IN_TRASH']);
    expect(await shown(child)).toMatchObject({ trashed: true });
    for (const id of [parent, child]) expect(await restore(id)).toEqual([]);
    expect(await shown(child)).toMatchObject({ trashed: false, parent: { id: parent, trashed: false } });
  });

  it('not under one that has been merged meanwhile, until it is moved as the refusal says', async () => {
    const { parent, child } = await parentAndChild();
    const stays = await models.draft(commune);
    expect(await trash(child)).toEqual([]);
    expect(await merge(parent, stays)).toEqual([]);
    expect(await restore(child)).toEqual(['MODEL_PARENT_MERGED']);

    expect(await unmerge(parent)).toEqual([]);
    expect(await restore(child)).toEqual([]);
    expect(await run('editModel', 'EditModelInput', child, { parentId: stays, reason: 'Trùng' })).toEqual([]);
    expect(await merge(parent, stays)).toEqual([]);
    expect(await shown(child)).toMatchObject({ trashed: false, parent: { id: stays } });
  });

  it('or its parent goes there, of the two at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const { parent, child } = await parentAndChild();
      expect(await trash(child)).toEqual([]);
      const told = await Promise.all([restore(child), trash(parent)]);
      expect([
        [[], ['MODEL_HAS_CHILDREN']],
        [['MODEL_PARENT_IN_TRASH'], []],
      ]).toContainEqual(told);
    }
  });
});
