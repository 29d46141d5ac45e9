import { commune, partyCell, type Rule } from './unit-rule.js';
import { MEANWHILE } from './unit-world.js';

const WRONG_ALONE = 'An undo brings back a value that was accepted once.';
const UNDONE = { undoUnitEvent: WRONG_ALONE, 'undoUnitEvent (it is in force again)': WRONG_ALONE };
const PARENT_OF_A_LIST = 'The parent of a row is in the list, with the code, kind and name of a unit in force.';
const LISTS_FIND = {
  importUnitList: PARENT_OF_A_LIST,
  'importUnitList (a place becomes known)': PARENT_OF_A_LIST,
  reorganiseUnitsByLists: PARENT_OF_A_LIST,
  'reorganiseUnitsByLists (a unit moves)': PARENT_OF_A_LIST,
  'units import': PARENT_OF_A_LIST,
  'units reorganise': PARENT_OF_A_LIST,
};
const TAKEN_BY_LISTS = {
  'reorganiseUnitsByLists (bodies are taken along)': 'The successor of a row is an administrative unit of the list.',
};

/** Every rule about the name, kind, code and place of a unit, by the code of its error in events. */
export const RULES: Readonly<Record<string, Rule>> = {
  UNIT_NAME_INVALID: {
    check: 'units.named',
    answers: ['UNIT_NAME_INVALID', 'INPUT_INVALID', 'LIST_NAME_INVALID'],
    scenes: [
      {
        name: 'a name of signs only',
        attributes: ['name'],
        stage: w => ({ wrong: commune(w, { name: '…!?' }), right: { name: 'Bình An' } }),
      },
    ],
    never: UNDONE,
  },
  UNIT_NAME_FOREIGN: {
    check: 'units.named',
    answers: ['UNIT_NAME_FOREIGN', 'LIST_NAME_FOREIGN'],
    scenes: [
      {
        name: 'a name with a Cyrillic letter',
        attributes: ['name'],
        stage: w => ({ wrong: commune(w, { name: 'Quế \u0421ơn' }), right: { name: 'Bình An' } }),
      },
    ],
    never: UNDONE,
  },
  UNIT_CODE_INVALID: {
    check: 'units.coded',
    answers: ['UNIT_CODE_INVALID', 'INPUT_INVALID', 'LIST_CODE_INVALID'],
    scenes: ['20 680', '2068\u0410'].map(code => ({
      name: `the code ${code}`,
      attributes: ['code'],
      stage: w => ({ wrong: commune(w, { code }), right: { code: w.freshCode() } }),
    })),
    never: UNDONE,
  },
  UNIT_KIND_OF_OTHER_LINE: {
    check: 'units.kindOfLine',
    answers: ['UNIT_KIND_OF_OTHER_LINE', 'LIST_TYPE_UNKNOWN'],
    scenes: [
      {
        name: 'an administrative unit of an organisation’s kind',
        attributes: ['kind'],
        stage: w => ({ wrong: commune(w, { kind: 'POLICE' }), right: { kind: 'XA' } }),
      },
    ],
    never: UNDONE,
  },
  UNIT_NAME_REPEATS_KIND: {
    check: 'units.kindOnce',
    answers: ['UNIT_NAME_REPEATS_KIND'],
    confirmable: true,
    scenes: [
      {
        name: '“Xã Xã Quế Hiệp”',
        attributes: ['name', 'kind'],
        stage: w => ({ wrong: commune(w, { name: 'Xã Quế Hiệp' }), right: { name: 'Quế Hiệp', kind: 'PHUONG' } }),
      },
    ],
    never: UNDONE,
  },
  UNIT_PARENT_LEVEL: {
    check: 'units.level',
    answers: ['UNIT_PARENT_LEVEL', 'LIST_PARENT_LEVEL'],
    scenes: [
      {
        name: 'a province under a commune',
        atTheTop: true,
        attributes: ['parentId'],
        stage: w => ({
          wrong: commune(w, { name: `Bình ${w.freshCode()}`, kind: 'TINH', parentId: w.commune }),
          right: { parentId: null },
        }),
      },
      {
        name: 'a district under a district',
        attributes: ['kind', 'parentId'],
        stage: w => ({ wrong: commune(w, { kind: 'HUYEN' }), right: { kind: 'XA', parentId: w.province } }),
      },
      {
        name: 'a commune under what has become a commune',
        hasHistory: true,
        attributes: ['parentId'],
        stage: async w => {
          const above = await w.found({ kind: 'HUYEN', parentId: w.province });
          const happen = (): Promise<string> => w.apply([{ changeKind: { unitId: above, kind: 'XA' } }], MEANWHILE);
          return { wrong: commune(w, { parentId: above }), right: { parentId: w.province }, happen };
        },
      },
      {
        name: 'a district above a district',
        hasHistory: true,
        attributes: ['kind'],
        ofExisting: true,
        stage: w => ({
          wrong: commune(w, { name: `Bình ${w.freshCode()}`, kind: 'HUYEN', parentId: null }),
          right: { kind: 'TINH' },
          happen: subject => w.found({ kind: 'HUYEN', parentId: subject! }, MEANWHILE),
        }),
      },
    ],
    never: {},
  },
  UNIT_TWIN: {
    check: 'units.twins',
    answers: ['UNIT_TWIN'],
    confirmable: true,
    scenes: [
      {
        name: 'two communes of one name, spelled otherwise, in one district',
        hasHistory: true,
        attributes: ['name', 'kind', 'parentId'],
        stage: w => ({
          wrong: commune(w, { name: 'Hoà An' }),
          right: { name: 'Bình An', kind: 'PHUONG', parentId: w.province },
          happen: () => w.found({ name: 'HÒA  AN', parentId: w.district }, MEANWHILE),
        }),
      },
      {
        name: 'two provinces of one name',
        hasHistory: true,
        attributes: ['name', 'kind'],
        stage: w => {
          const twin = { name: `Hoà ${w.freshCode()}`, kind: 'TINH', parentId: null } as const;
          return {
            wrong: commune(w, twin),
            right: { name: `Bình ${w.freshCode()}`, kind: 'THANH_PHO_TW' },
            happen: () => w.found(twin, MEANWHILE),
          };
        },
      },
      {
        name: 'two party cells of one name in one commune',
        inCommune: true,
        hasHistory: true,
        attributes: ['name', 'kind', 'territoryId'],
        unlisted: true,
        stage: w => ({
          wrong: partyCell(w),
          right: { name: 'Chi bộ Yên Bình', kind: 'PARTY_COMMITTEE', territoryId: w.district },
          happen: () => w.found(partyCell(w), MEANWHILE),
        }),
      },
    ],
    never: {},
  },
  UNIT_CODE_TAKEN: {
    check: 'units.codeOnce',
    answers: ['UNIT_CODE_TAKEN', 'LIST_CODE_DOUBLED'],
    scenes: [
      {
        name: 'a code in force for two units',
        hasHistory: true,
        attributes: ['code'],
        stage: w => {
          const wrong = commune(w);
          return { wrong, right: { code: w.freshCode() }, happen: () => w.found({ code: wrong.code, parentId: w.district }, MEANWHILE) };
        },
      },
    ],
    never: {},
  },
  UNIT_PLACE_OF_OTHER_LINE: {
    check: 'units.placeInForce',
    answers: ['UNIT_PLACE_OF_OTHER_LINE'],
    scenes: [
      {
        name: 'a commune under a party cell',
        attributes: ['parentId'],
        unlisted: true,
        stage: async w => ({ wrong: commune(w, { parentId: await w.found(partyCell(w)) }), right: { parentId: w.district } }),
      },
      {
        name: 'a party cell in the territory of another',
        attributes: ['territoryId'],
        unlisted: true,
        stage: async w => ({
          wrong: partyCell(w, { territoryId: await w.found(partyCell(w, { name: 'Chi bộ khác' })) }),
          right: { territoryId: w.commune },
        }),
      },
    ],
    never: { ...UNDONE, ...LISTS_FIND, ...TAKEN_BY_LISTS },
  },
  UNIT_PLACE_NOT_IN_FORCE: {
    check: 'units.placeInForce',
    answers: ['UNIT_PLACE_NOT_IN_FORCE', 'UNIT_NOT_IN_FORCE'],
    scenes: [
      {
        name: 'a commune under a district that has ended',
        hasHistory: true,
        attributes: ['parentId'],
        unlisted: true,
        stage: async w => {
          const ended = await w.found({ kind: 'HUYEN', parentId: w.province });
          const happen = (): Promise<string> => w.apply([{ dissolve: { unitId: ended } }], MEANWHILE);
          return { wrong: commune(w, { parentId: ended }), right: { parentId: w.district }, happen };
        },
      },
      {
        name: 'a party cell in a commune that has ended',
        hasHistory: true,
        attributes: ['territoryId'],
        unlisted: true,
        stage: async w => {
          const ended = await w.found({ parentId: w.district });
          const happen = (): Promise<string> => w.apply([{ dissolve: { unitId: ended } }], MEANWHILE);
          return { wrong: partyCell(w, { territoryId: ended }), right: { territoryId: w.commune }, happen };
        },
      },
    ],
    never: { ...LISTS_FIND, ...TAKEN_BY_LISTS },
  },
  UNIT_WOULD_CIRCLE: {
    check: 'units.noCircle',
    answers: ['UNIT_WOULD_CIRCLE'],
    scenes: [
      {
        name: 'a party committee under its own cell',
        hasHistory: true,
        attributes: ['parentId'],
        ofExisting: true,
        unlisted: true,
        stage: async w => {
          const cell = await w.found(partyCell(w));
          const happen = (subject: string | undefined): Promise<string> =>
            w.apply([{ move: { unitId: cell, parentId: subject! } }], MEANWHILE);
          return { wrong: partyCell(w, { kind: 'PARTY_COMMITTEE', name: 'Đảng bộ', parentId: cell }), right: { parentId: null }, happen };
        },
      },
    ],
    never: {
      establish: 'Nothing is under a unit before it is founded.',
      'establish (it has ended)': 'Nothing is under a unit before it is founded.',
      'undoUnitEvent (it is in force again)': 'Nothing is under a unit that has ended.',
      ...LISTS_FIND,
    },
  },
};
