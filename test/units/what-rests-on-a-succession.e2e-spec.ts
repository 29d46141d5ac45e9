import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { end, givenPeople, run, type GivenRight } from '../access/given-people.js';
import { openTestRegistry, personWith, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenServedTerritories } from './given-served-territories.js';
import { givenSuccessions } from './given-successions.js';

let administrators = 0;
let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());
const { units, models, heirsOf, happens, correct, preview, undo, isSound } = givenSuccessions(() => registry);
const people = givenPeople(() => registry);

let number = 0;
let province: string;
const commune = async (letter: string): Promise<string> => units.establish({ name: `Đồng ${letter}${number}`, parentId: province });
beforeEach(async () => {
  number++;
  province = await units.establish({ name: `Tỉnh số ${number}`, kind: 'TINH' });
});

/** The reason against the correction, after checking that its preview gives the same and that nothing is written. */
const refusalOf = async (unitId: string, right: string): Promise<string> => {
  const { unit } = await registry.as.reader.get('query ($id: ID!) { unit(id: $id) { version } }', { id: unitId });
  const change = { unitId, on: '2025-07-01', expectedVersion: unit.version, successors: [{ unitId: right, whole: true }] };
  const before = await units.rows();
  const { problems } = await preview({ note: 'Ghi nhầm', changes: [{ correctSuccession: change }] });
  const { userErrors } = await correct(unitId, [[right, true]]);
  expect(await units.rows()).toBe(before);
  expect(problems).toEqual(userErrors.map(({ code, message }) => ({ code, message })));
  expect(userErrors.map(({ code, field }) => [code, field.join('.')])).toEqual([
    ['UNIT_SUCCESSION_RESTED_ON', 'input.changes.0.correctSuccession'],
  ]);
  return userErrors[0]!.message;
};
const isCorrected = async (unitId: string, right: string): Promise<void> => {
  expect((await correct(unitId, [[right, true]])).userErrors).toEqual([]);
  await isSound();
};
const later = async (effective: string, change: object, note = 'Biến động sau'): Promise<string> => {
  const { unitEvent, userErrors } = await units.apply({ effective, changes: [change], note });
  expect(userErrors).toEqual([]);
  return unitEvent!.id;
};

describe('a commune passed wholly to the wrong one, and its UBND followed', () => {
  let [A, X, Y, office] = ['', '', '', ''];
  const territories = async (): Promise<string[]> => {
    const { unit } = await registry.as.reader.get('query ($id: ID!) { unit(id: $id) { history { territory { name } } } }', { id: office });
    return unit.history.map((span: any) => span.territory.name);
  };
  beforeEach(async () => {
    [A, X, Y] = [await commune('A'), await commune('X'), await commune('Y')];
    office = await units.establish({ name: `UBND Đồng A${number}`, line: 'STATE', kind: 'UBND', territoryId: A });
    await happens({ merge: { unitIds: [A], intoId: X } });
  });

  it('a later event that moved or ended what followed is named; once it is undone, the succession is corrected', async () => {
    const ended = await later('2026-02-01', { dissolve: { unitId: office } });
    expect(await refusalOf(A, Y)).toBe(
      `Không thể đính chính việc “Xã Đồng A${number}” chuyển toàn bộ sang “Xã Đồng X${number}”, vì đã có điều dựa vào đó: biến động “Biến động sau, 2026-02-01” (UBND Đồng A${number}). Hãy hoàn tác hoặc rút những điều đó trước, rồi đính chính.`,
    );
    expect(await undo(ended)).toEqual([]);
    await isCorrected(A, Y);
    expect(await territories()).toEqual([`Đồng A${number}`, `Đồng Y${number}`]);
  });

  it('what went on with the wrong successor to a third unit rests on it, too', async () => {
    await later('2026-02-01', { merge: { unitIds: [X], intoId: await commune('Z') } }, 'Sáp nhập lần nữa');
    expect(await refusalOf(A, Y)).toContain(`“Sáp nhập lần nữa, 2026-02-01” (UBND Đồng A${number})`);
  });

  it('a corrected name of what followed does not rest on where it was', async () => {
    const { unit } = await registry.as.reader.get('query ($id: ID!) { unit(id: $id) { version } }', { id: office });
    const right = { unitId: office, on: '2026-01-01', name: `UBND xã Đồng A${number}`, expectedVersion: unit.version };
    expect((await units.apply({ note: 'Gõ thiếu', changes: [{ correct: right }] })).userErrors).toEqual([]);
    await isCorrected(A, Y);
    expect(await territories()).toEqual([`Đồng A${number}`, `Đồng Y${number}`]);
  });

  it('what followed goes on with the right successor, where this has passed to another since', async () => {
    await later('2026-02-01', { merge: { unitIds: [Y], intoId: await commune('Z') } });
    await isCorrected(A, Y);
    expect(await territories()).toEqual([`Đồng A${number}`, `Đồng Y${number}`, `Đồng Z${number}`]);
  });

  it('nothing rests on the parts of a unit', async () => {
    const [B, Z] = [await commune('B'), await commune('Z')];
    await happens({ split: { unitId: B, intoIds: [X, Y], goesOn: false } });
    await later('2026-02-01', { merge: { unitIds: [X], intoId: Z } });
    await isCorrected(B, Y);
    expect(await heirsOf(B)).toEqual([`Xã Đồng Y${number}`]);
  });
});

