import { Module } from '@nestjs/common';
import { SectorsModule } from '../sectors/sectors.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ModelsReader } from './models.reader.js';
import { ModelsResolver } from './models.resolver.js';
import { ModelsService } from './models.service.js';

@Module({
  imports: [UnitsModule, SectorsModule],
  providers: [ModelsReader, ModelsService, ModelsResolver],
  exports: [ModelsService, ModelsReader],
})
export class ModelsModule {}
