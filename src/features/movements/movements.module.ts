import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { datedMovements, movementChecks } from './movement.checks.js';
import { provideRecordKinds } from '../../platform/records/record-kinds.js';
import { MovementRecordsResolver } from './movement-records.resolver.js';
import { movementRecords } from './movement.records.js';
import { provideDatedRecords } from '../units/unit-life.js';
import { UnitsModule } from '../units/units.module.js';
import { AssignedTargetsService } from './assigned-targets.service.js';
import { MovementDependents } from './movement.dependents.js';
import { MovementNamesService } from './movement-names.service.js';
import { MovementsReader } from './movements.reader.js';
import { MovementsResolver } from './movements.resolver.js';
import { MovementsService } from './movements.service.js';
import { ReceivingAuthoritiesResolver } from './receiving-authorities.resolver.js';
import { ReceivingAuthoritiesService } from './receiving-authorities.service.js';
import { RegistrationExtensionsService } from './registration-extensions.service.js';
import { RegistrationRoundsResolver } from './registration-rounds.resolver.js';
import { RequiredFormItemsResolver } from './required-form-items.resolver.js';
import { RequiredFormItemsService } from './required-form-items.service.js';
import { RegistrationRoundsService } from './registration-rounds.service.js';

@Module({
  imports: [UnitsModule],
  providers: [
    provideChecks(movementChecks),
    provideDatedRecords(datedMovements),
    provideRecordKinds(...movementRecords),
    MovementRecordsResolver,
    AssignedTargetsService,
    MovementDependents,
    MovementNamesService,
    MovementsReader,
    MovementsResolver,
    MovementsService,
    ReceivingAuthoritiesResolver,
    ReceivingAuthoritiesService,
    RegistrationExtensionsService,
    RegistrationRoundsResolver,
    RegistrationRoundsService,
    RequiredFormItemsResolver,
    RequiredFormItemsService,
  ],
  exports: [MovementsReader],
})
export class MovementsModule {}
