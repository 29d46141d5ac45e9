import type { AppraisalData, AppraisalEntriesData } from '#documents/appraisals';

export type ShownAppraisal = NonNullable<AppraisalData['appraisalRound']>;
export type EntryRow = NonNullable<AppraisalEntriesData['appraisalRound']>['entries']['nodes'][number];

/** Where the round is not there any more while its entries are asked for. */
export const NO_ENTRIES = { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } } as const;
