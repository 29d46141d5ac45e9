import { fieldChangeView, objectChangeView } from '../platform/audit/object-history.view.js';
import { auditEntryView } from '../features/audit-log/audit-entry.view.js';
import { modelAttachmentView } from '../features/models/attachments/model-attachment.view.js';
import { keptContentView, modelFactView, modelFormView, modelStepView, recognitionView } from '../features/models/model-parts.view.js';
import { modelsOfDecision, modelView, personModels, themeModels, unitModels } from '../features/models/model.view.js';
import {
  ofModels,
  registrationView,
  registrationsOfModel,
  registrationsOfRound,
} from '../features/models/registration/registration.view.js';
import { accountView } from '../features/accounts/account.view.js';
import { accountPersonView } from '../features/accounts/persons/account-person.view.js';
import { apiTokenView } from '../features/accounts/tokens/api-token.view.js';
import { roleGrantView } from '../features/accounts/grants/grant.view.js';
import { councilSessionParts, councilSessionView, sessionsOfCouncil } from '../features/councils/council-session.view.js';
import {
  presenceFractionView,
  councilMemberView,
  councilRuleView,
  councilView,
  personCouncils,
} from '../features/councils/council.view.js';
import { criteriaSetVersionView, criteriaSetView } from '../features/criteria/criteria-set.view.js';
import {
  adjustmentView,
  checklistRuleView,
  criterionLevelView,
  criterionView,
  gradeBoundView,
  gradeCapView,
  gradeConditionView,
  gradeKnockOutView,
  gradeQuotaView,
  gradeView,
  sourcedPartView,
  tieBreakView,
} from '../features/criteria/version-parts.view.js';
import {
  entryFieldView,
  evaluationExplanationView,
  feedbackLineView,
  statedAnswerView,
} from '../features/evaluations/evaluation-parts.view.js';
import {
  entriesOfRound,
  evaluationsOfModel,
  evaluationsOfUnit,
  evaluationView,
  latestEvaluationOfModel,
  modelsScored,
  rankingOfRound,
} from '../features/evaluations/evaluation.view.js';
import { appraisalComplaintView } from '../features/evaluations/complaints/appraisal-complaint.view.js';
import { appraisalEvidenceView } from '../features/evaluations/evidence/appraisal-evidence.view.js';
import { modelWithheld, registrationWithheld, trailWithheld } from '../features/evaluations/judges/blind-sql.js';
import { appraisalConflictView, appraisalJudgeView } from '../features/evaluations/judges/appraisal-judge.view.js';
import { appraisalProgressView, appraisalRoundView } from '../features/evaluations/rounds/appraisal-round.view.js';
import { scoreSheetView, selfAssessmentView, sheetRevisionView, sheetScoreView } from '../features/evaluations/sheets/score-sheet.view.js';
import {
  awardMoneyOfDecision,
  commendationLawView,
  commendationMoneyView,
  commendationRecipientView,
  commendationRevocationView,
  commendationTotalView,
  commendationView,
  commendationsOfDecision,
  commendationsOfModel,
  commendationsOfPerson,
  commendationsOfUnit,
} from '../features/commendations/commendation.view.js';
import { figureParts, figureView } from '../features/indicators/figure.view.js';
import { identityView, indicatorDefinitionView, indicatorView } from '../features/indicators/indicator.view.js';
import { reviewFreezeParts, reviewFreezeView } from '../features/reviews/review-freeze.view.js';
import { reviewComparisonView, reviewTaskView, reviewUnitView, reviewView } from '../features/reviews/review.view.js';
import { proposalParts, proposalView } from '../features/proposals/proposal.view.js';
import { holdReasonView, holdView } from '../features/proposals/holds/hold.view.js';
import { commendationQuotaView, quotasOfRound } from '../features/proposals/quotas/quota.view.js';
import { decisionView } from '../features/decisions/decision.view.js';
import {
  assignedTargetView,
  formerMovementNameView,
  movementView,
  registrationExtensionView,
  registrationRoundView,
} from '../features/movements/movement.view.js';
import { receivingAuthorityView } from '../features/movements/receiving-authority.view.js';
import { personPostView, personView } from '../features/people/person.view.js';
import {
  copiesOfModel,
  ofCopies,
  originOfModel,
  replicationsOfModel,
  replicationsOfPlan,
  replicationView,
} from '../features/replications/edges/replication.view.js';
import { inspectionsOfModel, inspectionView } from '../features/replications/inspections/inspection.view.js';
import { replicationPlanView } from '../features/replications/plans/replication-plan.view.js';
import { answersOfModel, answersOfModels, stillAliveAnswerView } from '../features/replications/still-alive/still-alive.view.js';
import { sectorView, themeView } from '../features/sectors/sector.view.js';
import { actView, unitEventCountView, unitEventEffectView, unitEventView } from '../features/units/unit-event.view.js';
import { bodiesServingUnit, servedTerritoriesOfUnit, servedTerritoryView } from '../features/units/served/served-territory.view.js';
import { residualUnitView, unitSpanView, unitSuccessionView, unitView } from '../features/units/unit.view.js';
import { villageView } from '../features/units/village.view.js';
import { savedViewView } from '../insight/saved-views/saved-view.view.js';
import { fileView } from '../platform/files/file.view.js';
import type { AnyView, Views } from '../platform/views/view.js';
import { colleagueView } from '../features/accounts/grants/colleague.view.js';

