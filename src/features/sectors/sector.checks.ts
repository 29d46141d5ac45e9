import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { asGiven, count } from '../../shared/writing.js';

const MEND = {
  vi: 'Hãy gộp chuyên đề trùng (mergeTheme) hoặc kết thúc lĩnh vực trùng (endSector).',
  en: 'Merge the theme that is double (mergeTheme), or end the sector that is (endSector).',
};

const themes = invariant('sectors.themesDiffer', {
  broken: `select min(name) as name, count(*)::int as n from theme group by folded having count(*) > 1`,
  describe: {
    params: { n: count, name: asGiven },
    vi: '{n} chuyên đề chỉ khác nhau ở dấu hoặc chữ hoa: “{name}”',
    en: '{n} themes differ only in marks or case: “{name}”',
  },
  remedy: MEND,
});

const codes = invariant('sectors.codeOnce', {
  broken: `select a.code from sector a join sector b on b.code = a.code and b.validity && a.validity and b.id > a.id`,
  describe: {
    params: { code: asGiven },
    vi: 'Hai lĩnh vực cùng mã {code} cùng lúc',
    en: 'Two sectors have the code {code} at the same time',
  },
  remedy: MEND,
});

export const sectorChecks: readonly InvariantCheck[] = [themes, codes];
