import { SavedViewEntity } from '../insight/saved-views/saved-view.entity.js';
import { ListExportEntity } from '../insight/exports/export.entity.js';
import { AccountEntity } from '../features/accounts/account.entity.js';
import { PasswordResetEntity } from '../features/accounts/passwords/password-reset.entity.js';
import { RecoveryCodeEntity, SecondFactorEntity } from '../features/accounts/second-factor/second-factor.entity.js';
import { SessionEntity } from '../features/accounts/sessions/session.entity.js';
import { SignInThrottleEntity } from '../features/accounts/sign-in/sign-in-throttle.entity.js';
import { OutsideIdentityEntity } from '../features/accounts/single-sign-on/outside-identity.entity.js';
import { AccountPersonEntity } from '../features/accounts/persons/account-person.entity.js';
import { ApiTokenEntity } from '../features/accounts/tokens/api-token.entity.js';
import { RoleGrantEntity } from '../features/accounts/grants/role-grant.entity.js';
import {
  CouncilAttendanceEntity,
  CouncilOpinionEntity,
  CouncilQuestionEntity,
  CouncilSessionEntity,
} from '../features/councils/council-session.entity.js';
import { CouncilEntity, CouncilMemberEntity, CouncilRuleEntity } from '../features/councils/council.entity.js';
import { CommendationEntity } from '../features/commendations/commendation.entity.js';
import { GrantDraftEntity } from '../features/commendations/grants/grant-draft.entity.js';
import {
  BaseSalaryEntity,
  CommendationActEntity,
  CommendationAuthorityEntity,
  CommendationRateEntity,
  MoneyRoundingEntity,
} from '../features/commendations/forms/rules.entity.js';
import { ProposalEntity, ProposalSnapshotEntity } from '../features/proposals/proposal.entity.js';
import {
  ProposalClearanceEntity,
  ProposalFileEntity,
  ProposalItemEntity,
  ProposalObjectionEntity,
} from '../features/proposals/proposal-parts.entity.js';
import { CommendationQuotaEntity } from '../features/proposals/quotas/quota.entity.js';
import { HoldEntity } from '../features/proposals/holds/hold.entity.js';
import { DecisionEntity } from '../features/decisions/decision.entity.js';
import { DecisionScanEntity } from '../features/decisions/scans/decision-scan.entity.js';
import {
  EmulationModelEntity,
  EmulationModelJointOwnerEntity,
  EmulationModelThemeEntity,
  ModelFormEntity,
} from '../features/models/emulation-model.entity.js';
import { ModelAttachmentEntity } from '../features/models/attachments/model-attachment.entity.js';
import { ModelFactEntity } from '../features/models/facts/model-fact.entity.js';
import { ModelCodeCounterEntity } from '../features/models/registration/model-code-counter.entity.js';
import { ContentSnapshotEntity, FormerTitleEntity, RegistrationEntity } from '../features/models/registration/registration.entity.js';
import { ModelStepEntity, RecognitionEntity } from '../features/models/steps/model-step.entity.js';
import { FormerMovementNameEntity } from '../features/movements/former-movement-name.entity.js';
import { MovementEntity } from '../features/movements/movement.entity.js';
import { PersonalDataEntity, PersonEntity, PersonPostEntity } from '../features/people/person.entity.js';
import { RequiredFormItemsEntity } from '../features/movements/required-form-items.entity.js';
import { ReceivingAuthorityEntity } from '../features/movements/receiving-authority.entity.js';
import {
  AssignedTargetEntity,
  RegistrationExtensionEntity,
  RegistrationRoundEntity,
} from '../features/movements/registration-round.entity.js';
import { AppraisalRoundEntity } from '../features/evaluations/rounds/appraisal-round.entity.js';
import { EvaluationEntity } from '../features/evaluations/evaluation.entity.js';
import { AppraisalComplaintEntity } from '../features/evaluations/complaints/appraisal-complaint.entity.js';
import { AppraisalEvidenceEntity } from '../features/evaluations/evidence/appraisal-evidence.entity.js';
import { ScoreSheetEntity, ScoreSheetRevisionEntity } from '../features/evaluations/sheets/score-sheet.entity.js';
import { AppraisalAssignmentEntity, AppraisalConflictEntity } from '../features/evaluations/judges/appraisal-judge.entity.js';
import { CriteriaSetEntity, CriteriaSetVersionEntity, CriterionEntity } from '../features/criteria/criteria-set.entity.js';
import { ReplicationEntity } from '../features/replications/edges/replication.entity.js';
import { InspectionEntity } from '../features/replications/inspections/inspection.entity.js';
import { InspectionFileEntity } from '../features/replications/inspections/inspection-file.entity.js';
import { ReplicationPlanEntity } from '../features/replications/plans/replication-plan.entity.js';
import { StillAliveAnswerEntity } from '../features/replications/still-alive/still-alive-answer.entity.js';
import { CalendarDayEntity, CalendarYearEntity } from '../features/calendar/calendar.entity.js';
import { SectorEntity, SectorMappingEntity } from '../features/sectors/sector.entity.js';
import { ThemeEntity } from '../features/sectors/theme.entity.js';
import { UnitEventEntity, UnitEventRowEntity } from '../features/units/unit-event.entity.js';
import { ServedTerritoryEntity } from '../features/units/served/served-territory.entity.js';
import { UnitEntity, UnitPlaceEntity, UnitSpanEntity, UnitSuccessionEntity } from '../features/units/unit.entity.js';
import { SearchWordEntity } from '../insight/search/search-word.entity.js';
import {
  CountedDayEntity,
  CountedEventEntity,
  CountedPlaceEntity,
  EventCountEntity,
  UncountedModelEntity,
} from '../insight/statistics/kept/kept-counts.entity.js';
import { AuditEntryEntity, AuditPendingEntity, AuditSealEntity } from '../platform/audit/audit-entry.entity.js';
import type { Schema } from '../platform/database/connection.js';
import { IdempotencyKeyEntity } from '../platform/database/idempotency-key.entity.js';
import { MergedRecordEntity } from '../platform/records/merged-record.entity.js';
import { RateLimitEntity } from '../platform/limits/rate-limit.entity.js';
import { SecretEntity } from '../platform/database/secret.entity.js';
import { FileEntity, UploadTicketEntity } from '../platform/files/file.entity.js';
import { AbbreviationEntity } from '../platform/words/abbreviation.entity.js';
import { FigureRemarkEntity } from '../features/indicators/figure-remark.entity.js';
import { FigureTargetEntity } from '../features/indicators/figure-target.entity.js';
import { FigureEntity, FigureSourceEntity, ResidualExplanationEntity } from '../features/indicators/figure.entity.js';
import { IdentityEntity, IdentityPartEntity, IndicatorDefinitionEntity, IndicatorEntity } from '../features/indicators/indicator.entity.js';
import {
  ReviewCommendationEntity,
  ReviewEntity,
  ReviewFreezeEntity,
  ReviewModelEntity,
  ReviewOrganiserEntity,
  ReviewTaskEntity,
  ReviewUnitEntity,
} from '../features/reviews/review.entity.js';
import { migrations } from './migrations.js';

