import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import type { Role } from '../../src/platform/access/actor.js';
import { UnitScope } from '../../src/platform/access/unit-scope.port.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenServedTerritories } from '../units/given-served-territories.js';
import { codes, delegate, draft, givenPeople, later, run, type Person } from './given-people.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const served = givenServedTerritories(() => registry);
const { headAndDeputy, person } = givenPeople(() => registry);

/** A district with two communes, its Party committee and the board of the committee; made anew for each test. */
let district: string;
let communeA: string;
let communeB: string;
let committee: string;
let board: string;
let model: string;
let made = 0;

beforeAll(async () => {
  registry = await openTestRegistry();
});
afterAll(() => registry.close());

beforeEach(async () => {
  const of = ` ${++made}`;
  const province = await units.establish({ name: `Tỉnh P${of}`, kind: 'TINH' });
  district = await units.establish({ name: `Huyện P${of}`, kind: 'HUYEN', parentId: province });
  communeA = await units.establish({ name: `Xã A${of}`, parentId: district });
  communeB = await units.establish({ name: `Xã B${of}`, parentId: district });
  committee = await units.establish({ name: `Huyện ủy${of}`, line: 'PARTY', kind: 'PARTY_COMMITTEE', territoryId: province });
  board = await units.establish({ name: `Ban Dân vận Huyện ủy${of}`, line: 'PARTY', kind: 'PARTY_BOARD', parentId: committee });
  model = await models.draft(communeA);
});

const rowId = (id: string): string => fromGlobalId(id)!.id;
const at = (role: Role, unit: string, line: 'PARTY' | 'TERRITORY' | null = null): Promise<Asker> =>
  askerWith(registry, role, { role, unitId: rowId(unit), line });
const sees = async (asker: Pick<Asker, 'get'>, id = model): Promise<boolean> =>
  (await asker.get('query ($id: ID!) { model(id: $id) { id } }', { id })).model !== null;
const listed = async (asker: Pick<Asker, 'get'>): Promise<string[]> =>
  (await asker.get('{ models(filter: { state: DRAFT }) { nodes { id } } }')).models.nodes.map(({ id }: { id: string }) => id);
const code = async (asker: Pick<Asker, 'ask'>, unitId: string): Promise<string> => (await draft(asker, unitId)).code ?? 'ok';

describe('a right at an organisation that works for a territory', () => {
  it('reaches what lies in the territory: in things, lists and commands; without that it reaches the organisation alone', async () => {
    const officer = await at('unitOfficer', board);
    expect([await sees(officer), await listed(officer), await code(officer, communeA)]).toEqual([false, [], 'OUT_OF_REACH']);
    await served.serves(board, district);
    expect([await sees(officer), await listed(officer), await code(officer, communeA)]).toEqual([true, [model], 'ok']);
    expect(await code(officer, board)).toBe('ok');
  });

  it('reaches no more than the territory, and a right at the committee above the organisation reaches as far as before', async () => {
    await served.serves(board, communeA);
    const officer = await at('unitOfficer', board);
    expect([await code(officer, communeA), await code(officer, communeB), await code(officer, district)]).toEqual([
      'ok',
      'OUT_OF_REACH',
      'OUT_OF_REACH',
    ]);
    expect(await sees(await at('unitOfficer', committee))).toBe(false);
  });

  it('reaches only units of its line, where it is given for one', async () => {
    await served.serves(board, district);
    const cell = await units.establish({ name: `Chi bộ ${made}`, line: 'PARTY', kind: 'PARTY_CELL', territoryId: communeA });
    const officer = await at('unitOfficer', board, 'PARTY');
    expect([await code(officer, cell), await code(officer, communeA), await sees(officer)]).toEqual(['ok', 'OUT_OF_REACH', false]);
  });

  it('reaches it on the days of the assignment alone', async () => {
    const staff = await at('boardStaff', board);
    await served.serves(board, district, { validFrom: '2001-01-01', validTo: later(-1) });
    await served.serves(board, district, { validFrom: later(1) });
    expect(await sees(staff)).toBe(false);
    registry.setClock(`${later(1)}T03:00:00Z`);
    // What is cached ends within seconds.
    registry.registry.app.get(UnitScope).changed();
    expect(await sees(staff)).toBe(true);
    registry.setClock(undefined);
  });

  it('no longer reaches it when the assignment has ended or was a mistake, at once', async () => {
    const staff = await at('boardStaff', board);
    const first = await served.serves(board, district);
    expect(await sees(staff)).toBe(true);
    expect((await served.end(first, later(-1))).userErrors).toEqual([]);
    expect(await sees(staff)).toBe(false);
    const second = await served.serves(board, district, { validFrom: later(0) });
    expect(await sees(staff)).toBe(true);
    expect((await served.remove(second)).userErrors).toEqual([]);
    expect(await sees(staff)).toBe(false);
  });

  it('is told of the steps that wait there', async () => {
    const officer = await at('unitOfficer', board);
    const waiting = async (): Promise<string[]> =>
      (
        await officer.get('{ waitingForMe(filter: { step: [SUBMIT] }) { edges { node { ... on EmulationModel { id } } } } }')
      ).waitingForMe.edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(await waiting()).toEqual([]);
    await served.serves(board, district);
    expect(await waiting()).toEqual([model]);
  });

  it('is delegated with its territory', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', board);
    expect((await delegate(head.browser, grant.id, deputy)).userErrors).toEqual([]);
    expect(await code(deputy.browser, communeA)).toBe('OUT_OF_REACH');
    await served.serves(board, district);
    expect([await sees(deputy.browser), await code(deputy.browser, communeA)]).toEqual([true, 'ok']);
  });
});

