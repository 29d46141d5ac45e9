import type { RecordKind } from '../../platform/records/record-kind.js';
import { CommendationErrors } from './commendation.errors.js';
import { commendationView } from './commendation.view.js';

/** What of this chapter can be removed: a commendation that was entered by mistake, while no name of its list was added. */
export const commendationRecords: readonly RecordKind[] = [
  {
    type: 'Commendation',
    table: 'commendation',
    seenBy: commendationView,
    notFound: CommendationErrors.COMMENDATION_NOT_FOUND,
    trail: 'commendation',
    action: 'commendation.remove',
    unit: 'placeId',
  },
];