/** Every view of the registry. */
const views: readonly AnyView[] = [
  unitView,
  unitSpanView,
  unitSuccessionView,
  residualUnitView,
  servedTerritoryView,
  unitEventView,
  actView,
  villageView,
  unitEventCountView,
  unitEventEffectView,
  sectorView,
  themeView,
  modelView,
  modelFormView,
  modelStepView,
  registrationView,
  keptContentView,
  recognitionView,
  modelFactView,
  personView,
  personPostView,
  auditEntryView,
  objectChangeView,
  fieldChangeView,
  decisionView,
  movementView,
  formerMovementNameView,
  registrationRoundView,
  registrationExtensionView,
  assignedTargetView,
  receivingAuthorityView,
  councilView,
  councilMemberView,
  councilRuleView,
  presenceFractionView,
  councilSessionView,
  ...councilSessionParts,
  appraisalRoundView,
  appraisalProgressView,
  evaluationView,
  evaluationExplanationView,
  entryFieldView,
  feedbackLineView,
  statedAnswerView,
  appraisalJudgeView,
  appraisalConflictView,
  appraisalComplaintView,
  appraisalEvidenceView,
  scoreSheetView,
  selfAssessmentView,
  sheetScoreView,
  sheetRevisionView,
  commendationView,
  commendationRecipientView,
  commendationMoneyView,
  commendationLawView,
  commendationRevocationView,
  commendationTotalView,
  proposalView,
  ...proposalParts,
  commendationQuotaView,
  holdView,
  holdReasonView,
  criteriaSetView,
  criteriaSetVersionView,
  criterionView,
  criterionLevelView,
  gradeView,
  gradeBoundView,
  gradeConditionView,
  gradeKnockOutView,
  gradeCapView,
  adjustmentView,
  checklistRuleView,
  gradeQuotaView,
  tieBreakView,
  sourcedPartView,
  accountView,
  colleagueView,
  accountPersonView,
  apiTokenView,
  roleGrantView,
  fileView,
  modelAttachmentView,
  replicationView,
  replicationPlanView,
  stillAliveAnswerView,
  inspectionView,
  indicatorView,
  indicatorDefinitionView,
  identityView,
  figureView,
  ...figureParts,
  reviewView,
  reviewUnitView,
  reviewTaskView,
  reviewComparisonView,
  reviewFreezeView,
  ...reviewFreezeParts,
  savedViewView,
];

export const registryViews: Views = {
  views,
  extensions: [
    { type: 'Unit', fields: { servedTerritories: servedTerritoriesOfUnit, servedBy: bodiesServingUnit } },
    { type: 'Unit', fields: { models: unitModels, evaluations: evaluationsOfUnit, commendations: commendationsOfUnit } },
    { type: 'EmulationModel', fields: { registrations: registrationsOfModel } },
    {
      type: 'EmulationModel',
      fields: { evaluations: evaluationsOfModel, latestEvaluation: latestEvaluationOfModel },
      paths: modelsScored,
      includesSelf: true,
      withheld: modelWithheld,
    },
    { type: 'Registration', withheld: registrationWithheld },
    { type: 'AuditEntry', includesSelf: true, withheld: trailWithheld },
    { type: 'EmulationModel', fields: { commendations: commendationsOfModel } },
    { type: 'Person', fields: { commendations: commendationsOfPerson } },
    { type: 'Decision', fields: { models: modelsOfDecision, commendations: commendationsOfDecision, awardMoney: awardMoneyOfDecision } },
    { type: 'AppraisalRound', fields: { commendationQuotas: quotasOfRound } },
    { type: 'AppraisalRound', fields: { entries: entriesOfRound, ranking: rankingOfRound } },
    { type: 'RegistrationRound', fields: { registrations: registrationsOfRound } },
    { type: 'Registration', through: { view: modelView, paths: ofModels } },
    { type: 'Council', fields: { sessions: sessionsOfCouncil } },
    { type: 'Person', paths: personCouncils },
    { type: 'Person', through: { view: modelView, paths: personModels } },
    { type: 'Theme', through: { view: modelView, paths: themeModels } },
    {
      type: 'EmulationModel',
      fields: {
        copyOf: originOfModel,
        copies: copiesOfModel,
        replications: replicationsOfModel,
        stillAliveAnswers: answersOfModel,
        inspections: inspectionsOfModel,
      },
    },
    { type: 'ReplicationPlan', fields: { replications: replicationsOfPlan } },
    { type: 'Replication', through: { view: modelView, paths: ofCopies } },
    { type: 'StillAliveAnswer', through: { view: modelView, paths: answersOfModels } },
    { type: 'Inspection', through: { view: modelView, paths: answersOfModels } },
  ],
};
