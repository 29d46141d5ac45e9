import { blockReason, lifecycle, type Need } from '../../shared/lifecycle.js';
import { VERSION_STATE_NAMES } from './criteria.names.js';

export const VersionState = { DRAFT: 'DRAFT', PUBLISHED: 'PUBLISHED', SUPERSEDED: 'SUPERSEDED' } as const;
export type VersionState = keyof typeof VersionState;

export interface VersionFacts {
  /** How many faults the version has: they have to be corrected. */
  readonly faults: number;
  /** Whether something of it is missing, so that it is published only with a reason. */
  readonly incomplete: boolean;
  readonly hasDate: boolean;
  readonly illustrative: boolean;
  readonly hasAct: boolean;
  /** Numbers of versions in force that are for some of the same, but not for exactly those; empty: there are none. */
  readonly overlapping: readonly string[];
  /** The number of the version that would be superseded and is not in force earlier; null: there is none. */
  readonly notLaterThan: number | null;
  /** What the command gives; absent when only the possible actions are listed. */
  readonly given: { readonly reason: boolean } | undefined;
}

type Check = Need<VersionFacts>;

const noFaults: Check = ({ faults }) => (faults === 0 ? 'ok' : blockReason('CRITERIA_HAS_FAULTS', { count: faults }));
const dated: Check = ({ hasDate }) => (hasDate ? 'ok' : blockReason('CRITERIA_NEEDS_A_DATE'));
const ofAnAct: Check = ({ illustrative, hasAct }) =>
  illustrative === !hasAct ? 'ok' : blockReason(illustrative ? 'CRITERIA_ILLUSTRATIVE_HAS_ACT' : 'CRITERIA_NEEDS_AN_ACT');
const completeOrExplained: Check = ({ incomplete, given }) =>
  incomplete && given && !given.reason ? blockReason('CRITERIA_INCOMPLETE') : 'ok';
const separate: Check = ({ overlapping }) =>
  overlapping.length === 0 ? 'ok' : blockReason('CRITERIA_VERSIONS_OVERLAP', { versions: overlapping.join(', ') });
const later: Check = ({ notLaterThan }) => (notLaterThan === null ? 'ok' : blockReason('CRITERIA_NOT_LATER', { number: notLaterThan }));

/** The life of a version: drafted, in force, and superseded by the next one for the same. What was published never becomes a draft again. */
export const versionLifecycle = lifecycle<VersionState, VersionFacts>()('criteria-set-version', VERSION_STATE_NAMES, {
  edit: { from: ['DRAFT'], to: 'DRAFT', label: { vi: 'Sửa bản nháp', en: 'Edit the draft' }, needs: [] },
  publish: {
    from: ['DRAFT'],
    to: 'PUBLISHED',
    label: { vi: 'Ban hành', en: 'Publish' },
    needs: [noFaults, dated, ofAnAct, completeOrExplained, separate, later],
  },
  supersede: { from: ['PUBLISHED'], to: 'SUPERSEDED', label: { vi: 'Được thay thế', en: 'Superseded by the next' }, needs: [byTheNext] },
  remove: { from: ['DRAFT'], to: 'DRAFT', label: { vi: 'Gỡ bỏ bản nháp', en: 'Remove the draft' }, needs: [] },
});

/** Publishing the next version does it; there is no command of its own. */
function byTheNext(): ReturnType<Check> {
  return 'notApplicable';
}
