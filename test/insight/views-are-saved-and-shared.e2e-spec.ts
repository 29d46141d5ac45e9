import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SavedViewPersonMentions } from '../../src/insight/saved-views/saved-view.person-mentions.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, personWith, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
let communeA: string;
let communeB: string;
/** Officers of the communes, a reader of the whole registry, and a person who reads commune A. */
let officerA: Asker;
let officerB: Asker;
let leader: Asker;
let readerA: Asker;
const rowId = (id: string): string => fromGlobalId(id)!.id;

beforeAll(async () => {
  registry = await openTestRegistry();
  const province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  communeA = await units.establish({ name: 'Xã A', parentId: province });
  communeB = await units.establish({ name: 'Xã B', parentId: province });
  officerA = await personWith(registry, 'officer.a', { role: 'unitOfficer', unitId: rowId(communeA) });
  officerB = await personWith(registry, 'officer.b', { role: 'unitOfficer', unitId: rowId(communeB) });
  leader = await personWith(registry, 'leader.all', { role: 'leader' });
  readerA = await personWith(registry, 'reader.a', { role: 'reportingClient', unitId: rowId(communeA) });
});
afterAll(() => registry.close());

async function run(by: Asker, name: string, input: object, shown = 'savedView { id version }'): Promise<any> {
  const type = /^(remove|unshare)/.test(name) ? 'OwnViewInput' : `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await by.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} userErrors { code field message } } }`,
    {
      input,
    },
  );
  return data?.[name] ?? { refused: errors![0]!.extensions.code };
}

let saved = 0;
async function save(by: Asker, more: object = {}): Promise<any> {
  const input = { name: `Bộ lọc ${++saved}`, lists: 'MODELS', arguments: '{"filter":{"state":["DRAFT"]}}', ...more };
  const { savedView, userErrors } = await run(by, 'saveView', input);
  expect(userErrors).toEqual([]);
  return savedView;
}

/** Saved, and shared with a unit. */
async function share(by: Asker, unitId: string, more: object = {}): Promise<any> {
  const { id } = await save(by, more);
  const { savedView, userErrors } = await run(by, 'shareView', { id, expectedVersion: 1, unitId });
  expect(userErrors).toEqual([]);
  return savedView;
}

const shownTo = async (by: Asker): Promise<string[]> =>
  (await by.get('{ savedViews(first: 100) { nodes { id } } }')).savedViews.nodes.map(({ id }: { id: string }) => id);
const codes = ({ refused, userErrors }: any): string[] => (refused ? [refused] : userErrors.map(({ code }: any) => code));

