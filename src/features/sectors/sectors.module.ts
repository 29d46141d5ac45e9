import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { sectorChecks } from './sector.checks.js';
import { SectorsResolver } from './sectors.resolver.js';
import { SectorsService } from './sectors.service.js';

@Module({ providers: [provideChecks(sectorChecks), SectorsService, SectorsResolver], exports: [SectorsService] })
export class SectorsModule {}
