import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let district: string;
let commune: string;
const units = givenUnits(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  district = await units.establish({ name: 'Huyện danh bạ', kind: 'HUYEN' });
  commune = await units.establish({ name: 'Xã danh bạ', parentId: district });
});
afterAll(() => registry.close());

const run = async (name: string, type: string, input: Record<string, unknown>, fields = 'person { id version }'): Promise<any> =>
  (
    await registry.as.everyRole.get(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field } } }`, {
      input,
    })
  )[name];

it('a person is recorded once, moves from post to post, and is found by name and by unit', async () => {
  const input = {
    name: 'Cá nhân Ất',
    achievement: 'Vận động hiến đất',
    post: { unitId: commune, title: 'Trưởng thôn', validFrom: '2018-01-01' },
    idempotencyKey: 'k1',
  };
  const { person } = await run('recordPerson', 'RecordPersonInput', input);
  expect((await run('recordPerson', 'RecordPersonInput', input)).person.id).toBe(person.id);
  const posts = `query ($id: ID!, $asOf: LocalDate) { person(id: $id, asOf: $asOf) { posts { id title unit { name } validFrom validTo } allPosts { title } } }`;
  const seen = async (asOf: string): Promise<any> => (await registry.as.reader.get(posts, { id: person.id, asOf })).person;
  const [{ id: postId }] = (await seen('2020-01-01')).posts;
  await run('endPost', 'EndPostInput', { id: person.id, expectedVersion: 1, postId, validTo: '2021-06-30', reason: 'Hết nhiệm kỳ' });
  await run('appointPerson', 'AppointPersonInput', {
    id: person.id,
    expectedVersion: 2,
    post: { unitId: district, title: 'Ủy viên', validFrom: '2021-07-01' },
  });
  expect((await seen('2020-01-01')).posts).toMatchObject([{ title: 'Trưởng thôn', validFrom: '2018-01-01', validTo: '2021-06-30' }]);
  expect(await seen('2022-01-01')).toMatchObject({
    posts: [{ title: 'Ủy viên', unit: { name: 'Huyện danh bạ' }, validTo: null }],
    allPosts: [{ title: 'Trưởng thôn' }, { title: 'Ủy viên' }],
  });
  const found = async (filter: Record<string, unknown>): Promise<string[]> =>
    (
      await registry.as.reader.get(`query ($filter: PersonFilter) { people(filter: $filter) { totalCount nodes { name } } }`, { filter })
    ).people.nodes.map((node: any) => node.name);
  expect(await found({ text: 'ca nhan at' })).toEqual(['Cá nhân Ất']);
  expect(await found({ unitId: district })).toEqual(['Cá nhân Ất']);
  expect(await found({ unitId: commune, text: 'khong co' })).toEqual([]);
});

it('a post may end on the last representable day, and not after it', async () => {
  const post = (validTo: string): Record<string, unknown> => ({
    name: 'Cá nhân Mậu',
    post: { unitId: commune, title: 'Trưởng thôn', validTo },
  });
  const { person } = await run('recordPerson', 'RecordPersonInput', post('9998-12-31'), 'person { id posts { validTo } }');
  expect(person.posts).toEqual([{ validTo: '9998-12-31' }]);
  const { errors } = await registry.as.everyRole.ask(
    'mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { userErrors { code } } }',
    { input: post('9999-12-31') },
  );
  expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
});

it('all problems of a person or a post are reported at once, and nothing is written', async () => {
  const { userErrors } = await run('recordPerson', 'RecordPersonInput', {
    name: 'Cá nhân Bính',
    post: { unitId: commune, title: 'Trưởng thôn', validFrom: '1999-01-01', validTo: '1998-01-01' },
  });
  expect(userErrors).toEqual([
    { code: 'PERSON_POST_BACKWARDS', field: ['input', 'post', 'validTo'] },
    { code: 'PERSON_UNIT_NOT_IN_FORCE', field: ['input', 'post', 'unitId'] },
  ]);
  const { person } = await run('recordPerson', 'RecordPersonInput', { name: 'Cá nhân Đinh', post: { unitId: commune, title: 'Ủy viên' } });
  const correct = async (change: Record<string, unknown>): Promise<any> =>
    run('correctPerson', 'CorrectPersonInput', { id: person.id, expectedVersion: 1, reason: 'Nhầm', ...change });
  expect(await correct({ name: 'Cá nhân Đinh' })).toMatchObject({ person: { version: 1 }, userErrors: [] });
  expect((await correct({ name: 'Cá nhân Giáp', expectedVersion: 5 })).userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
  expect((await correct({ name: 'Cá nhân Giáp' })).person.version).toBe(2);
});

it('a post entered wrongly is corrected, one never held is removed, and both stand in the history of the person', async () => {
  const { person } = await run('recordPerson', 'RecordPersonInput', {
    name: 'Cá nhân Kỷ',
    post: { unitId: commune, title: 'Trưởng thôn', validFrom: '2018-01-01' },
  });
  const state = `query ($id: ID!) { person(id: $id) { version allPosts { id title validFrom validTo } history { action reason } } }`;
  const now = async (): Promise<any> => (await registry.as.reader.get(state, { id: person.id })).person;
  const [{ id: postId }] = (await now()).allPosts;
  const seen = { id: person.id, postId, reason: 'Ghi sai', expectedVersion: 1 };
  const correct = (more: Record<string, unknown>): Promise<any> => run('correctPost', 'CorrectPostInput', { ...seen, ...more });
  expect((await correct({ validTo: '2017-01-01' })).userErrors).toMatchObject([{ code: 'PERSON_POST_BACKWARDS' }]);
  expect((await correct({ title: 'Trưởng thôn' })).person.version).toBe(1);
  expect((await correct({ title: 'Bí thư chi bộ', validFrom: null })).userErrors).toEqual([]);
  expect((await now()).allPosts).toEqual([{ id: postId, title: 'Bí thư chi bộ', validFrom: null, validTo: null }]);
  expect((await run('removePost', 'RemovePostInput', seen)).userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
  expect((await run('removePost', 'RemovePostInput', { ...seen, expectedVersion: 2 })).userErrors).toEqual([]);
  const { version, allPosts, history } = await now();
  expect([version, allPosts]).toEqual([3, []]);
  expect(history.slice(0, 2)).toEqual([
    { action: 'person.postRemoved', reason: 'Ghi sai' },
    { action: 'person.postCorrected', reason: 'Ghi sai' },
  ]);
});
