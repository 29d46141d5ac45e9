import { parsePartialDate } from '../../shared/dates.js';
import { foldText } from '../../shared/text.js';
import type { VersionHead } from './document/set-document.js';
import { findingsOf } from './rules/version-findings.js';
import type { VersionFacts } from './version.lifecycle.js';
import { applicabilityOf, type StoredVersion, type VersionInForce } from './version.store.js';

type For = Pick<VersionHead, 'subjectKinds' | 'sectorCode' | 'level' | 'appliesTo'>;

const same = (x: string | null, y: string | null): boolean => x === null || y === null || foldText(x) === foldText(y);

/** Whether something can be for both. What names no kind, sector or level is for all of them; words of a text are for others when they differ. */
function overlap(a: For, b: For): boolean {
  const kinds = a.subjectKinds.length === 0 || b.subjectKinds.length === 0 || a.subjectKinds.some(kind => b.subjectKinds.includes(kind));
  return kinds && same(a.sectorCode, b.sectorCode) && same(a.level, b.level) && same(a.appliesTo, b.appliesTo);
}

/** The version in force that a draft would supersede: the one for exactly the same. */
export const supersededBy = ({ says }: StoredVersion, inForce: readonly VersionInForce[]): VersionInForce | undefined =>
  inForce.find(({ applicability }) => applicability === applicabilityOf(says));

export function factsOf(stored: StoredVersion, inForce: readonly VersionInForce[], given: VersionFacts['given']): VersionFacts {
  const { says, set, id } = stored;
  const findings = findingsOf(says);
  const others = inForce.filter(other => other.id !== id);
  const before = supersededBy(stored, others);
  const from = says.validFrom === null ? null : parsePartialDate(says.validFrom)!.earliest;
  return {
    faults: findings.filter(({ severity }) => severity === 'FAULT').length,
    incomplete: says.incompleteness !== null || findings.length > 0,
    hasDate: says.validFrom !== null,
    illustrative: set.illustrative,
    hasAct: Object.values(says.act).some(part => part !== null),
    overlapping: others.filter(other => other !== before && overlap(other, says)).map(({ number }) => String(number)),
    notLaterThan: before && from !== null && before.from !== null && before.from >= from ? before.number : null,
    given,
  };
}