describe('a right at a commune counted at the wrong successor:', () => {
  let [A, X, Y] = ['', '', ''];
  beforeEach(async () => {
    [A, X, Y] = [await commune('A'), await commune('X'), await commune('Y')];
  });
  const administratorOf = (unitId: string): Promise<Asker> =>
    personWith(registry, `quan.tri.${number}.${++administrators}`, { role: 'administrator', unitId: fromGlobalId(unitId)!.id });
  const gives = async (by: Asker, unitId: string): Promise<GivenRight> => {
    const input = { holderId: (await people.person()).id, role: 'UNIT_OFFICER', unitId, validFrom: '2025-01-01', reason: 'Phân công' };
    return (await run(by, 'giveGrant', 'GiveGrantInput', input, 'grant { id version }')).grant;
  };

  it('a grant that its administrator gave there is named; once it has ended, the succession is corrected', async () => {
    const administrator = await administratorOf(A);
    await gives(administrator, A);
    await happens({ merge: { unitIds: [A], intoId: X } });
    const given = await gives(administrator, X);
    expect(await refusalOf(A, Y)).toContain('1 quyền được cấp tại đơn vị kế thừa bởi người có quyền tại đơn vị cũ');
    expect((await end(registry.as.administrator, given)).userErrors).toEqual([]);
    await isCorrected(A, Y);
  });

  it('a grant in the territory that the wrong one works for is named, too', async () => {
    const board = (name: string): Promise<string> =>
      units.establish({ name: `${name} ${number}`, line: 'PARTY', kind: 'PARTY_BOARD', territoryId: province });
    const [old, wrong, right] = [await board('Ban A'), await board('Ban B'), await board('Ban C')];
    await givenServedTerritories(() => registry).serves(wrong, X);
    const administrator = await administratorOf(old);
    await happens({ merge: { unitIds: [old], intoId: wrong } });
    await gives(administrator, X);
    expect(await refusalOf(old, right)).toContain('1 quyền được cấp tại đơn vị kế thừa bởi người có quyền tại đơn vị cũ');
  });

  it('what others gave there, and what the administrator of the wrong one gave, does not rest on it', async () => {
    await happens({ merge: { unitIds: [A], intoId: X } });
    await gives(registry.as.administrator, X);
    await gives(await administratorOf(X), X);
    await isCorrected(A, Y);
  });
});

describe('a board passed wholly to the wrong one', () => {
  let [C, old, wrong, right] = ['', '', '', ''];
  const board = (name: string): Promise<string> =>
    units.establish({ name: `${name} ${number}`, line: 'PARTY', kind: 'PARTY_BOARD', territoryId: province });
  const passes = (): Promise<string> => happens({ merge: { unitIds: [old], intoId: wrong } });
  const step = async (mutation: string, model: string, more: object = {}): Promise<void> => {
    expect((await models.step(mutation, model, { on: '2025-08-01', ...more }))[0]!.userErrors).toEqual([]);
  };
  const submitted = async (on: string): Promise<string> => {
    registry.setClock(`${on}T01:00:00Z`);
    const model = await models.draft(C);
    await step('submitModels', model, { on });
    registry.setClock(undefined);
    return model;
  };
  const files = '1 hồ sơ mô hình mà đơn vị kế thừa đã nhận hoặc giải quyết thay';
  beforeEach(async () => {
    [C, old, wrong, right] = [await commune('C'), await board('Ban Dân vận'), await board('Ban Tổ chức'), await board('Ban Tuyên giáo')];
    await models.authority(province, old, { level: 'PROVINCE', recogniserId: old });
  });

  it('a file that the wrong one received in its place is named; once it is returned, the succession is corrected', async () => {
    await passes();
    const model = await models.draft(C);
    expect((await models.step('submitModels', model))[0]!.model.holder!.name).toBe(`Ban Tổ chức ${number}`);
    expect(await refusalOf(old, right)).toContain(`${files}.`);
    expect((await models.step('returnModels', model, { reason: 'Nhầm nơi nhận' }))[0]!.userErrors).toEqual([]);
    await isCorrected(old, right);
    expect((await models.step('submitModels', model))[0]!.model.holder!.name).toBe(`Ban Tuyên giáo ${number}`);
  });

  it('a file that lay there and that the wrong one received since is named', async () => {
    const model = await submitted('2025-05-01');
    await passes();
    await step('receiveModels', model);
    expect(await refusalOf(old, right)).toContain(files);
  });

  it('a recognition by a decision of the wrong one is named', async () => {
    await models.authority(C, right, { level: 'PROVINCE', recogniserId: old });
    await passes();
    const model = await models.draft(C);
    for (const mutation of ['submitModels', 'receiveModels', 'openAppraisalOfModels'])
      expect((await models.step(mutation, model))[0]!.userErrors).toEqual([]);
    const decisionId = await models.decision(wrong, { issuedOn: '2025-09-01' });
    expect((await models.step('recogniseModels', model, { decisionId, level: 'PROVINCE' }))[0]!.userErrors).toEqual([]);
    expect(await refusalOf(old, right)).toContain(files);
  });

  it('files of before it passed, files at rest, and files that the wrong one receives for itself do not rest on it', async () => {
    const own = await commune('D');
    await models.authority(own, wrong, { level: 'PROVINCE' });
    await submitted('2025-05-01');
    await passes();
    expect((await models.step('submitModels', await models.draft(own)))[0]!.userErrors).toEqual([]);
    await isCorrected(old, right);
  });
});