describe('through a reorganisation', () => {
  const happens = async (...changes: object[]): Promise<void> => {
    expect((await units.apply({ effective: '2026-01-01', changes })).userErrors).toEqual([]);
  };

  it('an organisation that passes as a whole to another hands on its territories, to old and new rights', async () => {
    await served.serves(board, district);
    const heir = await units.establish({
      name: `Ban Tuyên giáo và Dân vận ${made}`,
      line: 'PARTY',
      kind: 'PARTY_BOARD',
      territoryId: district,
    });
    const [before, after] = [await at('boardStaff', board), await at('boardStaff', heir)];
    expect([await sees(before), await sees(after)]).toEqual([true, false]);
    await happens({ merge: { unitIds: [board], intoId: heir } });
    expect([await sees(before), await sees(after)]).toEqual([true, true]);
  });

  it('a territory that passes as a whole to another is served as that one', async () => {
    await served.serves(board, communeB);
    const staff = await at('boardStaff', board);
    expect(await sees(staff)).toBe(false);
    await happens({ merge: { unitIds: [communeB], intoId: communeA } });
    expect(await sees(staff)).toBe(true);
  });

  it('an organisation or a territory that ends otherwise ends the assignment with it', async () => {
    await served.serves(board, communeB);
    const inB = await models.draft(communeB);
    const staff = await at('boardStaff', board);
    expect(await sees(staff, inB)).toBe(true);
    await happens({ dissolve: { unitId: communeB } });
    expect(await sees(staff, inB)).toBe(false);
    await served.serves(board, district);
    expect(await sees(staff)).toBe(true);
    await happens({ dissolve: { unitId: board } });
    expect(await sees(staff)).toBe(false);
  });
});

describe('a client that follows the changes', () => {
  const ASK = `query ($after: String) { changes(after: $after, types: ["EmulationModel", "Unit"]) { changes { kind id types unitId } cursor } }`;

  it('reads the organisation and its territory again when the territory is given and when it is ended', async () => {
    const follower = await at('reportingClient', board);
    const changesAfter = async (after?: string): Promise<any> => {
      await registry.registry.app.get(AuditSealer).sealAll();
      let page = (await follower.get(ASK, { after })).changes;
      if (after !== undefined) return page;
      while (page.changes.length > 0) page = (await follower.get(ASK, { after: page.cursor })).changes;
      return page;
    };
    const { cursor } = await changesAfter();
    const assignment = await served.serves(board, district);
    const resync = (unitId: string): object => ({ kind: 'RESYNC', id: null, types: ['EmulationModel'], unitId });
    const given = await changesAfter(cursor);
    const seen = [resync(board), resync(district), { kind: 'CHANGED', id: board, types: [], unitId: null }];
    expect(given.changes).toEqual(expect.arrayContaining(seen));
    await served.end(assignment, later(-1));
    expect((await changesAfter(given.cursor)).changes).toEqual(expect.arrayContaining(seen));
  });
});

