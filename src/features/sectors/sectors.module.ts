import { Module } from '@nestjs/common';
import { checksOf } from '../../platform/doctor/doctor.js';
import { sectorChecks } from './sector.checks.js';
import { SectorsReader } from './sectors.reader.js';
import { SectorsResolver } from './sectors.resolver.js';
import { SectorsService } from './sectors.service.js';

@Module({ providers: [checksOf(sectorChecks), SectorsReader, SectorsService, SectorsResolver], exports: [SectorsReader, SectorsService] })
export class SectorsModule {}
