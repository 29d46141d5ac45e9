import type { GivenPlaces, Things } from './matrix.places.js';

type Inputs = (things: Things, given: GivenPlaces) => object;

const GRANT = Buffer.from('RoleGrant:01900000-0000-7000-8000-000000000000').toString('base64url');
const ACCOUNT = Buffer.from('Account:01900000-0000-7000-8000-000000000000').toString('base64url');
const FILE = Buffer.from('File:01900000-0000-7000-8000-000000000000').toString('base64url');

/** Inputs of mutations whose right no unit decides; the others are in `matrix.inputs.ts`. */
export const BESIDES: Readonly<Record<string, Inputs>> = {
  giveGrant: ({ unitId }) => ({ holderId: ACCOUNT, role: 'UNIT_OFFICER', unitId, reason: 'Thử' }),
  delegateGrant: () => ({ grantId: GRANT, toAccountId: ACCOUNT, validTo: '2999-01-01', reason: 'Thử' }),
  endGrant: () => ({ id: GRANT, expectedVersion: 1, reason: 'Thử' }),
  requestUpload: ({ modelId }) => ({ purpose: 'MODEL_ATTACHMENT', recordId: modelId, fileName: 'Báo cáo.pdf' }),
  importUnitList: () => ({ date: '2025-01-01', unitsFileId: FILE, apply: false }),
  reorganiseUnitsByLists: () => ({ date: '2025-01-01', unitsFileId: FILE, successionsFileId: FILE, apply: false }),
  saveAppraisal: ({ evaluationId }) => ({ evaluationId, expectedVersion: 1, scores: [] }),
  submitAppraisal: ({ evaluationId }) => ({ evaluationId, expectedVersion: 1, scores: [] }),
  abstainAppraisal: ({ evaluationId }) => ({ evaluationId, expectedVersion: 1, reason: 'Thử' }),
  declareConflict: ({ evaluationId, personId }) => ({ evaluationId, personId, reason: 'OTHER', words: 'Thử' }),
};

/** Mutations on what belongs to no unit, and is seen by all but where it says so. */
export const NAMED_BY_NOTHING: Readonly<Record<string, string>> = {
  addTheme: 'themes are of no unit; what only drafts have: test/sectors',
  correctTheme: 'themes are of no unit; what only drafts have: test/sectors',
  restoreThemeVersion: 'themes are of no unit; what only drafts have: test/sectors',
  removeTheme: 'themes are of no unit; what only drafts have: test/sectors',
  mergeTheme: 'themes are of no unit; what only drafts have: test/sectors',
  defineIndicator: 'indicators are seen by all',
  redefineIndicator: 'indicators are seen by all',
  correctIndicator: 'indicators are seen by all',
  removeIndicator: 'indicators are seen by all',
  defineIdentity: 'identities are seen by all',
  correctIdentity: 'identities are seen by all',
  removeIdentity: 'identities are seen by all',
  restoreAppraisalVersion: 'one’s own sheet',
  requestExport: 'a question, which answers what its asker sees: test/exports',
};
