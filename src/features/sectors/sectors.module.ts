import { Module } from '@nestjs/common';
import { checksOf } from '../../platform/doctor/doctor.js';
import { sectorChecks } from './sector.checks.js';
import { SectorsResolver } from './sectors.resolver.js';
import { SectorsService } from './sectors.service.js';

@Module({ providers: [checksOf(sectorChecks), SectorsService, SectorsResolver], exports: [SectorsService] })
export class SectorsModule {}
