import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { provideRecordKinds } from '../../platform/records/record-kinds.js';
import { PeopleModule } from '../people/people.module.js';
import { provideDatedRecords } from '../units/unit-life.js';
import { UnitsModule } from '../units/units.module.js';
import { councilChecks, datedCouncils } from './council.checks.js';
import { CouncilDependents } from './council.dependents.js';
import { CouncilGuard } from './council-guard.js';
import { CouncilMembersResolver } from './council-members.resolver.js';
import { CouncilMembersService } from './council-members.service.js';
import { CouncilPersonMentions } from './council.person-mentions.js';
import { CouncilRecordsResolver } from './council-records.resolver.js';
import { councilRecords } from './council.records.js';
import { CouncilRulesService } from './council-rules.service.js';
import { CouncilSessionsResolver } from './council-sessions.resolver.js';
import { CouncilSessionsService } from './council-sessions.service.js';
import { CouncilVotesService } from './council-votes.service.js';
import { CouncilsReader } from './councils.reader.js';
import { CouncilsResolver } from './councils.resolver.js';
import { CouncilsService } from './councils.service.js';

@Module({
  imports: [UnitsModule, PeopleModule],
  providers: [
    provideChecks(councilChecks),
    provideDatedRecords(datedCouncils),
    provideRecordKinds(...councilRecords),
    CouncilDependents,
    CouncilGuard,
    CouncilMembersResolver,
    CouncilMembersService,
    CouncilPersonMentions,
    CouncilRecordsResolver,
    CouncilRulesService,
    CouncilSessionsResolver,
    CouncilSessionsService,
    CouncilVotesService,
    CouncilsReader,
    CouncilsResolver,
    CouncilsService,
  ],
  exports: [CouncilsReader, CouncilsService, CouncilMembersService, CouncilRulesService, CouncilSessionsService, CouncilVotesService],
})
export class CouncilsModule {}
