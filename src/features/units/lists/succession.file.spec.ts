import { describe, expect, it } from '@jest/globals';
import { atOnce } from '../../../shared/turns.js';
import { readSuccessions } from './succession.file.js';
import { ListFindings } from './unit-list.findings.js';

function read(...lines: string[]) {
  const findings = new ListFindings();
  const content = Buffer.from(['level,old_code,old_name,new_code,new_name,extent', ...lines].join('\n'));
  const list = atOnce(readSuccessions({ name: 's.csv', content }, findings, 'AS_WRITTEN'));
  return { list, problems: findings.problems.map(({ row, column, code }) => [row, column, code]) };
}

describe('a list of successions', () => {
  it('states which unit passes to which, as a whole or in part', () => {
    const { list, problems } = read(
      'commune,20659,Xã Quế  Hiệp,20662,Xã Quế Sơn Trung,full',
      'commune,20669,Xã Phước Ninh,20242,Phường Hải Châu,Partial',
    );
    expect(problems).toEqual([]);
    expect(list!.entries).toMatchObject([
      { row: 2, oldCode: '20659', oldName: 'Xã Quế Hiệp', newCode: '20662', whole: true },
      { row: 3, oldCode: '20669', newCode: '20242', whole: false },
    ]);
  });

  it('is refused where rows contradict each other', () => {
    const { problems } = read(
      'commune,1,Xã A,10,Xã M,full',
      'commune,1,Xã A,10,Xã M,full',
      'commune,2,Xã B,10,Xã M,full',
      'commune,2,Xã B,11,Xã N,partial',
      'commune,3,Xã C,10,Xã M,half',
      'commune,,Xã D,,Xã M,full',
    );
    expect(problems).toEqual([
      [6, 'extent', 'LIST_EXTENT_UNKNOWN'],
      [7, 'old_code', 'LIST_CODE_INVALID'],
      [7, 'new_code', 'LIST_CODE_INVALID'],
      [3, 'old_code', 'LIST_SUCCESSION_DOUBLED'],
      [5, 'old_code', 'LIST_SUCCESSION_MIXED'],
    ]);
  });
});
