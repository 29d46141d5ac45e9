import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { provideRecordKinds } from '../../platform/records/record-kinds.js';
import { sectorChecks } from './sector.checks.js';
import { SectorUses } from './sector-uses.port.js';
import { SectorsReader } from './sectors.reader.js';
import { SectorsResolver } from './sectors.resolver.js';
import { SectorsService } from './sectors.service.js';
import { ThemeNames } from './theme-names.js';
import { ThemeRecordsResolver } from './theme-records.resolver.js';
import { themeRecords } from './theme.records.js';

@Module({
  providers: [
    provideChecks(sectorChecks),
    provideRecordKinds(themeRecords),
    ThemeRecordsResolver,
    SectorsReader,
    SectorUses,
    SectorsService,
    ThemeNames,
    SectorsResolver,
  ],
  exports: [SectorsReader, SectorUses, SectorsService],
})
export class SectorsModule {}
