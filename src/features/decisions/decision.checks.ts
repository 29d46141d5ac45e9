import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import { asGiven, count } from '../../shared/writing.js';

const numbers = invariant('decisions.numberOnce', {
  broken: `select min(number) as number, count(*)::int as n from decision where year is not null and compared is not null group by issuer_id, kind, year, compared having count(*) > 1`,
  describe: {
    params: { number: asGiven, n: count },
    vi: 'Số {number} được ghi cho {n} quyết định của cùng cơ quan, loại và năm',
    en: 'The number {number} is recorded for {n} decisions of one issuer, kind and year',
  },
  remedy: { vi: 'Hãy đính chính số theo bản giấy (correctDecision).', en: 'Correct the number by the paper (correctDecision).' },
});

export const decisionChecks: readonly InvariantCheck[] = [numbers];
