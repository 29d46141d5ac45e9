import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { modelChecks } from './model.checks.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { MovementsModule } from '../movements/movements.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SectorsModule } from '../sectors/sectors.module.js';
import { UnitsModule } from '../units/units.module.js';
import { AppraisalFacts } from './appraisal-facts.port.js';
import { ModelAttachmentsResolver } from './attachments/model-attachments.resolver.js';
import { ModelAttachments } from './attachments/model-attachments.service.js';
import { ModelActions } from './model-actions.js';
import { ModelContentChecks } from './model-content.checks.js';
import { ModelDecisionEffects } from './model.decision-effects.js';
import { ModelDependents } from './model.dependents.js';
import { ModelDuplicates } from './model-duplicates.js';
import { ModelFactsReader } from './model-facts.reader.js';
import { ModelFactsResolver } from './model-facts.resolver.js';
import { ModelFactsService } from './model-facts.service.js';
import { ModelPersonMentions } from './model.person-mentions.js';
import { ModelRegistrationResolver } from './model-registration.resolver.js';
import { ModelRights } from './model-rights.js';
import { ModelStepsResolver } from './model-steps.resolver.js';
import { ModelStepsService } from './model-steps.service.js';
import { ModelStore } from './model.store.js';
import { ModelTidyingResolver } from './model-tidying.resolver.js';
import { ModelTidyingService } from './model-tidying.service.js';
import { WaitingResolver } from './waiting/waiting.resolver.js';
import { ModelsResolver, UnitModelsResolver } from './models.resolver.js';
import { ModelsService } from './models.service.js';

const commands = [ModelsService, ModelStepsService, ModelTidyingService, ModelFactsService, ModelAttachments];
const resolvers = [
  ModelsResolver,
  UnitModelsResolver,
  ModelRegistrationResolver,
  ModelStepsResolver,
  ModelTidyingResolver,
  ModelFactsResolver,
  ModelAttachmentsResolver,
  WaitingResolver,
];

@Module({
  imports: [PeopleModule, UnitsModule, SectorsModule, MovementsModule, DecisionsModule],
  providers: [
    provideChecks(modelChecks),
    AppraisalFacts,
    ModelActions,
    ModelContentChecks,
    ModelDecisionEffects,
    ModelDependents,
    ModelPersonMentions,
    ModelDuplicates,
    ModelFactsReader,
    ModelRights,
    ModelStore,
    ...commands,
    ...resolvers,
  ],
  exports: [ModelsService, ModelRights, AppraisalFacts],
})
export class ModelsModule {}