describe('a saved view', () => {
  it('is its owner’s alone, also to a leader of the whole registry', async () => {
    const { id } = await save(officerA);
    expect(await shownTo(officerA)).toContain(id);
    for (const other of [leader, officerB, readerA, registry.as.administrator, registry.as.reader]) {
      expect(await shownTo(other)).not.toContain(id);
      expect((await other.get('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
    }
    for (const name of ['editView', 'removeView'])
      expect(codes(await run(leader, name, { id, expectedVersion: 1 }, name === 'removeView' ? 'removedId' : undefined))).toEqual([
        'SAVED_VIEW_NOT_FOUND',
      ]);
  });

  it('shared with a unit is shown to whose right reaches it, and changed by its owner alone', async () => {
    const { id } = await share(officerA, communeA);
    for (const other of [leader, readerA]) {
      expect(await shownTo(other)).toContain(id);
      const { node } = await other.get('query ($id: ID!) { node(id: $id) { ... on SavedView { isOwn ownerName unit { id } } } }', { id });
      expect(node).toEqual({ isOwn: false, ownerName: 'officer.a', unit: { id: communeA } });
      expect(codes(await run(other, 'editView', { id, expectedVersion: 2, name: 'Của tôi' }))).toEqual(['SAVED_VIEW_OF_OTHERS']);
      expect(codes(await run(other, 'removeView', { id, expectedVersion: 2 }, 'removedId'))).toEqual(['SAVED_VIEW_OF_OTHERS']);
    }
    expect(await shownTo(officerB)).not.toContain(id);
    expect(codes(await run(leader, 'unshareView', { id, expectedVersion: 2 }))).toEqual(['SAVED_VIEW_OF_OTHERS']);
    expect((await run(officerA, 'unshareView', { id, expectedVersion: 2 })).userErrors).toEqual([]);
    expect(await shownTo(readerA)).not.toContain(id);
    expect(codes(await run(officerA, 'editView', { id, expectedVersion: 1, name: 'Cũ' }))).toEqual(['STALE_VERSION']);
    expect((await run(officerA, 'removeView', { id, expectedVersion: 3 }, 'removedId')).removedId).toBe(id);
    expect(await shownTo(officerA)).not.toContain(id);
  });

  it('of a blocked account is taken from its unit by somebody who may share there, and is still changed by nobody else', async () => {
    const owner = await personWith(registry, 'officer.gone', { role: 'unitOfficer', unitId: rowId(communeA) });
    const { id } = await share(owner, communeA);
    const seen = { id, expectedVersion: 2 };
    expect(codes(await run(officerA, 'unshareView', seen))).toEqual(['SAVED_VIEW_OF_OTHERS']);
    await registry.registry.app.get(Database).rows(`update account set blocked_at = now() where name = 'officer.gone'`);
    // Who may not do it does not learn from the refusal that the account is blocked.
    expect(codes(await run(readerA, 'unshareView', seen))).toEqual(['SAVED_VIEW_OF_OTHERS']);
    expect(codes(await run(officerA, 'removeView', seen, 'removedId'))).toEqual(['SAVED_VIEW_OF_OTHERS']);
    expect((await run(officerA, 'unshareView', seen)).userErrors).toEqual([]);
    expect(await shownTo(readerA)).not.toContain(id);
  });

  it('is shared at a unit by who may share there', async () => {
    const { id } = await save(officerA);
    expect(codes(await run(officerA, 'shareView', { id, expectedVersion: 1, unitId: communeB }))).toEqual(['OUT_OF_REACH']);
    const read = await save(readerA);
    expect(codes(await run(readerA, 'shareView', { id: read.id, expectedVersion: 1, unitId: communeA }))).toEqual(['FORBIDDEN']);
    const { id: others } = await share(leader, communeA);
    expect(codes(await run(officerA, 'shareView', { id: others, expectedVersion: 2, unitId: communeA }))).toEqual(['SAVED_VIEW_OF_OTHERS']);
  });

  it('shows a reader no more than they see', async () => {
    await models.draft(communeA, { title: 'Nháp của A' });
    await models.draft(communeB, { title: 'Nháp của B' });
    const { id } = await share(leader, communeA);
    const { node } = await readerA.get('query ($id: ID!) { node(id: $id) { ... on SavedView { arguments } } }', { id });
    const { models: found } = await readerA.get(
      'query ($filter: ModelFilter) { models(filter: $filter) { nodes { title } } }',
      node.arguments,
    );
    expect(found.nodes).toEqual([{ title: 'Nháp của A' }]);
  });

  it('shows others its history only while it was shared with a unit that they read', async () => {
    const { id } = await save(officerA, { name: 'Riêng', arguments: '{"filter":{"text":"Cá nhân A"}}' });
    const change = async (name: string, expectedVersion: number, more: object): Promise<void> =>
      expect(codes(await run(officerA, name, { id, expectedVersion, ...more }))).toEqual([]);
    await change('editView', 1, { name: 'Chung', arguments: '{}' });
    await change('shareView', 2, { unitId: communeA });
    await change('editView', 3, { name: 'Chung hơn' });
    const history = async (by: Asker): Promise<string[]> =>
      (
        await by.get('query ($id: ID!) { node(id: $id) { ... on SavedView { history { action changes { before after } } } } }', { id })
      ).node.history.map((entry: object) => JSON.stringify(entry));
    expect(await history(officerA)).toHaveLength(4);
    for (const other of [leader, readerA]) {
      const seen = await history(other);
      expect(seen).toHaveLength(2);
      expect(seen.join()).not.toMatch(/Riêng|Cá nhân A/);
    }
  });

  it('is of a program never: views are of people', async () => {
    const input = { name: 'Của chương trình', lists: 'MODELS', arguments: '{}' };
    expect(codes(await run(registry.as.boardStaff, 'saveView', input))).toEqual(['ACCOUNT_NEEDED']);
  });
});

describe('its arguments', () => {
  it.each([
    ['{"filter":{"noSuchFilter":1}}', 'filter', 'noSuchFilter'],
    ['{"filter":{"state":["NO_SUCH_STATE"]}}', 'filter.state.0', 'NO_SUCH_STATE'],
    ['{"first":10}', 'first', 'first'],
    ['{"noSuchArgument":1}', 'noSuchArgument', 'noSuchArgument'],
  ])('%s are refused with the place that is wrong', async (text, path, word) => {
    const { savedView, userErrors } = await run(officerA, 'saveView', { name: 'Sai', lists: 'MODELS', arguments: text });
    expect(savedView).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'SAVED_VIEW_ARGUMENTS_INVALID', field: ['input', 'arguments'] }]);
    expect(userErrors[0].message).toContain(`“${path}”`);
    expect(userErrors[0].message).toContain(word);
  });

  it('are refused where they are no object, break a rule of the list, or lack what it needs', async () => {
    const of = async (lists: string, text: string): Promise<string[]> =>
      codes(await run(officerA, 'saveView', { name: 'Sai', lists, arguments: text }));
    expect(await of('MODELS', '[1]')).toEqual(['SAVED_VIEW_ARGUMENTS_NOT_JSON']);
    expect(await of('MODELS', '{')).toEqual(['SAVED_VIEW_ARGUMENTS_NOT_JSON']);
    expect(await of('MODELS', JSON.stringify({ filter: { text: 'x'.repeat(5_000) } }))).toEqual(['INPUT_INVALID']);
    expect(await of('MODEL_FACETS', '{}')).toEqual(['SAVED_VIEW_ARGUMENTS_INVALID']);
    expect(await of('STATISTICS', '{"measures":["MODELS"],"rows":[{"by":"SECTOR"}]}')).toEqual([]);
  });

  it('with signs that no keyboard types are refused with the place where they are', async () => {
    for (const sign of [String.raw`\u0000`, String.raw`\ud800`])
      for (const field of ['text', 'unitId']) {
        const input = { name: 'Dấu lạ', lists: 'MODELS', arguments: `{"filter":{"${field}":"a${sign}"}}` };
        const { userErrors } = await run(officerA, 'saveView', input);
        expect(userErrors).toMatchObject([{ code: 'SAVED_VIEW_ARGUMENTS_INVALID', field: ['input', 'arguments'] }]);
        expect(userErrors[0].message).toContain(`“${field}”`);
      }
  });

  it('of a filter that was withdrawn since are named when they are read, and stay as they were saved', async () => {
    const { id } = await save(officerA);
    const problems = async (): Promise<any> =>
      (await officerA.get('query ($id: ID!) { node(id: $id) { ... on SavedView { arguments problems { path message } } } }', { id })).node;
    expect((await problems()).problems).toEqual([]);
    const old = { filter: { state: ['DRAFT'], withdrawn: true }, orderBy: 'GONE' };
    const { app } = registry.registry;
    await app.get(Database).rows(`update saved_view set arguments = $2 where id = $1`, [rowId(id), old]);
    const read = await problems();
    expect(read.arguments).toEqual(old);
    expect(read.problems.map(({ path }: any) => path)).toEqual([['filter'], ['orderBy']]);
    expect(read.problems[0].message).toContain('withdrawn');
    expect(read.problems[1].message).toContain('GONE');
    const many = { filter: { state: Array.from({ length: 50 }, () => 'GONE') } };
    await app.get(Database).rows(`update saved_view set arguments = $2 where id = $1`, [rowId(id), many]);
    expect((await problems()).problems).toHaveLength(20);
  });
});

