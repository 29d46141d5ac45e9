import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import type { Role } from '../../src/platform/access/actor.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { givenPeople, delegate } from './given-people.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
const { headAndDeputy } = givenPeople(() => registry);
let province: string;
let communeA: string;
let communeB: string;
let board: string;
/** A model of each commune, the second one’s child, and one of B that A owns jointly. */
let own: string;
let other: string;
let child: string;
let joint: string;

const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const rowId = (id: string): string => fromGlobalId(id)!.id;
const at = (role: Role, unit: string): Promise<Asker> => askerWith(registry, role, { role, unitId: rowId(unit) });

beforeAll(async () => {
  registry = await openTestRegistry();
  province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  communeA = await units.establish({ name: 'Xã A', parentId: province });
  communeB = await units.establish({ name: 'Xã B', parentId: province });
  board = await units.establish({ name: 'Ban Dân vận', line: 'PARTY', kind: 'PARTY_BOARD', territoryId: province });
  await models.authority(province, board);
  own = await models.draft(communeA, { title: 'Dòng sông không rác' });
  other = await models.draft(communeB, { title: 'Dòng sông xanh' });
  child = await models.draft(communeB, { title: 'Dòng sông đoạn hai', parentId: other });
  joint = await models.draft(communeB, { title: 'Dòng sông chung', jointOwnerIds: [communeA] });
});
afterAll(() => registry.close());

const IDS = '{ models(first: 100) { totalCount nodes { id } } }';
const seenBy = async (asker: Asker): Promise<string[]> => {
  const { models: list } = await asker.get(IDS);
  expect(list.totalCount).toBe(list.nodes.length);
  return list.nodes.map(({ id }: { id: string }) => id);
};
const sorted = (...ids: string[]): string[] => ids.toSorted();

describe('who sees which models', () => {
  it('the unit, joint owners, and the units above', async () => {
    expect((await seenBy(await at('unitOfficer', communeA))).toSorted()).toEqual(sorted(own, joint));
    expect((await seenBy(await at('unitHead', communeB))).toSorted()).toEqual(sorted(other, child, joint));
    expect((await seenBy(await at('leader', province))).toSorted()).toEqual(sorted(own, other, child, joint));
    expect((await seenBy(registry.as.reader)).toSorted()).toEqual(sorted(own, other, child, joint));
  });

  it('the board that holds a file, from the day it does', async () => {
    const staff = await at('boardStaff', board);
    const sent = await models.draft(communeB, { title: 'Gửi lên' });
    expect(await seenBy(staff)).toEqual([]);
    await models.step('submitModels', sent);
    expect(await seenBy(staff)).toEqual([sent]);
    await models.step('withdrawModels', sent, { reason: 'Nhầm' });
  });

  it('the unit that a commune passed to as a whole', async () => {
    const [old, next] = [
      await units.establish({ name: 'Xã cũ', parentId: province }),
      await units.establish({ name: 'Xã mới', parentId: province }),
    ];
    const model = await models.draft(old);
    const officer = await at('unitOfficer', next);
    expect(await seenBy(officer)).toEqual([]);
    const { userErrors } = await units.apply({
      effective: '2025-07-01',
      changes: [{ merge: { unitIds: [old], intoId: next } }],
    });
    expect(userErrors).toEqual([]);
    expect(await seenBy(officer)).toEqual([model]);
  });
});

