import type { RecordKind, RestingKind } from '../../platform/records/record-kind.js';
import { reviewFreezeView } from './review-freeze.view.js';
import { ReviewErrors } from './review.errors.js';
import { reviewTaskView, reviewView } from './review.view.js';

/** A review can be removed with its tasks and links while nothing of it is frozen; frozen numbers and tasks that others name are counted. */
export const reviewRecords: readonly (RecordKind | RestingKind)[] = [
  {
    type: 'Review',
    table: 'review',
    links: { review_organiser: 'review_id', review_unit: 'review_id', review_model: 'review_id', review_commendation: 'review_id' },
    seenBy: reviewView,
    notFound: ReviewErrors.REVIEW_NOT_FOUND,
    trail: 'review',
    action: 'review.manage',
    unit: 'unitId',
    parts: {
      review_organiser: { vi: 'đơn vị tổ chức', en: 'organisers' },
      review_unit: { vi: 'đơn vị báo cáo', en: 'units' },
      review_model: { vi: 'mô hình tiêu biểu', en: 'exemplary models' },
      review_commendation: { vi: 'khen thưởng', en: 'commendations' },
      review_task: { vi: 'nhiệm vụ', en: 'tasks' },
    },
  },
  { type: 'ReviewTask', table: 'review_task', seenBy: reviewTaskView },
  { type: 'ReviewFreeze', table: 'review_freeze', seenBy: reviewFreezeView },
];
