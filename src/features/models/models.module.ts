import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { provideRecordKinds } from '../../platform/records/record-kinds.js';
import { modelChecks } from './model.checks.js';
import { modelStepChecks } from './model-steps.checks.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { MovementsModule } from '../movements/movements.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SectorsModule } from '../sectors/sectors.module.js';
import { UnitsModule } from '../units/units.module.js';
import { AppraisalFacts } from './ports/appraisal-facts.port.js';
import { ModelAttachmentsResolver } from './attachments/model-attachments.resolver.js';
import { ModelAttachments } from './attachments/model-attachments.service.js';
import { ModelActions } from './steps/model-actions.js';
import { ModelContentChecks } from './content/model-content.checks.js';
import { ModelDecisionEffects } from './ports/model.decision-effects.js';
import { ModelDependents } from './ports/model.dependents.js';
import { ModelDuplicates } from './registration/model-duplicates.reader.js';
import { ModelFactsReader } from './steps/lifecycle-facts.reader.js';
import { ModelFactsResolver } from './facts/model-facts.resolver.js';
import { ModelFactsService } from './facts/model-facts.service.js';
import { ModelOrigins } from './ports/model-origins.port.js';
import { modelsAtRest } from './ports/model.records.js';
import { ModelSectorUses } from './ports/model-sector-uses.reader.js';
import { datedModels, modelDateChecks } from './model-dates.checks.js';
import { recognisedAgainstTheRule } from './model-deviations.checks.js';
import { provideDatedRecords } from '../units/unit-life.js';
import { ModelPersonMentions } from './ports/model.person-mentions.js';
import { ModelRegistrationResolver } from './registration/model-registration.resolver.js';
import { ModelRegistrationsResolver, RegistrationsResolver, RoundRegistrationsResolver } from './registration/registrations.resolver.js';
import { ModelRights } from './model-rights.js';
import { ModelNamesService } from './registration/model-names.service.js';
import { OpenRoundChecks } from './registration/open-round.checks.js';
import { PastAttestationService } from './registration/past-attestation.service.js';
import { PastRegistrationChecks } from './registration/past-registration.checks.js';
import { RegistrationCommandsResolver } from './registration/registration-commands.resolver.js';
import { RegistrationsService } from './registration/registrations.service.js';
import { TakenBackStepsService } from './steps/taken-back-steps.service.js';
import { ModelStepChecks } from './steps/model-step.checks.js';
import { RecognitionRuleChecks } from './steps/recognition-rule.checks.js';
import { ModelStepsResolver } from './steps/model-steps.resolver.js';
import { ModelStepsService } from './steps/model-steps.service.js';
import { ModelStore } from './model.store.js';
import { ModelTidyingResolver } from './tidying/model-tidying.resolver.js';
import { ModelTidyingService } from './tidying/model-tidying.service.js';
import { WaitingResolver } from './waiting/waiting.resolver.js';
import { DecisionModelsResolver, ModelsResolver, UnitModelsResolver } from './models.resolver.js';
import { ModelsService } from './registration/models.service.js';

const commands = [
  ModelsService,
  RegistrationsService,
  PastAttestationService,
  ModelNamesService,
  TakenBackStepsService,
  ModelStepsService,
  ModelTidyingService,
  ModelFactsService,
  ModelAttachments,
];
const resolvers = [
  ModelsResolver,
  DecisionModelsResolver,
  UnitModelsResolver,
  ModelRegistrationResolver,
  RegistrationCommandsResolver,
  RegistrationsResolver,
  ModelRegistrationsResolver,
  RoundRegistrationsResolver,
  ModelStepsResolver,
  ModelTidyingResolver,
  ModelFactsResolver,
  ModelAttachmentsResolver,
  WaitingResolver,
];

@Module({
  imports: [PeopleModule, UnitsModule, SectorsModule, MovementsModule, DecisionsModule],
  providers: [
    provideChecks([...modelChecks, ...modelStepChecks, ...modelDateChecks, recognisedAgainstTheRule]),
    provideDatedRecords(datedModels),
    provideRecordKinds(modelsAtRest),
    AppraisalFacts,
    ModelActions,
    ModelContentChecks,
    ModelDecisionEffects,
    ModelDependents,
    ModelPersonMentions,
    ModelSectorUses,
    ModelDuplicates,
    ModelFactsReader,
    ModelOrigins,
    ModelRights,
    ModelStore,
    RecognitionRuleChecks,
    ModelStepChecks,
    OpenRoundChecks,
    PastRegistrationChecks,
    ...commands,
    ...resolvers,
  ],
  exports: [ModelsService, ModelFactsService, ModelStepsService, ModelOrigins, ModelRights, AppraisalFacts],
})
export class ModelsModule {}
