import { STALE, taken, type Inputs } from './matrix.input.js';

const FILE = Buffer.from('File:01900000-0000-7000-8000-000000000000').toString('base64url');

/** Inputs about replications, whether models still run, and inspections. */
export const replicationInputs: Readonly<Record<string, Inputs>> = {
  recordReplication: ({ modelId, copyId }) => ({ originId: modelId, copyId }),
  correctReplication: ({ edgeId }) => ({ id: edgeId, expectedVersion: STALE, kept: 'Thử', reason: 'Thử' }),
  correctReplicationOrigin: ({ edgeId, modelId }) => ({ id: edgeId, expectedVersion: STALE, originId: modelId, reason: 'Thử' }),
  removeReplication: taken(({ edgeId }) => edgeId),
  planReplication: ({ modelId, unitId }) => ({ originId: modelId, unitId, dueOn: '2027-01-01', basis: 'Thử' }),
  correctReplicationPlan: ({ planId }) => ({ id: planId, expectedVersion: STALE, basis: 'Thử', reason: 'Thử' }),
  removeReplicationPlan: taken(({ planId }) => planId),
  // Changes nothing: a caller with the right gets the answer that a draft is not asked.
  answerStillAlive: ({ modelId }) => ({ modelId, answer: 'RUNNING' }),
  removeStillAliveAnswer: taken(({ answerId }) => answerId),
  planInspection: ({ modelId, unitId }) => ({ modelId, unitId, plannedOn: '2027-01-01' }),
  recordInspection: ({ modelId, unitId }) => ({ modelId, unitId, heldOn: '2999-01-01', team: 'Thử', findings: 'Thử' }),
  correctInspection: ({ inspectionId }) => ({ id: inspectionId, expectedVersion: STALE, findings: 'Thử', reason: 'Thử' }),
  attachInspectionFile: ({ inspectionId }) => ({ id: inspectionId, expectedVersion: STALE, fileId: FILE }),
  detachInspectionFile: ({ inspectionId }) => ({ id: inspectionId, expectedVersion: STALE, fileId: FILE, reason: 'Thử' }),
  removeInspection: taken(({ inspectionId }) => inspectionId),
};
