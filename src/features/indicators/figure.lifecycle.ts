import { blockReason, lifecycle, type Need } from '../../shared/lifecycle.js';
import { FIGURE_STATE_NAMES } from './indicator.names.js';

export const FigureState = { REPORTED: 'REPORTED', APPROVED: 'APPROVED', RETURNED: 'RETURNED' } as const;
export type FigureState = keyof typeof FigureState;

export interface FigureFacts {
  /** Whether who acts reported or last corrected the figure. */
  readonly own: boolean;
}

const notOwn: Need<FigureFacts> = ({ own }) => (own ? blockReason('FIGURE_APPROVED_BY_REPORTER') : 'ok');

/** The life of a figure. Only an approved one is part of a total; a correction is reported anew. */
export const figureLifecycle = lifecycle<FigureState, FigureFacts>()('figure', FIGURE_STATE_NAMES, {
  approve: { from: ['REPORTED'], to: 'APPROVED', label: { vi: 'Duyệt', en: 'Approve' }, needs: [notOwn] },
  return: { from: ['REPORTED', 'APPROVED'], to: 'RETURNED', label: { vi: 'Trả lại', en: 'Return' }, needs: [notOwn] },
  correct: { from: ['REPORTED', 'APPROVED', 'RETURNED'], to: 'REPORTED', label: { vi: 'Đính chính', en: 'Correct' }, needs: [] },
});
