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
import {
  ProposalClearanceEntity,
  ProposalEntity,
  ProposalFileEntity,
  ProposalItemEntity,
  ProposalObjectionEntity,
  ProposalSnapshotEntity,
} from '../features/proposals/proposal.entity.js';
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
import { ReplicationPlanEntity } from '../features/replications/plans/replication-plan.entity.js';
import { StillAliveAnswerEntity } from '../features/replications/still-alive/still-alive-answer.entity.js';
import { CalendarDayEntity, CalendarYearEntity } from '../features/calendar/calendar.entity.js';
import { SectorEntity, SectorMappingEntity } from '../features/sectors/sector.entity.js';
import { ThemeEntity } from '../features/sectors/theme.entity.js';
import { UnitEventEntity, UnitEventRowEntity } from '../features/units/unit-event.entity.js';
import { UnitEntity, UnitPlaceEntity, UnitSpanEntity, UnitSuccessionEntity } from '../features/units/unit.entity.js';
import { SearchWordEntity } from '../insight/search/search-word.entity.js';
import { AuditEntryEntity, AuditPendingEntity, AuditSealEntity } from '../platform/audit/audit-entry.entity.js';
import type { Schema } from '../platform/database/connection.js';
import { IdempotencyKeyEntity } from '../platform/database/idempotency-key.entity.js';
import { MergedRecordEntity } from '../platform/records/merged-record.entity.js';
import { RateLimitEntity } from '../platform/limits/rate-limit.entity.js';
import { SecretEntity } from '../platform/database/secret.entity.js';
import { FileEntity, UploadTicketEntity } from '../platform/files/file.entity.js';
import { AbbreviationEntity } from '../platform/words/abbreviation.entity.js';
import { FigureEntity, FigureSourceEntity, ResidualExplanationEntity } from '../features/indicators/figure.entity.js';
import { IdentityEntity, IdentityPartEntity, IndicatorDefinitionEntity, IndicatorEntity } from '../features/indicators/indicator.entity.js';
import {
  ReviewEntity,
  ReviewFreezeEntity,
  ReviewModelEntity,
  ReviewOrganiserEntity,
  ReviewTaskEntity,
  ReviewUnitEntity,
} from '../features/reviews/review.entity.js';
import { migrations } from './migrations.js';
import { Platform1700000000001 } from './migrations/1700000000001-platform.js';
import { Units1700000000002 } from './migrations/1700000000002-units.js';
import { Accounts1700000000003 } from './migrations/1700000000003-accounts.js';
import { Sectors1700000000004 } from './migrations/1700000000004-sectors.js';
import { Models1700000000005 } from './migrations/1700000000005-models.js';
import { Search1700000000006 } from './migrations/1700000000006-search.js';
import { Movements1700000000007 } from './migrations/1700000000007-movements.js';
import { ModelLife1700000000008 } from './migrations/1700000000008-model-life.js';
import { ReadPathIndexes1700000000009 } from './migrations/1700000000009-read-path-indexes.js';
import { SignIn1700000000010 } from './migrations/1700000000010-sign-in.js';
import { SecondFactors1700000000011 } from './migrations/1700000000011-second-factors.js';
import { SingleSignOn1700000000012 } from './migrations/1700000000012-single-sign-on.js';
import { Grants1700000000013 } from './migrations/1700000000013-grants.js';
import { RateLimit1700000000016 } from './migrations/1700000000016-rate-limit.js';
import { Trail1700000000018 } from './migrations/1700000000018-trail.js';
import { People1700000000019 } from './migrations/1700000000019-people.js';
import { PeopleOfModels1700000000020 } from './migrations/1700000000020-people-of-models.js';
import { ModelCopies1700000000023 } from './migrations/1700000000023-model-copies.js';
import { Files1700000000024 } from './migrations/1700000000024-files.js';
import { Attachments1700000000025 } from './migrations/1700000000025-attachments.js';
import { Delegation1700000000026 } from './migrations/1700000000026-delegation.js';
import { ModelsOfAHolder1700000000027 } from './migrations/1700000000027-models-of-a-holder.js';
import { WaitingModels1700000000028 } from './migrations/1700000000028-waiting-models.js';
import { UnitsOfPeople1700000000029 } from './migrations/1700000000029-units-of-people.js';
import { WalksKnowTheHolder1700000000030 } from './migrations/1700000000030-walks-know-the-holder.js';
import { MergedModels1700000000031 } from './migrations/1700000000031-merged-models.js';
import { StepsNameUnits1700000000032 } from './migrations/1700000000032-steps-name-units.js';
import { UnitPlaces1700000000033 } from './migrations/1700000000033-unit-places.js';
import { ConfirmedUnits1700000000034 } from './migrations/1700000000034-confirmed-units.js';
import { PlainSigns1700000000035 } from './migrations/1700000000035-plain-signs.js';
import { MergedRecords1700000000036 } from './migrations/1700000000036-merged-records.js';
import { PapersOfThePast1700000000037 } from './migrations/1700000000037-papers-of-the-past.js';
import { Villages1700000000038 } from './migrations/1700000000038-villages.js';
import { FormerMovementNames1700000000039 } from './migrations/1700000000039-former-movement-names.js';
import { Registrations1700000000040 } from './migrations/1700000000040-registrations.js';
import { EverydayAbbreviations1700000000046 } from './migrations/1700000000046-everyday-abbreviations.js';
import { RequiredFormItems1700000000047 } from './migrations/1700000000047-required-form-items.js';
import { Criteria1700000000048 } from './migrations/1700000000048-criteria.js';
import { Councils1700000000049 } from './migrations/1700000000049-councils.js';
import { Evaluations1700000000050 } from './migrations/1700000000050-evaluations.js';
import { DaysOfPapers1700000000058 } from './migrations/1700000000058-days-of-papers.js';
import { Commendations1700000000060 } from './migrations/1700000000060-commendations.js';
import { LifeOfDecisions1700000000061 } from './migrations/1700000000061-life-of-decisions.js';
import { CommendedModels1700000000062 } from './migrations/1700000000062-commended-models.js';
import { Replications1700000000064 } from './migrations/1700000000064-replications.js';
import { RunningModels1700000000065 } from './migrations/1700000000065-running-models.js';
import { Calendar1700000000066 } from './migrations/1700000000066-calendar.js';
import { BlindRounds1700000000067 } from './migrations/1700000000067-blind-rounds.js';
import { RequiredAppraisals1700000000068 } from './migrations/1700000000068-required-appraisals.js';
import { EvidenceAndComplaints1700000000069 } from './migrations/1700000000069-evidence-and-complaints.js';
import { GivenNames1700000000071 } from './migrations/1700000000071-given-names.js';
import { SealedHead1700000000070 } from './migrations/1700000000070-sealed-head.js';
import { Exports1700000000075 } from './migrations/1700000000075-exports.js';
import { Indicators1700000000078 } from './migrations/1700000000078-indicators.js';
import { Reviews1700000000079 } from './migrations/1700000000079-reviews.js';
import { Proposals1700000000082 } from './migrations/1700000000082-proposals.js';
import { CommendationQuotas1700000000083 } from './migrations/1700000000083-commendation-quotas.js';
import { Holds1700000000084 } from './migrations/1700000000084-holds.js';

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
    UnitPlaceEntity,
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
    GrantDraftEntity,
    ProposalEntity,
    ProposalItemEntity,
    ProposalSnapshotEntity,
    ProposalFileEntity,
    ProposalClearanceEntity,
    ProposalObjectionEntity,
    CommendationQuotaEntity,
    HoldEntity,
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
    CalendarYearEntity,
    CalendarDayEntity,
    ListExportEntity,
    IndicatorEntity,
    IndicatorDefinitionEntity,
    IdentityEntity,
    IdentityPartEntity,
    FigureSourceEntity,
    FigureEntity,
    ResidualExplanationEntity,
    ReviewEntity,
    ReviewOrganiserEntity,
    ReviewUnitEntity,
    ReviewModelEntity,
    ReviewTaskEntity,
    ReviewFreezeEntity,
  ],
  migrations,
  migrations: [
    Platform1700000000001,
    Units1700000000002,
    Accounts1700000000003,
    Sectors1700000000004,
    Models1700000000005,
    Search1700000000006,
    Movements1700000000007,
    ModelLife1700000000008,
    ReadPathIndexes1700000000009,
    SignIn1700000000010,
    SecondFactors1700000000011,
    SingleSignOn1700000000012,
    Grants1700000000013,
    RateLimit1700000000016,
    Trail1700000000018,
    People1700000000019,
    PeopleOfModels1700000000020,
    ModelCopies1700000000023,
    Files1700000000024,
    Attachments1700000000025,
    Delegation1700000000026,
    ModelsOfAHolder1700000000027,
    WaitingModels1700000000028,
    UnitsOfPeople1700000000029,
    WalksKnowTheHolder1700000000030,
    MergedModels1700000000031,
    StepsNameUnits1700000000032,
    UnitPlaces1700000000033,
    ConfirmedUnits1700000000034,
    PlainSigns1700000000035,
    MergedRecords1700000000036,
    PapersOfThePast1700000000037,
    Villages1700000000038,
    FormerMovementNames1700000000039,
    Registrations1700000000040,
    EverydayAbbreviations1700000000046,
    RequiredFormItems1700000000047,
    Criteria1700000000048,
    Councils1700000000049,
    Evaluations1700000000050,
    DaysOfPapers1700000000058,
    Commendations1700000000060,
    LifeOfDecisions1700000000061,
    CommendedModels1700000000062,
    Replications1700000000064,
    RunningModels1700000000065,
    Calendar1700000000066,
    BlindRounds1700000000067,
    RequiredAppraisals1700000000068,
    EvidenceAndComplaints1700000000069,
    SealedHead1700000000070,
    GivenNames1700000000071,
    Exports1700000000075,
    Indicators1700000000078,
    Reviews1700000000079,
    Proposals1700000000082,
    CommendationQuotas1700000000083,
    Holds1700000000084,
  ],
};
