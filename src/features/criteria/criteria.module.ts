import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { SectorsModule } from '../sectors/sectors.module.js';
import { UnitsModule } from '../units/units.module.js';
import { CriteriaSetVersionsResolver } from './criteria-set-versions.resolver.js';
import { CriteriaSetsResolver } from './criteria-sets.resolver.js';
import { CriteriaSetsService } from './criteria-sets.service.js';
import { criteriaChecks } from './criteria.checks.js';
import { CriteriaDependents } from './criteria-set.dependents.js';
import { CriteriaReader } from './criteria.reader.js';

@Module({
  imports: [UnitsModule, SectorsModule],
  providers: [
    provideChecks(criteriaChecks),
    CriteriaDependents,
    CriteriaReader,
    CriteriaSetVersionsResolver,
    CriteriaSetsResolver,
    CriteriaSetsService,
  ],
  exports: [CriteriaReader, CriteriaSetsService],
})
export class CriteriaModule {}