/** Every table and every migration of the registry, in order. */
export const registrySchema: Schema = {
  entities: [
    AuditEntryEntity,
    AuditPendingEntity,
    AuditSealEntity,
    IdempotencyKeyEntity,
    SecretEntity,
    RateLimitEntity,
    MergedRecordEntity,
    UnitEntity,
    UnitSpanEntity,
    UnitSuccessionEntity,
    UnitPlaceEntity,
    ServedTerritoryEntity,
    UnitEventEntity,
    UnitEventRowEntity,
    AccountEntity,
    ApiTokenEntity,
    SessionEntity,
    PasswordResetEntity,
    SignInThrottleEntity,
    SecondFactorEntity,
    RecoveryCodeEntity,
    RoleGrantEntity,
    OutsideIdentityEntity,
    AccountPersonEntity,
    SectorEntity,
    CriteriaSetEntity,
    CriteriaSetVersionEntity,
    CriterionEntity,
    SectorMappingEntity,
    ThemeEntity,
    EmulationModelEntity,
    EmulationModelJointOwnerEntity,
    EmulationModelThemeEntity,
    AbbreviationEntity,
    SearchWordEntity,
    CountedEventEntity,
    CountedPlaceEntity,
    EventCountEntity,
    CountedDayEntity,
    UncountedModelEntity,
    ModelFormEntity,
    ModelCodeCounterEntity,
    ModelStepEntity,
    RegistrationEntity,
    ContentSnapshotEntity,
    FormerTitleEntity,
    RecognitionEntity,
    ModelFactEntity,
    DecisionEntity,
    MovementEntity,
    FormerMovementNameEntity,
    RegistrationRoundEntity,
    RegistrationExtensionEntity,
    AssignedTargetEntity,
    ReceivingAuthorityEntity,
    RequiredFormItemsEntity,
    PersonEntity,
    PersonPostEntity,
    PersonalDataEntity,
    CouncilEntity,
    CouncilMemberEntity,
    CouncilRuleEntity,
    CouncilSessionEntity,
    CouncilAttendanceEntity,
    CouncilQuestionEntity,
    CouncilOpinionEntity,
    AppraisalRoundEntity,
    EvaluationEntity,
    CommendationActEntity,
    CommendationAuthorityEntity,
    CommendationRateEntity,
    BaseSalaryEntity,
    MoneyRoundingEntity,
    CommendationEntity,
    ProposalEntity,
    ProposalItemEntity,
    ProposalSnapshotEntity,
    ProposalFileEntity,
    ProposalClearanceEntity,
    ProposalObjectionEntity,
    CommendationQuotaEntity,
    HoldEntity,
    GrantDraftEntity,
    ScoreSheetEntity,
    ScoreSheetRevisionEntity,
    AppraisalComplaintEntity,
    AppraisalEvidenceEntity,
    AppraisalAssignmentEntity,
    AppraisalConflictEntity,
    FileEntity,
    UploadTicketEntity,
    ModelAttachmentEntity,
    DecisionScanEntity,
    ReplicationEntity,
    ReplicationPlanEntity,
    StillAliveAnswerEntity,
    InspectionEntity,
    InspectionFileEntity,
    CalendarYearEntity,
    CalendarDayEntity,
    ListExportEntity,
    SavedViewEntity,
    IndicatorEntity,
    IndicatorDefinitionEntity,
    IdentityEntity,
    IdentityPartEntity,
    FigureSourceEntity,
    FigureEntity,
    FigureTargetEntity,
    FigureRemarkEntity,
    ResidualExplanationEntity,
    ReviewEntity,
    ReviewOrganiserEntity,
    ReviewUnitEntity,
    ReviewModelEntity,
    ReviewCommendationEntity,
    ReviewTaskEntity,
    ReviewFreezeEntity,
  ],
  migrations,
};
