import { AWARD_RULE } from '../councils/given-councils.js';
import { illustrativeSet } from '../../src/features/criteria/known-sets/point-sets.js';
import { STALE, taken, unique, type Inputs } from './matrix.input.js';
import { replicationInputs } from './matrix.inputs.replications.js';
import { reviewInputs } from './matrix.inputs.reviews.js';
import { unitInputs } from './matrix.inputs.units.js';
import type { Things } from './matrix.places.js';

const steps: Inputs = ({ modelId }) => ({ models: [{ id: modelId, expectedVersion: STALE }] });
const model =
  (more: object = {}): Inputs =>
  ({ modelId }) => ({ id: modelId, expectedVersion: STALE, reason: 'Thử', ...more });
const silentModel: Inputs = ({ modelId }) => ({ id: modelId, expectedVersion: STALE });
const decision =
  (more: object = {}): Inputs =>
  ({ decisionId }) => ({ id: decisionId, expectedVersion: STALE, reason: 'Thử', ...more });
const movement =
  (more: object = {}): Inputs =>
  ({ movementId }) => ({ id: movementId, expectedVersion: STALE, reason: 'Thử', ...more });

/** Praise, which every unit may give. */
const commended = (): object => ({ form: 'BIEU_DUONG', kind: 'INDIVIDUAL', name: `Cá nhân ${unique()}`, reason: 'Thử' });

const proposal =
  (more: object = {}): Inputs =>
  ({ proposalId }) => ({ id: proposalId, expectedVersion: STALE, ...more });

const merged =
  (id: (things: Things) => string): Inputs =>
  (things, given) => ({ id: id(things), intoId: id(given.things.own), expectedVersion: STALE, reason: 'Thử' });

const person =
  (more: object = {}): Inputs =>
  ({ personId }) => ({ id: personId, expectedVersion: STALE, ...more });
const POST = Buffer.from('PersonPost:01900000-0000-7000-8000-000000000000').toString('base64url');
const EVALUATION = Buffer.from('Evaluation:01900000-0000-7000-8000-000000000000').toString('base64url');
const QUESTION = Buffer.from('CouncilQuestion:01900000-0000-7000-8000-000000000000').toString('base64url');
const FILE = Buffer.from('File:01900000-0000-7000-8000-000000000000').toString('base64url');
const COMPLAINT = Buffer.from('AppraisalComplaint:01900000-0000-7000-8000-000000000000').toString('base64url');
const CLEARANCE = Buffer.from('Clearance:01900000-0000-7000-8000-000000000000').toString('base64url');
const OBJECTION = Buffer.from('Objection:01900000-0000-7000-8000-000000000000').toString('base64url');
const VIEW = Buffer.from('SavedView:01900000-0000-7000-8000-000000000000').toString('base64url');
const CHANGE = Buffer.from('AuditEntry:01900000-0000-7000-8000-000000000000').toString('base64url');

