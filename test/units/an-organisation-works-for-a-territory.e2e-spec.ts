import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenUnits } from '../support/given-units.js';
import { personWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenServedTerritories, type ServedAnswer } from './given-served-territories.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
const served = givenServedTerritories(() => registry);
let district: string;
let commune: string;
let committee: string;

beforeAll(async () => {
  registry = await openTestRegistry();
  const province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  district = await units.establish({ name: 'Huyện A', kind: 'HUYEN', parentId: province });
  commune = await units.establish({ name: 'Xã A', parentId: district });
  committee = await units.establish({ name: 'Huyện ủy A', line: 'PARTY', kind: 'PARTY_COMMITTEE', territoryId: district });
});
afterAll(() => registry.close());

let made = 0;
const board = (more: object = {}): Promise<string> =>
  units.establish({ name: `Ban Dân vận ${++made}`, line: 'PARTY', kind: 'PARTY_BOARD', parentId: committee, ...more });
const refusals = ({ userErrors }: ServedAnswer): string[] => userErrors.map(({ code, field }) => `${code} ${field.slice(1).join('.')}`);

describe('a territory that an organisation works for', () => {
  it('is shown with both units, from a day to a day and with its basis, and the trail has who said so and why', async () => {
    const body = await board();
    const assignment = await served.serves(body, district, { validFrom: '2021-01-01', basis: 'Quyết định 12-QĐ/HU' });
    await served.end(assignment, '2025-06-30');
    const shown = await registry.as.reader.get(
      `query ($body: ID!, $territory: ID!) { body: unit(id: $body) { servedTerritories { territory { name } validFrom validTo basis version } servedBy { id } }
        territory: unit(id: $territory) { servedTerritories { id } servedBy { body { id } validTo } } }`,
      { body, territory: district },
    );
    const days = { validFrom: '2021-01-01', validTo: '2025-06-30', basis: 'Quyết định 12-QĐ/HU', version: 2 };
    expect(shown).toEqual({
      body: { servedTerritories: [{ territory: { name: 'Huyện A' }, ...days }], servedBy: [] },
      territory: { servedTerritories: [], servedBy: [{ body: { id: body }, validTo: '2025-06-30' }] },
    });
    const { auditEntries } = await registry.as.auditor.get(
      `query ($id: ID!) { auditEntries(filter: { objectId: $id }) { nodes { action reason changes { field before after } } } }`,
      { id: body },
    );
    expect(auditEntries.nodes.map(({ action, reason }: any) => [action, reason])).toEqual([
      ['unit.servedTerritoryEnded', 'Thay đổi phân công'],
      ['unit.servedTerritoryRecorded', null],
    ]);
    expect(auditEntries.nodes[1].changes).toContainEqual({ field: 'territoryId', before: null, after: district });
  });

  it('is one of several, and later the same one again', async () => {
    const body = await board();
    await served.serves(body, district, { validFrom: '2021-01-01', validTo: '2021-12-31' });
    await served.serves(body, commune, { validFrom: '2021-06-01' });
    await served.serves(body, district, { validFrom: '2022-01-01' });
    const { unit } = await registry.as.reader.get('query ($id: ID!) { unit(id: $id) { servedTerritories { validFrom } } }', { id: body });
    expect(unit.servedTerritories.map(({ validFrom }: any) => validFrom)).toEqual(['2021-01-01', '2021-06-01', '2022-01-01']);
  });

  it('prevents that the organisation is removed by an undo, and an event on it names the assignment', async () => {
    const { unitEvent } = await units.apply({
      effective: '2000-01-01',
      changes: [{ establish: { line: 'PARTY', kind: 'PARTY_BOARD', name: 'Ban Tổ chức', parentId: committee } }],
    });
    const body = await units.find('Ban Tổ chức');
    await served.serves(body, district);
    const { undoUnitEvent } = await registry.as.administrator.get(
      'mutation ($input: UndoUnitEventInput!) { undoUnitEvent(input: $input) { userErrors { code message } } }',
      { input: { id: unitEvent!.id, expectedVersion: 1, reason: 'Nhầm' } },
    );
    expect(undoUnitEvent.userErrors).toMatchObject([{ code: 'UNIT_EVENT_HAS_DEPENDENTS' }]);
    expect(undoUnitEvent.userErrors[0].message).toContain('1 lần giao địa bàn phụ trách');
    const { previewUnitEvent } = await registry.as.administrator.get(
      'query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { dependents { label count } } }',
      { input: { effective: '2026-01-01', changes: [{ dissolve: { unitId: body } }] } },
    );
    expect(previewUnitEvent.dependents).toContainEqual({ label: 'lần giao địa bàn phụ trách', count: 1 });
  });
});