describe('who gives a right at an organisation', () => {
  it('has one that reaches its territories, too; to end it, a right at the organisation is enough', async () => {
    const [{ head }, holder] = [await headAndDeputy('UNIT_HEAD', committee), await person()];
    const give = (): Promise<any> =>
      head.browser.ask('mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { grant { id version } userErrors { code } } }', {
        input: { holderId: holder.id, role: 'UNIT_OFFICER', unitId: board, reason: 'Phân công' },
      });
    const { grant } = (await give()).data.giveGrant;
    await served.serves(board, district);
    const { endGrant } = await head.browser.get(
      'mutation ($input: EndGrantInput!) { endGrant(input: $input) { grant { inForce } userErrors { code } } }',
      { input: { id: grant.id, expectedVersion: grant.version, reason: 'Thôi việc' } },
    );
    expect(endGrant).toEqual({ grant: { inForce: false }, userErrors: [] });
    expect((await give()).errors?.[0]?.extensions.code).toBe('GRANT_BEYOND_OWN');
  });

  it('has one that reaches the territories that it will work for, too, unless the right is one at the organisation itself', async () => {
    await served.serves(board, district, { validFrom: later(1) });
    const give = async (by: Person, unitId: string): Promise<string[] | undefined> => {
      const answer = await run(by.browser, 'giveGrant', 'GiveGrantInput', {
        holderId: (await person()).id,
        role: 'UNIT_OFFICER',
        unitId,
        reason: 'Phân công',
      });
      return answer.code ?? codes(answer);
    };
    const above = (await headAndDeputy('UNIT_HEAD', committee)).head;
    expect([await give(above, committee), await give(above, board)]).toEqual([[], 'GRANT_BEYOND_OWN']);
    expect(await give((await headAndDeputy('UNIT_HEAD', board)).head, board)).toEqual([]);
  });
});

describe('who gives a territory to an organisation', () => {
  it('may change all that rights at it come to reach there, of every line', async () => {
    const of = (unit: string, line: 'PARTY' | 'TERRITORY' | null) => ({ role: 'administrator' as const, unitId: rowId(unit), line });
    await units.establish({ name: `Chi bộ ${made}`, line: 'PARTY', kind: 'PARTY_CELL', territoryId: communeA });
    const ofLines = await askerWith(registry, 'ofLines', of(board, 'PARTY'), of(district, 'TERRITORY'));
    const refused = await run(ofLines, 'recordServedTerritory', 'RecordServedTerritoryInput', {
      bodyId: board,
      territoryId: district,
      validFrom: '2000-01-01',
      basis: 'Quy chế làm việc',
    });
    expect(refused.code).toBe('OUT_OF_REACH');
    const ofAll = await askerWith(registry, 'ofAll', of(board, 'PARTY'), of(district, null));
    expect((await served.record({ bodyId: board, territoryId: district }, ofAll)).userErrors).toEqual([]);
    const heir = await units.establish({ name: `Ban Tuyên giáo ${made}`, line: 'PARTY', kind: 'PARTY_BOARD', parentId: committee });
    const merging = { effective: '2026-01-01', changes: [{ merge: { unitIds: [board], intoId: heir } }] };
    const merge = async (...grants: ReturnType<typeof of>[]): Promise<string[] | string> => {
      const answer = await run(await askerWith(registry, 'merging', ...grants), 'applyUnitEvent', 'ApplyUnitEventInput', merging);
      return answer.code ?? codes(answer);
    };
    expect(await merge(of(committee, 'PARTY'), of(district, 'TERRITORY'))).toBe('OUT_OF_REACH');
    expect(await merge(of(committee, 'PARTY'), of(district, null))).toEqual([]);
  });
});
