import type { RestingKind } from '../../platform/records/record-kind.js';
import { holdView } from './holds/hold.view.js';
import { proposalView } from './proposal.view.js';

/** What of this chapter rests on models, people, units, decisions, councils and commendations. */
export const proposalsAtRest: readonly RestingKind[] = [
  {
    type: 'Proposal',
    table: 'proposal',
    links: { proposal_item: 'proposal_id' },
    name: { vi: 'tờ trình khen thưởng', en: 'proposals' },
    seenBy: proposalView,
  },
  {
    type: 'Hold',
    table: 'commendation_hold',
    name: { vi: 'ghi nhận chưa khen thưởng', en: 'holds' },
    seenBy: holdView,
    confidential: true,
  },
];
