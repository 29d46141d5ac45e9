import { describe, expect, it } from '@jest/globals';
import { atOnce } from '../../../shared/turns.js';
import { ListFindings } from './unit-list.findings.js';
import { readUnitList } from './unit-list.file.js';
import { SIGN_KINDS } from '../../../shared/signs.js';

function read(...lines: string[]) {
  const findings = new ListFindings();
  const content = Buffer.from(['code,name,type,parent_code', ...lines].join('\n'));
  const list = atOnce(readUnitList({ name: 'a.csv', content }, findings));
  return {
    names: list?.entries.map(({ kind, name }) => `${kind} ${name}`),
    problems: findings.problems.map(({ row, column, code }) => [row, column, code]),
    notes: findings.notes.map(({ code }) => code),
  };
}

const PROVINCE = '49,Tỉnh Quảng Nam,Tỉnh,';
const DISTRICT = '509,Huyện Quế Sơn,Huyện,49';

describe('a row of an official list', () => {
  it('yields the kind by its type, and the name without the label of the kind, in any spelling', () => {
    const { names, problems } = read(
      '01,Thành phố Hà Nội,Thành phố Trung ương,',
      PROVINCE,
      DISTRICT,
      '20641,Thị Trấn  Đông  Phú,Thị trấn,509',
      '20642,Phường 1,Phường,509',
      '20643,Xã Ea H’leo,Xã,509',
      `20644,${'Xã Hương An'.normalize('NFD')},Xã,509`,
    );
    expect(problems).toEqual([]);
    expect(names).toEqual([
      'THANH_PHO_TW Hà Nội',
      'TINH Quảng Nam',
      'HUYEN Quế Sơn',
      'THI_TRAN Đông Phú',
      'PHUONG 1',
      'XA Ea H’leo',
      'XA Hương An',
    ]);
  });

  it('is read in plain signs, and a code with another sign is reported', () => {
    for (const code of SIGN_KINDS.flatMap(({ ranges }) => ranges.flat())) {
      const sign = String.fromCodePoint(code);
      expect(read(PROVINCE, DISTRICT, `20680,Xã Quế${sign} Châu,Xã,509`).names!.at(-1)).toMatch(/^XA Quế(đ|Đ)? Châu$/);
      expect(read(PROVINCE, DISTRICT, `206${sign}80,Xã Quế Châu,Xã,509`).problems).toEqual([[4, 'code', 'LIST_CODE_INVALID']]);
    }
  });

  it('keeps a name that begins with the label of another kind, with a note', () => {
    const { names, notes } = read(PROVINCE, DISTRICT, '27046,Phường 5,Xã,509');
    expect(names).toContain('XA Phường 5');
    expect(notes).toEqual(['LIST_OTHER_KIND_IN_NAME']);
  });

  it.each([
    ['without a code', ',Xã Quế Châu,Xã,509', 'code', 'LIST_CODE_INVALID'],
    ['with a code of blanks inside', '20 680,Xã Quế Châu,Xã,509', 'code', 'LIST_CODE_INVALID'],
    ['without a name', '20680,,Xã,509', 'name', 'LIST_NAME_INVALID'],
    ['whose name is only the label of its kind', '20680,Xã,Xã,509', 'name', 'LIST_NAME_INVALID'],
    ['whose name is too long', `20680,Xã ${'a'.repeat(301)},Xã,509`, 'name', 'LIST_NAME_INVALID'],
    ['whose name contains a character of wrong decoding', '20680,Xã Qu\ufffd Châu,Xã,509', 'name', 'LIST_NAME_INVALID'],
    ['decoded twice', '20680,Xã Quáº¿ ChÃ¢u,Xã,509', 'name', 'LIST_NAME_FOREIGN'],
    ['with a Cyrillic letter in its name', '20680,Xã \u0410n Bình,Xã,509', 'name', 'LIST_NAME_FOREIGN'],
    ['with a Cyrillic letter in its code', '20680\u0410,Xã An Bình,Xã,509', 'code', 'LIST_CODE_INVALID'],
    ['of an unknown kind', '20680,Xã Quế Châu,Làng,509', 'type', 'LIST_TYPE_UNKNOWN'],
    ['of an organisation’s kind', '20680,Công an,Công an,509', 'type', 'LIST_TYPE_UNKNOWN'],
    ['under a unit that the list does not have', '20680,Xã Quế Châu,Xã,510', 'parent_code', 'LIST_PARENT_MISSING'],
    ['of a commune without a parent', '20680,Xã Quế Châu,Xã,', 'parent_code', 'LIST_PARENT_NEEDED'],
    ['of a district under a district', '510,Huyện Nông Sơn,Huyện,509', 'parent_code', 'LIST_PARENT_LEVEL'],
    ['of a province under a district', '50,Tỉnh Nông Sơn,Tỉnh,509', 'parent_code', 'LIST_PARENT_LEVEL'],
    ['of a duplicate code', DISTRICT, 'code', 'LIST_CODE_DOUBLED'],
    ['whose leading zero was dropped', '5,Tỉnh Nông Sơn,Tỉnh,', 'code', 'LIST_CODE_SHORT'],
    ['with a cell too many', '20680,Xã Quế Châu,Xã,509,x', null, 'LIST_ROW_RAGGED'],
  ])('%s is reported with its row and column, and nothing else is', (_, line, column, code) => {
    expect(read(PROVINCE, DISTRICT, line).problems).toEqual([[4, column, code]]);
  });

  it('that is refused causes no problem for the rows under it', () => {
    expect(read(PROVINCE, '509,Huyện Quế Sơn,Huyen,49', '20680,Xã Quế Châu,Xã,509').problems).toEqual([[3, 'type', 'LIST_TYPE_UNKNOWN']]);
  });

  it('is reported together with all other problems of the list', () => {
    expect(read(PROVINCE, ',,Làng,49', '510,Huyện Nông Sơn,Huyện,77').problems).toEqual([
      [3, 'code', 'LIST_CODE_INVALID'],
      [3, 'type', 'LIST_TYPE_UNKNOWN'],
      [4, 'parent_code', 'LIST_PARENT_MISSING'],
    ]);
  });
});
