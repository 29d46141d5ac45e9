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

async function parentAndChild(): Promise<{ parent: string; child: string }> {
  const parent = await models.draft(commune);
  return { parent, child: await models.draft(commune, { parentId: parent }) };
}

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

    expect(await run('unmergeModel', 'ChangedModelInput', parent)).toEqual([]);
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
