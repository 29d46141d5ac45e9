import { blockReason, lifecycle, type Need } from '../../../shared/lifecycle.js';
import { ROUND_STATE_NAMES } from '../evaluation.names.js';

export const RoundState = { OPEN: 'OPEN', CLOSED: 'CLOSED' } as const;
export type RoundState = keyof typeof RoundState;

export interface RoundFacts {
  readonly hasCouncil: boolean;
  /** Sheets that are missing where the rule of the round waits for them. */
  readonly awaited: number;
  readonly entries: number;
  /** What the command gives; absent when only the possible actions are listed. */
  readonly given: { readonly session: boolean; readonly reason: boolean } | undefined;
}

type Check = Need<RoundFacts>;

const hasEntries: Check = ({ entries }) => (entries > 0 ? 'ok' : blockReason('APPRAISAL_WITHOUT_ENTRIES'));
const sheetsIn: Check = ({ awaited }) => (awaited === 0 ? 'ok' : blockReason('APPRAISAL_SHEETS_AWAITED', { n: awaited }));
const sessionGiven: Check = ({ hasCouncil, given }) =>
  hasCouncil && given && !given.session ? blockReason('APPRAISAL_NEEDS_SESSION') : 'ok';
const reasonGiven: Check = ({ given }) => (given && !given.reason ? blockReason('APPRAISAL_NEEDS_REASON') : 'ok');

/** The life of a round. A closed one is opened again after a complaint, and then closed anew. */
export const roundLifecycle = lifecycle<RoundState, RoundFacts>()('appraisal-round', ROUND_STATE_NAMES, {
  assign: { from: ['OPEN'], to: 'OPEN', label: { vi: 'Phân công chấm', en: 'Assign' }, needs: [hasEntries] },
  score: { from: ['OPEN'], to: 'OPEN', label: { vi: 'Tự chấm, chấm điểm', en: 'Score' }, needs: [] },
  close: {
    from: ['OPEN'],
    to: 'CLOSED',
    label: { vi: 'Khóa, lấy kết quả', en: 'Close' },
    needs: [hasEntries, sheetsIn, sessionGiven],
  },
  decide: {
    from: ['CLOSED'],
    to: 'CLOSED',
    label: { vi: 'Quyết định chỗ văn bản để ngỏ', en: 'Decide what the text leaves open' },
    needs: [],
  },
  reopen: { from: ['CLOSED'], to: 'OPEN', label: { vi: 'Mở lại sau khiếu nại', en: 'Reopen' }, needs: [reasonGiven] },
});

export type RoundAction = keyof typeof roundLifecycle.transitions;