describe('is refused', () => {
  it('for what is no organisation, no administrative unit, or no unit', async () => {
    const body = await board();
    expect(refusals(await served.record({ bodyId: commune, territoryId: district }))).toEqual(['SERVED_BODY_IS_TERRITORY bodyId']);
    expect(refusals(await served.record({ bodyId: body, territoryId: committee }))).toEqual(['SERVED_UNIT_IS_NO_TERRITORY territoryId']);
    expect(refusals(await served.record({ bodyId: body, territoryId: body }))).toEqual(['SERVED_UNIT_IS_NO_TERRITORY territoryId']);
    const nothing = Buffer.from('Unit:01900000-0000-7000-8000-000000000000').toString('base64url');
    const { errors } = await registry.as.administrator.ask(
      'mutation ($input: RecordServedTerritoryInput!) { recordServedTerritory(input: $input) { userErrors { code } } }',
      { input: { bodyId: nothing, territoryId: district, validFrom: '2021-01-01', basis: 'Thử' } },
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNIT_NOT_FOUND']);
  });

  it('on days on which one of them is not in force, and beyond an end that is known', async () => {
    const [body, gone] = [await board(), await board()];
    const old = await units.establish({ name: 'Cũ', parentId: district });
    await units.apply({ effective: '2025-01-01', changes: [{ dissolve: { unitId: gone } }, { dissolve: { unitId: old } }] });
    const days = { validFrom: '2026-01-01' };
    expect(refusals(await served.record({ bodyId: gone, territoryId: old, ...days }))).toEqual([
      'UNIT_NOT_IN_FORCE bodyId',
      'UNIT_NOT_IN_FORCE territoryId',
    ]);
    expect(refusals(await served.record({ bodyId: body, territoryId: district, validFrom: '1999-12-31' }))).toEqual([
      'UNIT_NOT_IN_FORCE bodyId',
      'UNIT_NOT_IN_FORCE territoryId',
    ]);
    const open = await served.record({ bodyId: body, territoryId: old, validFrom: '2020-01-01' });
    expect(refusals(open)).toEqual(['SERVED_BEYOND_LIFE validTo']);
    expect(open.userErrors[0]!.message).toContain('“Xã Cũ” kết thúc ngày 31/12/2024');
    const past = await served.serves(body, old, { validFrom: '2020-01-01', validTo: '2024-12-31' });
    expect(refusals(await served.end(past, '2025-01-01'))).toEqual(['UNIT_NOT_IN_FORCE validTo']);
  });

  it('for days that another assignment has, and backwards', async () => {
    const body = await board();
    const first = await served.serves(body, district, { validFrom: '2021-01-01', validTo: '2021-12-31' });
    const again = await served.record({ bodyId: body, territoryId: district, validFrom: '2021-12-31' });
    expect(refusals(again)).toEqual(['SERVED_ALREADY territoryId']);
    expect(again.userErrors[0]!.message).toContain('(từ 1/1/2021 đến 31/12/2021)');
    await served.serves(body, district, { validFrom: '2022-01-01' });
    expect(refusals(await served.end(first, '2022-01-01'))).toEqual(['SERVED_ALREADY validTo']);
    expect(refusals(await served.end(first, '2020-12-31'))).toEqual(['SERVED_BACKWARDS validTo']);
    const backwards = { bodyId: body, territoryId: commune, validFrom: '2021-01-01', validTo: '2020-12-31' };
    expect(refusals(await served.record(backwards))).toEqual(['SERVED_BACKWARDS validTo']);
  });

  it('for a version that is no longer the last', async () => {
    const assignment = await served.serves(await board(), district, { validFrom: '2021-01-01' });
    await served.end(assignment, '2025-01-01');
    expect((await served.end(assignment, '2025-02-01')).userErrors[0]!.code).toBe('STALE_VERSION');
    expect((await served.remove(assignment)).userErrors[0]!.code).toBe('STALE_VERSION');
  });

  describe('together with an event that passes it on to rights elsewhere', () => {
    const at = (unit: string): Promise<Asker> =>
      personWith(registry, `quan.tri.${++made}`, { role: 'administrator' as const, unitId: fromGlobalId(unit)!.id });
    const command = async (by: Asker, name: string, input: object): Promise<string> => {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
      const { data, errors } = await by.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`, { input });
      return errors?.[0]?.extensions.code ?? data[name].userErrors[0]?.code ?? 'ok';
    };
    const apply = (by: Asker, change: object, effective: string | null = '2026-01-01'): Promise<string> =>
      command(by, 'applyUnitEvent', { effective, note: 'Thử', changes: [change] });
    const merge = (by: Asker, unitIds: string[], intoId: string): Promise<string> => apply(by, { merge: { unitIds, intoId } });

    it('to those who do not reach the territory', async () => {
      const [serving, other] = [await board(), await board()];
      await served.serves(serving, district);
      const ofCommittee = await at(committee);
      expect(await merge(ofCommittee, [other], serving)).toBe('OUT_OF_REACH');
      expect(await merge(ofCommittee, [serving], other)).toBe('OUT_OF_REACH');
      expect(await merge(ofCommittee, [await board()], await board())).toBe('ok');
      expect(await merge(await at(district), [other], serving)).toBe('ok');
    });

    it('by way of an organisation that has passed to the one that works for it', async () => {
      const [unit, wrong, right, last] = [await board(), await board(), await board(), await board()];
      const all = registry.as.administrator;
      expect(await apply(all, { merge: { unitIds: [unit], intoId: wrong } }, '2024-01-01')).toBe('ok');
      expect(await merge(all, [right], last)).toBe('ok');
      await served.serves(last, district);
      const { unit: read } = await all.get('query ($id: ID!) { unit(id: $id) { version } }', { id: unit });
      const change = { unitId: unit, on: '2024-01-01', expectedVersion: read.version, successors: [{ unitId: right, whole: true }] };
      expect(await apply(await at(committee), { correctSuccession: change }, null)).toBe('OUT_OF_REACH');
      expect(await apply(await at(district), { correctSuccession: change }, null)).toBe('ok');
    });

    it('by the undo of its end', async () => {
      const serving = await board();
      await served.serves(serving, district);
      const { unitEvent } = await units.apply({ effective: '2026-01-01', changes: [{ dissolve: { unitId: serving } }] });
      const undo = async (by: Asker): Promise<string> =>
        command(by, 'undoUnitEvent', { id: unitEvent!.id, expectedVersion: 1, reason: 'Nhầm' });
      expect(await undo(await at(committee))).toBe('OUT_OF_REACH');
      expect(await undo(await at(district))).toBe('ok');
    });
  });

  it('to those who may change only one of the two units: nobody widens a right beyond their own', async () => {
    const body = await board({ parentId: null, territoryId: commune });
    const at = (...places: string[]): Promise<Asker> =>
      personWith(
        registry,
        `quan.tri.${++made}`,
        ...places.map(unit => ({ role: 'administrator' as const, unitId: fromGlobalId(unit)!.id })),
      );
    const document = 'mutation ($input: RecordServedTerritoryInput!) { recordServedTerritory(input: $input) { userErrors { code } } }';
    const answer = async (by: Asker): Promise<string> => {
      const { data, errors } = await by.ask(document, {
        input: { bodyId: body, territoryId: district, validFrom: '2021-01-01', basis: 'Thử' },
      });
      return errors?.[0]?.extensions.code ?? data.recordServedTerritory.userErrors[0]?.code ?? 'ok';
    };
    expect(await answer(await at(commune))).toBe('OUT_OF_REACH');
    expect(await answer(await at(committee))).toBe('OUT_OF_REACH');
    expect(await answer(registry.as.boardStaff)).toBe('FORBIDDEN');
    expect(await answer(await at(district))).toBe('ok');
  });
});