/** Mutations whose right is required at a unit, as docs/access-matrix.md lists them: an input for the record at a place. */
export const AT_UNITS: Readonly<Record<string, Inputs>> = {
  shareView: ({ unitId }) => ({ id: VIEW, expectedVersion: STALE, unitId }),
  agreeModels: steps,
  declineModels: steps,
  openAppraisalOfModels: steps,
  receiveModels: steps,
  recogniseModels: steps,
  resumeModels: steps,
  returnModels: steps,
  revokeModels: steps,
  startModels: steps,
  stopModels: steps,
  strengthenModels: steps,
  submitModels: steps,
  recordModelSubmissions: ({ modelId }) => ({ models: [{ id: modelId, expectedVersion: STALE }], on: '2026-01-02', source: 'Sổ văn thư' }),
  sustainModels: steps,
  withdrawModels: steps,
  editModel: model(),
  trashModel: model(),
  restoreModel: silentModel,
  unmergeModel: silentModel,
  mergeModel: ({ modelId }, { things }) => ({ id: modelId, expectedVersion: STALE, intoId: things.own.modelId, reason: 'Thử' }),
  restoreModelVersion: model({ changeId: CHANGE }),
  recordModelFact: ({ modelId }) => ({ id: modelId, expectedVersion: STALE, kind: 'OUTSTANDING', on: '2025-01-01', source: 'Thử' }),
  retractModelFact: model({ kind: 'OUTSTANDING', on: '2025-01-01' }),
  recordModelRunning: ({ modelId }) => ({ id: modelId, expectedVersion: STALE, on: '2025-01-01', running: 'ACTIVE', source: 'Thử' }),
  draftRegistration: silentModel,
  recordPastRegistration: ({ modelId }) => ({ id: modelId, expectedVersion: STALE, on: '2024', source: 'Sổ cũ' }),
  recordModelState: ({ modelId }) => ({ id: modelId, expectedVersion: STALE, state: 'RECEIVED', on: '2024', source: 'Sổ cũ' }),
  correctAttestation: model({ source: 'Sổ cũ' }),
  renameModel: model({ title: 'Tên khác', from: '2025-01-01' }),
  undoModelRename: model(),
  takeBackModelStep: model({ action: 'draft' }),
  attachModelFile: ({ modelId }) => ({ id: modelId, expectedVersion: STALE, fileId: FILE, kind: 'OTHER' }),
  detachModelFile: model({ fileId: FILE }),
  draftModel: ({ unitId }) => ({ unitId, title: `Nháp ${unique()}`, subjectKind: 'COLLECTIVE' }),
  recordPast: ({ unitId }) => ({ unitId, title: `Cũ ${unique()}`, subjectKind: 'COLLECTIVE', attestedOn: '2024-01-01', source: 'Sổ cũ' }),
  recordDecision: ({ unitId }) => ({ issuerId: unitId, number: `${unique()}/QĐ-MT`, kind: 'DECISION', issuedOn: '2024-01-01' }),
  correctDecision: decision({ abstract: 'Thử' }),
  restoreDecisionVersion: decision({ changeId: CHANGE }),
  attachDecisionScan: ({ decisionId }) => ({ id: decisionId, expectedVersion: STALE, fileId: FILE }),
  detachDecisionScan: decision({ fileId: FILE }),
  launchMovement: ({ unitId }) => ({ launcherId: unitId, name: `Đợt thi đua ${unique()}`, starts: '2024' }),
  correctMovement: movement({ note: 'Thử' }),
  endMovement: movement({ ends: '2030' }),
  restoreMovementVersion: movement({ changeId: CHANGE }),
  openRegistrationRound: ({ unitId }, { movementId }) => {
    return { movementId, unitId, name: `Đợt ${unique()}`, opensOn: '2026-01-01', closesOn: '2026-02-01' };
  },
  moveRegistrationDeadline: ({ roundId }) => ({ id: roundId, expectedVersion: STALE, closesOn: '2026-12-30', reason: 'Thử' }),
  extendRegistration: ({ unitId }, { roundId }) => ({ roundId, unitId, closesOn: '2027-02-28', expectedVersion: STALE, reason: 'Thử' }),
  withdrawExtension: ({ extensionId }) => ({ id: extensionId, expectedVersion: STALE, reason: 'Thử' }),
  assignTarget: ({ unitId }, { roundId }) => ({ roundId, unitId, count: 3, basis: 'Thử', expectedVersion: STALE }),
  setMovementFormItems: ({ movementId }) => ({ id: movementId, from: '2026-01-01', items: ['AIMS'], basis: 'Thử', expectedVersion: STALE }),
  setRoundFormItems: ({ roundId }) => ({ id: roundId, from: '2026-01-01', items: ['AIMS'], basis: 'Thử', expectedVersion: STALE }),
  setReceivingAuthority: ({ unitId }) => ({
    unitId,
    line: 'OTHER',
    receiverId: unitId,
    level: 'COMMUNE',
    validFrom: '2020-01-01',
    basis: 'Thử',
  }),
  endReceivingAuthority: ({ ruleId }) => ({ id: ruleId, expectedVersion: STALE, validTo: '2030-01-01', reason: 'Thử' }),
  renameMovement: movement({ name: 'Tên khác', from: '2021-01-01' }),
  undoMovementRename: movement(),
  removeMovement: taken(({ movementId }) => movementId),
  mergeMovement: merged(({ movementId }) => movementId),
  correctRegistrationRound: ({ roundId }) => ({ id: roundId, expectedVersion: STALE, reason: 'Thử', name: 'Đợt khác' }),
  removeRegistrationRound: taken(({ roundId }) => roundId),
  mergeRegistrationRound: merged(({ roundId }) => roundId),
  removeTarget: taken(({ targetId }) => targetId),
  correctReceivingAuthority: ({ ruleId }) => ({ id: ruleId, expectedVersion: STALE, reason: 'Thử', basis: 'Thử' }),
  removeReceivingAuthority: taken(({ ruleId }) => ruleId),
  draftCriteriaSet: ({ unitId }) => ({
    issuerId: unitId,
    name: `Bộ tiêu chí ${unique()}`,
    graded: 'UNIT_YEAR',
    version: { scoring: 'GUIDANCE' },
  }),
  correctCriteriaSet: ({ setId }) => ({ id: setId, expectedVersion: STALE, reason: 'Thử', note: 'Thử' }),
  importCriteriaSet: ({ unitId }) => ({ issuerId: unitId, document: JSON.stringify(illustrativeSet) }),
  editCriteriaSetVersion: ({ draftId }) => ({ id: draftId, expectedVersion: STALE, version: { scoring: 'GUIDANCE' } }),
  copyCriteriaSetVersion: ({ draftId }) => ({ id: draftId }),
  publishCriteriaSetVersion: ({ draftId }) => ({ id: draftId, expectedVersion: STALE }),
  removeCriteriaSetVersion: taken(({ draftId }) => draftId),
  draftDecision: ({ unitId }) => ({ issuerId: unitId, kind: 'DECISION' }),
  approveDecision: ({ decisionId }) => ({ id: decisionId, expectedVersion: STALE }),
  issueDecision: ({ decisionId }) => ({ id: decisionId, expectedVersion: STALE, number: '1/QĐ', issuedOn: '2026-01-01' }),
  amendDecision: ({ decisionId }) => ({ id: decisionId, expectedVersion: STALE, byId: decisionId, reason: 'Thử' }),
  revokeDecision: decision({ on: '2026-01-01', ground: 'VIOLATION' }),
  draftCommendations: ({ decisionId }) => ({ decisionId, expectedVersion: STALE, recipients: [commended()] }),
  grantCommendations: ({ unitId }) => ({
    decision: { issuerId: unitId, number: `${unique()}/QĐ-KT`, issuedOn: '2026-01-01' },
    recipients: [commended()],
  }),
  recordPastCommendation: ({ unitId }) => ({ issuerId: unitId, source: 'Sổ cũ' }),
  completeCommendation: ({ commendationId }) => ({ id: commendationId, expectedVersion: STALE, recipients: [{ name: 'Cá nhân A' }] }),
  takeBackCompletion: taken(({ commendationId }) => commendationId),
  takeBackRevocation: taken(({ commendationId }) => commendationId),
  revokeCommendation: ({ commendationId: id }) => ({ id, expectedVersion: STALE, on: '2026-01-01', ground: 'VIOLATION', reason: 'Thử' }),
  markRecovered: ({ commendationId }) => ({ id: commendationId, expectedVersion: STALE, what: 'MONEY', on: '2026-01-01' }),
  decideTitleMoney: ({ commendationId }) => ({ id: commendationId, expectedVersion: STALE, amount: 0, reason: 'Thử' }),
  correctCommendation: ({ commendationId }) => ({ id: commendationId, expectedVersion: STALE, post: 'Trưởng thôn', reason: 'Thử' }),
  removeCommendation: taken(({ commendationId }) => commendationId),
  draftProposal: ({ unitId }) => ({
    proposerId: unitId,
    title: 'Thử',
    items: [{ form: 'GIAY_KHEN', kind: 'INDIVIDUAL', name: `Cá nhân ${unique()}`, reason: 'Thử' }],
  }),
  removeProposal: taken(({ proposalId }) => proposalId),
  editProposal: proposal({ title: 'Khác' }),
  sendProposal: ({ proposalId, unitId }) => ({ id: proposalId, expectedVersion: STALE, issuerId: unitId }),
  returnProposal: proposal({ reason: 'Thử' }),
  decideProposal: ({ proposalId, decisionId }) => ({ id: proposalId, expectedVersion: STALE, contentHash: 'a', decisionId }),
  attachProposalFile: proposal({ fileId: FILE, part: 'OTHER' }),
  detachProposalFile: proposal({ fileId: FILE, reason: 'Thử' }),
  askClearance: proposal({ agency: 'Công an' }),
  answerClearance: proposal({ clearanceId: CLEARANCE, result: 'CLEAR' }),
  openPublicComment: proposal({ days: 5 }),
  recordObjection: proposal({ words: 'Thử' }),
  answerObjection: proposal({ objectionId: OBJECTION, answer: 'Thử' }),
  setCommendationQuotas: ({ appraisalId }) => ({ roundId: appraisalId, expectedVersion: STALE }),
  placeHold: ({ unitId }) => ({
    bodyId: unitId,
    unitId,
    name: `Cá nhân ${unique()}`,
    ground: 'VERIFICATION',
    reason: 'Thử',
    source: 'Thử',
    reviewOn: '2099-01-01',
  }),
  correctHold: ({ holdId }) => ({ id: holdId, expectedVersion: STALE, source: 'Khác', reason: 'Thử' }),
  reviewHold: ({ holdId }) => ({ id: holdId, expectedVersion: STALE, reviewOn: '2099-01-01', reason: 'Thử' }),
  liftHold: ({ holdId }) => ({ id: holdId, expectedVersion: STALE, reason: 'Thử' }),
  takeBackDecisionRevocation: taken(({ decisionId }) => decisionId),
  removeDecision: taken(({ decisionId }) => decisionId),
  mergeDecision: merged(({ decisionId }) => decisionId),
  correctPost: person({ postId: POST, title: 'Phó Chủ tịch', reason: 'Thử' }),
  removePost: person({ postId: POST, reason: 'Thử' }),
  removePerson: taken(({ personId }) => personId),
  mergePerson: merged(({ personId }) => personId),
  // The version of criteria is a draft, so that nothing is opened.
  openAppraisalRound: ({ unitId, draftId }) => ({ unitId, name: 'Đợt', criteriaVersionId: draftId, year: 2026, unitIds: [unitId] }),
  assignAppraisals: ({ appraisalId }) => ({ roundId: appraisalId, how: 'BY_HAND' }),
  closeAppraisalRound: ({ appraisalId }) => ({ id: appraisalId, expectedVersion: STALE }),
  reopenAppraisalRound: ({ appraisalId }) => ({ id: appraisalId, expectedVersion: STALE, reason: 'Thử' }),
  decideTie: ({ appraisalId, evaluationId }) => ({ roundId: appraisalId, evaluationIds: [evaluationId, EVALUATION], reason: 'Thử' }),
  decideGrade: ({ evaluationId }) => ({ id: evaluationId, expectedVersion: STALE, grade: 'TOT', reason: 'Thử' }),
  stateAppraisalFacts: ({ evaluationId }) => ({ id: evaluationId, expectedVersion: STALE, basis: 'Thử' }),
  overrideConflict: ({ evaluationId, personId }) => ({ evaluationId, personId, reason: 'Thử' }),
  recordAppraisalComplaint: ({ evaluationId }) => ({ evaluationId, receivedOn: '2000-01-01', words: 'Thử' }),
  answerAppraisalComplaint: ({ evaluationId }) => ({ evaluationId, expectedVersion: STALE, complaintId: COMPLAINT, answer: 'Thử' }),
  attachAppraisalEvidence: ({ evaluationId }) => ({ id: evaluationId, expectedVersion: STALE, fileId: FILE, code: 'I.1' }),
  detachAppraisalEvidence: ({ evaluationId }) => ({ id: evaluationId, expectedVersion: STALE, fileId: FILE, reason: 'Thử' }),
  saveSelfAssessment: ({ evaluationId }) => ({ evaluationId, expectedVersion: STALE, scores: [] }),
  submitSelfAssessment: ({ evaluationId }) => ({ evaluationId, expectedVersion: STALE, scores: [] }),
  createCouncil: ({ unitId }) => ({ unitId, name: `Hội đồng ${unique()}`, kind: 'OTHER', validFrom: '2025-01-01' }),
  correctCouncil: ({ councilId }) => ({ id: councilId, expectedVersion: STALE, name: 'Tên khác', reason: 'Thử' }),
  endCouncil: ({ councilId }) => ({ id: councilId, expectedVersion: STALE, validTo: '2030-01-01', reason: 'Thử' }),
  removeCouncil: taken(({ councilId }) => councilId),
  // Changes nothing: a caller with the right is told that the person is a member already.
  appointCouncilMember: ({ councilId, personId }) => ({ councilId, personId, role: 'MEMBER', validFrom: '2025-01-01' }),
  correctCouncilMember: ({ memberId }) => ({ id: memberId, expectedVersion: STALE, role: 'DEPUTY', reason: 'Thử' }),
  endCouncilMembership: ({ memberId }) => ({ id: memberId, expectedVersion: STALE, validTo: '2030-01-01', reason: 'Thử' }),
  removeCouncilMember: taken(({ memberId }) => memberId),
  setCouncilRule: ({ councilId }) => ({ councilId, ...AWARD_RULE }),
  endCouncilRule: ({ councilRuleId }) => ({ id: councilRuleId, expectedVersion: STALE, validTo: '2030-01-01', reason: 'Thử' }),
  correctCouncilRule: ({ councilRuleId }) => ({ id: councilRuleId, expectedVersion: STALE, basis: 'Thử', reason: 'Thử' }),
  removeCouncilRule: taken(({ councilRuleId }) => councilRuleId),
  recordCouncilSession: ({ councilId }) => ({ councilId, kind: 'GENERAL', heldOn: '2999-01-01', subject: 'Thử', attendance: [] }),
  correctCouncilSession: ({ sessionId }) => ({ id: sessionId, expectedVersion: STALE, subject: 'Khác', reason: 'Thử' }),
  removeCouncilSession: taken(({ sessionId }) => sessionId),
  recordCouncilVotes: ({ sessionId }) => {
    return { sessionId, expectedVersion: STALE, text: 'Thử', inFavour: 1, against: 0, abstained: 0 };
  },
  removeCouncilVotes: ({ sessionId }) => ({ sessionId, questionId: QUESTION, expectedVersion: STALE, reason: 'Thử' }),
  ...replicationInputs,
  ...unitInputs,
  ...reviewInputs,
  recordPerson: ({ unitId }) => ({ unitId, name: `Cá nhân ${unique()}` }),
  correctPerson: person({ name: 'Cá nhân khác', reason: 'Thử' }),
  appointPerson: ({ personId, unitId }) => ({ id: personId, expectedVersion: STALE, post: { unitId, title: 'Chủ tịch' } }),
  endPost: person({ postId: POST, validTo: '2025-01-01', reason: 'Thử' }),
  revealPersonalData: ({ personId }) => ({ id: personId, fields: ['PHONE'], purpose: 'Thử' }),
  gatherPersonalData: ({ personId }) => ({ id: personId, purpose: 'Thử' }),
  keepPersonalData: person({ phone: '0900000000', reason: 'Thử' }),
  erasePersonalData: person({ reason: 'Thử' }),
};

/** All other mutations, with the reason why no unit decides; a new mutation has to be added here or above. */
export const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'about no unit, permitted with a grant at any unit': [
    'addTheme',
    'correctTheme',
    'restoreThemeVersion',
    'removeTheme',
    'mergeTheme',
    'defineIndicator',
    'redefineIndicator',
    'correctIndicator',
    'removeIndicator',
    'defineIdentity',
    'correctIdentity',
    'removeIdentity',
  ],
  'about grants: no-actor-exceeds-their-own-grants, a-grant-is-delegated-for-a-time': ['giveGrant', 'delegateGrant', 'endGrant'],
  'a member scores what is assigned, at any unit; the board enters for a member at the unit of the round: test/evaluations': [
    'saveAppraisal',
    'submitAppraisal',
    'abstainAppraisal',
    'restoreAppraisalVersion',
    'declareConflict',
  ],
  'an upload asks the right of its record: test/files': ['requestUpload'],
  'an export has what its asker sees, at any unit: test/exports': ['requestExport'],
  'a list names its units in a file: test/files/unit-lists-by-upload': ['importUnitList', 'reorganiseUnitsByLists'],
};
