import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitLists, type ListImportReport } from '../../src/features/units/lists/unit-lists.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { csvFile, type ListRow, type SuccessionRow } from '../support/generated-country.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

/** A slice of the list of March 2025, with what lists spell in more than one way. */
const BEFORE = [
  ['48', 'Thành phố Đà Nẵng', 'Thành phố Trung ương', ''],
  ['497', 'Huyện Hòa Vang', 'Huyện', '48'],
  ['20293', 'Xã Hòa Bắc', 'Xã', '497'],
  ['20299', 'Xã Hòa Ninh', 'Xã', '497'],
  ['20317', 'Xã Hòa Phước', 'Xã', '497'],
  ['49', 'Tỉnh Quảng Nam', 'Tỉnh', ''],
  ['509', 'Huyện Quế Sơn', 'Huyện', '49'],
  ['20641', 'Thị trấn Đông Phú', 'Thị trấn', '509'],
  ['20656', 'Xã Quế Thuận', 'Xã', '509'],
  ['66', 'Tỉnh Đắk Lắk', 'Tỉnh', ''],
  ['645', "Huyện Ea H'leo", 'Huyện', '66'],
  ['24184', "Xã Ea H'leo", 'Xã', '645'],
  ['24193', 'Xã Ia RVê', 'Xã', '645'],
] as const;
const AFTER = [
  ['48', 'Thành phố Đà Nẵng', 'Thành phố Trung ương', ''],
  ['20242', 'Phường Hải Châu', 'Phường', '48'], // Nothing says what it was made of: a note.
  ['20293', 'Xã Hòa Bắc', 'Xã', '48'],
  ['20317', 'Phường Hòa Xuân', 'Phường', '48'],
  ['20641', 'Xã Quế Sơn', 'Xã', '48'],
  ['66', 'Tỉnh Đắk Lắk', 'Tỉnh', ''],
  ['24184', "Xã Ea H'Leo", 'Xã', '66'],
  ['24193', 'Xã Ia RVê', 'Xã', '66'],
] as const;
const PASSES = [
  ['48', '48', 'full'],
  ['49', '48', 'full'],
  ['20293', '20293', 'full'],
  ['20299', '20293', 'partial'],
  ['20299', '20317', 'partial'],
  ['20317', '20317', 'full'],
  ['20641', '20641', 'full'],
  ['20656', '20641', 'full'],
  ['66', '66', 'full'],
  ['24184', '24184', 'full'],
  ['24193', '24193', 'full'],
] as const;

type Respelling = (name: string) => string;
const OLD_AND_NEW = [['òa', 'oà'], ['ỏa', 'oả'], ['ọa', 'oạ'], ['ủy', 'uỷ']] as const; // prettier-ignore
const newStyle: Respelling = name => OLD_AND_NEW.reduce((text, [old, next]) => text.replaceAll(old, next), name);
const eth: Respelling = name => name.replaceAll('Đ', '\u00d0').replaceAll('đ', '\u00f0');
const curly: Respelling = name => name.replaceAll("'", '’');
const capitals: Respelling = name => name.toUpperCase();
const decomposed: Respelling = name => name.normalize('NFD');
const blanks: Respelling = name => name.replaceAll(' ', ' \u00a0');
const hidden: Respelling = name => name.replaceAll(/(?<=\p{L})n/gu, '\u00adn');
const together: Respelling = name => [newStyle, eth, curly, blanks, hidden, decomposed].reduce((text, respell) => respell(text), name);
const RESPELLINGS = { newStyle, eth, curly, capitals, decomposed, blanks, hidden, together };

const listed = (rows: readonly (readonly string[])[], respell: Respelling): ListRow[] =>
  rows.map(([code, name, type, parent]) => ({ code: code!, name: respell(name!), type: type!, parent_code: parent! }));
const nameIn = (rows: readonly (readonly string[])[], code: string): string => rows.find(([other]) => other === code)![1]!;
const passing = (respell: Respelling): SuccessionRow[] =>
  PASSES.map(([old, next, extent]) => ({
    old_code: old,
    old_name: respell(nameIn(BEFORE, old)),
    new_code: next,
    new_name: respell(nameIn(AFTER, next)),
    extent,
  }));
const asListed: Respelling = name => name;
const march = (respell: Respelling) => ({ date: '2025-03-01', units: csvFile('march.csv', listed(BEFORE, respell)) });
const july = (respell: Respelling) => ({
  date: '2025-07-01',
  units: csvFile('july.csv', listed(AFTER, respell)),
  successions: csvFile('successions.csv', passing(respell)),
});
/** A list of a later day, on which only spellings differ. The provinces pass to themselves. */
const later = (respell: Respelling) => ({
  ...july(respell),
  date: '2026-01-01',
  successions: csvFile(
    'successions.csv',
    ['48', '66'].map(code => ({
      old_code: code,
      old_name: nameIn(AFTER, code),
      new_code: code,
      new_name: respell(nameIn(AFTER, code)),
      extent: 'full',
    })),
  ),
});

const actor = systemActor('test');
let registry: TestRegistry;
let lists: UnitLists;
const checked = new Map<Respelling, ListImportReport>();
beforeAll(async () => {
  registry = await openTestRegistry();
  lists = registry.registry.app.get(UnitLists);
  expect(await lists.import(actor, march(asListed))).toMatchObject({ outcome: 'APPLIED', problems: [] });
  for (const respell of [asListed, ...Object.values(RESPELLINGS)])
    checked.set(respell, await lists.checkReorganisation(actor, july(respell)));
  expect(await lists.reorganise(actor, july(asListed))).toMatchObject({ outcome: 'APPLIED', problems: [] });
});
afterAll(() => registry.close());

it('the reorganisation itself ends and founds what the lists say', () => {
  expect(checked.get(asListed)!.counts).toMatchObject({
    goingOn: 3,
    established: 5,
    endedWhole: 6,
    endedInParts: 1,
    endedWithoutSuccessor: 3,
    spelledOtherwise: 1,
  });
});

const nothing = { established: 0, moved: 0, endedWhole: 0, endedInParts: 0, endedWithoutSuccessor: 0, successions: 0, leftAlone: 0 };

describe.each(Object.entries(RESPELLINGS))('a list that is only spelled otherwise (%s)', (_, respell) => {
  it('ends nothing and founds nothing, and each difference is a note', async () => {
    const reports = [
      await lists.import(actor, march(respell)),
      await lists.reorganise(actor, july(respell)),
      await lists.import(actor, { date: '2025-07-01', units: july(respell).units }),
      await lists.reorganise(actor, later(respell)),
    ];
    for (const report of reports) expect(report).toMatchObject({ outcome: 'UNCHANGED', problems: [], eventId: null, counts: nothing });
    expect(reports.map(({ counts }) => counts.matched + counts.goingOn)).toEqual([BEFORE.length, AFTER.length, AFTER.length, AFTER.length]);
  });

  it('describes the same reorganisation', () => {
    const { counts, outcome, problems } = checked.get(respell)!;
    expect([outcome, problems]).toEqual(['READY', []]);
    expect({ ...counts, spelledOtherwise: 1 }).toEqual(checked.get(asListed)!.counts);
  });
});

it('notes about spelling come after the others, because there may be thousands of them', () => {
  const codes = checked.get(together)!.notes.map(({ code }) => code);
  expect(codes[0]).toBe('LIST_WITHOUT_PREDECESSOR');
  expect(new Set(codes.slice(1))).toEqual(new Set(['LIST_SPELLED_OTHERWISE']));
});
