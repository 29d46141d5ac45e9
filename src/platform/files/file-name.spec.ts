import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanFileName, endingOf } from './file-name.js';

describe('a file’s name', () => {
  it.each([
    ['Báo cáo quý II.docx', 'Báo cáo quý II.docx'],
    ['../../etc/passwd', 'passwd'],
    [String.raw`C:\Windows\system32\cmd.exe`, 'cmd.exe'],
    ['..', ''],
    ['.htaccess', 'htaccess'],
    ['bao-cao\u202efdp.exe', 'bao-caofdp.exe'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['a:b*c?.pdf', 'a_b_c_.pdf'],
    ['  hai   cách .pdf. ', 'hai cách .pdf'],
    ['Ba\u0301o ca\u0301o.pdf', 'Báo cáo.pdf'],
  ])('%j is shown as %j', (given, shown) => expect(cleanFileName(given)).toBe(shown));

  it('keeps its ending where it is cut', () => {
    const name = cleanFileName(`${'ă'.repeat(500)}.pdf`);
    expect([...name]).toHaveLength(120);
    expect(endingOf(name)).toBe('pdf');
  });

  it('never leads anywhere, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), given => {
        const name = cleanFileName(given);
        expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}]|^\.|\.$/u);
        expect([...name].length).toBeLessThanOrEqual(121);
        expect(Buffer.from(name).toString()).toBe(name);
      }),
    );
  });
});
