import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import type { DatedRecords } from '../units/unit-life.js';
import { unitLifeCheck } from '../units/unit-life.checks.js';
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

/** Decisions need their issuer on one of their possible days of issue. */
export const datedDecisions: readonly DatedRecords[] = [
  {
    name: 'decisions.issuedInTheLifeOfTheIssuer',
    label: { vi: 'quyết định', en: 'decisions' },
    rows: `select issuer_id as unit_id, daterange(issued_from, issued_by, '[]') as days, coalesce(number, abstract, '…') as record from decision`,
  },
];

export const decisionChecks: readonly InvariantCheck[] = [numbers, ...datedDecisions.map(unitLifeCheck)];
