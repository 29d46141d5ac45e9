import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenUnits, type UnitEventResult } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const given = givenUnits(() => registry);
let number = 0;
const born = async (name: string, more: object = {}): Promise<{ id: string; version: number }> => {
  const id = await given.establish({ name, ...more });
  return { id, version: await versionOf(id) };
};
const versionOf = async (id: string): Promise<number> =>
  (await registry.as.reader.get('query ($id: ID!) { node(id: $id) { ... on Unit { version } } }', { id })).node.version;
const correct = (id: string, expectedVersion: number, right: object, more: object = {}): Promise<UnitEventResult> =>
  given.apply({ note: 'Gõ nhầm', changes: [{ correct: { unitId: id, on: '2005-01-01', expectedVersion, ...right } }], ...more });
const codes = ({ userErrors }: UnitEventResult): [string, string][] => userErrors.map(({ code, field }) => [code, field.join('.')]);
/** The names of the unit over time, as its history shows them. */
const namesOf = async (id: string): Promise<string[]> => {
  const on = async (asOf: string): Promise<string> =>
    (await registry.as.reader.get('query ($id: ID!, $asOf: LocalDate) { unit(id: $id, asOf: $asOf) { name } }', { id, asOf })).unit.name;
  return [await on('2001-01-01'), await on('2015-01-01'), await on('2026-01-01')];
};
const undo = async (id: string): Promise<string[]> => {
  const { undoUnitEvent } = await registry.as.administrator.get(
    `mutation ($input: UndoUnitEventInput!) { undoUnitEvent(input: $input) { userErrors { code } } }`,
    { input: { id, expectedVersion: 1, reason: 'Thử' } },
  );
  return undoUnitEvent.userErrors.map(({ code }: { code: string }) => code);
};

describe('a misprinted name', () => {
  it('was always right once it is corrected: on every day, in searches and in paths', async () => {
    const { id, version } = await born('Quế Hiêp Một');
    expect(codes(await correct(id, version, { name: 'Quế Hiệp Một' }))).toEqual([]);
    expect(await namesOf(id)).toEqual(['Quế Hiệp Một', 'Quế Hiệp Một', 'Quế Hiệp Một']);
    expect(await versionOf(id)).toBe(version + 1);
    expect([await given.find('Quế Hiêp Một'), await given.find('Quế Hiệp Một')]).toEqual([undefined, id]);
    const { unit } = await registry.as.reader.get('query ($id: ID!) { unit(id: $id) { history { name } } }', { id });
    expect(unit.history).toEqual([{ name: 'Quế Hiệp Một' }]);
  });

  it('that was mended by a renaming is one name again, and the undo restores every row exactly', async () => {
    const { id } = await born('Quế Hiêp Hai');
    const renamed = await given.apply({ effective: '2010-01-01', changes: [{ rename: { unitId: id, name: 'Quế Hiệp Hai' } }] });
    const before = await given.rows();
    const done = await correct(id, await versionOf(id), { name: 'Quế Hiệp Hai' });
    expect(codes(done)).toEqual([]);
    expect(await namesOf(id)).toEqual(['Quế Hiệp Hai', 'Quế Hiệp Hai', 'Quế Hiệp Hai']);
    expect(await undo(renamed.unitEvent!.id)).toEqual(['UNIT_EVENT_HAS_LATER_CHANGES']);
    expect(await undo(done.unitEvent!.id)).toEqual([]);
    expect(await given.rows()).toBe(before);
    expect(await undo(renamed.unitEvent!.id)).toEqual([]);
  });

  it('leaves a name that the unit really had at another time', async () => {
    const { id } = await born('Quế Hiêp Ba');
    await given.apply({ effective: '2010-01-01', changes: [{ rename: { unitId: id, name: 'Quế Sơn Trung Ba' } }] });
    expect(codes(await correct(id, await versionOf(id), { name: 'Quế Hiệp Ba' }))).toEqual([]);
    expect(await namesOf(id)).toEqual(['Quế Hiệp Ba', 'Quế Sơn Trung Ba', 'Quế Sơn Trung Ba']);
  });
});

it('a kind and a code are corrected alike, and the event says what was corrected and why', async () => {
  const { id, version } = await born('Đông Phú', { code: '00001' });
  const { unitEvent, userErrors } = await correct(id, version, { kind: 'THI_TRAN', code: '20641' });
  expect(userErrors).toEqual([]);
  const { unit } = await registry.as.reader.get('query ($id: ID!) { unit(id: $id, asOf: "2001-01-01") { fullName code } }', { id });
  expect(unit).toEqual({ fullName: 'Thị trấn Đông Phú', code: '20641' });
  const event = await registry.as.reader.get('query ($id: ID!) { unitEvent(id: $id) { effective note summary { effect count } } }', {
    id: unitEvent!.id,
  });
  expect(event.unitEvent).toEqual({ effective: null, note: 'Gõ nhầm', summary: [{ effect: 'CORRECTED', count: 1 }] });
});

describe('a correction is refused', () => {
  const refused = async (right: object, more: object = {}, version?: number): Promise<[string, string][]> => {
    const unit = await born(`Xã thử ${++number}`, { code: `9${number}` });
    const before = await given.rows();
    const errors = codes(await correct(unit.id, version ?? unit.version, right, more));
    expect(await given.rows()).toBe(before);
    return errors;
  };

  it('without a reason, with a day of effect, from an old version, or where it changes nothing', async () => {
    expect(await refused({ name: 'X' }, { note: null })).toEqual([['UNIT_CORRECTION_NEEDS_REASON', 'input.changes.0.correct']]);
    expect(await refused({ name: 'X' }, { effective: '2020-01-01' })).toEqual([['UNIT_CORRECTION_WITHOUT_DAY', 'input.changes.0.correct']]);
    expect((await refused({ name: 'X' }, {}, 7)).map(([code]) => code)).toEqual(['STALE_VERSION']);
    expect((await refused({})).map(([code]) => code)).toEqual(['UNIT_EVENT_EMPTY']);
  });

  it('to what no unit may have: a kind of another line, a code that another unit has', async () => {
    await born('Xã có mã', { code: '77777' });
    expect(await refused({ kind: 'UBND' })).toEqual([['UNIT_KIND_OF_OTHER_LINE', 'input.changes.0.correct.kind']]);
    expect((await refused({ code: '77777' })).map(([code]) => code)).toEqual(['UNIT_CODE_TAKEN']);
  });

  it('on a day on which the unit was not in force', async () => {
    expect((await refused({ name: 'X', on: '1990-01-01' })).map(([code]) => code)).toEqual(['UNIT_NOT_IN_FORCE']);
  });
});
