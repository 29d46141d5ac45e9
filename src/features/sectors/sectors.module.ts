import { Module } from '@nestjs/common';
import { SectorsReader } from './sectors.reader.js';
import { SectorsResolver } from './sectors.resolver.js';
import { SectorsService } from './sectors.service.js';

@Module({ providers: [SectorsReader, SectorsService, SectorsResolver], exports: [SectorsReader, SectorsService] })
export class SectorsModule {}
