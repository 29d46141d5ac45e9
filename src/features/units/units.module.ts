import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { ServedTerritoriesResolver } from './served/served-territories.resolver.js';
import { ServedTerritoriesService } from './served/served-territories.service.js';
import { datedServedTerritories, servedTerritoryChecks } from './served/served-territory.checks.js';
import { ServedTerritoryDependents } from './served/served-territory.dependents.js';
import { unitChecks } from './unit.checks.js';
import { UnitListsResolver } from './lists/unit-lists.resolver.js';
import { UnitLists } from './lists/unit-lists.service.js';
import { UploadedLists } from './lists/uploaded-lists.service.js';
import { SuccessionRests } from './unit-succession-rests.js';
import { UnitDependents } from './unit-dependents.port.js';
import { UnitEventDuplicates } from './unit-event-duplicates.reader.js';
import { UnitEventsResolver } from './unit-events.resolver.js';
import { UnitEventsService } from './unit-events.service.js';
import { UnitLife, provideDatedRecords } from './unit-life.js';
import { UnitReachReader } from './unit-reach.reader.js';
import { UnitsReader } from './units.reader.js';
import { UnitsResolver } from './units.resolver.js';

@Module({
  providers: [
    provideChecks(unitChecks),
    provideChecks(servedTerritoryChecks),
    provideDatedRecords(datedServedTerritories),
    ServedTerritoriesResolver,
    ServedTerritoriesService,
    ServedTerritoryDependents,
    SuccessionRests,
    UnitDependents,
    UnitEventDuplicates,
    UnitLife,
    UnitEventsService,
    UnitEventsResolver,
    UnitReachReader,
    UnitsReader,
    UnitsResolver,
    UnitLists,
    UploadedLists,
    UnitListsResolver,
  ],
  exports: [UnitDependents, UnitLife, UnitEventsService, UnitsReader, UnitLists],
})
export class UnitsModule {}