describe('a model outside is answered like one that does not exist', () => {
  const nothing = toGlobalId('EmulationModel', '01900000-0000-7000-8000-000000000000');
  /** The answer to each, without its id. */
  const bothWays = async (asker: Asker, query: string, variables: (id: string) => object): Promise<[string, string]> => {
    const answerTo = async (id: string): Promise<string> => {
      const { data, errors, status } = await asker.ask(query, variables(id) as Record<string, unknown>);
      return JSON.stringify({
        data,
        errors: errors?.map(({ message, extensions: { requestId: _requestId, ...rest } }) => ({ message, ...rest })),
        status,
      })
        .replaceAll(id, 'ID')
        .replaceAll(rowId(id), 'ID');
    };
    return [await answerTo(other), await answerTo(nothing)];
  };

  it.each([
    ['by its id', 'query ($id: ID!) { model(id: $id) { title } }'],
    ['as a node', 'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }'],
    ['as a filter by its children', 'query ($id: ID!) { models(filter: { parentId: $id }) { totalCount nodes { title } } }'],
    [
      'in what is searched',
      'query ($id: ID!) { node(id: $id) { id } search(filter: { text: "song xanh" }) { totalCount edges { matched } } }',
    ],
  ])('%s', async (_, query) => {
    const officer = await at('unitOfficer', communeA);
    const [foreign, none] = await bothWays(officer, query, id => ({ id }));
    expect(foreign).toBe(none);
  });

  it.each(['submitModels', 'withdrawModels', 'startModels', 'receiveModels', 'strengthenModels'])('to %s', async mutation => {
    const somebody = await askerWith(
      registry,
      'two roles',
      { role: 'unitHead', unitId: rowId(communeA) },
      { role: 'boardStaff', unitId: rowId(communeA) },
    );
    const query = `mutation ($input: StepModelsInput!) { ${mutation}(input: $input) { rows { model { id } userErrors { code message } } } }`;
    const [foreign, none] = await bothWays(somebody, query, id => ({ input: { models: [{ id }], reason: 'Theo quy chế' } }));
    expect(foreign).toBe(none);
    expect(foreign).toContain('MODEL_NOT_FOUND');
  });

  it('as a parent, as the original of a copy, and as the target of a merged duplicate', async () => {
    const officer = await at('unitOfficer', communeA);
    const draft = `mutation ($input: DraftModelInput!) { draftModel(input: $input) { model { id } userErrors { code message } } }`;
    for (const field of ['parentId', 'copyOfId']) {
      const [foreign, none] = await bothWays(officer, draft, id => ({
        input: { title: 'Mô hình', unitId: communeA, subjectKind: 'COLLECTIVE', [field]: id },
      }));
      expect(foreign).toBe(none);
      expect(foreign).toContain('"model":null');
    }
  });
});

