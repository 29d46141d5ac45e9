import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { PeopleModule } from '../people/people.module.js';
import { provideDatedRecords } from '../units/unit-life.js';
import { UnitsModule } from '../units/units.module.js';
import { CertificatesResolver } from './certificates/certificates.resolver.js';
import { CommendationGuard } from './commendation-guard.js';
import { CommendationRecordsResolver } from './commendation-records.resolver.js';
import { commendationChecks, datedCommendations } from './commendation.checks.js';
import { CommendationRecords } from './commendation.records.js';
import {
  CommendationsResolver,
  DecisionCommendationsResolver,
  ModelCommendationsResolver,
  PersonCommendationsResolver,
  UnitCommendationsResolver,
} from './commendations.resolver.js';
import { FormsResolver } from './forms/forms.resolver.js';
import { RulesReader } from './forms/rules.reader.js';
import { CorrectionsService } from './grants/corrections.service.js';
import { CompletionsService } from './grants/completions.service.js';
import { GrantDraftsService } from './grants/grant-drafts.service.js';
import { GrantingDecisions } from './grants/granting-decisions.js';
import { GrantConditions } from './grants/grant-conditions.port.js';
import { GrantsResolver } from './grants/grants.resolver.js';
import { GrantsService } from './grants/grants.service.js';
import { PastDecisions } from './grants/past-decisions.js';
import { PastCommendationsService } from './grants/past.service.js';
import { UnitWarnings } from './grants/unit-warnings.service.js';
import { Recipients } from './grants/recipients.js';
import { GrantedMoney } from './money/granted-money.js';
import { MoneyRulesResolver } from './money/money-rules.resolver.js';
import { MoneyRulesService } from './money/money-rules.service.js';
import { CommendationDecisionEffects } from './ports/commendation.decision-effects.js';
import { CommendationDependents } from './ports/commendation.dependents.js';
import { CommendationPersonMentions } from './ports/commendation.person-mentions.js';
import { RevocationsResolver } from './revocations/revocations.resolver.js';
import { RevocationsService } from './revocations/revocations.service.js';

const commands = [
  CorrectionsService,
  GrantsService,
  GrantDraftsService,
  PastCommendationsService,
  UnitWarnings,
  CompletionsService,
  RevocationsService,
];
const resolvers = [
  CommendationsResolver,
  ModelCommendationsResolver,
  UnitCommendationsResolver,
  PersonCommendationsResolver,
  DecisionCommendationsResolver,
  FormsResolver,
  GrantsResolver,
  MoneyRulesResolver,
  RevocationsResolver,
  CommendationRecordsResolver,
  CertificatesResolver,
];

@Module({
  imports: [UnitsModule, PeopleModule, DecisionsModule],
  providers: [
    provideChecks(commendationChecks),
    provideDatedRecords(datedCommendations),
    CommendationDecisionEffects,
    CommendationDependents,
    CommendationGuard,
    CommendationPersonMentions,
    CommendationRecords,
    GrantConditions,
    GrantedMoney,
    GrantingDecisions,
    MoneyRulesService,
    PastDecisions,
    Recipients,
    RulesReader,
    ...commands,
    ...resolvers,
  ],
  exports: [GrantConditions, GrantsService, PastCommendationsService, Recipients, RulesReader, UnitWarnings],
})
export class CommendationsModule {}
