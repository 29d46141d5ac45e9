import type { RecordKind } from '../../platform/records/record-kind.js';
import { replicationView } from './edges/replication.view.js';
import { InspectionErrors } from './inspections/inspection.errors.js';
import { inspectionView } from './inspections/inspection.view.js';
import { replicationPlanView } from './plans/replication-plan.view.js';
import { ReplicationErrors } from './replication.errors.js';
import { StillAliveErrors } from './still-alive/still-alive.errors.js';
import { ANSWER } from './still-alive/still-alive.js';
import { stillAliveAnswerView } from './still-alive/still-alive.view.js';

/** What this chapter has that can be removed. A model has the trash, so nothing here rests on a record but replications on their plan. */
export const replicationRecords: readonly RecordKind[] = [
  {
    type: 'Replication',
    table: 'replication',
    seenBy: replicationView,
    notFound: ReplicationErrors.REPLICATION_NOT_FOUND,
    trail: 'replication',
    action: 'replication.record',
    unit: 'unitId',
  },
  {
    type: 'ReplicationPlan',
    table: 'replication_plan',
    seenBy: replicationPlanView,
    notFound: ReplicationErrors.REPLICATION_PLAN_NOT_FOUND,
    trail: 'replicationPlan',
    action: 'replication.plan',
    unit: 'unitId',
  },
  {
    type: 'StillAliveAnswer',
    table: 'still_alive_answer',
    seenBy: stillAliveAnswerView,
    notFound: StillAliveErrors.STILL_ALIVE_ANSWER_NOT_FOUND,
    trail: 'stillAlive',
    action: ANSWER,
    unit: 'unitId',
  },
  {
    type: 'Inspection',
    table: 'inspection',
    seenBy: inspectionView,
    notFound: InspectionErrors.INSPECTION_NOT_FOUND,
    trail: 'inspection',
    action: 'inspection.record',
    unit: 'unitId',
    parts: { inspection_file: { vi: 'tài liệu kiểm tra', en: 'files' } },
  },
];
