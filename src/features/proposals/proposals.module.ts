import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { provideRecordKinds } from '../../platform/records/record-kinds.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { CommendationsModule } from '../commendations/commendations.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { PeopleModule } from '../people/people.module.js';
import { UnitsModule } from '../units/units.module.js';
import { CommentService } from './comment/comment.service.js';
import { DecidingService } from './deciding/deciding.service.js';
import { PassingService } from './deciding/passing.service.js';
import { ProposalFiles } from './dossier/proposal-files.service.js';
import { DossiersResolver } from './dossiers.resolver.js';
import { DraftsService } from './drafts/drafts.service.js';
import { ProposedLines } from './drafts/proposed-lines.js';
import { HoldConditions } from './holds/hold.conditions.js';
import { HoldsResolver } from './holds/holds.resolver.js';
import { HoldsService } from './holds/holds.service.js';
import { ProposalDependents } from './ports/proposal.dependents.js';
import { ItemWarnings } from './drafts/item-warnings.service.js';
import { ProposalPersonMentions } from './ports/proposal.person-mentions.js';
import { declareWaiting } from './ports/waiting-proposals.statements.js';
import { proposalChecks } from './proposal.checks.js';
import { ProposalGuard } from './proposal-guard.js';
import { proposalsAtRest } from './proposal.records.js';
import { ProposalsResolver } from './proposals.resolver.js';
import { QuotaConditions } from './quotas/quota.conditions.js';
import { QuotasResolver } from './quotas/quotas.resolver.js';
import { QuotasService } from './quotas/quotas.service.js';
import { StandardsResolver } from './standards/standards.resolver.js';

declareWaiting();

@Module({
  imports: [UnitsModule, CalendarModule, PeopleModule, DecisionsModule, CommendationsModule],
  providers: [
    provideChecks(proposalChecks),
    provideRecordKinds(...proposalsAtRest),
    CommentService,
    DecidingService,
    DossiersResolver,
    DraftsService,
    HoldConditions,
    HoldsResolver,
    HoldsService,
    ItemWarnings,
    PassingService,
    ProposalDependents,
    ProposalFiles,
    ProposalGuard,
    ProposalPersonMentions,
    ProposalsResolver,
    ProposedLines,
    QuotaConditions,
    QuotasResolver,
    QuotasService,
    StandardsResolver,
  ],
})
export class ProposalsModule {}
