import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A', kind: 'XA' });
});
afterAll(() => registry.close());

async function codes(name: string, type: string, input: object): Promise<string[]> {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
  return (await registry.as.everyRole.get(query, { input }))[name].userErrors.map(({ code }: { code: string }) => code);
}
const trash = (id: string): Promise<string[]> => codes('trashModel', 'TrashModelInput', { id, expectedVersion: 1, reason: 'Nhập nhầm' });
const merge = (id: string, intoId: string): Promise<string[]> =>
  codes('mergeModel', 'MergeModelInput', { id, expectedVersion: 1, intoId, reason: 'Nhập trùng' });

describe('a model is not thrown away', () => {
  it('while others are merged into it: they would be gone with it, and in no list', async () => {
    const [stays, same] = [await models.draft(commune), await models.draft(commune)];
    expect(await merge(same, stays)).toEqual([]);
    expect(await trash(stays)).toEqual(['MODEL_HAS_MERGED']);
    expect(await codes('unmergeModel', 'ChangedModelInput', { id: same, expectedVersion: 2 })).toEqual([]);
    expect(await trash(stays)).toEqual([]);
  });

  it.each([
    ['thrown away', trash],
    ['merged into another', async (parent: string) => merge(parent, await models.draft(commune))],
  ])('at the moment at which a model is entered under it: one of the two is refused when it is %s', async (_, tidy) => {
    for (let round = 0; round < 12; round++) {
      const parentId = await models.draft(commune);
      const child = { title: 'Mô hình con', unitId: commune, subjectKind: 'COLLECTIVE', parentId };
      const [entered, tidied] = await Promise.all([codes('draftModel', 'DraftModelInput', child), tidy(parentId)]);
      expect([entered, tidied]).toContainEqual([]);
      expect([...entered, ...tidied].filter(code => ['MODEL_PARENT_UNKNOWN', 'MODEL_HAS_CHILDREN'].includes(code))).toHaveLength(1);
    }
  });
});

it('a theme that somebody else is adding at this moment is waited for and taken, and refused to nobody', async () => {
  const name = 'Chuyên đề mới của nhiều người';
  const client = await connect(registry.database.where);
  await client.query('begin');
  await client.query('insert into theme (id, name) values ($1, $2)', [newId(), name]);
  const draft = codes('draftModel', 'DraftModelInput', { title: 'Mô hình', unitId: commune, subjectKind: 'COLLECTIVE', themes: [name] });
  // It either waits for the other by now, or comes later and finds it.
  await new Promise(done => setTimeout(done, 300));
  await client.query('commit');
  await client.end();
  expect(await draft).toEqual([]);
});
