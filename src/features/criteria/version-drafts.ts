import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { parsePartialDate } from '../../shared/dates.js';
import { cleanText } from '../../shared/text.js';
import { errorOfFinding } from './criteria-finding.errors.js';
import { CriteriaErrors } from './criteria.errors.js';
import { findingsOf } from './rules/version-findings.js';
import type { SaidVersion, StoredVersion } from './version.store.js';

/** Faults with which not even a draft is kept: it would be no tree, or have points that are no numbers. */
const NEVER_KEPT: ReadonlySet<string> = new Set([
  'CRITERIA_TOO_MANY',
  'CRITERIA_TOO_DEEP',
  'CRITERION_CODE_TWICE',
  'CRITERION_PARENT_UNKNOWN',
  'CRITERION_BELOW_ITSELF',
  'CRITERION_BEFORE_ITS_PARENT',
  'POINTS_NOT_READABLE',
  'CRITERIA_MAXIMUM_ZERO',
  'CRITERIA_POINTS_UNEXPECTED',
]);

/** Why a draft is not kept: it is no tree, or its days are the wrong way round. */
export function draftProblems(says: SaidVersion, at: readonly string[]): Problems {
  const problems = new Problems();
  for (const found of findingsOf(says)) if (NEVER_KEPT.has(found.code)) problems.add(errorOfFinding(found).at(...at));
  const [first, last] = [says.validFrom, says.validTo].map(day => (day === null ? undefined : parsePartialDate(day)));
  if (first?.earliest && last && first.earliest > last.latest)
    problems.add(CriteriaErrors.CRITERIA_BACKWARDS({ first: first.text, last: last.text }).at(...at, 'validTo'));
  return problems;
}

/** The entry of the trail for a version. */
export const auditVersion = (
  tx: Tx,
  done: 'drafted' | 'edited' | 'removed',
  { id, issuerId }: Pick<StoredVersion, 'id' | 'issuerId'>,
  before: SaidVersion | null,
  after: SaidVersion | null,
  reason: string | null = null,
): Promise<void> =>
  tx.audit({
    action: `criteriaSetVersion.${done}`,
    object: { type: 'CriteriaSetVersion', id },
    unitId: issuerId,
    before,
    after,
    reason: reason === null ? null : cleanText(reason),
  });
