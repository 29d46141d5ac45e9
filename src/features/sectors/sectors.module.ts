import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { sectorChecks } from './sector.checks.js';
import { SectorsReader } from './sectors.reader.js';
import { SectorsResolver } from './sectors.resolver.js';
import { SectorsService } from './sectors.service.js';

@Module({
  providers: [provideChecks(sectorChecks), SectorsReader, SectorsService, SectorsResolver],
  exports: [SectorsReader, SectorsService],
})
export class SectorsModule {}