describe('of other models', () => {
  it('a joint owner sees no child and no parent of another owner', async () => {
    const officer = await at('unitOfficer', communeA);
    const mine = await models.draft(communeA, { title: 'Con của xã B', parentId: other });
    const { model } = await officer.get('query ($id: ID!) { model(id: $id) { title parent { id } } }', { id: mine });
    expect(model).toEqual({ title: 'Con của xã B', parent: null });
    const { model: above } = await (
      await at('unitOfficer', communeB)
    ).get('query ($id: ID!) { model(id: $id) { childCount children { totalCount nodes { id } } } }', { id: other });
    expect(above).toEqual({ childCount: 1, children: { totalCount: 1, nodes: [{ id: child }] } });
    const trash = `mutation ($input: TrashModelInput!) { trashModel(input: $input) { userErrors { code } } }`;
    const input = { id: mine, expectedVersion: 1, reason: 'Xong' };
    expect((await registry.as.everyRole.get(trash, { input })).trashModel.userErrors).toEqual([]);
  });

  it('units are visible to all; of their models each caller sees their own', async () => {
    const query = 'query ($id: ID!) { unit(id: $id) { name models { totalCount nodes { id } } } }';
    const { unit } = await (await at('unitOfficer', communeA)).get(query, { id: communeB });
    expect(unit).toEqual({ name: 'Xã B', models: { totalCount: 1, nodes: [{ id: joint }] } });
  });

  it('search finds, counts and corrects only by models that the caller sees', async () => {
    const officer = await at('unitOfficer', communeA);
    const query = `query ($text: String!) { search(filter: { text: $text, types: [MODEL] }) {
      totalCount edges { matched node { ... on EmulationModel { id } } } facets { unit { values { count } } state { values { count } } } } }`;
    const { search } = await officer.get(query, { text: 'dong song' });
    expect(search.edges.map(({ node }: any) => node.id).toSorted()).toEqual(sorted(own, joint));
    expect(search.totalCount).toBe(2);
    expect(search.facets.unit.values.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(2);
    expect(search.facets.state.values.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(2);
    // “xanh” is in no title that the caller sees, so nothing is corrected to it.
    expect((await officer.get(query, { text: 'xamh' })).search.edges).toEqual([]);
    expect((await (await at('unitOfficer', communeB)).get(query, { text: 'xamh' })).search.edges).toHaveLength(1);
  });

  it('a typing error is corrected by what is visible on the registry’s day, whatever the database’s day', async () => {
    registry.setClock('2035-03-01T02:00:00Z');
    try {
      const id = await models.draft(communeB, { title: 'Vườn hoa thơm' });
      const query = `query ($text: String!) { search(filter: { text: $text, types: [MODEL] }) { nodes { ... on EmulationModel { id } } } }`;
      const found = async (unit: string): Promise<unknown> =>
        (await (await at('unitOfficer', unit)).get(query, { text: 'vuon hoa thomm' })).search.nodes;
      expect([await found(communeA), await found(communeB)]).toEqual([[], [{ id }]]);
    } finally {
      registry.setClock(undefined);
    }
  });

  it('likely duplicates are shown only among models that the caller sees', async () => {
    const query = `query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) { model { id } } }`;
    const input = { title: 'Dòng sông xanh', unitId: communeA };
    const ids = async (asker: Asker): Promise<string[]> =>
      (await asker.get(query, { input })).likelyDuplicates.map(({ model }: any) => model.id).toSorted();
    expect(await ids(registry.as.unitOfficer)).toContain(other);
    expect(await ids(await at('unitOfficer', communeA))).not.toContain(other);
  });
});

describe('what a unit was given in a round', () => {
  it('is shown to callers who may read the registry at that unit, and does not exist for others', async () => {
    const { launchMovement } = await registry.as.boardStaff.get(
      `mutation ($input: LaunchMovementInput!) { launchMovement(input: $input) { movement { id } userErrors { code message } } }`,
      { input: { name: 'Thi đua', launcherId: board, starts: '2026' } },
    );
    expect(launchMovement.userErrors).toEqual([]);
    const { openRegistrationRound } = await registry.as.boardStaff.get(
      `mutation ($input: OpenRegistrationRoundInput!) { openRegistrationRound(input: $input) { registrationRound { id } userErrors { code message } } }`,
      { input: { movementId: launchMovement.movement.id, unitId: province, name: 'Đợt 1', opensOn: '2026-01-01', closesOn: '2026-02-01' } },
    );
    expect(openRegistrationRound.userErrors).toEqual([]);
    const roundId = openRegistrationRound.registrationRound.id;
    for (const unitId of [communeA, communeB]) {
      const { assignTarget, extendRegistration } = await registry.as.boardStaff.get(
        `mutation ($target: AssignTargetInput!, $extension: ExtendRegistrationInput!) {
          assignTarget(input: $target) { userErrors { code message } } extendRegistration(input: $extension) { userErrors { code message } } }`,
        {
          target: { roundId, unitId, count: 2, basis: 'minh họa' },
          extension: { roundId, unitId, closesOn: '2026-03-01', reason: 'Bão lũ' },
        },
      );
      expect([...assignTarget.userErrors, ...extendRegistration.userErrors]).toEqual([]);
    }
    const query = `{ registrationRounds { nodes { targets { totalCount nodes { id unit { name } } } extensions { totalCount nodes { id unit { name } } } } } }`;
    const shown = async (asker: Asker): Promise<any> => (await asker.get(query)).registrationRounds.nodes[0];
    const mine = await shown(await at('unitOfficer', communeA));
    const names = (page: any): string[] => page.nodes.map(({ unit }: any) => unit.name);
    expect([mine.targets, mine.extensions].map(names)).toEqual([['Xã A'], ['Xã A']]);
    expect([mine.targets, mine.extensions].map(({ totalCount }: any) => totalCount)).toEqual([1, 1]);
    const all = await shown(registry.as.boardStaff);
    expect(names(all.targets)).toEqual(['Xã A', 'Xã B']);
    const foreign = all.extensions.nodes.find(({ unit }: any) => unit.name === 'Xã B').id;
    const withdraw = await (
      await at('boardStaff', communeA)
    ).ask(`mutation ($input: WithdrawExtensionInput!) { withdrawExtension(input: $input) { userErrors { code } } }`, {
      input: { id: foreign, expectedVersion: 1, reason: 'Thử' },
    });
    expect(withdraw.errors?.map(({ extensions }) => extensions.code)).toEqual(['REGISTRATION_EXTENSION_NOT_FOUND']);
  });
});

describe('the audit trail and the grants', () => {
  it('are shown for the units that the right to read them reaches', async () => {
    const auditor = await at('auditor', communeB);
    const { auditEntries } = await auditor.get('{ auditEntries(first: 100) { totalCount nodes { objectId } } }');
    const about = auditEntries.nodes.map((entry: any) => entry.objectId);
    expect(about).toContain(other);
    expect(about).not.toContain(own);
    const { grants } = await auditor.get('{ grants(first: 100) { nodes { unit { name } } } }');
    expect(new Set(grants.nodes.map((grant: any) => grant.unit.name))).toEqual(new Set(['Xã B']));
  });

  it('and one’s own grant, with its delegations, is shown to oneself', async () => {
    const { head, deputy, grant } = await headAndDeputy('LEADER', communeA);
    const delegation = (await delegate(head.browser, grant.id, deputy)).grant;
    const ids = async (asker: Pick<Asker, 'ask'>): Promise<string[]> =>
      (await asker.ask('{ grants { nodes { id } } }')).data.grants.nodes.map(({ id }: { id: string }) => id).toSorted();
    expect(await ids(head.browser)).toEqual(sorted(grant.id, delegation.id));
    expect(await ids(deputy.browser)).toEqual([delegation.id]);
    expect((await head.browser.ask('{ grants(filter: { unitId: "' + communeB + '" }) { totalCount } }')).data.grants.totalCount).toBe(0);
  });
});