it('a name is used once by each account, and an account keeps two hundred views', async () => {
  const owner = await personWith(registry, 'collector', { role: 'reportingClient' });
  await save(owner, { name: 'Một tên' });
  await save(officerB, { name: 'Một tên' });
  const again = { name: ' Một tên ', lists: 'MODELS', arguments: '{}' };
  expect(codes(await run(owner, 'saveView', again))).toEqual(['SAVED_VIEW_NAME_TAKEN']);
  for (let i = 1; i < 200; i++) await save(owner);
  expect(codes(await run(owner, 'saveView', { ...again, name: 'Quá nhiều' }))).toEqual(['SAVED_VIEWS_TOO_MANY']);
});

it('an account’s views are in the trail, in their history, and in the printout of the data about its person', async () => {
  const { id } = await share(officerA, communeA, { name: 'Trong nhật ký' });
  await run(officerA, 'editView', { id, expectedVersion: 2, arguments: '{}' });
  const { node } = await officerA.get(
    'query ($id: ID!) { node(id: $id) { ... on SavedView { history { changes { field before after } } } } }',
    {
      id,
    },
  );
  expect(node.history[0].changes).toEqual([expect.objectContaining({ field: expect.stringContaining('arguments') })]);
  const { auditEntries } = await registry.as.auditor.get(
    'query ($id: ID!) { auditEntries(filter: { objectId: $id }) { nodes { action unit { id } } } }',
    { id },
  );
  expect(auditEntries.nodes).toEqual([
    { action: 'savedView.edited', unit: { id: communeA } },
    { action: 'savedView.shared', unit: { id: communeA } },
    { action: 'savedView.saved', unit: null },
  ]);
  const { app } = registry.registry;
  const linesOf = async (name: string, days: string): Promise<string[]> => {
    const { recordPerson } = await registry.as.boardStaff.get(
      'mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { person { id } } }',
      { input: { name, unitId: communeA } },
    );
    const personId = rowId(recordPerson.person.id);
    const link = `insert into account_person (id, account_id, person_id, validity) select gen_random_uuid(), id, $1, $2 from account where name = 'officer.a'`;
    await app.get(Database).rows(link, [personId, days]);
    return app
      .get(Database)
      .tx(systemActor('test'), async tx => tx.unchanged(await app.get(SavedViewPersonMentions).linesOf(tx, personId)));
  };
  expect(await linesOf('Cá nhân A', '[2020-01-01,)')).toContain('Trong nhật ký');
  // The account was that of somebody else before.
  expect(await linesOf('Cá nhân B', '[2018-01-01,2020-01-01)')).toEqual([]);
});
