import { Module } from '@nestjs/common';
import { UnitDependents } from './unit-dependents.port.js';
import { UnitEventsReader } from './unit-events.reader.js';
import { UnitEventsResolver } from './unit-events.resolver.js';
import { UnitEventsService } from './unit-events.service.js';
import { UnitsList } from './units.list.js';
import { UnitsReader } from './units.reader.js';
import { UnitSpanResolver, UnitSuccessionResolver, UnitsResolver } from './units.resolver.js';

@Module({
  providers: [
    UnitDependents,
    UnitEventsService,
    UnitEventsReader,
    UnitEventsResolver,
    UnitsReader,
    UnitsList,
    UnitsResolver,
    UnitSuccessionResolver,
    UnitSpanResolver,
  ],
  exports: [UnitDependents, UnitEventsService, UnitsReader],
})
export class UnitsModule {}
