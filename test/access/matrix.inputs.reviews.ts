import { STALE, taken, unique, type Inputs } from './matrix.input.js';

/** Inputs about figures and reviews. */
export const reviewInputs: Readonly<Record<string, Inputs>> = {
  reportFigure: ({ unitId }, { indicatorId }) => {
    const ends = String(2000 + Number(unique()));
    return { indicatorId, unitId, covers: 'OWN', ends: ends < '2026' ? ends : '2026', raw: 'trăm', source: 'Thử' };
  },
  correctFigure: ({ figureId }) => ({ id: figureId, expectedVersion: STALE, note: 'Khác', reason: 'Thử' }),
  removeFigure: taken(({ figureId }) => figureId),
  returnFigure: ({ figureId }) => ({ id: figureId, expectedVersion: STALE, reason: 'Thử' }),
  explainResidual: ({ figureId }, { identityId }) => ({ identityId, figureId, text: 'Thử' }),
  setFigureTarget: ({ unitId }, { indicatorId }) => ({ indicatorId, unitId, covers: 'OWN', ends: '2026', value: '-1', basis: 'Thử' }),
  correctFigureTarget: ({ figureTargetId }) => ({ id: figureTargetId, expectedVersion: STALE, value: '6', reason: 'Thử' }),
  removeFigureTarget: taken(({ figureTargetId }) => figureTargetId),
  remarkOnFigure: ({ figureId }) => ({ figureId, text: 'Thử' }),
  settleFigureRemark: ({ remarkId }) => ({ id: remarkId, expectedVersion: STALE, outcome: 'Xong' }),
  removeFigureRemark: taken(({ remarkId }) => remarkId),
  openReview: ({ unitId }) => ({
    unitId,
    name: `Sơ kết ${unique()}`,
    kind: 'INTERIM',
    period: 'năm 2024',
    starts: '2024',
    ends: '2024',
    organiserIds: [unitId],
    unitIds: [],
    modelIds: [],
  }),
  correctReview: ({ reviewId }) => ({ id: reviewId, expectedVersion: STALE, note: 'Khác', reason: 'Thử' }),
  removeReview: taken(({ reviewId }) => reviewId),
  submitForReview: ({ reviewId, unitId }) => ({ reviewId, unitId }),
  // Changes nothing: a caller with the right gets the answer that the review has no day on which figures are due.
  extendReview: ({ reviewId, unitId }) => ({ reviewId, unitId, extendedTo: '2025-01-01', reason: 'Thử' }),
  addReviewTask: ({ reviewId }) => ({ reviewId, text: `Việc ${unique()}` }),
  correctReviewTask: ({ taskId }) => ({ id: taskId, expectedVersion: STALE, text: 'Khác', reason: 'Thử' }),
  settleReviewTask: ({ taskId }) => ({ id: taskId, expectedVersion: STALE, state: 'DONE' }),
  freezeReview: ({ reviewId }) => ({ id: reviewId, expectedVersion: STALE }),
  // Approves nothing twice: a caller with the right gets its state.
  approveFigures: ({ figureId }) => ({ ids: [figureId] }),
};
