import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { datedDecisions, decisionChecks } from './decision.checks.js';
import { provideDatedRecords } from '../units/unit-life.js';
import { UnitsModule } from '../units/units.module.js';
import { DecisionEffects } from './decision-effects.port.js';
import { DecisionRecordsResolver } from './decision-records.resolver.js';
import { DecisionRecords } from './decision.records.js';
import { DecisionDependents } from './decision.dependents.js';
import { DecisionsReader } from './decisions.reader.js';
import { DecisionsResolver } from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';
import { DecisionLifecycleResolver } from './lifecycle/decision-lifecycle.resolver.js';
import { DecisionLifecycle } from './lifecycle/decision-lifecycle.service.js';
import { DecisionScansResolver } from './scans/decision-scans.resolver.js';
import { DecisionScans } from './scans/decision-scans.service.js';

@Module({
  imports: [UnitsModule],
  providers: [
    provideChecks(decisionChecks),
    provideDatedRecords(datedDecisions),
    DecisionDependents,
    DecisionEffects,
    DecisionRecords,
    DecisionRecordsResolver,
    DecisionsReader,
    DecisionsResolver,
    DecisionsService,
    DecisionLifecycle,
    DecisionLifecycleResolver,
    DecisionScans,
    DecisionScansResolver,
  ],
  exports: [DecisionEffects, DecisionsReader, DecisionsService],
})
export class DecisionsModule {}
