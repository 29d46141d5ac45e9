import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { provideRecordKinds } from '../../platform/records/record-kinds.js';
import { ModelsModule } from '../models/models.module.js';
import { declareReminder } from '../models/waiting/reminders.js';
import { UnitsModule } from '../units/units.module.js';
import { DeclaredOrigins } from './edges/declared-origins.js';
import { ModelReplicationsResolver, ReplicationsResolver } from './edges/replications.resolver.js';
import { ReplicationsService } from './edges/replications.service.js';
import { inspectionReminder } from './inspections/inspection.statements.js';
import { InspectionFilesResolver } from './inspections/inspection-files.resolver.js';
import { InspectionFiles } from './inspections/inspection-files.service.js';
import { InspectionsResolver } from './inspections/inspections.resolver.js';
import { InspectionsService } from './inspections/inspections.service.js';
import { ReplicationPlansResolver } from './plans/replication-plans.resolver.js';
import { ReplicationPlansService } from './plans/replication-plans.service.js';
import { replicationChecks } from './replication.checks.js';
import { ReplicationDependents } from './replication.dependents.js';
import { replicationRecords } from './replication.records.js';
import { ModelSpreadResolver } from './spread/spread.resolver.js';
import { Spreads } from './spread/spread.service.js';
import { RunningSteps } from './still-alive/running-steps.js';
import { ModelStillAliveResolver, StillAliveResolver } from './still-alive/still-alive.resolver.js';
import { StillAliveService } from './still-alive/still-alive.service.js';
import { stillAliveReminder } from './still-alive/still-alive.statements.js';

declareReminder(inspectionReminder);
declareReminder(stillAliveReminder);

@Module({
  imports: [UnitsModule, ModelsModule],
  providers: [
    provideChecks(replicationChecks),
    provideRecordKinds(...replicationRecords),
    DeclaredOrigins,
    InspectionFiles,
    InspectionFilesResolver,
    InspectionsResolver,
    InspectionsService,
    ModelReplicationsResolver,
    ModelSpreadResolver,
    ModelStillAliveResolver,
    ReplicationDependents,
    ReplicationPlansResolver,
    ReplicationPlansService,
    ReplicationsResolver,
    ReplicationsService,
    RunningSteps,
    Spreads,
    StillAliveResolver,
    StillAliveService,
  ],
})
export class ReplicationsModule {}
