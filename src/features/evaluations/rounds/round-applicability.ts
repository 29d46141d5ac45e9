import type { DomainError } from '../../../platform/errors/domain-error.js';
import { parsePartialDate } from '../../../shared/dates.js';
import { scoredNodes } from '../../criteria/rules/criteria-tree.js';
import type { StoredVersion } from '../../criteria/version.store.js';
import type { RecognitionLevel } from '../../sectors/recognition-level.js';
import type { Candidate } from '../entries.finder.js';
import { EvaluationErrors } from '../evaluation.errors.js';
import type { AppraisedThing } from '../evaluation.kinds.js';

interface Wanted {
  readonly year: number;
  readonly level: RecognitionLevel | null;
  readonly illustrative: boolean;
  readonly binds: AppraisedThing | null;
}

const at = (error: DomainError): DomainError => error.at('criteriaVersionId');

/** Why a round cannot be opened under the version. Empty: it can. */
export function againstVersion({ set, state, number, says }: StoredVersion, { year, level, illustrative, binds }: Wanted): DomainError[] {
  const found: DomainError[] = [];
  if (state !== 'PUBLISHED') found.push(at(EvaluationErrors.APPRAISAL_VERSION_NOT_PUBLISHED({ number })));
  if (set.graded === 'OTHER' || (binds !== null && set.graded !== binds))
    found.push(at(EvaluationErrors.APPRAISAL_VERSION_OF_ANOTHER_THING()));
  if (scoredNodes(says).length === 0) found.push(at(EvaluationErrors.APPRAISAL_VERSION_NOT_SCORED()));
  const first = says.scoredFrom ?? says.validFrom;
  if (first !== null && (parsePartialDate(first)!.earliest ?? '') > `${year}-12-31`)
    found.push(at(EvaluationErrors.APPRAISAL_VERSION_OF_ANOTHER_PERIOD({ year, first })));
  if (says.validTo !== null && parsePartialDate(says.validTo)!.latest < `${year}-01-01`)
    found.push(at(EvaluationErrors.APPRAISAL_VERSION_ENDED({ year, last: says.validTo })));
  if (says.level !== null && level !== null && says.level !== level) found.push(at(EvaluationErrors.APPRAISAL_VERSION_OF_ANOTHER_LEVEL()));
  if (set.illustrative && !illustrative) found.push(EvaluationErrors.APPRAISAL_MUST_BE_ILLUSTRATIVE().at('illustrative'));
  return found;
}

/** Why a registration is not appraised under the version. */
export function againstCandidate({ says }: StoredVersion, { title, subjectKind, sectorCode, elsewhere }: Candidate): DomainError[] {
  const found: DomainError[] = [];
  if (says.subjectKinds.length > 0 && !says.subjectKinds.includes(subjectKind))
    found.push(EvaluationErrors.APPRAISAL_VERSION_OF_ANOTHER_SUBJECT({ title }));
  if (says.sectorCode !== null && says.sectorCode !== sectorCode)
    found.push(EvaluationErrors.APPRAISAL_VERSION_OF_ANOTHER_SECTOR({ title }));
  if (elsewhere !== null) found.push(EvaluationErrors.APPRAISAL_ENTRY_ELSEWHERE({ title, round: elsewhere }));
  return found;
}
