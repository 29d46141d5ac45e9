import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { provideDatedRecords } from '../units/unit-life.js';
import { datedPosts, personChecks } from './person.checks.js';
import { UnitsModule } from '../units/units.module.js';
import { PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';
import { provideRecordKinds } from '../../platform/records/record-kinds.js';
import { PersonRecordsResolver } from './person-records.resolver.js';
import { personRecords } from './person.records.js';
import { PersonRights } from './person-rights.js';
import { PersonDependents } from './person.dependents.js';
import { PersonalDataGatherer } from './personal-data.gatherer.js';
import { PersonalDataResolver } from './personal-data.resolver.js';
import { PersonalDataService } from './personal-data.service.js';

@Module({
  imports: [UnitsModule],
  providers: [
    provideChecks(personChecks),
    provideDatedRecords(datedPosts),
    provideRecordKinds(...personRecords),
    PersonRecordsResolver,
    PeopleService,
    PeopleResolver,
    PersonRights,
    PersonDependents,
    PersonalDataService,
    PersonalDataGatherer,
    PersonalDataResolver,
  ],
  exports: [PeopleService, PersonalDataGatherer, PersonRights],
})
export class PeopleModule {}
