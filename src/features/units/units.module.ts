import { Module } from '@nestjs/common';
import { UnitLists } from './lists/unit-lists.service.js';
import { UnitDependents } from './unit-dependents.port.js';
import { UnitEventsResolver } from './unit-events.resolver.js';
import { UnitEventsService } from './unit-events.service.js';
import { UnitsReader } from './units.reader.js';
import { UnitsResolver } from './units.resolver.js';

@Module({
  providers: [UnitDependents, UnitEventsService, UnitEventsResolver, UnitsReader, UnitsResolver, UnitLists],
  exports: [UnitDependents, UnitEventsService, UnitsReader, UnitLists],
})
export class UnitsModule {}
